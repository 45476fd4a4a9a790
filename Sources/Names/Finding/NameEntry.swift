internal import SQLite

/// One name or cue to be found, and how.
struct NameEntry: Sendable {
  /// What the text must have beside the letters.
  enum Case: BitwiseCopyable, Sendable {
    /// Any.
    case any
    /// A capital at the start: names of bodies and countries.
    case initial
    /// Capitals and small letters exactly as written: abbreviations, which are words otherwise.
    case exact
  }

  var kind: NameKind
  var code: String
  var actor: Int?
  var language: String
  var isWeak = false
  /// True for a city that also stands for its state: "Moscow said", but not "in Moscow".
  var isMetonym = false
  /// True for an actor's own name, false for an alias.
  var isProper = false
  /// True for a body whose members are Chinese and Russian.
  var isJoint = false
  /// Of a body, or of a word for a state or place: the sides it belongs to.
  var sides: Sides = []
  /// True for a name that is also a word or another's: it counts only in context.
  var isAmbiguous = false
  /// True if the word may go on.
  let isOpen: Bool
  let letterCase: Case
  /// Folded, without its star; empty for one that cannot be looked for.
  let symbols: [Folding.Symbol]
  /// For each symbol whether it was written as a capital.
  let capitals: [Bool]

  init(kind: NameKind, code: String, actor: Int? = nil, language: String, written: String) {
    self.kind = kind
    self.code = code
    self.actor = actor
    self.language = language
    isOpen = written.utf8.last == UInt8(ascii: "*")
    let name = isOpen ? String(written.dropLast()) : written
    (symbols, capitals) = Folding.shared.fold(name: name)
    letterCase = Self.letterCase(symbols, capitals, kind)
  }

  private static func letterCase(_ symbols: [Folding.Symbol], _ capitals: [Bool], _ kind: NameKind) -> Case {
    let letters = symbols.count { Folding.isHan($0) || (Folding.isWord($0) && $0 > 0x39) }
    let count = capitals.count(where: \.self)
    if count == letters, count > 0 { return .exact }
    if count > 1, letters <= 5, !symbols.contains(Folding.blank) { return .exact }
    let isName = kind == .actor || kind == .state || kind == .place || kind == .leader
    return isName && capitals.first == true ? .initial : .any
  }

  /// True for capitals of the Latin alphabet that are too few to mean one body: HIT, MSU, CAS.
  var isShortAbbreviation: Bool {
    letterCase == .exact && symbols.count <= 3 && symbols.allSatisfy { 0x61...0x7A ~= $0 }
  }

  /// What is looked for: one pattern, or more where the name inflects or may have blanks for its hyphens.
  var patterns: [[Folding.Symbol]] {
    guard kind == .actor else { return [symbols] }
    var spellings = [symbols]
    if symbols.contains(Folding.hyphen), letterCase != .exact {
      spellings.append(symbols.map { $0 == Folding.hyphen ? Folding.blank : $0 })
    }
    guard letterCase != .exact, symbols.contains(where: Folding.isCyrillic) else { return spellings }
    return spellings.flatMap { Inflection.patterns(of: $0, capitals: capitals) }
  }
}
