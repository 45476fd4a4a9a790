import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Logging one observation` {
  private let typed = [
    "event_date": "2019-06-05", "title": "MTS and Huawei sign", "mechanism": "commercial",
    "effect": "advances",
    "stage": "signed", "sectors": "5g", "actors": "MTS;Huawei", "source_url": "https://example.org/5g",
    "outlet": "TASS", "grade": "B2",
  ]

  @Test func `puts known actors on their sides and says nothing`() throws {
    let file = try seeded()
    let entry = try Logging.enter(typed, why: "log", file, TestFile.desk)
    #expect(entry.remarks == [])
    let row = try #require(try file.export("observations").first)
    #expect(row["actors_cn"] == "Huawei" && row["actors_ru"] == "MTS" && row["credibility"] == "2")
    #expect(try file.connection.value("SELECT series FROM observations", as: String.self) == "counted")
  }

  @Test func `sets the outlet's letter where none stands, and leaves one that does`() throws {
    let file = try seeded()
    _ = try Logging.enter(typed, why: "log", file, TestFile.desk)
    #expect(
      try file.connection.value("SELECT letter FROM outlets WHERE name = 'TASS'", as: String.self) == "B")
    var second = typed
    second["grade"] = "D3"
    let entry = try Logging.enter(second, why: "log", file, TestFile.desk)
    #expect(entry.remarks.count == 1)
    #expect(
      try file.connection.value("SELECT letter FROM outlets WHERE name = 'TASS'", as: String.self) == "B")
  }

  @Test func `finds an actor by an alias in another script`() throws {
    let file = try seeded()
    var cells = typed
    cells["actors"] = "МТС;华为"
    _ = try Logging.enter(cells, why: "log", file, TestFile.desk)
    #expect(try file.export("observations").first?["actors_cn"] == "Huawei")
  }

  @Test func `offers near names for one it does not know, and takes a new one with its side`() throws {
    let file = try seeded()
    var cells = typed
    cells["actors"] = "Hauwei"
    #expect { _ = try Logging.enter(cells, why: "log", file, TestFile.desk) } throws: {
      ($0 as? RowRefusal)?.hint.contains("Huawei") == true
    }
    #expect(try file.count("SELECT count(*) FROM observation") == 0)
    cells["actors"] = "Quite New Labs@cn"
    #expect(
      try Logging.enter(cells, why: "log", file, TestFile.desk).remarks == [
        "Quite New Labs is new among the actors."
      ])
  }

  @Test(arguments: ["Z9", "B", "B12", "B1", "2B"])
  func `refuses a grade that is none, and 1 from one source`(_ grade: String) throws {
    let file = try seeded()
    var cells = typed
    cells["grade"] = grade
    #expect(throws: RowRefusal.self) { _ = try Logging.enter(cells, why: "log", file, TestFile.desk) }
  }

  @Test func `has no default for when it occurred`() throws {
    let file = try seeded()
    var cells = typed
    cells["event_date"] = nil
    #expect(throws: RowRefusal.self) { _ = try Logging.enter(cells, why: "log", file, TestFile.desk) }
  }

  @Test func `is tied to who, when and why`() throws {
    let file = try seeded()
    _ = try Logging.enter(
      typed, why: "from the morning papers", file, Desk(now: TestFile.instant, analyst: "mei"))
    let change = try #require(
      try file.connection.first(
        "SELECT c.analyst, c.why, c.at FROM observation AS o JOIN change AS c ON c.id = o.change"
      ) { (try $0.get(0, as: String.self), try $0.get(1, as: String.self), try $0.get(2, as: String.self)) })
    #expect(change == ("mei", "from the morning papers", "2026-11-24T08:00:00Z"))
  }
}
