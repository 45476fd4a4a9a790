internal import Calendar
public import Records
internal import SQLite

/// Loads values of measured series. They stand beside the counts of events and never in them.
public struct IndicatorLoader: TableLoader {
  /// What people call the table.
  public static let name = "indicators"
  /// Columns that every such table has.
  public static let required = ["series", "period", "value"]
  /// Columns that it may have.
  public static let optional = ["uid", "unit", "source_url", "note", "tlp"]

  /// Ready for the first row.
  public init() {}

  /// Enters one value of a series and, where one is named, its source as a document.
  /// - Throws: `RowRefusal` for a period that is no EDTF date, a value that is no number, or if it is
  ///   known with other content.
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
