internal import Calendar
public import Records
internal import SQLite

/// Loads values of measured series. They stand beside the counts of events and never in them.
public struct IndicatorLoader: TableLoader {
  public static let name = "indicators"
  public static let required = ["series", "period", "value"]
  public static let optional = ["uid", "unit", "source_url", "note", "tlp"]

  public init() {}

  public func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let series = try row.requiredText("series")
    _ = (try row.required("period"), try row.required("value"))
    guard let period = try ObservationReading.date(row, "period"), let value = try row.number("value") else {
      throw RowRefusal(reason: "period or value is empty")
    }
    var source = Observation.Source()
    source.url = try SourceReading.address(row, "source_url")
    let document = try source.isEmpty ? nil : EvidenceTable.document(of: source, label: nil, context)
    let uid = row["uid"] ?? Identity.loaded("indicator", series, period.description, source.url ?? "")
    return try WantedRow(
      table: "indicator", key: [("uid", uid.value)],
      content: [
        ("series", series.value), ("period", period.description.value),
        ("earliest", (period.earliest?.number).value),
        ("latest", (period.latest?.number).value), ("value", value.value),
        ("unit", (row.text("unit") ?? "").value),
        ("document", document.value), ("note", row.text("note").value),
      ], initial: [("tlp", (try row.label() ?? context.label).rawValue.value)]
    ).store(context)
  }
}
