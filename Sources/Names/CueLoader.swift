public import Records
internal import SQLite

/// Loads the words by which texts name a code.
///
/// The kind is that of the file, or stands in a column `kind`.
public struct CueLoader: TableLoader {
  /// What people call the table.
  public static let name = "cues"
  /// Columns that must be there.
  public static let required = ["language", "code", "cue"]
  /// Columns that may be there.
  public static let optional = ["kind", "strength", "note"]

  private let kind: NameKind?
  /// The codes of the vocabularies, read once.
  private var known: [NameKind: Set<String>] = [:]

  /// A loader of cues of any kind, which the column `kind` names.
  public init() { kind = nil }
  /// A loader of cues of one kind.
  public init(kind: NameKind) { self.kind = kind }

  /// Enters a row, or passes it over.
  /// - Throws: `RowRefusal`, `SQLiteError`.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let kind = try kind ?? named(in: row)
    let code = try row.required("code")
    try check(code, kind, context.connection)
    let language = try row.required("language")
    let cue = try row.requiredText("cue")
    guard cue.contains(where: { $0.isLetter || $0.isNumber }), !cue.dropLast().contains("*") else {
      throw RowRefusal(
        column: "cue", value: cue, reason: "the cue holds no word, or a star inside",
        hint: "Write a word or phrase; a star may stand at its end.")
    }
    // A table without the column says nothing about strength: that of a known cue stays.
    let strength = try ("strength", strength(in: row).value) as WantedRow.Cell
    let isStated = row.cells["strength"] != nil
    return try WantedRow(
      table: "cue",
      key: [
        ("kind", kind.rawValue.value), ("language", language.value), ("code", code.value), ("cue", cue.value),
      ],
      content: (isStated ? [strength] : []) + [("note", row.text("note").value)],
      initial: isStated ? [] : [strength]
    ).store(context)
  }

  private func named(in row: TableRow) throws(RowRefusal) -> NameKind {
    let name = try row.required("kind")
    guard let kind = NameKind(rawValue: name), kind != .actor else {
      throw RowRefusal(
        column: "kind", value: name, reason: "there is no kind of cue \(name)",
        hint: "One of: \(NameKind.allCases.filter { $0 != .actor }.map(\.rawValue).joined(separator: ", ")).")
    }
    return kind
  }

  private func strength(in row: TableRow) throws(RowRefusal) -> String {
    let name = row["strength"] ?? CueStrength.strong.rawValue
    if let strength = CueStrength(rawValue: name) { return strength.rawValue }
    throw RowRefusal(
      column: "strength", value: name, reason: "strength has no such value",
      hint: "One of: \(CueStrength.allCases.map(\.rawValue).joined(separator: ", ")).")
  }

  private mutating func check(_ code: String, _ kind: NameKind, _ db: Connection) throws {
    if known[kind] == nil, let codes = try codes(of: kind, db) { known[kind] = codes }
    guard let codes = known[kind], !codes.contains(code) else { return }
    throw RowRefusal(
      column: "code", value: code, reason: "there is no \(kind.rawValue) \(code)",
      hint: "One of: \(codes.sorted().joined(separator: ", ")).")
  }

  private func codes(of kind: NameKind, _ db: Connection) throws -> Set<String>? {
    guard let table = kind.vocabulary else { return kind.codes.map(Set.init) }
    return Set(
      try db.rows("SELECT code FROM \(identifier: table) WHERE withdrawn = 0") {
        try $0.get(0, as: String.self)
      })
  }
}
