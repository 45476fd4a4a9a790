/// What stands in the search index for a text: its words as they are folded, and of a run of Chinese characters
/// the overlapping pairs and, last, the last character alone.
///
/// The single character at the end parts one run from the next: without it 中俄，俄美 would hold 中俄 俄美 side by
/// side, as 中俄美 does, and a search for that would find it.
enum SearchTerms {
  /// The terms with a blank behind each, in order of place.
  static func joined(_ text: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count + text.count / 2)
    text.withUnsafeBufferPointer { bytes in
      forEach(bytes, 0..<bytes.count) { span, second in
        SearchFold.append(bytes, span, to: &output)
        if let second { SearchFold.append(bytes, second, to: &output) }
        output.append(0x20)
      }
    }
    return output
  }

  /// Hands over each term: a word or a Chinese character and, for a pair, the character behind it.
  static func forEach(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ body: (_ span: Range<Int>, _ second: Range<Int>?) -> Void
  ) {
    var scanner = SearchScanner(bytes, range)
    var open: Range<Int>?
    while let (kind, span) = scanner.next() {
      if let first = open {
        let isRun = kind == .han && first.upperBound == span.lowerBound
        body(first, isRun ? span : nil)
        open = nil
      }
      if kind == .han { open = span } else { body(span, nil) }
    }
    if let open { body(open, nil) }
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
    bytes.withUnsafeBufferPointer { buffer in
      SearchTerms.forEach(buffer, 0..<buffer.count) { span, second in
        var folded: [UInt8] = []
        SearchFold.append(buffer, span, to: &folded)
        if let second { SearchFold.append(buffer, second, to: &folded) }
        let whole = span.lowerBound..<(second ?? span).upperBound
        terms.append(
          SearchTerm(
            text: String(decoding: folded, as: UTF8.self), span: whole,
            isHan: SearchFold.isHan(UTF8Scalar.decode(buffer, span.lowerBound, buffer.count).0)))
      }
    }
    return terms
  }
}
