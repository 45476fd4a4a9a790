import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Loading again` {
  @Test func `refuses the same id with other content, and takes it with update, keeping the old version`()
    throws
  {
    let file = try seeded()
    try file.ingest(text: "\(header)\nx1,2019,First,dialogue\n")
    let refused = try file.ingest(text: "\(header)\nx1,2019,Second,dialogue\n")
    #expect(refused.refused.count == 1 && refused.refused[0].hint.contains("--update"))
    var options = Ingest.Options()
    options.update = true
    let updated = try file.ingest(text: "\(header)\nx1,2019,Second,dialogue\n", options: options)
    #expect(updated.updated == 1)
    #expect(try file.connection.value("SELECT title FROM observation", as: String.self) == "Second")
    #expect(try file.connection.value("SELECT title FROM observation_history", as: String.self) == "First")
  }

  @Test func `does not revive a withdrawn row, nor undo an edit made since`() throws {
    let file = try seeded()
    let text = "\(header)\nx1,2019,First,dialogue\nx2,2019,Other,dialogue\n"
    try file.ingest(text: text)
    try file.connection.execute("UPDATE observation SET withdrawn = 1 WHERE source_id = 'x1'")
    try file.connection.execute("UPDATE observation SET title = 'Better' WHERE source_id = 'x2'")
    let again = try file.ingest(text: text)
    #expect(again.skipped == 2 && again.refused == [])
    #expect(try file.count("SELECT withdrawn FROM observation WHERE source_id = 'x1'") == 1)
    #expect(
      try file.connection.value("SELECT title FROM observation WHERE source_id = 'x2'", as: String.self)
        == "Better")
    #expect(try file.ingest(text: file.csv("observations")).refused == [])
  }

  @Test func `tells data sets with the same ids apart`() throws {
    let file = try seeded()
    try file.ingest(text: "\(header)\n1,2019,Ours,dialogue\n", as: "ours.csv")
    try file.ingest(text: "\(header)\n1,2020,Theirs,dialogue\n", as: "theirs.csv")
    #expect(try file.count("SELECT count(DISTINCT uid) FROM observation") == 2)
  }

  @Test func `gives rows without an id the identity of their content`() throws {
    let file = try seeded()
    let text = "event_date,title,mechanism\n2019,One,dialogue\n2019,Two,dialogue\n"
    #expect(try file.ingest(text: text).observations == 2)
    #expect(try file.ingest(text: text, as: "renamed.csv").skipped == 2)
  }

  @Test func `gives the same uids on two desks`() throws {
    let (one, two) = (try seeded(), try seeded())
    try one.ingest("\(seeds)/observations.csv")
    try two.ingest("\(seeds)/observations.csv", at: Desk(now: TestFile.instant, analyst: "another"))
    let uids = { (file: EntenteFile) in
      try file.connection.rows("SELECT uid FROM observation ORDER BY uid") { try $0.get(0, as: String.self) }
    }
    #expect(try uids(one) == uids(two))
  }

  @Test func `ends in the same rows whatever the order of the tables`() throws {
    let tables = ["actors", "outlets", "initiatives", "observations", "evidence"]
    let forward = try seeded()
    for name in tables { try forward.ingest("\(seeds)/\(name).csv") }
    let backward = try seeded()
    for name in ["observations", "evidence", "initiatives", "outlets", "actors"] {
      try backward.ingest("\(seeds)/\(name).csv")
    }
    for name in ["initiatives", "observations", "evidence"] {
      #expect(
        Set(try forward.csv(name).split(separator: "\n"))
          == Set(try backward.csv(name).split(separator: "\n")), "\(name)")
    }
  }

  @Test func `keeps columns it does not know, and gives them back`() throws {
    let file = try seeded()
    try file.ingest(text: "\(header),our_code,remark\nx1,2019,T,dialogue,A7,\"said \"\"so\"\"\"\n")
    let copy = try seeded()
    #expect(try copy.ingest(text: file.csv("observations")).refused == [])
    #expect(try copy.csv("observations") == file.csv("observations"))
    #expect(
      try copy.connection.value("SELECT value FROM observation_extra WHERE name = 'remark'", as: String.self)
        == "said \"so\"")
  }

  @Test func `JSON lines give the rows that the same CSV gives`() throws {
    let (csv, jsonl) = (try seeded(), try seeded())
    try csv.ingest(
      text: "\(header),sectors,amount,currency\nx1,2019,T,fund,5g;ai,1000000000,USD\n", as: "t.csv")
    let line =
      #"{"id":"x1","event_date":"2019","title":"T","mechanism":"fund","sectors":["5g","ai"],"amount":1000000000,"currency":"USD"}"#
    #expect(try jsonl.ingest(text: line + "\n", as: "t.jsonl").refused == [])
    #expect(try csv.csv("observations") == jsonl.csv("observations"))
  }

  @Test func `a dry run counts and keeps nothing`() throws {
    let file = try seeded()
    var options = Ingest.Options()
    options.dryRun = true
    let summary = try file.ingest(seeds, options: options)
    #expect(summary.observations == 270 && summary.tables["evidence"] == 60)
    #expect(try file.count("SELECT count(*) FROM observation") == 0)
    #expect(try file.count("SELECT count(*) FROM document") == 0)
    #expect(try file.count("SELECT count(*) FROM batch") == 0)
  }
}
