internal import CSQLite

/// A deterministic SQL function written in Swift: one value from the arguments of one row.
public struct ScalarFunction: Sendable {
  /// How SQL calls it; case does not matter.
  public let name: String
  /// How many arguments it takes; a call with another number is an error of SQL.
  public let arguments: ClosedRange<Int>
  let call: @Sendable ([Value]) throws -> Value

  /// A function, not yet known to any connection.
  /// - Parameters:
  ///   - name: how SQL calls it.
  ///   - arguments: how many it takes.
  ///   - call: gets the arguments in order. It must give the same result for the same arguments; what it
  ///     throws becomes the error of the statement.
  public init(
    _ name: String, arguments: ClosedRange<Int>, call: @escaping @Sendable ([Value]) throws -> Value
  ) {
    self.name = name
    self.arguments = arguments
    self.call = call
  }
}

extension FunctionHost {
  /// Makes the function known.
  /// - Throws: ``SQLiteError`` where SQLite cannot take it, for example for its name.
  public func register(_ function: ScalarFunction) throws {
    for count in function.arguments {
      let result = csqlite_create_function(
        pointer, function.name, Int32(count), FunctionBox.retained(function),
        { context, count, arguments in
          let function = FunctionBox<ScalarFunction>.at(csqlite_user(context)).content
          Value.give(function.name, to: context) {
            try function.call([Value](arguments: arguments, count: count))
          }
        }, { FunctionBox<ScalarFunction>.release($0!) })
      try check(result, function.name)
    }
  }
}
