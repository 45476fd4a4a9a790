internal import Formats
public import Records
public import SQLite

/// The SQL of outlets: who publishes, and on which hosts.
public enum OutletTable {
  /// The outlet with this name, or known by it; one not known yet is entered, to be described later.
  /// - Returns: its number.
  public static func ensure(name: String, _ context: LoadContext) throws -> Int {
    let name = NFC.normalized(name).trimmed
    if let id = try find(name: name, in: context.connection) { return id }
    try context.connection.execute(
      """
      INSERT INTO outlet (uid, name, provisional, change)
      VALUES (\(Identity.loaded("outlet", name)), \(name), 1, \(context.change.id))
      """)
    return context.connection.lastRowID
  }

  /// The outlet of this name, or else the one that has it among its other names.
  public static func find(name: String, in connection: Connection) throws -> Int? {
    if let id = try connection.value("SELECT id FROM outlet WHERE name = \(name)", as: Int.self) { return id }
    return try connection.value(
      """
      SELECT o.id FROM cue AS c JOIN outlet AS o ON o.name = c.code
      WHERE c.kind = \(OutletNames.kind) AND c.language = '' AND c.cue = \(name.lowercased()) AND c.withdrawn = 0
        AND o.withdrawn = 0
      ORDER BY c.id LIMIT 1
      """)
  }

  /// The outlet that publishes on a host, with or without `www.` before it.
  public static func find(host: String, in connection: Connection) throws -> Int? {
    let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return try connection.value(
      """
      SELECT h.outlet FROM outlet_host AS h JOIN outlet AS o ON o.id = h.outlet
      WHERE h.host IN (\(host), \(bare), \("www." + bare)) AND h.withdrawn = 0 AND o.withdrawn = 0
      ORDER BY h.host = \(host) DESC LIMIT 1
      """)
  }
}

/// Loads outlets, one row a host; other names of an outlet stand beside any of its hosts. An outlet entered in passing is completed by its first row.
public struct OutletLoader: TableLoader {
  /// What people call the table.
  public static let name = "outlets"
  /// Columns that must be there.
  public static let required = ["outlet", "host"]
  /// Columns that may be there.
  public static let optional = ["uid", "country", "language", "affiliation", "note", "names"]

  static let affiliations = [
    "cn-state", "ru-state", "third-state", "company", "independent", "academic", "international",
  ]

  /// A loader that has read nothing yet.
  public init() {}

  /// Enters a row, or passes it over.
  /// - Throws: `RowRefusal`, `SQLiteError`.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let name = try row.requiredText("outlet")
    let affiliation = row["affiliation"]
    if let affiliation, !Self.affiliations.contains(affiliation) {
      throw RowRefusal(
        column: "affiliation", value: affiliation, reason: "affiliation has no such value",
        hint: "One of: \(Self.affiliations.joined(separator: ", ")).")
    }
    let first = try outlet(name, affiliation, row).store(context)
    let held = try context.connection.first("SELECT id, withdrawn FROM outlet WHERE name = \(name)", \.values)
    guard let held, held[1] == .integer(0) else { return .skipped }
    var outcomes = [first]
    // An outlet may be known before any host of its own.
    if row["host"] != nil { outcomes.append(try host(of: held[0], row).store(context)) }
    outcomes += try row.list("names").map { try Self.alias($0, of: name).store(context) }
    return outcomes.first { $0 != .skipped } ?? .skipped
  }

  /// Names by which texts call an outlet are data of the rules, as cues are.
  private static func alias(_ alias: String, of outlet: String) -> WantedRow {
    WantedRow(
      table: "cue",
      key: [
        ("kind", OutletNames.kind.value), ("language", "".value), ("code", outlet.value),
        ("cue", NFC.normalized(alias).lowercased().value),
      ], content: [("strength", "strong".value)])
  }

  private func outlet(_ name: String, _ affiliation: String?, _ row: TableRow) throws -> WantedRow {
    let uid = row["uid"] ?? Identity.loaded("outlet", name)
    guard Identity.isUID(uid) else {
      throw RowRefusal(
        column: "uid", value: uid, reason: "the uid is no UUID", hint: "Leave it empty for a new outlet.")
    }
    return WantedRow(
      table: "outlet", key: [("name", name.value)], content: [("affiliation", affiliation.value)],
      initial: [("uid", uid.value)], canBeProvisional: true)
  }

  private func host(of outlet: Value, _ row: TableRow) throws -> WantedRow {
    WantedRow(
      table: "outlet_host", key: [("host", try row.required("host").lowercased().value)],
      content: [
        ("outlet", outlet), ("country", row["country"].value), ("language", row["language"].value),
        ("note", row.text("note").value),
      ])
  }
}
