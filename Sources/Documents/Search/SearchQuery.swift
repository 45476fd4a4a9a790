internal import Formats
public import SQLite

/// What a person asks the search index for: words, all of which must occur, in any inflected form; a phrase in
/// double quotes; the beginning of a word with a star behind it.
public struct SearchQuery: Sendable {
  /// One place of a phrase, or a word by itself.
  enum Slot: Hashable, Sendable {
    /// Any of these terms.
    case anyOf([String])
    case beginning(String)
  }

  /// Slots that stand side by side.
  typealias Part = [Slot]

  /// The parts that no index could find, such as marks alone.
  public private(set) var unusable: [String] = []
  /// Words that nothing in the file has, in any form.
  public private(set) var missing: [String] = []
  private(set) var parts: [Part] = []

  /// Never refuses a text: what cannot be used, and what is nowhere, is listed.
  /// - Parameters:
  ///   - text: as it was typed.
  ///   - connection: the file whose words the forms are looked up in.
  /// - Throws: `SQLiteError`.
  public init(_ text: String, in connection: Connection) throws {
    let vocabulary = SearchVocabulary(connection)
    // Every second piece stands between quotes; a quote left open runs to the end.
    for (index, piece) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        try add(String(piece), vocabulary)
      } else {
        for word in piece.split(whereSeparator: \.isWhitespace) { try add(String(word), vocabulary) }
      }
    }
  }

  /// True if nothing in it can be looked for.
  public var isEmpty: Bool { parts.isEmpty }

  private mutating func add(_ text: String, _ vocabulary: SearchVocabulary) throws {
    let terms = SearchTerm.all(in: Array(NFC.normalized(text).utf8))
    guard !terms.isEmpty else {
      if text.contains(where: { !$0.isWhitespace }) { unusable.append(text) }
      return
    }
    var part = Part()
    for (index, term) in terms.enumerated() {
      if term.isHan {
        part.append(.anyOf([term.text]))
      } else if index == terms.count - 1, text.hasSuffix("*") {
        part.append(.beginning(term.text))
      } else {
        let forms = try vocabulary.forms(of: term.text)
        if forms.isEmpty { missing.append(term.text) }
        part.append(.anyOf(forms.isEmpty ? [term.text] : forms))
      }
    }
    parts.append(part)
  }

  /// The part that the terms from `start` on are.
  func part(of terms: [SearchTerm], at start: Int) -> Part? {
    parts.first { Self.matches($0, terms, at: start) }
  }

  static func matches(_ part: Part, _ terms: [SearchTerm], at start: Int) -> Bool {
    guard start + part.count <= terms.count else { return false }
    return part.indices.allSatisfy { accepts(part[$0], terms[start + $0].text) }
  }

  static func accepts(_ slot: Slot, _ term: some StringProtocol) -> Bool {
    switch slot {
    case .anyOf(let forms): forms.contains { $0 == term }
    case .beginning(let start): term.hasPrefix(start)
    }
  }
}
