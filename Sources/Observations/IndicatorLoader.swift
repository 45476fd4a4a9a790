internal import Calendar
internal import Formats
public import Records
internal import SQLite

/// Loads values of measured series. They stand beside the counts of events and never in them.
public struct IndicatorLoader: TableLoader {
  public static let name = "indicators"
  public static let required = ["series", "period", "value"]
  public static let optional = ["uid", "unit", "source_url", "note"]

  public init() {}

  public func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let db = context.connection
    let series = try NFC.normalized(row.required("series"))
    _ = try row.required("period")
    guard let period = try ObservationReading.date(row, "period"), let value = try row.number("value") else {
      throw RowRefusal(column: "value", reason: "value is empty", hint: "It is required in every row.")
    }
    let url = try SourceReading.address(row, "source_url")
    let unit = row["unit"] ?? ""
    let note = row["note"].map(NFC.normalized)
    let uid = row["uid"] ?? Identity.loaded("indicator", series, period.description, url ?? "")
    if let known = try db.first(
      "SELECT value, unit, note, withdrawn FROM indicator WHERE uid = \(uid)",
      {
        (
          same: try $0.get(0) == value && $0.get(1) == unit && $0.get(2) == note,
          withdrawn: try $0.get(3, as: Bool.self)
        )
      })
    {
      if known.same || known.withdrawn { return .skipped }
      guard context.update else {
        throw RowRefusal(
          column: "value", value: row["value"] ?? "", reason: "\(series) has another value for \(period)",
          hint: "Load the file with --update if it is right.")
      }
      try db.execute(
        "UPDATE indicator SET value = \(value), unit = \(unit), note = \(note) WHERE uid = \(uid)")
      return .updated
    }
    var source = Observation.Source()
    source.url = url
    let document = try url == nil ? nil : EvidenceTable.document(of: source, label: nil, context)
    try db.execute(
      """
      INSERT INTO indicator (uid, series, period, earliest, latest, value, unit, document, note, change)
      VALUES (
        \(uid), \(series), \(period.description), \(period.earliest?.number), \(period.latest?.number), \(value), \(unit),
        \(document), \(note), \(context.change.id))
      """)
    return .loaded
  }
}
