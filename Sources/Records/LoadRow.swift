public import Formats
internal import SQLite

/// A row that is not taken, with its place.
public struct RefusedRow: Sendable {
  /// 1-based.
  public var line: Int
  /// 1-based, in bytes; nil where the row as a whole is refused.
  public var column: Int?
  /// Text of the cell in question; may be empty.
  public var value: String
  /// What is wrong, in a phrase.
  public var reason: String
  /// What would be right; may be empty.
  public var hint: String

  /// A refusal with its place in the table.
  public init(line: Int, column: Int? = nil, value: String = "", reason: String, hint: String = "") {
    self.line = line
    self.column = column
    self.value = value
    self.reason = reason
    self.hint = hint
  }

  /// What a table or sheet refused by itself.
  public init(_ refusal: CSVRefusal) {
    self.init(
      line: refusal.line, column: refusal.column, value: refusal.value, reason: refusal.reason,
      hint: refusal.hint)
  }
}

/// What became of one row of a table.
public enum RowResult: Sendable {
  /// Nothing stands against it; the outcome says whether it was new.
  case taken(LoadOutcome)
  /// It cannot be taken, and left nothing behind.
  case refused(RefusedRow)
}

extension TableLoader {
  /// False where a loader does not say otherwise.
  public static var keepsExtras: Bool { false }

  /// JSONL has no header: each row may bring columns of its own.
  private func refuseUnknownColumns(_ row: TableRow) throws(RowRefusal) {
    guard !Self.keepsExtras else { return }
    let known = Set(Self.required + Self.optional)
    guard let name = row.cells.first(where: { !known.contains($0.key) && !$0.value.isEmpty })?.key else {
      return
    }
    throw RowRefusal(
      column: name, value: row.cells[name] ?? "", reason: "\(Self.name) have no column \"\(name)\"",
      hint: "Columns: \(known.sorted().joined(separator: ", ")).")
  }

  /// Loads the next row of a table by itself: what a refused row had begun is undone.
  /// - Returns: nil at the end of the table.
  /// - Throws: what stops everything, as a full disk.
  public mutating func loadNext(of table: inout TableReader, _ context: LoadContext) throws -> RowResult? {
    switch try table.next() {
    case nil: return nil
    case .refused(let refused)?: return .refused(refused)
    case .row(let row)?:
      do {
        try refuseUnknownColumns(row)
        return .taken(try context.connection.savepoint { try load(row, context) })
      } catch let refusal as RowRefusal {
        return .refused(
          RefusedRow(
            line: row.line, column: refusal.column.flatMap { row.columns[$0] }, value: refusal.value,
            reason: refusal.reason, hint: refusal.hint))
      } catch let error as SQLiteError where error.code.primary == .constraint {
        return .refused(
          RefusedRow(line: row.line, reason: error.message, hint: "The file's own rules refuse the row."))
      }
    }
  }
}
