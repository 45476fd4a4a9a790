public import SQLite

extension SQL {
  /// The statement with its values written out, to be shown to people. The program runs the bound form;
  /// this text is for pasting into `sqlite3` or another client.
  ///
  /// Only for statements of ours: their literals hold no question mark.
  public var pasteable: String {
    var out = ""
    var values = values[...]
    for character in text {
      if character == "?", let value = values.popFirst() {
        out += value.literal
      } else {
        out.append(character)
      }
    }
    return out + ";"
  }
}

extension Value {
  /// As SQL writes it.
  fileprivate var literal: String {
    switch self {
    case .null: "NULL"
    case .integer(let number): String(number)
    case .real(let number): String(number)
    case .text(let text):
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case .blob(let bytes):
      "x'" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "'"
    }
  }
}
