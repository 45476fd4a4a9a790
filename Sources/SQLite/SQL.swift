/// A statement as text with its values beside it. An interpolation binds: values never enter the text.
///
///     try db.rows("SELECT title FROM document WHERE language = \(language)") { try $0.get(0, as: String.self) }
///
/// Text made at run time needs to be asked for by name (`SQL(trusting:)`), and is for SQL that this
/// package ships; what people type goes through `Connection.prepareOne`.
public struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The text with a `?` for each value: also the key of the statement cache.
  public private(set) var text: String
  /// The values in the order of their `?`.
  public private(set) var values: [Value]

  /// Text written in the source, without values.
  public init(stringLiteral text: String) {
    self.text = text
    values = []
  }

  /// Text from elsewhere in this package (a migration, a view's name from the schema), not from people.
  public init(trusting text: String) { self.init(stringLiteral: text) }

  /// What the compiler calls for a literal with interpolations.
  public init(stringInterpolation: StringInterpolation) {
    text = stringInterpolation.text
    values = stringInterpolation.values
  }

  /// Collects text and values: what may stand inside `\(...)` is decided here.
  public struct StringInterpolation: StringInterpolationProtocol {
    var text = ""
    var values: [Value] = []

    /// Begins empty; the capacity is that of the literal parts in bytes.
    public init(literalCapacity: Int, interpolationCount: Int) { text.reserveCapacity(literalCapacity) }
    /// A literal part, taken over as it stands.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// A value: the text gets a `?`, the value is bound.
    public mutating func appendInterpolation(_ column: some Column) {
      text += "?"
      values.append(column.value)
    }

    /// As the others; said by itself, because most values are numbers and texts, and the compiler sees through it.
    public mutating func appendInterpolation(_ number: Int) { append(.integer(Int64(number))) }
    /// As above, for a text.
    public mutating func appendInterpolation(_ text: String) { append(.text(text)) }
    /// As above, for a number that may be missing.
    public mutating func appendInterpolation(_ number: Int?) {
      append(number.map { .integer(Int64($0)) } ?? .null)
    }
    /// As above, for a text that may be missing.
    public mutating func appendInterpolation(_ text: String?) { append(text.map { .text($0) } ?? .null) }

    private mutating func append(_ value: Value) {
      text += "?"
      values.append(value)
    }

    /// A value that may be missing: nil is bound as NULL.
    public mutating func appendInterpolation<C: Column>(_ column: C?) {
      text += "?"
      values.append(column.value)
    }

    /// Another piece of SQL, with its values.
    public mutating func appendInterpolation(_ part: SQL) {
      text += part.text
      values += part.values
    }

    /// A table or column, quoted.
    public mutating func appendInterpolation(identifier: String) { text += SQL.quoted(identifier) }
  }

  /// An identifier in double quotes, inner quotes doubled.
  static func quoted(_ identifier: String) -> String {
    "\"" + identifier.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  /// Both texts without anything between, with the values of both in order.
  public static func + (left: SQL, right: SQL) -> SQL { "\(left)\(right)" }
}

extension [SQL] {
  /// The parts with a separator between, as for a list of conditions.
  public func joined(separator: SQL) -> SQL {
    guard let first else { return "" }
    return dropFirst().reduce(first) { $0 + separator + $1 }
  }
}
