public import Formats
public import SQLite

extension JSONValue {
  /// A value of SQLite as exports have it; a blob has no place in one and becomes null.
  public init(exported value: Value) {
    self =
      switch value {
      case .null, .blob: .null
      case .integer(let number): .integer(number)
      case .real(let number): .number(number)
      case .text(let text): .string(text)
      }
  }
}
