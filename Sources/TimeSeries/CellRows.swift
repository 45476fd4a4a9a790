internal import Calendar
public import SQLite

/// One cell of a table, or a row, a column or a whole block of cells.
public struct CellChoice: Equatable, Sendable {
  /// Only this series; nil for all that are shown.
  public var series: CountedAs?
  /// Only this code; "" for observations that have none in the dimension; nil for all.
  public var code: String?
  /// Only this bin, by its label; nil for all.
  public var period: String?
  /// Only those that are not placed.
  public var isNotPlaced = false

  /// Every cell.
  public init() {}

  /// What words say: the label of a bin of the question, `n.p.`, the name of a series, `none` for observations without
  /// a code; any other word is a code.
  public init(words: [String], in question: Question) {
    for word in words {
      if word.lowercased() == "n.p." || word == "not placed" {
        isNotPlaced = true
      } else if Self.isPeriod(word, question.kind) {
        period = word
      } else if series == nil, let named = CountedAs.shown.first(where: { $0.rawValue == word }) {
        series = named
      } else {
        code = word == "none" || word == "(no \(question.dimension.rawValue))" ? "" : word
      }
    }
  }

  private static func isPeriod(_ word: String, _ kind: PeriodKind) -> Bool {
    let year = word.prefix(4)
    guard year.utf8.count == 4, year.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else {
      return false
    }
    switch kind {
    case .year: return word == year
    case .quarter: return (1...4).contains { word == "\(year)-Q\($0)" }
    case .month: return Day("\(word)-01") != nil
    }
  }
}

/// An observation behind a cell.
public struct CellRow: Equatable, Sendable {
  /// The series it counts in.
  public let series: String
  /// The code it counts under; empty where it has none.
  public let code: String
  /// Its bin; nil where it is not placed.
  public let period: String?
  /// Its number.
  public let observation: Int
  /// Its date, as EDTF.
  public let occurred: String
  /// What took place.
  public let title: String
}

extension Question {
  /// The observations behind the cells of the answer, in the order of the table: their number is the number in the cell.
  /// - Returns: the rows, and the statements that gave them.
  /// - Throws: `SQLiteError`.
  public func rows(
    behind cell: CellChoice, from connection: Connection
  ) throws -> (rows: [CellRow], figures: [Figure]) {
    try connection.snapshot {
      let sql = try Scope(self, connection).sql
      let statements =
        (cell.code == "" ? [] : [Figure("observations behind the cells", sql.cells(cell))])
        + (cell.code ?? "" == "" && dimension.isShared
          ? [Figure("observations without \(dimension.rawValue)", sql.uncodedCells(cell))] : [])
      let queries =
        (cell.code == "" ? [] : [sql.cells(cell)])
        + (cell.code ?? "" == "" && dimension.isShared ? [sql.uncodedCells(cell)] : [])
      let rows = try queries.flatMap { query in
        try connection.rows(query) { row in
          CellRow(
            series: try row.get(0), code: try row.get(1), period: try row.get(2),
            observation: try row.get(3), occurred: try row.get(4), title: try row.get(5))
        }
      }
      return (rows, statements)
    }
  }
}
