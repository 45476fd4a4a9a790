/// A JSON value. Members of objects keep their order.
public enum JSONValue: Equatable, Sendable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A number written without point or exponent, exact.
  case integer(Int64)
  /// Any other number; must be finite to be written.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Members in order; no key twice.
  case object([JSONMember])

  /// An object of `members`, in their order.
  public static func members(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { JSONMember($0.key, $0.value) })
  }

  /// The member `key` of an object; nil when there is none or this is not an object.
  public subscript(_ key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string, else nil.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of an integer, else nil.
  public var integer: Int64? {
    if case .integer(let value) = self { value } else { nil }
  }

  /// The value of a number or integer, else nil. Integers above 2^53 are rounded.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// The value of a boolean, else nil.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of an array, else nil.
  public var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members of an object, else nil.
  public var object: [JSONMember]? {
    if case .object(let members) = self { members } else { nil }
  }
}

/// A name and a value in an object.
public struct JSONMember: Equatable, Sendable {
  /// The name.
  public var key: String
  /// The value.
  public var value: JSONValue

  /// A member of an object.
  public init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

/// A text that is not the JSON asked for, and where.
public struct JSONError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The offset in bytes from the beginning; the first byte is 0.
  public var byte: Int
  /// The line; the first is 1.
  public var line: Int
  /// Where in the line, in bytes; the first is 1.
  public var column: Int
  /// What is wrong.
  public var reason: String

  /// An error at a place.
  public init(byte: Int, line: Int, column: Int, reason: String) {
    self.byte = byte
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// The place and what is wrong.
  public var description: String { "\(line):\(column): \(reason)" }
}

/// What a JSON text may hold.
public struct JSONLimits: Equatable, Sendable {
  /// Arrays and objects inside each other: 64.
  public var depth = 64
  /// Characters of a number: 64.
  public var number = 64
  /// Bytes of a string as written, keys too; nil is no limit but that of the text.
  public var string: Int?
  /// Whether strings may hold U+0000. They may not: C interfaces end there.
  public var allowsNUL = false

  /// The usual limits, with one for strings if given.
  public init(string: Int? = nil) { self.string = string }
}

extension JSONValue {
  /// Reads one JSON value (RFC 8259) from UTF-8, strictly: finite numbers, integers that fit 64 bits, no key
  /// twice in an object, no lone surrogates, nothing behind the value but white space.
  public static func parse(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONValue
  {
    var parser = JSONParser(bytes: bytes[...], limits: limits)
    return try parser.parse()
  }

  /// Reads one JSON value from text; see ``parse(_:limits:)-([UInt8],_)``.
  public static func parse(_ text: String, limits: JSONLimits = JSONLimits()) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8), limits: limits)
  }
}
