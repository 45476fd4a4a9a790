import Calendar
import Records
import SQLite
import Testing
import TimeSeries

@Suite struct SeriesTests {
  let collection: Collection
  init() throws { collection = try Collection() }

  private func ask(
    _ dimension: Dimension = .mechanism, _ kind: PeriodKind = .year, from: String? = nil, to: String? = nil,
    asOf: String = "2021-07-15", limit: Int? = 20
  ) throws -> SeriesTable {
    let question = try Question(
      by: dimension, per: kind, from: from.map { try EDTF($0) }, to: to.map { try EDTF($0) },
      asOf: Day(asOf)!,
      limit: limit)
    return try SeriesTable.read(question, from: collection.connection)
  }

  @Test func `a period in which nothing happened is a zero, not a gap`() throws {
    try collection.observe("2018-03-01")
    try collection.observe("2020-05-01")
    let table = try ask()
    #expect(table.periods.map(\.label) == ["2018", "2019", "2020"])
    #expect(table.blocks[0].rows.map(\.counts.placed) == [[1, 0, 1]])
  }

  @Test func `a date wider than the period is not placed, and sums agree`() throws {
    try collection.observe("2019-05-01")
    try collection.observe("2019")
    try collection.observe("2018-12/2019-01")
    let months = try ask(.mechanism, .month).blocks[0]
    #expect(months.total == months.rows[0].counts)
    #expect((months.total.placed, months.total.notPlaced, months.total.total) == ([1], 2, 3))
    let years = try ask(.mechanism, .year).blocks[0]
    #expect((years.total.placed, years.total.notPlaced) == ([2], 1))
  }

  @Test func `the total counts an observation once however many rows it stands in`() throws {
    try collection.observe("2019-05-01", sectors: ["5g", "space"])
    try collection.observe("2019-06-01", sectors: [])
    let block = try ask(.sector).blocks[0]
    #expect(block.rows.map(\.code) == ["space", "telecom", "5g", ""])
    #expect(block.rows.map(\.depth) == [0, 0, 1, 0])
    #expect(block.rows.map(\.counts.total) == [1, 1, 1, 1])
    #expect(block.rows.last?.label == "(no sector)")
    #expect(block.total.total == 2)
  }

  @Test func `a pair is one Chinese and one Russian actor, once each`() throws {
    try collection.observe("2019-05-01", cn: ["Huawei", "ZTE"], ru: ["MTS"])
    try collection.observe("2019-06-01", cn: ["Huawei"], ru: ["MTS"])
    let block = try ask(.pair).blocks[0]
    #expect(block.rows.map(\.label) == ["Huawei - MTS", "ZTE - MTS"])
    #expect(block.rows.map(\.counts.total) == [2, 1])
    #expect(block.total.total == 2)
  }

  @Test func `pledges, set-backs and pressure are series of their own, and words are only listed`() throws {
    try collection.observe("2019-01-01", stage: "pledged")
    try collection.observe("2019-01-01", effect: "sets-back", stage: nil)
    try collection.observe("2019-01-01", "pressure", effect: "context", stage: nil)
    try collection.observe("2019-01-01", effect: "statement", stage: nil)
    try collection.observe("2019-01-01", umbrella: true)
    let table = try ask()
    #expect(table.blocks.map(\.series) == [.counted, .pledge, .setBack, .pressure])
    #expect(table.blocks.map(\.total.total) == [0, 1, 1, 1])
    #expect(table.others.map(\.count) == [1, 0, 1, 0])
  }

  @Test func `an act after the as-of day does not count, one that may lie before it does`() throws {
    try collection.observe("2021-07-15")
    try collection.observe("2021-07-16")
    try collection.observe("2021")
    #expect(try ask().blocks[0].total.total == 2)
    #expect(try ask(asOf: "2021-07-16").blocks[0].total.total == 3)
  }

  @Test func `bounds are widened to whole periods, and a wide date belongs if any of it lies inside`() throws
  {
    for date in ["2018-12-31", "2019-01-01", "2019", "2018/2019", "2020-12-31", "2021-01-01", "../2019"] {
      try collection.observe(date)
    }
    let table = try ask(.mechanism, .year, from: "2019-06", to: "2020-02")
    #expect(table.periods.map(\.label) == ["2019", "2020"])
    #expect((table.blocks[0].total.placed, table.blocks[0].total.notPlaced) == ([2, 1], 2))
    let wide = try ask(.mechanism, .year, from: "2018", to: "2020")
    #expect((wide.blocks[0].total.placed, wide.blocks[0].total.notPlaced) == ([1, 2, 1], 2))
  }

  @Test(arguments: [
    ("2018/2019", 1), ("2020/2021", 1), ("2010/2030", 1), ("../2019", 1), ("2020/..", 1), ("2018/..", 1),
    ("2017/2018", 0), ("2021/2022", 0), ("../2018", 0), ("2021/..", 0),
  ])
  func `a date that only overlaps the range is not placed, and open ends overlap`(
    _ date: String, _ count: Int
  ) throws {
    try collection.observe(date, sectors: ["space"])
    for dimension in [Dimension.mechanism, .sector] {
      let table = try ask(dimension, from: "2019", to: "2020", asOf: "2030-01-01")
      #expect(table.periods.map(\.label) == ["2019", "2020"])
      #expect((table.blocks[0].total.placed, table.blocks[0].total.notPlaced) == ([0, 0], count))
      #expect(table.blocks[0].rows.map(\.counts.notPlaced) == (count == 0 ? [] : [1]))
    }
  }

  @Test func `one bound alone takes in what overlaps its side`() throws {
    for date in ["2018/2019", "2019-03-01", "2019/2020", "../2018", "2020/.."] {
      try collection.observe(date)
    }
    let later = try ask(from: "2019").blocks[0].total
    #expect((later.placed, later.notPlaced) == ([1], 3))
    let earlier = try ask(to: "2019").blocks[0].total
    #expect((earlier.placed, earlier.notPlaced) == ([1], 3))
  }

  @Test func `what is only listed and the label follow the same range`() throws {
    try collection.observe("2018/2019", effect: "statement", stage: nil)
    try collection.observe("2018/2019", label: "GREEN")
    try collection.observe("2017/2018", label: "RED")
    let table = try ask(from: "2019", to: "2020")
    #expect(table.others.map(\.count) == [1, 0, 0, 0])
    #expect(table.label == .green)
  }

  @Test func `without bounds every observation counts, also one without a first day`() throws {
    try collection.observe("../2019")
    try collection.observe("2019-02-03")
    #expect(try ask().blocks[0].total.total == 2)
  }

  @Test func `a given range is shown whole although the file begins later`() throws {
    try collection.observe("2019-02-03")
    #expect(try ask(from: "2017", to: "2020").periods.count == 4)
    #expect(try ask(from: "2017").periods.map(\.label) == ["2017", "2018", "2019"])
  }

  @Test func `a higher label is removed before anything is counted`() throws {
    try collection.observe("2019-02-03", label: "GREEN")
    try collection.observe("2011-02-03", label: "RED")
    #expect(try ask().label == .red)
    try collection.file.look(through: Lens(maxLabel: .green))
    let open = try ask()
    #expect((open.blocks[0].total.total, open.periods.count, open.label) == (1, 1, .green))
  }

  @Test func `the limit lists the rows with most observations, and the total covers the rest`() throws {
    for (name, count) in [("B", 1), ("A", 1), ("C", 3)] {
      for _ in 0..<count { try collection.observe("2019-02-03", cn: [name]) }
    }
    let block = try ask(.actor, limit: 2).blocks[0]
    #expect(block.rows.map(\.code) == ["C", "A"])
    #expect((block.left, block.total.total) == (1, 5))
    #expect(try ask(.actor, limit: nil).blocks[0].left == 0)
  }

  @Test func `mechanisms come in precedence order, and those without any are named`() throws {
    try collection.observe("2019-02-03", "dialogue")
    try collection.observe("2019-02-03", "academic")
    let block = try ask().blocks[0]
    #expect(block.rows.map(\.label) == ["Academic", "Dialogue"])
    #expect(block.absent == ["Fund"])
  }

  @Test func `an empty file has no periods and no rows`() throws {
    let table = try ask()
    #expect(table.periods.isEmpty)
    #expect(table.blocks.allSatisfy { $0.rows.isEmpty && $0.total.total == 0 })
  }

  @Test func `a withdrawn observation is gone`() throws {
    let id = try collection.observe("2019-02-03")
    try collection.connection.execute("UPDATE observation SET withdrawn = 1 WHERE id = \(id)")
    #expect(try ask().blocks[0].total.total == 0)
  }

  @Test func `actors that were merged are counted under one name`() throws {
    try collection.observe("2019-02-03", cn: ["Huawei"])
    try collection.observe("2019-02-04", cn: ["Huawei Technologies"])
    try collection.connection.execute(
      """
      INSERT INTO actor_merge (uid, actor, into_actor, why)
      SELECT \(Identity.typed(at: collection.desk)), a.id, b.id, 'same' FROM actor AS a JOIN actor AS b
      WHERE a.name = 'Huawei Technologies' AND b.name = 'Huawei'
      """)
    let rows = try ask(.actor).blocks[0].rows
    #expect(rows.map(\.code) == ["Huawei"])
    #expect(rows[0].counts.total == 2)
  }
}
