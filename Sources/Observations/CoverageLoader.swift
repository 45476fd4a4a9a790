internal import Calendar
internal import Formats
public import Records
internal import SQLite

/// Loads the ledger of what was watched. A row that does not say `watch` is a convenience collection: it
/// gives no ground for a verdict about the world.
public struct CoverageLoader: TableLoader {
  public static let name = "coverage"
  public static let required = ["source", "from", "to", "how"]
  public static let optional = ["uid", "kind"]

  public init() {}

  public func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let db = context.connection
    let source = try NFC.normalized(row.required("source"))
    let how = try NFC.normalized(row.required("how"))
    _ = try row.required("from")
    guard let from = try ObservationReading.date(row, "from")?.earliest else {
      throw RowRefusal(column: "from", value: row["from"] ?? "", reason: "from has no first day")
    }
    let to = try ObservationReading.date(row, "to")?.latest
    let kind = row["kind"] ?? "convenience"
    guard ["watch", "convenience"].contains(kind) else {
      throw RowRefusal(
        column: "kind", value: kind, reason: "kind has no value \"\(kind)\"",
        hint: "watch: read regularly and whole; convenience: what happened to be found.")
    }
    let uid = row["uid"] ?? Identity.loaded("coverage", source, from.description)
    if let same = try db.first(
      "SELECT ends, kind, how, withdrawn FROM coverage WHERE uid = \(uid)",
      { try $0.get(0) == to?.number && $0.get(1) == kind && $0.get(2) == how || $0.get(3, as: Bool.self) })
    {
      if same { return .skipped }
      guard context.update else {
        throw RowRefusal(
          column: "source", value: source,
          reason: "the watch of \(source) from \(from) is known with other content",
          hint: "Load the file with --update if it is right.")
      }
      try db.execute(
        "UPDATE coverage SET ends = \(to?.number), kind = \(kind), how = \(how) WHERE uid = \(uid)")
      return .updated
    }
    try db.execute(
      """
      INSERT INTO coverage (uid, source, kind, starts, ends, how, change)
      VALUES (\(uid), \(source), \(kind), \(from.number), \(to?.number), \(how), \(context.change.id))
      """)
    return .loaded
  }
}
