public import Records
internal import SQLite

/// Loads a table of initiatives; `first_id` and `last_id` follow from the observations and are not kept.
public struct InitiativeLoader: TableLoader {
  /// What people call the table.
  public static let name = "initiatives"
  /// Columns that every such table has.
  public static let required = ["code", "title", "status"]
  /// Columns that it may have.
  public static let optional = ["uid", "note", "first_id", "last_id", "tlp"]

  /// Ready for the first row.
  public init() {}

  /// Enters an initiative, or finds it by its code.
  /// - Throws: `RowRefusal` for a code with `;`, an unknown status, or if it is known with other
  ///   content.
  public func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let code = try row.required("code")
    guard !code.contains(";") else {
      throw RowRefusal(
        column: "code", value: code, reason: "a code holds no ;", hint: "It separates codes in a list.")
    }
    let status = row["status"]
    if let status, status != "unknown" {
      _ = try Codes(context.connection).check(.stage, status, column: "status")
    }
    let label = try row.label()
    var content: [WantedRow.Cell] = [
      ("title", try row.requiredText("title").value), ("note", row.text("note").value),
      ("status", status.value),
    ]
    var initial: [WantedRow.Cell] = [("uid", (row["uid"] ?? InitiativeTable.uid(code)).value)]
    // A row without a label says nothing about the label.
    let mark: WantedRow.Cell = ("tlp", (label ?? context.label).rawValue.value)
    if label == nil { initial.append(mark) } else { content.append(mark) }
    return try WantedRow(
      table: "initiative", key: [("code", code.value)], content: content, initial: initial,
      canBeProvisional: true
    ).store(context)
  }
}
