/// The line `From sender Wed Jun  5 10:00:00 2019` that begins a mail in a box.
enum MailBox {
  /// A sentence may begin with "From" too: the line has a clock time, and a header line follows.
  static func isSeparator(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard bytes[start...].starts(with: "From ".utf8) else { return false }
    let line = MailHeader.line(bytes, start, bytes.count)
    let text = bytes[line.content]
    guard text.count < 300, hasClock(text) else { return false }
    let next = bytes[line.next...].prefix(80)
    guard let colon = next.firstIndex(of: UInt8(ascii: ":")), colon > line.next else { return false }
    return next[..<colon].allSatisfy { $0 == 0x2D || (0x41...0x5A).contains($0 & 0xDF) }
  }

  /// Digits around two colons.
  private static func hasClock(_ text: ArraySlice<UInt8>) -> Bool {
    let words = text.split(separator: 0x20)
    return words.contains { word in
      word.split(separator: UInt8(ascii: ":")).count == 3
        && word.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ":") }
    }
  }
}
