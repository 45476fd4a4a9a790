/// A value of a TOML text, and where it stands: what is wrong with its meaning can be told with its place.
public struct TOMLItem: Equatable, Sendable {
  /// What a value is. Dates are no values here: they are written in quotes.
  public enum Value: Equatable, Sendable {
    /// Text.
    case string(String)
    /// A number written without point or exponent.
    case integer(Int64)
    /// Any other number.
    case number(Double)
    /// `true` or `false`.
    case bool(Bool)
    /// Values in order.
    case array([TOMLItem])
    /// Members in order; no key twice.
    case table([TOMLMember])
  }

  /// What it is.
  public var value: Value
  /// The line it begins on; the first is 1.
  public var line: Int
  /// Where in that line, in bytes; the first is 1.
  public var column: Int

  /// A value at a place.
  public init(_ value: Value, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }

  /// The members of a table, else nil.
  public var table: [TOMLMember]? {
    if case .table(let members) = value { members } else { nil }
  }

  /// The member `key` of a table; nil when there is none or this is no table.
  public subscript(_ key: String) -> TOMLItem? { table?.first { $0.key == key }?.item }

  /// A text as it is, a number or truth value as it is written; nil for arrays and tables.
  public var text: String? {
    switch value {
    case .string(let text): text
    case .integer(let number): String(number)
    case .number(let number): JSONWriter.text(number)
    case .bool(let bool): String(bool)
    case .array, .table: nil
    }
  }
}

/// A key and its value in a table.
public struct TOMLMember: Equatable, Sendable {
  /// The key.
  public var key: String
  /// Its value; the place of the value is that of the key where a header made the table.
  public var item: TOMLItem

  /// A member of a table.
  public init(_ key: String, _ item: TOMLItem) {
    self.key = key
    self.item = item
  }
}

/// A text that is not the TOML asked for, and where.
public struct TOMLError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line; the first is 1.
  public var line: Int
  /// Where in the line, in bytes; the first is 1.
  public var column: Int
  /// What is wrong, in a phrase.
  public var reason: String
  /// What would be right; may be empty.
  public var hint: String

  /// An error at a place.
  public init(line: Int, column: Int, reason: String, hint: String = "") {
    self.line = line
    self.column = column
    self.reason = reason
    self.hint = hint
  }

  /// One sentence for people.
  public var description: String { "\(line):\(column): \(reason)\(hint.isEmpty ? "" : " (\(hint))")" }
}
