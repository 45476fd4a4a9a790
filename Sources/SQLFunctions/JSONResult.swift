internal import Formats
internal import SQLite

extension Value {
  /// Several numbers as one JSON object, each in the shortest form that reads back the same; null for what is
  /// undefined or infinite.
  static func json(_ members: KeyValuePairs<String, JSONValue>) -> Value { json(.members(members)) }

  static func json(_ value: JSONValue) -> Value {
    .text(String(decoding: JSONWriter.compact(value), as: UTF8.self))
  }

  /// As a member of a JSON object.
  var member: JSONValue {
    switch self {
    case .integer(let number): .integer(number)
    case .real(let number): .number(number)
    case .text(let text): .string(text)
    case .null, .blob: .null
    }
  }
}

extension JSONValue {
  init(_ number: Double?) { self = number.map { .number($0) } ?? .null }
  init(_ number: Int) { self = .integer(Int64(number)) }
}
