/// What stands in the search index for a text: its words as they are folded, and each Chinese character by itself, with
/// a blank behind each.
///
/// Two runs of Chinese characters have a sign between them: without it 中俄，美国 would hold 中 俄 美 国 side by side,
/// as 中俄美国 does, and a search for 俄美 would find it.
enum SearchTerms {
  /// U+E000, which no text means anything by, and no query can ask for.
  static let separator = "\u{E000}"

  /// The terms in order of place.
  static func joined(_ text: [UInt8]) -> [UInt8] { joined(text) { _, _, _, _ in } }

  /// As above, and hands over each term: its place in the text, its place in what was written so far, and whether it is
  /// a Chinese character or the sign between two runs.
  @inline(__always)
  static func joined(
    _ text: [UInt8],
    _ body: (_ span: Range<Int>, _ term: Range<Int>, _ output: UnsafeMutablePointer<UInt8>, _ isHan: Bool) ->
      Void
  ) -> [UInt8] {
    // A character takes one byte more, with the sign before it four; a sign has a mark before it in the text.
    [UInt8](unsafeUninitializedCapacity: 2 * text.count + 16) { buffer, count in
      text.withUnsafeBufferPointer { bytes in
        var writer = SearchWriter(bytes, buffer.baseAddress!)
        writer.run(body)
        count = writer.count
      }
    }
  }
}

/// One term of a text with its place.
struct SearchTerm: Hashable {
  /// As it stands in the index.
  var text: String
  var span: Range<Int>
  var isHan: Bool

  /// The terms of a text in order.
  static func all(in bytes: [UInt8]) -> [SearchTerm] {
    var terms: [SearchTerm] = []
    _ = SearchTerms.joined(bytes) { span, term, output, isHan in
      let text = UnsafeBufferPointer(start: output + term.lowerBound, count: term.count)
      terms.append(SearchTerm(text: String(decoding: text, as: UTF8.self), span: span, isHan: isHan))
    }
    return terms
  }
}
