import Calendar
import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `The clocks of an observation` {
  private func listed(_ file: EntenteFile, _ change: (inout ObservationFilter) throws -> Void) throws
    -> [String]
  {
    var filter = ObservationFilter()
    try change(&filter)
    return try filter.table(in: file.connection).rows.map { $0[0].shown }
  }

  @Test func `tell a ten-year-old act entered today as recorded since, not as occurred since`() throws {
    let file = try seeded()
    let cells = ["event_date": "2016-05", "title": "Old", "mechanism": "fund"]
    let number = try Logging.enter(cells, why: "log", as: .backfill, file, TestFile.desk).number
    let (month, year) = try (EDTF("2026-11"), EDTF("2026"))
    #expect(try listed(file) { $0.recordedSince = month } == ["o\(number)"])
    #expect(try listed(file) { $0.enteredSince = month } == ["o\(number)"])
    #expect(try listed(file) { $0.from = year }.isEmpty)
    let next = try EDTF("2026-12")
    #expect(try listed(file) { $0.recordedSince = next }.isEmpty)
    #expect(try listed(file) { $0.enteredSince = next }.isEmpty)
  }

  @Test func `keep what was recorded elsewhere apart from what was entered here`() throws {
    let file = try seeded()
    try file.ingest(
      text: "id,event_date,title,mechanism,recorded\nx1,2019,T,fund,2020-01-02T03:04:05Z\n")
    let (past, now) = try (EDTF("2020-01-03"), EDTF("2026-11-24"))
    #expect(try listed(file) { $0.recordedSince = past }.isEmpty)
    #expect(try listed(file) { $0.enteredSince = now }.count == 1)
  }

  /// Per series, month of occurrence and live batch: what a count of the current period and a delay are made of.
  private func figures(_ file: EntenteFile) throws -> [String] {
    let counts = try file.connection.rows(
      "SELECT dimension || code || series || coalesce(month, '-'), count(*) FROM strata WHERE year >= '2026' GROUP BY 1 ORDER BY 1"
    ) { "\(try $0.get(0, as: String.self)) \(try $0.get(1, as: Int.self))" }
    let delays = try file.connection.rows(
      """
      SELECT o.latest, o.recorded FROM observation AS o JOIN change AS ch ON ch.id = o.change
      JOIN batch AS b ON b.id = ch.batch WHERE b.kind = 'live' ORDER BY o.id
      """
    ) { "\(try $0.get(0, as: Int.self)) \(try $0.get(1, as: String.self))" }
    return counts + delays
  }

  @Test func `stand still under 500 old acts entered as backfill`() throws {
    let file = try seeded()
    for month in 8...11 {
      let cells = [
        "event_date": "2026-\(month < 10 ? "0" : "")\(month)", "title": "Now \(month)", "mechanism": "fund",
        "effect": "advances", "stage": "signed",
      ]
      _ = try Logging.enter(cells, why: "log", file, TestFile.desk)
    }
    let before = try figures(file)
    let rows = (0..<500).map { "\(2000 + $0 % 20)-0\(1 + $0 % 9),Old \($0),fund,advances,signed" }
    let summary = try file.ingest(
      text: "event_date,title,mechanism,effect,stage\n" + rows.joined(separator: "\n") + "\n",
      options: {
        var options = Ingest.Options(); options.kind = .backfill; return options
      }())
    #expect(summary.refused.isEmpty)
    #expect(try file.count("SELECT count(*) FROM observation") == 504)
    #expect(before.count > 4)
    #expect(try figures(file) == before)
  }

  @Test(
    arguments: [
      ("2024-05-16", 1, 1), ("2024-05-16?", 1, 1), ("2024-05-16~", 2, 2), ("2024-05-13/2024-05-14", 2, 2),
      ("2024-05-13/2024-05-18", 2, 2), ("2024-05-13/2024-05-19", 2, 3), ("2024-05-13/2024-05-20", 3, 4),
      ("2024-05", 3, 4), ("2024-02", 3, 4), ("2024-05~", nil, 5), ("2024-XX", nil, 5), ("2024", nil, 5),
      ("2024~", nil, nil), ("2024-23", nil, 5), ("202X", nil, nil), ("2024-05/..", nil, nil),
      ("2024-05/", nil, nil),
      ("2023-06/2024-07", nil, nil),
    ] as [(String, Int?, Int?)])
  func `give the precision codes of ACLED and UCDP`(date: String, acled: Int?, ucdp: Int?) throws {
    let file = try seeded()
    _ = try Logging.enter(
      ["event_date": date, "title": "T", "mechanism": "fund"], why: "log", file, TestFile.desk)
    let row = try #require(try file.export("precision").first)
    #expect(row["event_date"] == date)
    #expect(row["acled_time_precision"] == acled.map(String.init) ?? "")
    #expect(row["ucdp_date_prec"] == ucdp.map(String.init) ?? "")
  }

  @Test(
    arguments: [
      ("", "", "0", "0"), ("", "CN", "", "6"), ("Harbin", "CN", "1", "1"), ("Харбин", "", "1", "1"),
      ("Heilongjiang", "CN", "3", "4"), ("Siberia", "RU", "3", "5"), ("China", "CN", "", "6"),
      ("Harbin; Moscow", "CN;RU", "1", "1"), ("Harbin;Siberia", "", "3", "5"), ("Skolkovo", "RU", "", ""),
      ("Harbin;Nowhere", "", "", ""), ("Nowhere", "CN", "", ""), (";", "CN", "", ""),
    ])
  func `give the precision codes of places`(place: String, country: String, acled: String, ucdp: String)
    throws
  {
    let file = try seeded()
    let cells = ["event_date": "2019", "title": "T", "mechanism": "fund", "place": place, "country": country]
    _ = try Logging.enter(cells.filter { !$0.value.isEmpty }, why: "log", file, TestFile.desk)
    let rows = try file.export("precision")
    #expect(rows.map { [$0["acled_geo_precision"], $0["ucdp_where_prec"]] } == [[acled, ucdp]])
  }
}
