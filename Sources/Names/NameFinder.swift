public import SQLite

/// Finds names and cues in texts: one pass, however many names there are.
public struct NameFinder: Sendable {
  /// A form to be found and the entries that are written so.
  private struct Group: Sendable {
    var automaton: Automaton
    var entries: [[NameEntry]]

    init(_ forms: [(form: [UInt8], entry: NameEntry)]) {
      let byForm = Dictionary(grouping: forms, by: \.form)
      automaton = Automaton(byForm.keys)
      entries = automaton.patterns.map { byForm[$0]!.map(\.entry) }
    }
  }

  private let plain: Group
  /// Names in Cyrillic, cut to stems: Russian inflects them.
  private let stemmed: Group

  /// Compiles the names and cues of a file.
  public init(_ connection: Connection) throws { try self.init(NameEntry.all(in: connection)) }

  init(_ entries: [NameEntry]) {
    plain = Group(entries.map { (FoldedText(Array($0.text.utf8)).bytes, $0) })
    let inflected = entries.filter {
      $0.kind == .actor && $0.letterCase != .exact && Script(of: $0.text) != .han
    }
    stemmed = Group(
      inflected.compactMap { entry in
        let text = FoldedText(Array(entry.text.utf8))
        return text.bytes.contains { 0xD0...0xD3 ~= $0 } ? (StemmedText(text).bytes, entry) : nil
      })
  }

  /// What is named in `text`, in order of place.
  ///
  /// Of overlapping matches of one kind the leftmost stays, and of those the longest. A cue inside the name of a
  /// body is part of the name; only the name of a joint body shows a mechanism. Cues are looked for in texts of their language only; nil looks for all.
  public func matches(in text: [UInt8], language: String?) -> [Match] {
    let folded = FoldedText(text)
    var found: [Match] = []
    plain.automaton.search(folded.bytes) { pattern, end in
      let start = end - plain.automaton.patterns[pattern].count
      for entry in plain.entries[pattern]
      where language == nil || entry.kind == .actor || entry.language == language {
        if let match = match(entry, start..<end, in: folded) { found.append(match) }
      }
    }
    let stems = StemmedText(folded)
    stemmed.automaton.search(stems.bytes) { pattern, end in
      let range = (end - stemmed.automaton.patterns[pattern].count)..<end
      guard stems.isWordStart(range.lowerBound, in: folded), stems.isWordEnd(end, in: folded) else { return }
      let words = stems.words(range, in: folded)
      for entry in stemmed.entries[pattern] where folded.isCapital(at: words.lowerBound) {
        found.append(Match(entry, folded.span(words)))
      }
    }
    return Overlaps.resolve(found)
  }

  /// The match, if words begin and end where the script has words, and capitals are as they should be.
  private func match(_ entry: NameEntry, _ range: Range<Int>, in text: FoldedText) -> Match? {
    var end = range.upperBound
    if text.isLetter(at: range.lowerBound), text.isLetter(before: range.lowerBound) { return nil }
    if text.isLetter(before: end), text.isLetter(at: end) {
      guard entry.isOpen else { return nil }
      end = text.endOfLetters(from: end)
    }
    if entry.isMetonym, text.isLocated(at: range.lowerBound) { return nil }
    switch entry.letterCase {
    case .any: break
    case .initial: if !text.isCapital(at: range.lowerBound) { return nil }
    case .exact: if !hasCapitals(of: entry, text, range) { return nil }
    }
    return Match(entry, text.span(range.lowerBound..<end))
  }

  private func hasCapitals(of entry: NameEntry, _ text: FoldedText, _ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      // Continuation bytes have no case of their own.
      text.bytes[index] & 0xC0 == 0x80
        || text.isCapital(at: index) == entry.capitals[index - range.lowerBound]
    }
  }
}

extension Match {
  fileprivate init(_ entry: NameEntry, _ span: Range<Int>) {
    self.init(
      kind: entry.kind, code: entry.code, actor: entry.actor, start: span.lowerBound, end: span.upperBound,
      language: entry.language, isWeak: entry.isWeak)
    isProper = entry.isProper
    isJoint = entry.isJoint
  }
}
