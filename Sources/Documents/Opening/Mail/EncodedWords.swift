internal import Formats
internal import Records

/// Header values with words in other encodings (RFC 2047): `=?koi8-r?B?8NLJ18XU?=`.
enum EncodedWords {
  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var at = 0
    var wasWord = false
    var blanks = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "="), let word = word(bytes, at) {
        // Blanks between two encoded words only fold the line.
        if wasWord { out.removeLast(blanks) }
        out += word.text
        (at, wasWord, blanks) = (word.end, true, 0)
        continue
      }
      let isBlank = [0x20, 0x09, 0x0D, 0x0A].contains(bytes[at])
      out.append(isBlank ? 0x20 : bytes[at])
      if isBlank { blanks += 1 } else { (wasWord, blanks) = (false, 0) }
      at += 1
    }
    out.removeAll { $0 == 0 }
    let readable = (try? Decoded(out))?.bytes ?? out
    return String(decoding: readable, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
  }

  /// One encoded word at `=?`; the words are short by their definition.
  private static func word(_ bytes: [UInt8], _ start: Int) -> (text: [UInt8], end: Int)? {
    let rest = bytes[start...].prefix(1000)
    guard rest.starts(with: "=?".utf8),
      let first = rest.dropFirst(2).firstIndex(of: UInt8(ascii: "?")), first + 2 < rest.endIndex,
      bytes[first + 2] == UInt8(ascii: "?"),
      let close = rest[(first + 3)...].firstIndex(of: UInt8(ascii: "?")), close + 1 < rest.endIndex,
      bytes[close + 1] == UInt8(ascii: "=")
    else { return nil }
    let name = String(decoding: rest[(start + 2)..<first], as: UTF8.self).prefix { $0 != "*" }
    let content = rest[(first + 3)..<close]
    let raw: [UInt8]?
    switch bytes[first + 1] | 0x20 {
    case UInt8(ascii: "b"): raw = Base64.bytes(content)
    case UInt8(ascii: "q"):
      raw = TransferDecoding.quotedPrintable(content.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }[...])
    default: raw = nil
    }
    guard let raw, !raw.contains(0), let text = try? Decoded(raw, declared: Encoding(label: String(name)))
    else {
      return nil
    }
    return (text.bytes, close + 2)
  }
}
