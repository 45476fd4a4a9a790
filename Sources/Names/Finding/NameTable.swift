internal import SQLite

/// The SQL of what is looked for. The order is a rank: of equal finds the first stays.
enum NameTable {
  /// Every name and cue of the file that is not withdrawn: actors' own names, aliases, cues.
  static func all(in db: Connection) throws -> [NameEntry] {
    var entries: [NameEntry] = []
    try db.forEach("SELECT id, name, side FROM actor WHERE withdrawn = 0 ORDER BY id") { row in
      let name: String = try row.get(1)
      var entry = try NameEntry(kind: .actor, code: name, actor: row.get(0), language: "", written: name)
      entry.isProper = true
      try entry.setSide(row.get(2))
      entries.append(entry)
    }
    try db.forEach(
      """
      SELECT a.id, a.name, l.language, l.alias, a.side, l.ambiguous, a.kind
      FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE l.withdrawn = 0 AND a.withdrawn = 0 ORDER BY a.id, l.language, l.position
      """
    ) { row in
      var entry = try NameEntry(
        kind: .actor, code: row.get(1), actor: row.get(0), language: row.get(2), written: row.get(3))
      try entry.setSide(row.get(4))
      entry.isAmbiguous = try row.get(5) || (entry.isShortAbbreviation && row.get(6) != "state")
      entries.append(entry)
    }
    try db.forEach(
      """
      SELECT kind, code, language, cue, strength FROM cue WHERE withdrawn = 0
      ORDER BY kind, code, language, strength = 'weak', id
      """
    ) { row in
      if let entry = try NameEntry(cue: row) { entries.append(entry) }
    }
    return entries.filter { $0.symbols.count > 1 }
  }
}

extension NameEntry {
  fileprivate mutating func setSide(_ side: String) {
    isJoint = side == "joint"
    sides = Sides(ofActor: side)
  }

  fileprivate init?(cue row: Row) throws {
    // A kind this program does not know was loaded by a newer one.
    guard let kind = try NameKind(rawValue: row.get(0)), kind.isFound else { return nil }
    try self.init(kind: kind, code: row.get(1), language: row.get(2), written: row.get(3))
    let strength = try CueStrength(rawValue: row.get(4))
    isWeak = strength == .weak
    isMetonym = strength == .metonym
    if !isWeak { sides = Sides(ofCue: kind, code) }
  }
}
