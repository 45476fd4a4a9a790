/// The place in a text that shows why it was found.
public struct Snippet: Hashable, Sendable {
  /// The words, from the original text.
  public var text: String
  /// Byte offsets of the text shown.
  public var span: Range<Int>
  /// Byte offsets of the first word that was asked for.
  public var match: Range<Int>

  /// The sentence around the first place of `bytes` that has a part of the query, else some 80 characters; nil
  /// if none has.
  public init?(of query: SearchQuery, in bytes: [UInt8], passages: [Passage] = []) {
    let terms = SearchTerm.all(in: bytes)
    guard let found = terms.indices.first(where: { query.part(of: terms, at: $0) != nil }),
      let part = query.part(of: terms, at: found)
    else { return nil }
    // A Chinese word is as many terms as it has characters.
    var last = found
    while last + 1 < found + part.count, terms[last].isHan, terms[last + 1].isHan { last += 1 }
    match = terms[found].span.lowerBound..<terms[last].span.upperBound
    let sentence = passages.first { $0.kind != .paragraph && $0.span.contains(terms[found].span.lowerBound) }
    span = sentence?.span ?? Self.surroundings(of: match, in: bytes)
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
