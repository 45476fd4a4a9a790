/// A body that has no entry among the names, as one place of the text describes it.
struct Stranger {
  /// The file's number where only the form is new.
  var actor: Int?
  /// As it stands in the text.
  var name: String
  var kind: String
  var side: String
  var span: Range<Int>
  /// «правительство Чувашии» does not.
  private var beginsWithCapital = true
  /// The forms in which the text may name it again, each cut into words of small letters.
  var forms: [[String]] = []

  init(_ words: ArraySlice<Word>, _ bytes: [UInt8], kind: String, side: String, known: Set<String>) {
    span = words.first!.span.lowerBound..<words.last!.span.upperBound
    name = String(decoding: bytes[span], as: UTF8.self)
    self.kind = kind
    self.side = side
    beginsWithCapital = words.first!.isCapital
    let texts = words.map(\.text)
    forms = [texts]
    // "Keysi" for "Keysi Microelectronics": a name of its own, neither a place nor a plain word.
    if texts.count > 1, kind == "company" || kind == "fund", words.first!.isCapital,
      texts[0].utf8.count >= 4, BodyShape.kind(texts[0]) == nil, !known.contains(texts[0])
    {
      forms.append([texts[0]])
    }
  }

  init(han span: Range<Int>, name: String, kind: String, side: String) {
    (self.span, self.name, self.kind, self.side) = (span, name, kind, side)
    forms = [name.map { String($0) }]
  }

  /// Where a sentence names it, if it does.
  func place(in words: [Word]) -> Range<Int>? {
    for form in forms {
      guard words.count >= form.count else { continue }
      for at in 0...(words.count - form.count) where agrees(words[at..<(at + form.count)], form) {
        return words[at].span.lowerBound..<words[at + form.count - 1].span.upperBound
      }
    }
    return nil
  }

  private func agrees(_ words: ArraySlice<Word>, _ form: [String]) -> Bool {
    guard !beginsWithCapital || words.first!.isCapital || words.first!.kind != .letters else { return false }
    return zip(words, form).allSatisfy { word, wanted in
      word.text == wanted || Self.isInflected(word.text, wanted)
    }
  }

  /// Russian endings: the same up to the last two letters.
  private static func isInflected(_ a: String, _ b: String) -> Bool {
    guard let lead = b.utf8.first, lead >= 0xD0, lead <= 0xD1, b.utf8.count >= 10 else { return false }
    let stem = b.dropLast(2)
    return a.hasPrefix(stem) && a.utf8.count <= b.utf8.count + 6
  }
}
