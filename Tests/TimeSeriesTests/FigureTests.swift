import Calendar
import Records
import SQLite
import Testing
import TimeSeries

/// The SQL that is shown must give the numbers that are shown.
@Suite struct FigureTests {
  let collection: Collection

  init() throws {
    collection = try Collection()
    try collection.observe("2018-03-01", sectors: ["5g"], cn: ["O'Neill & Co"], ru: ["MTS"])
    try collection.observe("2018", "fund", sectors: ["space"], label: "GREEN")
    try collection.observe("2019-08", "fund", stage: "pledged")
    try collection.observe("2019-08-09", "pressure", effect: "context", stage: nil)
    try collection.observe("2019-08-10", effect: "statement", stage: nil)
    try collection.observe("2019-08-10", label: "RED")
    try collection.observe("2017/2018", sectors: ["telecom"], cn: ["ZTE"], ru: ["MTS"])
    try collection.observe("2019/..", "fund")
    try collection.observe("../2017")
  }

  /// The rows of a statement as a person would run it.
  private func run(_ figure: Figure) throws -> [[Value]] {
    var rows: [[Value]] = []
    let connection = collection.connection
    try connection.run(try connection.prepareOne(figure.sql)) { rows.append($0.values) }
    return rows
  }

  private func number(_ value: Value?) -> Int { value.flatMap { Int($0) } ?? 0 }

  @Test(arguments: Dimension.allCases, PeriodKind.allCases)
  func `the displayed statement gives the displayed numbers`(_ dimension: Dimension, _ kind: PeriodKind)
    throws
  {
    let question = try Question(
      by: dimension, per: kind, from: EDTF("2018"), to: EDTF("2019"), asOf: Day("2020-01-01")!,
      limit: nil)
    let table = try SeriesTable.read(question, from: collection.connection)
    for block in table.blocks {
      let found = try block.figures.map(run)
      let coded = block.rows.filter { !$0.code.isEmpty }
      for row in coded {
        let mine = found[0].filter { $0[0] == .text(row.code) }
        for (period, count) in zip(table.periods, row.counts.placed) {
          #expect(number(mine.first { $0[1] == .text(period.label) }?[2]) == count)
        }
        #expect(number(mine.first { $0[1] == .null }?[2]) == row.counts.notPlaced)
      }
      #expect(Set(found[0].map { $0[0] }).count == coded.count)
      #expect(found[1].map { number($0[1]) }.reduce(0, +) == block.total.total)
      let place = block.figures.firstIndex { $0.name.contains("without") }
      let without = place.map { found[$0].map { number($0[1]) }.reduce(0, +) } ?? 0
      #expect(without == block.rows.first { $0.code.isEmpty }?.counts.total ?? 0)
      if let wide = block.figures.firstIndex(where: { $0.name.contains("spread") }) {
        // Of what is not placed, what has both ends.
        #expect(found[wide].map { number($0[3]) }.reduce(0, +) <= coded.map(\.counts.notPlaced).reduce(0, +))
      }
    }
    let others = try run(table.othersFigure).map { number($0[1]) }.reduce(0, +)
    #expect(others == table.others.map(\.count).reduce(0, +))
  }

  @Test func `a quotation mark in a value stays inside it`() throws {
    let hostile = "x' OR '1' = '1"
    let sql: SQL = "SELECT count(*) FROM actor WHERE name = \(hostile)"
    #expect(sql.pasteable == "SELECT count(*) FROM actor WHERE name = 'x'' OR ''1'' = ''1';")
    #expect(try run(Figure("", sql)) == [[.integer(0)]])
  }

  @Test func `every kind of value is written as SQL writes it`() throws {
    let sql: SQL = "SELECT \(1), \(0.5), \("a"), \([1, 255] as [UInt8]), \(nil as Int?)"
    #expect(sql.pasteable == "SELECT 1, 0.5, 'a', x'01ff', NULL;")
    #expect(try run(Figure("", sql)) == [[.integer(1), .real(0.5), .text("a"), .blob([1, 255]), .null]])
  }
}
