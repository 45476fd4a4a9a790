internal import SQLite

/// One name or cue to be found, and how.
struct NameEntry: Sendable {
  /// What the text must have beside the letters.
  enum Case: Sendable {
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
  /// The name without its star.
  var text: String
  /// True if the word may go on.
  var isOpen = false
  var letterCase: Case
  /// Where the case has to be exact: for each byte of the folded name whether it is a capital.
  var capitals: [Bool] = []
  /// True for a city that also stands for its state: "Moscow said", but not "in Moscow".
  var isMetonym = false
  /// True for an actor's own name, false for an alias.
  var isProper = false
  /// True for a body whose members are Chinese and Russian.
  var isJoint = false

  init(kind: NameKind, code: String, actor: Int? = nil, language: String, written: String) {
    self.kind = kind
    self.code = code
    self.actor = actor
    self.language = language
    isOpen = written.hasSuffix("*")
    text = isOpen ? String(written.dropLast()) : written
    letterCase = Self.letterCase(of: text, kind)
    if letterCase == .exact {
      let folded = FoldedText(Array(text.utf8))
      capitals = folded.bytes.indices.map(folded.isCapital)
    }
  }

  private static func letterCase(of text: String, _ kind: NameKind) -> Case {
    let letters = text.filter(\.isLetter)
    let capitals = letters.filter(\.isUppercase).count
    if capitals == letters.count, capitals > 0 { return .exact }
    if capitals > 1, letters.count <= 5, !text.contains(" ") { return .exact }
    let isName = kind == .actor || kind == .state || kind == .place
    return isName && text.first?.isUppercase == true ? .initial : .any
  }

  /// Every name and cue of the file that is not withdrawn.
  static func all(in db: Connection) throws -> [NameEntry] {
    var entries = try db.rows(
      "SELECT kind, code, language, cue, strength FROM cue WHERE withdrawn = 0 ORDER BY id",
      NameEntry.init(cue:)
    ).compactMap(\.self)
    try db.forEach("SELECT id, name, side FROM actor WHERE withdrawn = 0 ORDER BY id") { row in
      let name: String = try row.get(1)
      var entry = try NameEntry(kind: .actor, code: name, actor: row.get(0), language: "", written: name)
      entry.isProper = true
      entry.isJoint = try row.get(2) == "joint"
      entries.append(entry)
    }
    try db.forEach(
      """
      SELECT a.id, a.name, l.language, l.alias, a.side FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE l.withdrawn = 0 AND a.withdrawn = 0 ORDER BY a.id, l.position
      """
    ) { row in
      var entry = try NameEntry(
        kind: .actor, code: row.get(1), actor: row.get(0), language: row.get(2), written: row.get(3))
      entry.isJoint = try row.get(4) == "joint"
      entries.append(entry)
    }
    return entries.filter { $0.text.count > 1 }
  }

  private init?(cue row: Row) throws {
    // A kind this program does not know was loaded by a newer one.
    guard let kind = try NameKind(rawValue: row.get(0)) else { return nil }
    try self.init(kind: kind, code: row.get(1), language: row.get(2), written: row.get(3))
    let strength = try CueStrength(rawValue: row.get(4))
    isWeak = strength == .weak
    isMetonym = strength == .metonym
  }
}
