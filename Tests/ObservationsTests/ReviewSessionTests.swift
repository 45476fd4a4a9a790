import Formats
import Records
import SQLite
import TestSupport
import Testing

@testable import Observations

@Suite struct `A review on a terminal` {
  private func session(_ bench: ReviewBench, _ filter: ReviewFilter = ReviewFilter()) throws -> ReviewSession
  {
    try ReviewSession(bench.file, filter: filter) { TestFile.desk }
  }

  private func page(
    _ session: inout ReviewSession, columns: Int = 80, rows: Int? = 30, isStyled: Bool = false
  )
    -> String
  {
    session.screen(columns: columns, rows: rows, isStyled: isStyled).map { isStyled ? $0.rendered : $0.plain }
      .joined(separator: "\n") + "\n"
  }

  @Test(arguments: [(80, 24), (40, 40)])
  func `shows the sentence with its words marked, the fields, the rule and the score`(columns: Int, rows: Int)
    throws
  {
    var session = try session(ReviewBench())
    try Golden.check(page(&session, columns: columns, rows: rows), named: "Review/card-\(columns).txt")
    #expect(try session.type("k"))
    try Golden.check(page(&session, columns: columns, rows: rows), named: "Review/chinese-\(columns).txt")
  }

  @Test func `marks words by their looks where a terminal has any`() throws {
    var session = try session(ReviewBench())
    let page = page(&session, isStyled: true)
    #expect(page.contains("\u{1B}[1;4;33mJune 5, 2019\u{1B}[0m"))
    #expect(page.contains("\u{1B}[1;4;36mHuawei\u{1B}[0m") && !page.contains("[Huawei]"))
  }

  @Test func `each decision is kept at once, and the next session resumes`() throws {
    let bench = try ReviewBench()
    var first = try session(bench)
    #expect(first.count == 4)
    #expect(try first.type("ar1"))
    #expect(try bench.verdicts() == ["c1 accepted", "c2 rejected", "c3 open", "c4 open"])
    #expect(
      try bench.text("SELECT why FROM decision WHERE verdict = 'rejected'") == "only one side takes part")
    #expect(try !first.type("q"))
    var second = try session(bench)
    #expect(second.count == 2)
    #expect(page(&second).contains("1 of 2 · c3"))
  }

  @Test func `what was skipped comes last, and in the next session`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("kaa"))
    #expect(page(&session).contains("c4"))
    #expect(try session.type("r7"))
    #expect(page(&session).contains("Nothing is left to decide.") && page(&session).contains("1 skipped"))
    #expect(try session.type("k"))
    #expect(page(&session).contains("1 of 4, skipped before · c1"))
    #expect(try self.session(bench).count == 1)
  }

  @Test func `skips are kept for the next session of the same analyst, until they are decided`() throws {
    let bench = try ReviewBench()
    var first = try session(bench)
    #expect(try first.type("kk") && !first.type("q"))
    try first.keepSkips()
    var second = try session(bench)
    #expect(page(&second).contains("1 of 4 · c3"))
    #expect(try second.type("r1r1"))
    #expect(page(&second).contains("3 of 4, skipped before · c1"))
    // Left before the other one came: that one is skipped still, and the one decided is not.
    #expect(try second.type("a") && !second.type("q"))
    try second.keepSkips()
    var third = try session(bench)
    #expect(page(&third).contains("1 of 1, skipped before · c2"))
    var other = try ReviewSession(bench.file) { Desk(now: TestFile.instant, analyst: "other") }
    #expect(page(&other).contains("1 of 1 · c2"))
    // Nothing new to keep: nothing is written.
    let changes = try bench.count("SELECT count(*) FROM change")
    try third.keepSkips()
    #expect(try bench.count("SELECT count(*) FROM change") == changes)
  }

  @Test func `what was skipped elsewhere stays skipped when one document is reviewed`() throws {
    let bench = try ReviewBench()
    var first = try session(bench)
    #expect(try first.type("k"))
    try first.keepSkips()
    var part = try session(bench, ReviewFilter(rule: "plan"))
    #expect(try part.type("k"))
    try part.keepSkips()
    var all = try session(bench)
    #expect(page(&all).contains("1 of 4 · c2"))
    #expect(try all.type("kk"))
    #expect(page(&all).contains("skipped before · c1"))
  }

  @Test func `undo takes back the last decision, then the one before`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("aa"))
    #expect(try session.type("u"))
    #expect(page(&session).contains("c2 is open again"))
    #expect(try session.type("k"))
    #expect(try session.type("u"))
    #expect(page(&session).contains("1 of 4 · c1") && page(&session).contains("c1 is open again"))
    #expect(try bench.verdicts().allSatisfy { $0.hasSuffix("open") })
    #expect(try session.type("u"))
    #expect(page(&session).contains("Nothing was decided here yet"))
    #expect(try session.type("a"))
    #expect(try bench.verdicts()[0] == "c1 accepted")
    #expect(try bench.count("SELECT count(*) FROM observation") == 3)
  }

  @Test func `back shows what was decided, and undo there takes that back`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("aabb"))
    #expect(page(&session).contains("✓ accepted as o1 by tester"))
    #expect(try session.type("a"))
    #expect(page(&session).contains("decided already"))
    #expect(try session.type("u"))
    #expect(try bench.verdicts().prefix(2) == ["c1 open", "c2 accepted"])
  }

  @Test func `a reason in words of one's own, in any script`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(
      try session.type("ro") && session.type([.enter]) && session.type("повтор 重复") && session.type([.enter]))
    #expect(try bench.text("SELECT why FROM decision") == "повтор 重复")
  }

  @Test func `fields are corrected one by one before accepting`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(
      try session.type("f6") && session.type([.control("u")]) && session.type("rx") && session.type([.enter]))
    #expect(page(&session).contains("there is no stage"))
    #expect(try session.type([.backspace, .tab]))
    #expect(page(&session).contains("stage: r▏"))
    #expect(try session.type("at") && session.type([.tab, .enter]))
    #expect(page(&session).contains("* 6 stage") || page(&session).contains("> 6 stage"))
    #expect(
      try session.type("2") && session.type([.control("u")]) && session.type("Договор")
        && session.type([.enter]))
    #expect(try session.type("a"))
    #expect(try bench.text("SELECT stage || ' ' || title FROM observation") == "ratified Договор")
  }

  @Test func `what cannot be accepted says why, and what was typed stays`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("kkka"))
    #expect(page(&session).contains("is a denial"))
    #expect(try session.type("f1") && session.type([.control("u"), .enter]) && session.type("a"))
    #expect(page(&session).contains("is a denial") && page(&session).contains("> 1 event_date"))
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
    #expect(try session.type([.escape]))
    #expect(page(&session).contains("[a]ccept"))
  }

  @Test func `merges into one that is named, or one that is near`() throws {
    let bench = try ReviewBench()
    let known = try bench.log()
    var session = try session(bench)
    #expect(try session.type("mo99") && session.type([.enter]))
    #expect(page(&session).contains("There is no observation o99"))
    #expect(try session.type([.control("u")]) && session.type("o\(known)") && session.type([.enter]))
    #expect(try bench.verdicts()[0] == "c1 merged")
    session.card?.known = [
      Card.Known(
        observation: known, occurred: "2019-06-05", title: "Known", score: 0.8, reasons: ["same day"])
    ]
    #expect(page(&session).contains("1  o\(known) 2019-06-05 Known (0.80: same day)"))
    #expect(try session.type("m2"))
    #expect(try bench.verdicts()[1] == "c2 open")
    #expect(try session.type("1"))
    #expect(try bench.verdicts()[1] == "c2 merged")
    #expect(try bench.count("SELECT count(*) FROM evidence WHERE observation = \(known)") == 2)
  }

  @Test func `a sentence of several acts stays until one goes on`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("ksa"))
    #expect(page(&session).contains("[s] another act"))
    #expect(
      try session.type("s2") && session.type([.control("u")]) && session.type("Bank")
        && session.type([.enter]))
    #expect(try session.type("a"))
    #expect(
      try bench.count(
        "SELECT count(*) FROM decision WHERE candidate = (SELECT uid FROM candidate WHERE id = 2)") == 2)
    #expect(try session.type("u"))
    #expect(try bench.count("SELECT count(*) FROM observation WHERE withdrawn = 0") == 1)
    #expect(try session.type("k"))
    #expect(page(&session).contains("3 of 4"))
  }

  @Test func `filters and orders`() throws {
    let bench = try ReviewBench()
    let score = try session(bench, ReviewFilter(minScore: 0.6, order: .score))
    #expect(score.count == 3 && score.card?.proposal.id == 1)
    #expect(try session(bench, ReviewFilter(rule: "plan")).card?.proposal.id == 3)
    #expect(try session(bench, ReviewFilter(language: "xx")).count == 0)
    #expect(try session(bench, ReviewFilter(document: 7)).count == 0)
  }
}

extension ReviewSession {
  /// Types characters; false if the person has left.
  mutating func type(_ text: String) throws -> Bool { try type(text.map { .character($0) }) }

  mutating func type(_ keys: [TerminalKey]) throws -> Bool {
    for key in keys { if try !handle(key) { return false } }
    return true
  }
}
