public import Calendar
public import Formats
internal import Records
public import SQLite

/// The log of changes, each with the records it touched.
public struct ChangeList: Sendable {
  /// Only those made on this day or later, UTC.
  public var since: Day?
  /// Only those made by this person.
  public var analyst: String?
  /// At most so many, the latest.
  public var limit: Int?

  /// Everything.
  public init() {}

  /// Names of records that are written out; of more, the number.
  private static let named = 6

  /// The numbers of the changes asked for.
  private var chosen: SQL {
    let start = since.map { "\($0)T00:00:00Z" }
    return """
      SELECT id FROM change
      WHERE (\(start) IS NULL OR at >= \(start)) AND (\(analyst) IS NULL OR analyst = \(analyst))
      ORDER BY id DESC LIMIT \(limit ?? -1)
      """
  }

  /// One row a change, the oldest first, and their numbers.
  public func table(in connection: Connection) throws -> (table: Table, numbers: [Int]) {
    let others = try TruthRow.tables(in: connection)
    var records: [Int: [TruthRow]] = [:]
    try connection.forEach(
      "SELECT change, kind, record FROM (\(Touched.records(by: chosen, and: others))) ORDER BY 1, 2, 3"
    ) { row in
      records[row.integer(0), default: []].append(TruthRow(try row.get(1), row.integer(2)))
    }
    var table = Table(
      columns: ["change", "at", "analyst", "why", "records", "batch", "source"].map { Table.Column($0) })
    var numbers: [Int] = []
    try connection.forEach(
      """
      SELECT c.id, c.at, c.analyst, c.why, b.kind, b.source FROM change AS c LEFT JOIN batch AS b ON b.id = c.batch
      WHERE c.id IN (\(chosen)) ORDER BY c.id
      """
    ) { row in
      let touched = records[row.integer(0)] ?? []
      var cells: [Cell] = row.values.map { $0 == .null ? .empty : .text(CellText.of($0)) }
      cells[0] = .number(CellText.of(row[0]))
      cells.insert(.text(try Self.words(touched, connection)), at: 4)
      table.append(cells)
      numbers.append(row.integer(0))
    }
    return (table, numbers)
  }

  private static func words(_ rows: [TruthRow], _ db: Connection) throws -> String {
    if rows.count <= named { return try rows.map { try name(of: $0, db) }.joined(separator: ", ") }
    var tables: [String] = Record.Kind.allCases.map(\.rawValue)
    for row in rows where tables.last != row.table && !tables.contains(row.table) { tables.append(row.table) }
    let counts = tables.compactMap { table in
      let count = rows.count { $0.table == table }
      return count == 0 ? nil : "\(count) \(plural(table, count))"
    }
    return counts.joined(separator: ", ")
  }

  private static func name(of row: TruthRow, _ db: Connection) throws -> String {
    guard let kind = Record.Kind(rawValue: row.table) else { return row.name }
    return try Record(kind, row.number).name(in: db)
  }

  /// "1 document", "3 documents"; evidence and coverage have no plural.
  private static func plural(_ table: String, _ count: Int) -> String {
    let word = String(table.map { $0 == "_" ? " " : $0 })
    return count == 1 || ["evidence", "coverage", "declared"].contains(table) ? word : "\(word)s"
  }
}
