internal import Formats
public import Records
public import SQLite

/// The SQL of outlets: who publishes, and on which hosts.
public enum OutletTable {
  /// The outlet with this name; one not known yet is entered, to be described later.
  /// - Returns: its number.
  public static func ensure(name: String, _ context: LoadContext) throws -> Int {
    let name = NFC.normalized(name).trimmed
    if let id = try context.connection.value("SELECT id FROM outlet WHERE name = \(name)", as: Int.self) {
      return id
    }
    try insert(name, affiliation: nil, isProvisional: true, context)
    return context.connection.lastRowID
  }

  static func insert(_ name: String, affiliation: String?, isProvisional: Bool, _ context: LoadContext) throws
  {
    try context.connection.execute(
      """
      INSERT INTO outlet (uid, name, affiliation, provisional, change)
      VALUES (\(Identity.loaded("outlet", name)), \(name), \(affiliation), \(isProvisional), \(context.change.id))
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

/// Loads outlets, one row a host. An outlet entered in passing is completed by its first row.
public struct OutletLoader: TableLoader {
  public static let name = "outlets"
  public static let required = ["outlet", "host"]
  public static let optional = ["uid", "country", "language", "affiliation", "note"]

  static let affiliations = [
    "cn-state", "ru-state", "third-state", "company", "independent", "academic", "international",
  ]

  public init() {}

  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let name = NFC.normalized(try row.required("outlet"))
    let affiliation = row["affiliation"]
    if let affiliation, !Self.affiliations.contains(affiliation) {
      throw RowRefusal(
        column: "affiliation", value: affiliation, reason: "affiliation has no such value",
        hint: "One of: \(Self.affiliations.joined(separator: ", ")).")
    }
    let (id, outcome) = try outlet(name, affiliation, context)
    guard let host = row["host"]?.lowercased(), outcome != nil else { return outcome ?? .skipped }
    switch (outcome!, try load(host: host, of: id, row, context)) {
    case (.skipped, let second): return second
    case (let first, _): return first
    }
  }

  /// The outlet and what became of it; no outcome if it was taken back.
  private func outlet(_ name: String, _ affiliation: String?, _ context: LoadContext) throws -> (
    Int, LoadOutcome?
  ) {
    let db = context.connection
    let held = try db.first("SELECT id, affiliation, provisional, withdrawn FROM outlet WHERE name = \(name)")
    {
      (
        id: try $0.get(0, as: Int.self), affiliation: try $0.get(1, as: String?.self),
        isProvisional: try $0.get(2, as: Bool.self),
        isWithdrawn: try $0.get(3, as: Bool.self)
      )
    }
    guard let held else {
      try OutletTable.insert(name, affiliation: affiliation, isProvisional: false, context)
      return (db.lastRowID, .loaded)
    }
    if held.isWithdrawn { return (held.id, nil) }
    if held.affiliation == affiliation, !held.isProvisional { return (held.id, .skipped) }
    guard held.isProvisional || context.update else {
      throw RowRefusal(
        column: "affiliation", value: affiliation ?? "", reason: "\(name) is known with another affiliation",
        hint: "Load it with --update if it is a correction.")
    }
    try db.execute("UPDATE outlet SET affiliation = \(affiliation), provisional = 0 WHERE id = \(held.id)")
    return (held.id, .updated)
  }

  private func load(host: String, of outlet: Int, _ row: TableRow, _ context: LoadContext) throws
    -> LoadOutcome
  {
    let db = context.connection
    let wanted: [Value] = [
      outlet.value, row["country"].value, row["language"].value, row["note"].map(NFC.normalized).value,
    ]
    let held = try db.first(
      "SELECT outlet, country, language, note, withdrawn FROM outlet_host WHERE host = \(host)", \.values)
    guard let held else {
      try db.execute(
        """
        INSERT INTO outlet_host (outlet, host, country, language, note, change)
        VALUES (\(outlet), \(host), \(wanted[1]), \(wanted[2]), \(wanted[3]), \(context.change.id))
        """)
      return .loaded
    }
    if held[4] == .integer(1) || Array(held.prefix(4)) == wanted { return .skipped }
    guard context.update else {
      throw RowRefusal(
        column: "host", value: host, reason: "\(host) is known with other content",
        hint: "Load it with --update if it is a correction.")
    }
    try db.execute(
      """
      UPDATE outlet_host SET outlet = \(outlet), country = \(wanted[1]), language = \(wanted[2]), note = \(wanted[3])
      WHERE host = \(host)
      """)
    return .updated
  }
}
