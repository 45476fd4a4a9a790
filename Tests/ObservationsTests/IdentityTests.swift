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

  @Test func `loading the same again leaves the file as it was, no change in the log`() throws {
    let file = try seeded()
    try file.ingest(seeds)
    let before = try file.count("SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM batch)")
    try file.ingest(seeds)
    #expect(try file.count("SELECT (SELECT count(*) FROM change) + (SELECT count(*) FROM batch)") == before)
  }

  @Test func `a correction changes what it mentions and nothing else`() throws {
    let file = try seeded()
    try file.ingest(text: "\(header),summary,sectors,stage\nx1,2019,T,fund,Kept,5g;ai,signed\n")
    var options = Ingest.Options()
    options.update = true
    #expect(try file.ingest(text: "\(header)\nx1,2020,T,fund\n", options: options).updated == 1)
    let row = try #require(try file.export("observations").first)
    #expect(
      row["event_date"] == "2020" && row["summary"] == "Kept" && row["sectors"] == "5g;ai"
        && row["stage"] == "signed")
  }

  @Test func `a raised label is taken, also by the source that came with the row`() throws {
    let file = try seeded()
    let row = { (label: String) in "\(header),source_url,tlp\nx1,2019,T,fund,https://example.org/x,\(label)\n"
    }
    try file.ingest(text: row("CLEAR"))
    var options = Ingest.Options()
    options.update = true
    #expect(try file.ingest(text: row("RED")).refused.count == 1)
    #expect(try file.ingest(text: row("RED"), options: options).updated == 1)
    #expect(try file.count("SELECT count(*) FROM evidence WHERE tlp = 'RED'") == 1)
    #expect(try file.count("SELECT count(*) FROM observation WHERE tlp = 'RED'") == 1)
  }

  @Test func `evidence that says otherwise is refused, and taken with update`() throws {
    let file = try seeded()
    try file.ingest(text: "\(header)\nx1,2019,T,fund\n")
    let row = { (word: String) in
      "observation,source_url,supports,claim_date\nx1,https://example.org/y,\(word),2019\n"
    }
    #expect(try file.ingest(text: row("partly"), as: "evidence.csv").tables["evidence"] == 1)
    #expect(try file.ingest(text: row("partly"), as: "evidence.csv").skipped == 1)
    #expect(try file.ingest(text: row("yes"), as: "evidence.csv").refused.count == 1)
    var options = Ingest.Options()
    options.update = true
    #expect(try file.ingest(text: row("yes"), as: "evidence.csv", options: options).updated == 1)
    #expect(try file.count("SELECT count(*) FROM evidence") == 1)
  }

  @Test func `the id that list prints is the id that is found`() throws {
    let file = try seeded()
    try file.ingest(text: "\(header)\no12,2019,First,fund\n", as: "one.csv")
    try file.ingest(text: "\(header)\no12,2020,Second,fund\n", as: "two.csv")
    for id in try file.connection.rows("SELECT id FROM observations", { try $0.get(0, as: String.self) }) {
      let number = try #require(try ObservationTable.resolve(id, in: file.connection))
      #expect("o\(number)" == id)
    }
  }

  @Test func `JSON lines go on behind a broken first line, and refuse what a table would`() throws {
    let file = try seeded()
    let good = #"{"id":"x1","event_date":"2019","title":"T","mechanism":"fund"}"#
    let long =
      #"{"id":"x2","event_date":"2019","title":"\#(String(repeating: "a", count: 300_000))","mechanism":"fund"}"#
    let summary = try file.ingest(text: "{broken\n\(good)\n\(long)\n", as: "t.jsonl")
    #expect(summary.observations == 1 && summary.refused.map(\.line) == [1, 3])
    let strange =
      #"{"source":"s","from":"2019","to":"2020","how":"h"}"# + "\n"
      + #"{"source":"t","from":"2019","to":"2020","how":"h","extra":"x"}"#
    let coverage = try file.ingest(text: strange + "\n", as: "coverage.jsonl")
    #expect(coverage.tables["coverage"] == 1 && coverage.refused.count == 1)
  }

  @Test func `a new name of an actor finds what was logged before`() throws {
    let file = try seeded()
    try file.ingest(text: "\(header),actors_cn\nx1,2019,T,fund,Quite New Labs\n")
    #expect(try Finding.find("Новейшие", limit: 5, in: file.connection).hits.isEmpty)
    try file.ingest(
      text: "name,kind,side,aliases_ru\nQuite New Labs,company,cn,Новейшие лаборатории\n", as: "actors.csv")
    #expect(try Finding.find("Новейшие", limit: 5, in: file.connection).hits.map(\.id).count == 1)
  }
}
