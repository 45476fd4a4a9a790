import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `The starting events` {
  @Test func `load with nothing refused and come out as they went in, field by field`() throws {
    let file = try seeded()
    let summary = try file.ingest("\(seeds)/observations.csv")
    #expect(summary.refused == [])
    #expect(summary.observations == 270)
    let out = try file.export("observations")
    let into = try rows(of: "\(seeds)/observations.csv")
    #expect(out.count == into.count)
    for (given, exported) in zip(into, out) {
      for (column, cell) in given {
        #expect(exported[column] == cell, "\(given["id"] ?? ""): \(column)")
      }
    }
  }

  @Test func `keep the numbers of their ids`() throws {
    let file = try seeded()
    try file.ingest("\(seeds)/observations.csv")
    #expect(
      try ObservationTable.resolve("o0279", in: file.connection)
        == ObservationTable.resolve("o279", in: file.connection))
    #expect(try ObservationTable.resolve("o6", in: file.connection) == nil)
  }

  @Test func `bring all tables of the folder in, and nothing changes the second time`() throws {
    let file = try seeded()
    let first = try file.ingest(seeds)
    #expect(first.refused == [])
    #expect(first.observations == 270)
    #expect(first.tables["evidence"] == 60)
    #expect(first.tables["initiatives"] == 43)
    #expect(first.tables["indicators"] == 9)
    #expect(first.tables["coverage"] == 1)
    #expect(first.documents == 8)
    let changes = try file.count("SELECT count(*) FROM observation_history")
    let before = try Export.all.filter { $0.name != "changes" }.map { try file.csv($0.name) }
    let second = try file.ingest(seeds)
    #expect(second.refused == [])
    #expect(second.observations == 0 && second.documents == 0 && second.updated == 0 && second.tables == [:])
    #expect(try Export.all.filter { $0.name != "changes" }.map { try file.csv($0.name) } == before)
    #expect(try file.count("SELECT count(*) FROM observation_history") == changes)
  }

  @Test(arguments: [
    "evidence", "initiatives", "indicators", "coverage", "actors", "mechanisms", "sectors", "stages",
    "effects", "flows", "instruments",
  ])
  func `come out of every table as they went in`(_ table: String) throws {
    let file = try seeded()
    try file.ingest(seeds)
    let out = try file.export(table).filter {
      $0["main"] != "1" && $0["kind"] != "other" || table != "evidence"
    }
    for given in try rows(of: "\(seeds)/\(table).csv") {
      let matches = out.contains { exported in given.allSatisfy { exported[$0.key] == $0.value } }
      #expect(matches, "\(given)")
    }
  }

  @Test func `exported, loaded into an empty file and exported again are equal, uids included`() throws {
    let file = try seeded()
    try file.ingest(seeds)
    let copy = try seeded()
    for name in ["actors", "outlets", "initiatives", "observations", "evidence", "indicators", "coverage"] {
      let summary = try copy.ingest(text: file.csv(name), as: "\(name).csv")
      #expect(summary.refused == [], "\(name)")
    }
    for name in ["initiatives", "observations", "evidence", "indicators", "coverage"] {
      #expect(try copy.csv(name) == file.csv(name), "\(name)")
    }
  }

  @Test func `agree with the counts that their page states`() throws {
    let file = try seeded()
    try file.ingest("\(seeds)/observations.csv")
    #expect(
      try file.count(
        "SELECT count(*) FROM observation WHERE mechanism = 'commercial' AND effect = 'sets-back'") == 7)
    #expect(try file.count("SELECT count(*) FROM observations WHERE year = '2019'") == 41)
  }
}
