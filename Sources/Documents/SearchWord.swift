internal import Names

/// One unit of a text as the search index knows it: the stem of a word, a number, a pair of Chinese characters.
struct SearchWord: Hashable {
  /// What stands in the index.
  var term: String
  /// The word in small letters.
  var word: String
  var span: Range<Int>

  /// The units of a text in order. A run of Chinese characters gives its overlapping pairs; one alone gives
  /// itself.
  static func all(in bytes: [UInt8], _ range: Range<Int>) -> [SearchWord] {
    var words: [SearchWord] = []
    var run: [Token] = []
    func finish() {
      if run.count == 1 { words.append(SearchWord(term: run[0].text, word: run[0].text, span: run[0].span)) }
      for (first, second) in zip(run, run.dropFirst()) {
        let pair = first.text + second.text
        words.append(SearchWord(term: pair, word: pair, span: first.span.lowerBound..<second.span.upperBound))
      }
      run = []
    }
    for token in Token.all(in: bytes, range) {
      if token.kind != .han || run.last.map({ $0.span.upperBound != token.span.lowerBound }) ?? false {
        finish()
      }
      switch token.kind {
      case .han: run.append(token)
      case .word: words.append(SearchWord(term: Stem.of(token.text), word: token.text, span: token.span))
      case .number: words.append(SearchWord(term: token.text, word: token.text, span: token.span))
      case .mark: break
      }
    }
    finish()
    return words
  }

  static func all(in text: String) -> [SearchWord] {
    let bytes = Array(text.utf8)
    return all(in: bytes, 0..<bytes.count)
  }
}
