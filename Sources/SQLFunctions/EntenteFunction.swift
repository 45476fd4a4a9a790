internal import SQLite

/// A function of ours with its documentation.
public struct EntenteFunction: Sendable {
  /// How it is called.
  public enum Kind: String, CaseIterable, Sendable {
    /// One value from the arguments of a row.
    case scalar
    /// One value from a group of rows.
    case aggregate
    /// One value from the rows around a row, before OVER.
    case window
    /// Rows, after FROM.
    case table
  }

  /// How it is called.
  public let kind: Kind
  /// A call with the names of its arguments, those that may be left out in brackets.
  public let call: String
  /// What it gives: a storage class, JSON, or the columns of a table.
  public let result: String
  /// What it says, in a sentence or two.
  public let summary: String
  /// A statement that gives 1.
  public let example: String
  let register: @Sendable (FunctionHost) throws -> Void

  /// The name, without arguments.
  public var name: String { String(call.prefix { $0 != "(" }) }

  /// How many arguments it takes, read off the call.
  private static func counts(_ call: String) -> ClosedRange<Int> {
    let parts = call.split(separator: "[", maxSplits: 1)
    let least = parts[0].count { $0 == "," }
    let most = call.count { $0 == "," }
    return (least + 1)...(most + 1)
  }

  static func scalar(
    _ call: String, _ result: String, _ summary: String, example: String,
    _ body: @escaping @Sendable ([Value]) throws -> Value
  ) -> EntenteFunction {
    let function = ScalarFunction(
      String(call.prefix { $0 != "(" }), arguments: counts(call)
    ) { try $0.contains(.null) ? .null : body($0) }
    return EntenteFunction(kind: .scalar, call: call, result: result, summary: summary, example: example) {
      try $0.register(function)
    }
  }

  static func aggregate(
    _ call: String, _ result: String, _ summary: String, example: String, isWindow: Bool = false,
    begin: @escaping @Sendable () -> any Aggregation
  ) -> EntenteFunction {
    let function = AggregateFunction(
      String(call.prefix { $0 != "(" }), arguments: counts(call), isWindow: isWindow, begin: begin)
    return EntenteFunction(
      kind: isWindow ? .window : .aggregate, call: call, result: result, summary: summary, example: example
    ) { try $0.register(function) }
  }

  static func table(
    _ name: String, _ arguments: [String], columns: [String], _ summary: String, example: String,
    rows: @escaping @Sendable ([Value]) throws -> [[Value]]
  ) -> EntenteFunction {
    let function = TableFunction(name, arguments: arguments, columns: columns, rows: rows)
    return EntenteFunction(
      kind: .table, call: "\(name)(\(arguments.joined(separator: ", ")))",
      result: columns.joined(separator: ", "), summary: summary, example: example
    ) { try $0.register(function) }
  }
}
