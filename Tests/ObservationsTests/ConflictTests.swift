import Documents
import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Sources that disagree` {
  private func kinds(_ act: Sourced) throws -> [String] {
    try Conflicts.table(of: act.number, kinds: [], in: act.file.connection).rows.map { $0[1].shown }.reduce(
      into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
  }

  @Test(arguments: [
    // Dates known in part agree as long as one day is common to all.
    (["claim_date": "2019-06"], [String]()), (["claim_date": "2019"], []),
    (["claim_date": "2019-06-01/2019-06-30"], []),
    (["claim_date": "2019-06-06"], ["date"]), (["claim_date": "2018"], ["date"]),
    (["claim_amount": "1000", "claim_currency": "USD"], []),
    (["claim_amount": "1005", "claim_currency": "USD"], []),
    (["claim_amount": "1100", "claim_currency": "USD"], ["amount"]),
    // Other currencies and other kinds of sums cannot be compared.
    (["claim_amount": "7000", "claim_currency": "CNY"], []),
    (["claim_amount": "5000", "claim_currency": "USD", "claim_amount_kind": "target"], []),
    (["claim_stage": "signed"], []), (["claim_stage": "running"], ["stage"]),
    (["supports": "partly"], []), (["supports": "contradicts"], ["stance"]),
    (["supports": "disputes"], ["stance"]),
    (["claim_date": "2018", "claim_stage": "pledged", "supports": "no"], ["date", "stage", "stance"]),
  ])
  func `are what sources and the observation do not have in common`(_ source: ([String: String], [String]))
    throws
  {
    let act = try Sourced(["amount": "1000", "currency": "USD", "amount_kind": "committed"])
    try act.add(["source_url": "https://ria.ru/c"].merging(source.0) { $1 })
    #expect(try kinds(act) == source.1)
  }

  @Test func `of dates may stand between sources alone`() throws {
    let act = try Sourced(["event_date": "2019"])
    try act.add(["source_url": "https://ria.ru/c", "claim_date": "2019-03"])
    #expect(try kinds(act).isEmpty)
    try act.add(["source_url": "https://example.org/d", "claim_date": "2019-05"])
    #expect(try kinds(act) == ["date"])
    let table = try Conflicts.table(of: act.number, kinds: ["date"], in: act.file.connection)
    #expect(table.rows.map { $0[2].shown } == ["2019", "2019-03", "2019-05"])
    #expect(table.rows.map { $0[3].shown } == ["the observation", "RIA Novosti", "https://example.org/d"])
  }

  @Test func `a 1 needs two independent origins, and is a conflict when it loses one`() throws {
    let act = try Sourced()
    let refused = #expect(throws: RowRefusal.self) {
      try act.add(["source_url": "https://tass.com/a", "credibility": "1", "claim_date": "2019"])
    }
    #expect(refused?.column == "credibility")
    #expect(try act.file.count("SELECT count(*) FROM evidence") == 1)
    let second = try act.add(["source_url": "http://www.xinhuanet.com/b", "credibility": "1"]).number
    #expect(try kinds(act).isEmpty)
    let main = try act.file.count("SELECT id FROM evidence WHERE main = 1")
    try act.join(second, main)
    #expect(try kinds(act) == ["confirmation"])
    let row = try Conflicts.table(of: act.number, kinds: [], in: act.file.connection).rows.first
    #expect(row?[2].shown == "confirmed, by 1 independent source")
    try act.add(["source_url": "https://bbc.com/c", "outlet": "BBC"])
    #expect(try kinds(act).isEmpty)
  }

  @Test func `logging does not give a 1 to one source`() throws {
    let file = try seeded()
    let cells = [
      "event_date": "2019", "title": "T", "mechanism": "fund", "source_url": "https://tass.com/a",
      "credibility": "1",
    ]
    #expect(throws: RowRefusal.self) { try Logging.enter(cells, why: "log", file, TestFile.desk) }
    #expect(try file.count("SELECT count(*) FROM observation") == 0)
  }

  @Test func `nor does an edit, of the observation or of its evidence`() throws {
    let act = try Sourced()
    let edit = Edit(act.file, TestFile.desk)
    let main = try act.file.count("SELECT id FROM evidence WHERE main = 1")
    for record in [Record(.observation, act.number), Record(.evidence, main)] {
      let refused = #expect(throws: RowRefusal.self) {
        try edit.set([Assignment("credibility", .set, "1")], of: record, why: "sure")
      }
      #expect(refused?.column == "credibility")
      #expect(
        try edit.set([Assignment("credibility", .set, "2")], of: record, why: "likely").changed == [
          "credibility"
        ])
      #expect(
        try edit.set([Assignment("credibility", .set, "3")], of: record, why: "less").changed == [
          "credibility"
        ])
    }
    try act.add(["source_url": "http://www.xinhuanet.com/b"])
    let set = try edit.set(
      [Assignment("credibility", .set, "1")], of: Record(.evidence, main), why: "two now")
    #expect(set.changed == ["credibility"])
  }

  @Test func `an actor on another side than its own is one`() throws {
    let act = try Sourced()
    #expect(try kinds(act).isEmpty)
    try act.file.write(TestFile.desk, why: "side") { _ in
      try act.file.connection.execute(
        "UPDATE participation SET side = 'ru' WHERE actor = (SELECT id FROM actor WHERE name = 'Huawei')")
    }
    #expect(try kinds(act) == ["side"])
  }

  @Test func `of the starting data are those its evidence was gathered for`() throws {
    let file = try seeded()
    try file.ingest(seeds)
    let table = try Conflicts.table(of: nil, kinds: [], in: file.connection)
    // The founding of the navigation committee: January 2014, October 2014 or January 2015.
    let founding = table.rows.filter { $0[0].shown == "o9" && $0[1].shown == "date" }.map { $0[2].shown }
    #expect(founding == ["2014-01", "2014-10", "2014-10", "2015-01", "2015-01", "2014"])
    // Every source that contradicts is listed.
    let against = try file.connection.rows(
      "SELECT 'e' || id FROM evidence WHERE stance IN ('contradicts', 'disputes') ORDER BY id"
    ) { try $0.get(0, as: String.self) }
    let listed = table.rows.filter { $0[1].shown == "stance" && $0[2].shown.hasPrefix("contradicts") }
    #expect(Set(listed.map { $0[8].shown }) == Set(against) && against.count == 7)
    #expect(throws: FilterError.self) { try Conflicts.table(of: nil, kinds: ["dates"], in: file.connection) }
  }
}
