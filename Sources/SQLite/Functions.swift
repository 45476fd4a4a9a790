internal import CSQLite

/// A deterministic SQL function written in Swift.
public struct ScalarFunction: Sendable {
  /// How SQL calls it; case does not matter.
  public var name: String
  /// How many arguments it takes.
  public var arguments: Int
  /// One sentence for documentation.
  public var summary: String
  /// A call with its result, for documentation.
  public var example: String
  let call: @Sendable ([Value]) throws -> Value

  /// A function, not yet known to any connection.
  /// - Parameters:
  ///   - name: how SQL calls it.
  ///   - arguments: how many it takes; a call with another number is an error of SQL.
  ///   - summary: one sentence for documentation.
  ///   - example: a call with its result.
  ///   - call: gets the arguments in order. It must give the same result for the same arguments; what it
  ///     throws becomes the error of the statement.
  public init(
    _ name: String, arguments: Int, summary: String, example: String,
    call: @escaping @Sendable ([Value]) throws -> Value
  ) {
    self.name = name
    self.arguments = arguments
    self.summary = summary
    self.example = example
    self.call = call
  }
}

private final class FunctionBox {
  let function: ScalarFunction
  init(_ function: ScalarFunction) { self.function = function }
}

extension Connection {
  /// Makes the function known to this connection.
  public func register(_ function: ScalarFunction) throws {
    let box = Unmanaged.passRetained(FunctionBox(function)).toOpaque()
    let result = csqlite_create_function(
      pointer, function.name, Int32(function.arguments), box,
      { context, count, arguments in
        guard let context else { return }
        let function = Unmanaged<FunctionBox>.fromOpaque(csqlite_user(context)).takeUnretainedValue().function
        let values = (0..<Int(count)).map { Value(argument: arguments?[$0]) }
        do {
          try function.call(values).give(to: context)
        } catch {
          let message = "\(function.name): \(error)"
          csqlite_result_error(context, message, Int32(message.utf8.count))
        }
      }, { Unmanaged<FunctionBox>.fromOpaque($0!).release() })
    if result != SQLITE_OK { throw SQLiteError(connection: pointer, result: result) }
  }
}

extension Value {
  fileprivate init(argument: OpaquePointer?) {
    switch csqlite_value_type(argument) {
    case SQLITE_INTEGER: self = .integer(csqlite_value_integer(argument))
    case SQLITE_FLOAT: self = .real(csqlite_value_real(argument))
    case SQLITE_TEXT: self = .text(String(decoding: Self.bytes(of: argument), as: UTF8.self))
    case SQLITE_BLOB: self = .blob([UInt8](Self.bytes(of: argument)))
    default: self = .null
    }
  }

  private static func bytes(of argument: OpaquePointer?) -> UnsafeRawBufferPointer {
    var length: Int32 = 0
    let start = csqlite_value_bytes(argument, &length)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(length))
  }

  fileprivate func give(to context: OpaquePointer) {
    switch self {
    case .null: csqlite_result_null(context)
    case .blob(let bytes): csqlite_result_blob(context, bytes, UInt64(bytes.count))
    case .integer(let number): csqlite_result_integer(context, number)
    case .real(let number): csqlite_result_real(context, number)
    case .text(let text): csqlite_result_text(context, text, UInt64(text.utf8.count))
    }
  }
}
