internal import CSQLite

/// Where functions can be registered: a connection of ours, or one of a program that loaded our extension. Nothing
/// here calls libsqlite3 itself; all goes through the table of functions that the host handed over.
public struct FunctionHost {
  let pointer: OpaquePointer

  init(pointer: OpaquePointer) { self.pointer = pointer }

  /// The connection that SQLite gave to an extension's entry point, with the table it passed.
  /// - Parameters:
  ///   - connection: `sqlite3 *`.
  ///   - api: `const sqlite3_api_routines *`.
  public init(extending connection: OpaquePointer, api: UnsafeRawPointer) {
    csqlite_use_api(api)
    pointer = connection
  }

  /// What SQLite answers to a function it cannot take.
  func check(_ result: Int32, _ name: String) throws {
    guard result != SQLITE_OK else { return }
    throw SQLiteError(code: .init(rawValue: result), message: "the function \(name) cannot be registered")
  }
}

@available(*, unavailable)
extension FunctionHost: Sendable {}

extension Connection {
  /// The connection as a place for functions.
  public var functions: FunctionHost { FunctionHost(pointer: pointer) }
}

/// Keeps a Swift value alive for as long as C has a pointer to it.
final class FunctionBox<Content> {
  var content: Content
  init(_ content: Content) { self.content = content }

  /// A pointer that holds on to a new box.
  static func retained(_ content: Content) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(FunctionBox(content)).toOpaque()
  }

  static func at(_ pointer: UnsafeMutableRawPointer) -> FunctionBox {
    Unmanaged<FunctionBox>.fromOpaque(pointer).takeUnretainedValue()
  }

  static func release(_ pointer: UnsafeMutableRawPointer) {
    Unmanaged<FunctionBox>.fromOpaque(pointer).release()
  }
}

extension [Value] {
  /// The arguments of a call.
  init(arguments: UnsafeMutablePointer<OpaquePointer?>?, count: Int32) {
    self = (0..<Int(count)).map { Value(argument: arguments?[$0]) }
  }
}

extension Value {
  init(argument: OpaquePointer?) {
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

  func give(to context: OpaquePointer?) {
    switch self {
    case .null: csqlite_result_null(context)
    case .blob(let bytes): csqlite_result_blob(context, bytes, UInt64(bytes.count))
    case .integer(let number): csqlite_result_integer(context, number)
    case .real(let number): csqlite_result_real(context, number)
    case .text(let text): csqlite_result_text(context, text, UInt64(text.utf8.count))
    }
  }

  /// Gives what `body` returns, or what it throws as the error of the statement.
  static func give(_ name: String, to context: OpaquePointer?, _ body: () throws -> Value) {
    do {
      try body().give(to: context)
    } catch {
      refuse(name, error, to: context)
    }
  }

  static func refuse(_ name: String, _ error: any Error, to context: OpaquePointer?) {
    let message = "\(name): \(error)"
    csqlite_result_error(context, message, Int32(message.utf8.count))
  }
}
