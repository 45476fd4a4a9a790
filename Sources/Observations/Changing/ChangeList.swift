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
    var records: [Int: [Record]] = [:]
    try connection.forEach(
      "SELECT change, kind, record FROM (\(Touched.records(by: chosen))) ORDER BY 1, 2, 3"
    ) { row in
      guard let kind = Record.Kind(rawValue: try row.get(1)) else { return }
      records[row.integer(0), default: []].append(Record(kind, row.integer(2)))
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

  private static func words(_ records: [Record], _ db: Connection) throws -> String {
    if records.count <= named { return try records.map { try $0.name(in: db) }.joined(separator: ", ") }
    let counts = Record.Kind.allCases.compactMap { kind in
      let count = records.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) \(kind.plural(count))"
    }
    return counts.joined(separator: ", ")
  }
}

extension Record.Kind {
  /// "1 document", "3 documents"; evidence has no plural.
  func plural(_ count: Int) -> String { self == .evidence || count == 1 ? rawValue : "\(rawValue)s" }
}
