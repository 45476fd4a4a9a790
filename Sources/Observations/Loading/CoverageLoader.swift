internal import Calendar
internal import Documents
public import Records
internal import SQLite

/// Loads the ledger of what was watched. A row that does not say `watch` is a convenience collection: it
/// gives no ground for a verdict about the world.
public struct CoverageLoader: TableLoader {
  /// What people call the table.
  public static let name = "coverage"
  /// Columns that every such table has.
  public static let required = ["source", "from", "to", "how"]
  /// Columns that it may have.
  public static let optional = ["uid", "kind", "outlet", "tlp"]

  /// Ready for the first row.
  public init() {}

  /// Enters one watch or collection: a source, its first and last day, and how it was read.
  /// - Throws: `RowRefusal` for a `from` without a first day, an unknown kind, or if it is known with other
  ///   content.
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
