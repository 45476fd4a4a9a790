internal import Formats

/// The header of a mail or of a part of one (RFC 5322, RFC 2045).
struct MailHeader {
  private var fields: [(name: String, value: [UInt8])] = []
  /// Where the body begins.
  private(set) var end: Int

  /// A header has a few dozen lines; one that runs on is read so far.
  private static let longest = 1000

  init(_ bytes: [UInt8], in range: Range<Int>) {
    end = range.lowerBound
    for _ in 0..<Self.longest {
      let line = Self.line(bytes, end, range.upperBound)
      let isBlank = line.content.isEmpty
      if isBlank || end >= range.upperBound {
        end = line.next
        return
      }
      let isFolded = [0x20, 0x09].contains(bytes[line.content.lowerBound])
      if isFolded, !fields.isEmpty {
        // Enough for any address list.
        if fields[fields.count - 1].value.count < 64 << 10 {
          fields[fields.count - 1].value += bytes[line.content]
        }
      } else if let colon = bytes[line.content].firstIndex(of: UInt8(ascii: ":")) {
        let name = String(decoding: bytes[line.content.lowerBound..<colon], as: UTF8.self).lowercased()
        fields.append((name, Array(bytes[(colon + 1)..<line.content.upperBound])))
      }
      end = line.next
    }
  }

  /// The line that begins at `start`, and where the next one does.
  static func line(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> (content: Range<Int>, next: Int) {
    guard start < limit else { return (limit..<limit, limit) }
    let feed = bytes[start..<limit].firstIndex(of: 0x0A) ?? limit
    let end = feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed
    return (start..<end, min(feed + 1, limit))
  }

  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  /// The value of the first field of a name, its encoded words read; nil where there is none.
  subscript(_ name: String) -> String? {
    guard let value = fields.first(where: { $0.name == name })?.value else { return nil }
    let text = EncodedWords.text(value)
    return text.isEmpty ? nil : text
  }

  /// True if the bytes begin with the header of a mail or of a saved page. A text may begin with `Title:` and
  /// `Date:` too, so that the fields of mails alone count.
  static func isMail(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.prefix(80).firstIndex(of: UInt8(ascii: ":")),
      bytes[..<first].allSatisfy({ $0 == 0x2D || (0x41...0x5A).contains($0 & 0xDF) })
    else { return false }
    let header = MailHeader(bytes, in: 0..<min(bytes.count, 64 << 10))
    if header.has("mime-version") || header.has("message-id") || header.has("received") { return true }
    return header.has("from") && header.has("subject") && (header.has("date") || header.has("to"))
  }
}

/// A value with parameters, as `text/html; charset="utf-8"`.
struct MailParameters {
  let value: String
  private var parameters: [String: String] = [:]

  init(_ text: String) {
    var parts: [String] = [""]
    var isQuoted = false
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    value = parts[0].lowercased().filter { !$0.isWhitespace }
    for part in parts.dropFirst() {
      guard let equals = part.firstIndex(of: "=") else { continue }
      let key = part[..<equals].lowercased().filter { !$0.isWhitespace }
      let said = String(part[part.index(after: equals)...].drop { $0 == " " }).filter { $0 != "\"" }
      // RFC 2231: `name*0*=UTF-8''%D0%B0; name*1=.txt` is one value in pieces.
      let name = String(key.prefix { $0 != "*" })
      let isPiece = key.count > name.count + 1
      if isPiece || parameters[name] == nil {
        parameters[name, default: ""] += key.hasSuffix("*") ? Self.unescaped(said) : said
      }
    }
  }

  subscript(_ name: String) -> String? { parameters[name] }

  private static func unescaped(_ text: String) -> String {
    let raw = text.lastIndex(of: "'").map { text[text.index(after: $0)...] } ?? text[...]
    return String(
      decoding: TransferDecoding.escapes(Array(raw.utf8)[...], mark: UInt8(ascii: "%")), as: UTF8.self)
  }
}
