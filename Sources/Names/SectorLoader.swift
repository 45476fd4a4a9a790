public import Records
internal import SQLite

/// Loads technologies. A child may stand before its parent; new ones are placed behind those that are there.
public struct SectorLoader: TableLoader {
  /// What people call the table.
  public static let name = "sectors"
  /// Columns that must be there.
  public static let required = ["code", "label", "parent", "dual_use", "definition"]
  /// Columns that may be there.
  public static let optional = ["include", "exclude", "example_id"]

  /// Children by the code of a parent that has not come yet.
  private var waiting: [String: [String]] = [:]

  /// A loader that has read nothing yet.
  public init() {}

  /// Enters a row, or passes it over.
  /// - Throws: `RowRefusal`, `SQLiteError`.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let code = try row.required("code")
    let use = try row.required("dual_use")
    guard ["yes", "no", "mixed"].contains(use) else {
      throw RowRefusal(
        column: "dual_use", value: use, reason: "dual_use has no such value", hint: "One of: yes, no, mixed.")
    }
    let parent = try parent(of: code, row, context.connection)
    let last = try context.connection.value("SELECT max(position) FROM sector", as: Int?.self) ?? nil
    let outcome = try WantedRow(
      table: "sector", key: [("code", code.value)],
      content: [
        ("label", row.requiredText("label").value), ("definition", row.requiredText("definition").value),
        ("parent", parent.value), ("dual_use", use.value),
      ] + row.scope, initial: [("position", ((last ?? 0) + 1).value)]
    ).store(context)
    for child in waiting.removeValue(forKey: code) ?? [] {
      try context.connection.execute("UPDATE sector SET parent = \(code) WHERE code = \(child)")
    }
    return outcome
  }

  /// The parent, or nil while it is still to come.
  private mutating func parent(of code: String, _ row: TableRow, _ db: Connection) throws -> String? {
    guard let parent = row["parent"] else { return nil }
    guard parent != code else {
      throw RowRefusal(
        column: "parent", value: parent, reason: "\(code) is its own parent", hint: "Leave the parent empty.")
    }
    if try db.value("SELECT 1 FROM sector WHERE code = \(parent)", as: Int.self) != nil { return parent }
    waiting[parent, default: []].append(code)
    return nil
  }
}
