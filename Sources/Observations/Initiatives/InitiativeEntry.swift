internal import Calendar
public import Records
internal import SQLite

/// Entering an initiative by hand: the cells are those of a row of initiatives.csv, read by the same loader.
public enum InitiativeEntry {
  /// Enters an initiative, or describes one that was only named in passing.
  /// - Returns: false if it was there and says the same.
  /// - Throws: `RowRefusal`, also for one that is known with other content.
  public static func add(_ cells: [String: String], why: String, _ file: EntenteFile, _ desk: Desk) throws
    -> Bool
  {
    let row = TableRow(line: 0, cells: cells)
    let code = try row.required("code")
    if ShortID(code) != nil || Identity.isUID(code) {
      throw RowRefusal(
        column: "code", value: code, reason: "the code looks like the id of a record",
        hint: "Take a word: lunar-station.")
    }
    do {
      return try file.write(desk, why: why, beginning: Batch(kind: .live)) { change in
        let context = try LoadContext(
          connection: file.connection, change: change, desk: desk, label: file.connection.defaultLabel())
        guard try InitiativeLoader().load(row, context) != .skipped else { throw Known() }
        return true
      }
    } catch is Known {
      return false
    } catch var refusal as RowRefusal where refusal.hint == RowRefusal.updateHint {
      refusal.hint = "`entente edit \(code) --set ... --why ...` corrects it."
      throw refusal
    }
  }

  private struct Known: Error {}
}
