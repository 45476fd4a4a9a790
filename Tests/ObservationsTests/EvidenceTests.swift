import Calendar
import Documents
import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

/// An act with one source, and what is added to it.
struct Sourced {
  let file: EntenteFile
  let number: Int

  /// With `more` cells beside those of a signed contract of 2019-06-05 that TASS tells of.
  init(_ more: [String: String] = [:]) throws {
    file = try seeded()
    let cells = [
      "event_date": "2019-06-05", "title": "A contract", "mechanism": "commercial", "effect": "advances",
      "stage": "signed", "actors": "MTS;Huawei", "source_url": "https://tass.com/a", "outlet": "TASS",
    ]
    number = try Logging.enter(cells.merging(more) { $1 }, why: "log", file, TestFile.desk).number
  }

  @discardableResult
  func add(_ cells: [String: String], document: String? = nil) throws -> EvidenceEntry.Outcome {
    try EvidenceEntry(file, TestFile.desk).add(
      ["supports": "supports"].merging(cells) { $1 }, to: "o\(number)", document: document, why: "test")
  }

  func document(of evidence: Int) throws -> Int {
    try file.count("SELECT document FROM evidence WHERE id = \(evidence)")
  }

  /// Says that the second text is a copy of the first.
  func join(_ copy: Int, _ original: Int) throws {
    let (one, other) = try (document(of: copy), document(of: original))
    try file.write(TestFile.desk, why: "join") { change in
      try Copies.join(
        one, to: other, why: "the same words",
        LoadContext(connection: file.connection, change: change, desk: TestFile.desk, label: .clear))
    }
  }

  var sourcing: [String] {
    get throws {
      try file.connection.first(
        """
        SELECT sources, independent_sources, coalesce(reported_by, '-') FROM observations WHERE number = \(number)
        """
      ) { row in row.values.map(CellText.of) } ?? []
    }
  }
}

@Suite struct `Evidence typed for an observation` {
  @Test func `keeps what its text claims, its words and who translated them`() throws {
    let act = try Sourced()
    let outcome = try act.add([
      "source_url": "https://xinhuanet.com/b", "outlet": "Xinhua", "supports": "contradicts",
      "claim_date": "2019-07~",
      "claim_amount": "250000000", "claim_currency": "USD", "claim_stage": "pledged",
      "attributed_to": "named-official", "credibility": "3", "quote": "成立于2014年",
      "translation": "founded in 2014",
      "translator": "mei", "note": "asked",
    ])
    #expect(outcome.isNew)
    let kept = try act.file.connection.first(
      """
      SELECT stance, claim_date, claim_amount, claim_currency, claim_stage, attribution, credibility, quote,
        translation, translator, outlet, note, main FROM evidence_list WHERE evidence = \(outcome.number)
      """, \.values)
    #expect(
      kept?.map(CellText.of) == [
        "contradicts", "2019-07~", "250000000", "USD", "pledged", "named-official", "3", "成立于2014年",
        "founded in 2014", "mei", "Xinhua", "asked", "0",
      ])
    #expect(outcome.remarks.contains { $0.contains("disagree (date, stage, stance)") })
    // The conclusion stays the analyst's.
    #expect(
      try act.file.count("SELECT occurred = '2019-06-05' FROM observation WHERE id = \(act.number)") == 1)
  }

  @Test func `is exported and loaded again as it was`() throws {
    let act = try Sourced()
    try act.add([
      "source_url": "https://xinhuanet.com/b", "claim_date": "2019-06", "quote": "签署", "credibility": "2",
    ])
    let before = try act.file.csv("evidence")
    let summary = try act.file.ingest(text: before, as: "evidence.csv")
    #expect(summary.refused.isEmpty && summary.skipped == 2)
    #expect(try act.file.csv("evidence") == before)
  }

  @Test func `is not entered twice`() throws {
    let act = try Sourced()
    let cells = ["source_url": "https://ria.ru/c", "claim_date": "2019-06"]
    let first = try act.add(cells)
    let changes = try act.file.count("SELECT count(*) FROM change")
    let again = try act.add(cells)
    #expect(!again.isNew && again.number == first.number)
    #expect(try act.file.count("SELECT count(*) FROM change") == changes)
    #expect(try act.add(cells.merging(["claim_date": "2020"]) { $1 }).isNew)
  }

  @Test(arguments: [
    (["supports": "maybe"], "supports"), (["claim_date": "2019-13"], "event"),
    (["credibility": "7"], "credibility"),
    (["attributed_to": "gossip"], "attributed_to"), (["claim_stage": "singed"], "claim_stage"),
    (["claim_amount": "5"], "claim_amount"), (["source_url": "tass.com"], "source_url"),
    (["claim_amount": "5", "claim_currency": "dollars"], "claim_currency"),
  ])
  func `is refused as a row of the table is`(_ wrong: ([String: String], String)) throws {
    let act = try Sourced()
    let cells = ["source_url": "https://ria.ru/c", "supports": "yes"].merging(wrong.0) { $1 }
    let typed = #expect(throws: RowRefusal.self) { try act.add(cells) }
    let columns = cells.keys.sorted()
    let line = columns.map { cells[$0]! }.joined(separator: ",")
    let summary = try act.file.ingest(
      text: "observation,\(columns.joined(separator: ","))\no\(act.number),\(line)\n", as: "evidence.csv")
    #expect(summary.refused.first?.reason == typed?.reason && typed?.reason.isEmpty == false)
    #expect(try act.file.count("SELECT count(*) FROM evidence") == 1)
  }

  @Test func `points to its words where the file holds the text`() throws {
    let act = try Sourced()
    let text = "TITLE\n\nВ Москве подписали договор. 双方签署了合同。\n"
    try act.file.ingest(text: text, as: "text.txt")
    let document = try act.file.count("SELECT max(id) FROM document WHERE sha256 IS NOT NULL")
    let found = try act.add(["quote": "双方签署了合同"], document: "d\(document)")
    #expect(found.remarks.isEmpty)
    let words = try act.file.connection.value(
      """
      SELECT CAST(substr(b.bytes, e.starts + 1, e.ends - e.starts) AS TEXT)
      FROM evidence AS e JOIN document_bytes AS b ON b.document = e.document WHERE e.id = \(found.number)
      """, as: String.self)
    #expect(words == "双方签署了合同")
    let missing = try act.add(["quote": "双方没有签署"], document: "d\(document)")
    #expect(missing.remarks.contains { $0.contains("does not stand so") })
  }

  @Test func `takes from a known address what it says of itself`() throws {
    let act = try Sourced(["source_title": "A title", "source_date": "2019-06-06"])
    let same = try act.add(["source_url": "https://tass.com/a", "claim_date": "2019-06-04"])
    let cited = try act.file.connection.first(
      "SELECT title, outlet, published FROM evidence_list WHERE evidence = \(same.number)", \.values)
    #expect(cited?.map(CellText.of) == ["A title", "TASS", "2019-06-06"])
    // Of a new one the host tells who publishes there.
    let hosted = try act.add(["source_url": "http://www.xinhuanet.com/new"])
    let outlet = try act.file.connection.value(
      "SELECT outlet FROM evidence_list WHERE evidence = \(hosted.number)", as: String.self)
    #expect(outlet == "Xinhua")
  }

  @Test func `stands on an observation that is there`() throws {
    let act = try Sourced()
    try act.file.write(TestFile.desk, why: "withdraw") { _ in
      try act.file.connection.execute("UPDATE observation SET withdrawn = 1 WHERE id = \(act.number)")
    }
    #expect(throws: RowRefusal.self) { try act.add(["source_url": "https://ria.ru/c"]) }
  }
}

@Suite struct `Independent sources` {
  @Test func `are counted by origin, and who reports by outlet`() throws {
    let act = try Sourced()
    #expect(try act.sourcing == ["1", "1", "ru-only"])
    let xinhua = try act.add(["source_url": "http://www.xinhuanet.com/b", "outlet": "Xinhua"]).number
    #expect(try act.sourcing == ["2", "2", "both"])
    let copy = try act.add(["source_url": "https://www.globaltimes.cn/b", "outlet": "Global Times"]).number
    #expect(try act.sourcing == ["3", "3", "both"])
    try act.join(copy, xinhua)
    #expect(try act.sourcing == ["3", "2", "both"])
    let page = try ObservationView.sourcing(of: act.number, in: act.file.connection)
    #expect(page == ["Independent sources: 2 of 3", "Reported by: both"])
    // What speaks against it supports nothing.
    try act.add(["source_url": "https://bbc.com/c", "outlet": "BBC", "supports": "disputes"])
    #expect(try act.sourcing == ["3", "2", "both"])
  }

  @Test(arguments: [
    ("Xinhua", "cn-only"), ("Huawei", "cn-only"), ("TASS", "ru-only"), ("Vedomosti", "ru-only"),
    ("BBC", "third-only"),
    ("Reuters", "third-only"), ("A paper nobody knows", "unknown"), ("Kommersant", "unknown"),
  ])
  func `have the side of their outlet, by its affiliation, else the country of its hosts`(
    _ outlet: (String, String)
  ) throws {
    let act = try Sourced(["outlet": outlet.0, "source_url": "https://example.org/x"])
    #expect(try act.sourcing == ["1", "1", outlet.1])
  }

  @Test func `are asked for by list`() throws {
    let act = try Sourced()
    let number = try Logging.enter(
      [
        "event_date": "2018", "title": "Another", "mechanism": "fund",
        "source_url": "http://www.xinhuanet.com/z",
        "outlet": "Xinhua",
      ], why: "log", act.file, TestFile.desk
    ).number
    let unsourced = try Logging.enter(
      ["event_date": "2017", "title": "A third", "mechanism": "fund"], why: "log", act.file, TestFile.desk
    ).number
    func listed(_ change: (inout ObservationFilter) -> Void) throws -> [String] {
      var filter = ObservationFilter()
      change(&filter)
      return try filter.table(in: act.file.connection).rows.map { $0[0].shown }
    }
    #expect(try listed { $0.reportedBy = ["cn-only"] } == ["o\(number)"])
    #expect(try listed { $0.reportedBy = ["cn-only", "ru-only"] } == ["o\(number)", "o\(act.number)"])
    #expect(try listed { $0.independent = 2 }.isEmpty)
    #expect(try listed { $0.independent = 1 } == ["o\(number)", "o\(act.number)"])
    try act.add(["source_url": "http://www.xinhuanet.com/b", "outlet": "Xinhua"])
    #expect(try listed { $0.independent = 2 } == ["o\(act.number)"])
    #expect(try listed { $0.reportedBy = ["both"] } == ["o\(act.number)"])
    #expect(try listed { $0.independent = 0 }.first == "o\(unsourced)")
    var wrong = ObservationFilter()
    wrong.reportedBy = ["cn"]
    #expect(throws: FilterError.self) { try wrong.check(in: act.file.connection) }
  }
}
