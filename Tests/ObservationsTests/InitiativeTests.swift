import Calendar
import Formats
import Names
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Initiatives` {
  let file: EntenteFile

  init() throws { file = try seeded() }

  @discardableResult
  private func log(_ date: String, _ stage: String, _ code: String?, _ more: [String: String] = [:]) throws
    -> Int
  {
    let exits = ["suspended", "cancelled", "refused", "lapsed"]
    var cells = [
      "event_date": date, "title": "\(code ?? "none") \(stage)", "mechanism": "park", "stage": stage,
      "effect": exits.contains(stage) ? "sets-back" : "advances",
    ]
    cells["initiative"] = code
    return try Logging.enter(cells.merging(more) { $1 }, why: "log", file, TestFile.desk).number
  }

  private func row(_ code: String, on day: String = "2026-11-24") throws -> [String: String] {
    let table = try InitiativeRows(day: Day(day)!).table(in: file.connection)
    let row = try #require(table.rows.first { $0[0].shown == code })
    return Dictionary(uniqueKeysWithValues: zip(table.columns.map(\.name), row.map(\.shown)))
  }

  /// State and furthest stage.
  private func state(_ code: String) throws -> [String] {
    let row = try row(code)
    return [row["state"] ?? "", row["stage"] ?? ""]
  }

  @Test func `come from pledge to act, and an open promise of a day gone by is overdue`() throws {
    try log("2018", "pledged", "park", ["due": "2020-06"])
    #expect(try row("park", on: "2020-06-30")["state"] == "due")
    #expect(try row("park", on: "2020-07-01")["state"] == "overdue")
    #expect(try row("park")["stage"] == "pledged")
    // A paper is no act.
    try log("2019-05", "signed", "park")
    #expect(try state("park") == ["overdue", "signed"])
    let opened = try log("2021-02", "running", "park")
    #expect(try state("park") == ["open", "running"])
    #expect(
      try file.connection.value("SELECT kept_by FROM promises", as: String.self) == "o\(opened)")
    let page = try #require(try InitiativePage("park", day: Day("2026-11-24")!, in: file.connection))
    #expect(try page.path().rows.map { $0[1].shown } == ["pledged", "signed", "running"])
    // Where no sum is told there is none.
    #expect(try page.path().rows.map { $0[6].shown } == ["", "", ""])
  }

  @Test func `an act of the future is no stage, no money and keeps no promise until its day comes`() throws {
    let money = ["currency": "USD", "amount_kind": "committed"]
    try log("2019", "signed", "bridge", money.merging(["amount": "2500", "due": "2025"]) { $1 })
    try log("2027-05", "completed", "bridge", money.merging(["amount": "9000"]) { $1 })
    try log("2031-01-02", "completed", nil, money.merging(["amount": "70"]) { $1 })
    let sum = { (day: String) in
      try InitiativeRows.sums(on: Day(day)!, in: file.connection).rows.map { $0[3].shown }
    }
    // In whatever order the days are asked about.
    for day in ["2026-11-24", "2027-04-30", "2026-01-01"] {
      let row = try row("bridge", on: day)
      #expect(
        row["stage"] == "signed" && row["state"] == "overdue" && row["committed"] == "2500 USD", "\(day)")
      #expect(try sum(day) == ["2500"])
      #expect(try InitiativeRows.due(before: nil, day: Day(day)!, in: file.connection).rows.count == 1)
      let page = try #require(try InitiativePage("bridge", day: Day(day)!, in: file.connection))
      // What is known of it is still told.
      #expect(try page.path().rows.count == 2)
    }
    let later = try row("bridge", on: "2027-05-01")
    #expect(
      later["stage"] == "completed" && later["state"] == "completed" && later["committed"] == "9000 USD")
    #expect(try sum("2027-05-01") == ["9000"])
    #expect(try sum("2032-01-01") == ["9070"])
    #expect(try sum("2026-11-24") == ["2500"])
  }

  @Test func `what is completed has ended and is not open`() throws {
    try log("2019", "signed", "tunnel")
    try log("2021", "completed", "tunnel")
    #expect(try state("tunnel") == ["completed", "completed"])
    try file.ingest(
      text: "code,title,note,status,first_id,last_id\nsaid,Said,,completed,,\n", as: "initiatives.csv")
    #expect(try row("said")["state"] == "completed")
    var asked = InitiativeRows(day: TestFile.desk.today)
    asked.states = [.ended]
    #expect(try asked.table(in: file.connection).rows.map { $0[0].shown } == ["said", "tunnel"])
    asked.states = [.open]
    #expect(try asked.table(in: file.connection).rows.isEmpty)
    // What goes on after it is open again, and its money was not lost.
    try log("2023", "running", "tunnel")
    #expect(try state("tunnel") == ["open", "completed"])
  }

  @Test func `a promised paper is kept by signing it`() throws {
    try log("2018", "pledged", "paper", ["due": "2019", "instrument": "contract"])
    #expect(try row("paper")["state"] == "overdue")
    try log("2019-03", "signed", "paper")
    #expect(try row("paper")["state"] == "open")
  }

  @Test func `pledges are judged in one way, in the dossier too, with a due date or without`() throws {
    let actors = ["actors": "Huawei"]
    // A paper is no act, unless it is what was pledged.
    let base = try log("2018", "pledged", "base", actors)
    try log("2019", "signed", "base", actors)
    try log("2018", "pledged", "deal", actors.merging(["instrument": "contract"]) { $1 })
    try log("2019", "signed", "deal", actors)
    try log("2018", "considered", "site", actors.merging(["due": "2020"]) { $1 })
    try log("2021", "running", "site", actors)
    let due = try log("2018", "signed", "ship", actors.merging(["due": "2020"]) { $1 })
    let loose = try log("2018", "pledged", nil, actors)
    try log("2018", "pledged", "plane", actors)
    try log("2023", "cancelled", "plane", actors)
    let open = try file.connection.rows(
      "SELECT number FROM pledges WHERE kept_by IS NULL AND ended_by IS NULL ORDER BY number"
    ) { try $0.get(0, as: Int.self) }
    #expect(open == [base, due, loose])
    let huawei = try ActorBook.known("Huawei", in: file.connection)
    let sections = try Dossier(of: huawei, day: Day("2026-11-24")!, in: file.connection).sections()
    let shown = try #require(sections.first { $0.heading == "Open pledges" }).table.rows
    #expect(
      shown.map { row in [1, 3, 4].map { row[$0].shown } } == [
        ["o\(due)", "overdue", "ship"], ["o\(base)", "", "base"], ["o\(loose)", "", ""],
      ])
    // What is due is the part of it that names a day.
    let asked = try InitiativeRows.due(before: nil, day: Day("2026-11-24")!, in: file.connection)
    #expect(asked.rows.map { $0[2].shown } == ["o\(due)"])
  }

  @Test func `an act before a promise does not keep it`() throws {
    try log("2016", "running", "again")
    try log("2018", "running", "again", ["due": "2020"])
    #expect(try row("again")["state"] == "overdue")
    try log("2020", "completed", "again")
    #expect(try row("again")["state"] == "completed")
  }

  @Test func `an exit ends them, and what is resumed goes on`() throws {
    try log("2018", "pledged", "plane", ["due": "2025"])
    try log("2023-08", "cancelled", "plane")
    let plane = try row("plane")
    #expect(plane["state"] == "cancelled" && plane["due"] == "")
    #expect(try row("plane")["stage"] == "pledged")
    try log("2019", "suspended", "line")
    try log("2021", "running", "line")
    #expect(try row("line")["state"] == "open")
    try log("2015", "pledged", "old")
    let known = try InitiativeEntry.add(
      ["code": "old", "title": "An old plan", "status": "lapsed"], why: "said so", file, TestFile.desk)
    #expect(known)
    #expect(try row("old")["state"] == "lapsed")
    var asked = InitiativeRows(day: Day("2026-11-24")!)
    asked.states = [.ended]
    #expect(try asked.table(in: file.connection).rows.map { $0[0].shown } == ["old", "plane"])
    asked.states = []
    asked.stages = ["cancelled", "running"]
    #expect(try asked.table(in: file.connection).rows.map { $0[0].shown } == ["line", "plane"])
    asked.stages = ["runing"]
    #expect(throws: FilterError.self) { try asked.table(in: file.connection) }
  }

  @Test func `are asked for by the day something is due`() throws {
    try log("2018", "pledged", "near", ["due": "2026"])
    try log("2018", "pledged", "far", ["due": "2035"])
    try log("2018", "pledged", "done", ["due": "2020"])
    try log("2020", "running", "done")
    let loose = try log("2018", "pledged", nil, ["due": "2019", "title": "In none"])
    var asked = InitiativeRows(day: Day("2026-11-24")!)
    asked.dueBefore = try EDTF("2027")
    #expect(try asked.table(in: file.connection).rows.map { $0[0].shown } == ["near"])
    let due = try InitiativeRows.due(before: nil, day: Day("2026-11-24")!, in: file.connection)
    #expect(due.rows.map { $0[1].shown } == ["overdue", "due", "due"])
    #expect(due.rows.map { $0[5].shown } == ["", "near", "far"] && due.rows[0][2].shown == "o\(loose)")
  }

  // MARK: Sums

  private func sum(_ kind: String, _ currency: String) throws -> Int? {
    try file.connection.value(
      "SELECT CAST(amount AS INTEGER) FROM money_totals WHERE kind = \(kind) AND currency = \(currency)")
  }
  private func money(_ amount: Int, _ currency: String = "USD", _ kind: String = "committed") -> [String:
    String]
  {
    ["amount": "\(amount)", "currency": currency, "amount_kind": kind]
  }

  @Test func `have their sum counted once, that of the furthest stage that has one`() throws {
    try log("2018", "pledged", "fund", money(1000))
    try log("2019", "signed", "fund", money(900))
    try log("2020", "running", "fund")
    #expect(try sum("committed", "USD") == 900)
    #expect(try row("fund")["committed"] == "900 USD")
    // A stage repeated: the latest says what it is.
    try log("2021", "signed", "fund", money(800))
    #expect(try sum("committed", "USD") == 800)
    try log("2018", "signed", "other", money(50))
    try log("2017", "signed", nil, money(7))
    #expect(try sum("committed", "USD") == 857)
  }

  @Test func `keep targets, valuations and currencies apart`() throws {
    try log("2018", "pledged", "fund", money(1000, "USD", "target"))
    try log("2019", "running", "fund", money(100))
    try log("2020", "completed", "fund", money(600, "CNY", "valuation"))
    try log("2019", "signed", "park", money(30, "CNY"))
    try log("2019", "signed", "lab", ["amount": "5", "currency": "USD"])
    #expect(try sum("committed", "USD") == 100)
    #expect(try sum("committed", "CNY") == 30)
    #expect(try sum("target", "USD") == 1000)
    #expect(try sum("valuation", "CNY") == 600)
    #expect(try sum("not said", "USD") == 5)
  }

  @Test func `leave out sums of parts, of many sides, and of what sets back`() throws {
    try log("2019", "signed", "sum", money(500).merging(["umbrella": "1"]) { $1 })
    try log("2019", "signed", "many", money(500).merging(["multilateral": "1"]) { $1 })
    try log("2019", "cancelled", "gone", money(500))
    #expect(try file.count("SELECT count(*) FROM money") == 0)
    // What ended is told, not dropped.
    try log("2018", "signed", "gone", money(40))
    let totals = try InitiativeRows.sums(on: TestFile.desk.today, in: file.connection)
    #expect(totals.rows.map { $0.map(\.shown) } == [["committed", "USD", "1", "40", "40"]])
  }

  @Test func `an act of two undertakings is added once`() throws {
    try log("2019", "signed", "one;two", money(500))
    #expect(try file.count("SELECT count(*) FROM money") == 2)
    #expect(try sum("committed", "USD") == 500)
  }

  @Test func `of the starting data add up to what its rows say`() throws {
    try file.ingest(seeds)
    // 3 + 2 + 0.1 + 0.4 thousand million in initiatives, 1 outside of them; the fund's three rows are one target.
    #expect(try sum("committed", "USD") == 6_500_000_000)
    #expect(try sum("target", "USD") == 5_280_000_000)
    #expect(try sum("committed", "CNY") == 9_000_000_000)
    #expect(try sum("committed", "RUB") == 2_800_000_000)
    #expect(try row("widebody")["state"] == "cancelled")
    #expect(try row("unionpay")["state"] == "refused")
    let fund = try row("tech-fund")
    #expect(fund["committed"] == "" && fund["stage"] == "running")
  }

  @Test func `are entered by hand as a row of the table is`() throws {
    let cells = ["code": "lunar-base", "title": "A base on the moon"]
    #expect(try InitiativeEntry.add(cells, why: "new", file, TestFile.desk))
    #expect(try !InitiativeEntry.add(cells, why: "new", file, TestFile.desk))
    let other = #expect(throws: RowRefusal.self) {
      try InitiativeEntry.add(["code": "lunar-base", "title": "Another"], why: "new", file, TestFile.desk)
    }
    #expect(other?.hint.contains("entente edit lunar-base") == true)
    for code in ["a;b", "o12", ""] {
      #expect(throws: RowRefusal.self) {
        try InitiativeEntry.add(["code": code, "title": "T"], why: "new", file, TestFile.desk)
      }
    }
    #expect(throws: RowRefusal.self) {
      try InitiativeEntry.add(
        ["code": "x", "title": "T", "status": "runing"], why: "new", file, TestFile.desk)
    }
  }
}
