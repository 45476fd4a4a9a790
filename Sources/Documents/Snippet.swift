/// The place in a text that shows why it was found.
public struct Snippet: Hashable, Sendable {
  /// The words, from the original text.
  public var text: String
  /// Byte offsets of the text shown.
  public var span: Range<Int>
  /// Byte offsets of the first word that was asked for.
  public var match: Range<Int>

  /// The sentence around the first word of `bytes` that the query asks for, else some 80 characters; nil if it
  /// asks for none of them.
  public init?(of query: SearchQuery, in bytes: [UInt8], passages: [Passage] = []) {
    guard let word = SearchWord.all(in: bytes, 0..<bytes.count).first(where: query.accepts) else {
      return nil
    }
    match = word.span
    let sentence = passages.first { $0.kind != .paragraph && $0.span.contains(word.span.lowerBound) }
    span = sentence?.span ?? Self.surroundings(of: word.span, in: bytes)
    text = String(decoding: bytes[span], as: UTF8.self)
  }

  /// As above, of a text without passages.
  public init?(of query: SearchQuery, in text: String) { self.init(of: query, in: Array(text.utf8)) }

  /// Forty characters to each side, not across lines.
  private static func surroundings(of word: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (word.lowerBound, word.upperBound)
    for _ in 0..<40 where start > 0 && bytes[start - 1] != 0x0A {
      repeat { start -= 1 } while start > 0 && bytes[start] & 0xC0 == 0x80
    }
    for _ in 0..<40 where end < bytes.count && bytes[end] != 0x0A {
      repeat { end += 1 } while end < bytes.count && bytes[end] & 0xC0 == 0x80
    }
    return bytes.trimmed(start..<end)
  }
}
