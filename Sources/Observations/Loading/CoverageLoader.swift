internal import Calendar
internal import Documents
public import Records
internal import SQLite

/// Loads the ledger of what was watched. A row that does not say `watch` is a convenience collection: it
/// gives no ground for a verdict about the world.
public struct CoverageLoader: TableLoader {
  public static let name = "coverage"
  public static let required = ["source", "from", "to", "how"]
  public static let optional = ["uid", "kind", "outlet", "tlp"]

  public init() {}

  public func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let source = try row.requiredText("source")
    let from = try row.required("from")
    guard let first = try ObservationReading.date(row, "from")?.earliest else {
      throw RowRefusal(
        column: "from", value: from, reason: "from has no first day", hint: "Write 2019 or 2019-06-05.")
    }
    let last = try ObservationReading.date(row, "to")?.latest
    let kind = row["kind"] ?? "convenience"
    guard ["watch", "convenience"].contains(kind) else {
      throw RowRefusal(
        column: "kind", value: kind, reason: "kind has no value \"\(kind)\"",
        hint: "watch: read regularly and whole; convenience: what happened to be found.")
    }
    let outlet = try row.text("outlet").map { try OutletTable.ensure(name: $0, context) }
    return try WantedRow(
      table: "coverage",
      key: [("uid", (row["uid"] ?? Identity.loaded("coverage", source, first.description)).value)],
      content: [
        ("source", source.value), ("kind", kind.value), ("starts", first.number.value),
        ("ends", (last?.number).value),
        ("how", try row.requiredText("how").value), ("outlet", outlet.value),
      ], initial: [("tlp", (try row.label() ?? context.label).rawValue.value)]
    ).store(context)
  }
}
