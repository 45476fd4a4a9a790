/// A tag with more attributes than any page has.
///
/// libxml2 compares each attribute with all before it, so that their number squared is time; it asks nobody
/// meanwhile, so that such a tag has to be found before.
enum CrowdedTag {
  private static let mostAttributes = 1_000

  /// Whether a tag of the page has more attributes than a page may have. What stands in scripts, style sheets and
  /// comments is passed over, as the parser does.
  static func isIn(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      while let open = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
        at = open + 1
        if bytes[at...].starts(with: "!--".utf8) {
          at = end(of: "-->", in: bytes, from: at)
        } else if isLetter(bytes, at) {
          let name = at
          guard let end = tag(bytes, from: at) else { return true }
          at = end
          for raw in ["script", "style"] where starts(bytes, at: name, with: raw) {
            at = self.end(of: "</\(raw)", in: bytes, from: at)
          }
        }
      }
      return false
    }
  }

  /// Where the tag ends; nil if it is crowded.
  private static func tag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var (at, attributes, quote, last) = (start, 0, UInt8(0), UInt8(0))
    while at < bytes.count {
      let byte = bytes[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return at + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), last == UInt8(ascii: "=") {
        quote = byte
      } else if isBlank(last) && !isBlank(byte) && byte != UInt8(ascii: "=") {
        attributes += 1
        if attributes > mostAttributes { return nil }
      }
      if quote == 0, !(isBlank(byte) && last == UInt8(ascii: "=")) { last = byte }
      at += 1
    }
    return at
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0x2F
  }

  private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at < bytes.count && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[at] | 0x20)
  }

  private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, with word: String) -> Bool {
    bytes.count - start >= word.utf8.count
      && zip(bytes[start...], word.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
  }

  private static func end(of mark: String, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let first = mark.utf8.first!
    var at = start
    while let found = bytes[at...].firstIndex(of: first) {
      if starts(bytes, at: found, with: mark) { return found + mark.utf8.count }
      at = found + 1
    }
    return bytes.count
  }
}
