import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Merging, undoing and accepting act by act` {
  @Test func `a merged sentence is further evidence, with its bytes and what it claims`() throws {
    let bench = try ReviewBench()
    let known = try bench.log()
    try bench.review.merge(2, into: known, why: "same act")
    let held = try #require(
      try bench.db.first(
        """
        SELECT e.stance, e.claim_date, e.claim_stage, e.main, e.quote,
          CAST(substr(b.bytes, e.starts + 1, e.ends - e.starts) AS TEXT)
        FROM evidence AS e JOIN document_bytes AS b ON b.document = e.document
        WHERE e.observation = \(known) AND e.withdrawn = 0
        """, \.values))
    #expect(held[0] == .text("supports") && held[1] == .text("2019-09-27") && held[2] == .text("signed"))
    #expect(held[3] == .integer(0))
    #expect(held[4] == .text(ReviewBench.memorandum) && held[5] == held[4])
    #expect(try bench.text("SELECT occurred FROM observation WHERE id = \(known)") == "2019-06-05")
    #expect(try bench.count("SELECT count(*) FROM decision_field WHERE starts IS NOT NULL") >= 5)
    #expect(try bench.verdicts()[1] == "c2 merged")
  }

  @Test func `a merged denial disputes the observation`() throws {
    let bench = try ReviewBench()
    let known = try bench.log()
    try bench.review.merge(4, into: known, why: nil)
    #expect(try bench.text("SELECT stance FROM evidence WHERE observation = \(known)") == "disputes")
  }

  @Test func `nothing is merged into what is not there or was withdrawn`() throws {
    let bench = try ReviewBench()
    let known = try bench.log()
    try bench.db.execute("UPDATE observation SET withdrawn = 1 WHERE id = \(known)")
    #expect(throws: ReviewError.self) { try bench.review.merge(1, into: known, why: nil) }
    #expect(throws: ReviewError.self) { try bench.review.merge(1, into: 9999, why: nil) }
    #expect(try bench.count("SELECT count(*) FROM evidence") == 0)
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
  }

  @Test func `undoing an acceptance withdraws what it made, deletes nothing, and it can be accepted again`()
    throws
  {
    let bench = try ReviewBench()
    let first = try bench.review.accept(1, corrections: [:], why: nil)
    let undone = try bench.review.undo("c1", why: "wrong fund")
    #expect(undone.observation == first && undone.verdict == .accepted)
    #expect(try bench.verdicts()[0] == "c1 open")
    for table in ["observation", "evidence", "decision"] {
      #expect(
        try bench.count("SELECT count(*) FROM \(identifier: table) WHERE withdrawn = 1") == 1, "\(table)")
    }
    #expect(try bench.count("SELECT count(*) FROM decision_field WHERE withdrawn = 0") == 0)
    #expect(try bench.count("SELECT count(*) FROM search WHERE kind = 'observation'") == 0)
    #expect(try bench.text("SELECT why FROM change ORDER BY id DESC LIMIT 1") == "undo c1: wrong fund")
    #expect(throws: ReviewError.self) { try bench.review.undo("c1", why: "again") }
    let second = try bench.review.accept(1, corrections: [:], why: nil)
    #expect(second != first)
    #expect(
      try bench.count("SELECT count(*) FROM evidence WHERE observation = \(second) AND withdrawn = 0") == 1)
    #expect(try bench.count("SELECT count(*) FROM search WHERE kind = 'observation'") == 1)
  }

  @Test func `undoing a merge withdraws its evidence only, and it can be merged again`() throws {
    let bench = try ReviewBench()
    let known = try bench.log()
    try bench.review.merge(1, into: known, why: nil)
    try bench.review.merge(2, into: known, why: nil)
    try bench.review.undo("c1", why: "another contract")
    #expect(
      try bench.count("SELECT count(*) FROM evidence WHERE observation = \(known) AND withdrawn = 0") == 1)
    #expect(try bench.count("SELECT count(*) FROM observation WHERE id = \(known) AND withdrawn = 0") == 1)
    try bench.review.merge(1, into: known, why: nil)
    #expect(
      try bench.count("SELECT count(*) FROM evidence WHERE observation = \(known) AND withdrawn = 0") == 2)
  }

  @Test func `an acceptance that others were merged into is not undone before they are`() throws {
    let bench = try ReviewBench()
    let made = try bench.review.accept(1, corrections: [:], why: nil)
    try bench.review.merge(2, into: made, why: nil)
    #expect(throws: ReviewError.self) { try bench.review.undo("c1", why: "no") }
    #expect(try bench.count("SELECT count(*) FROM observation WHERE withdrawn = 1") == 0)
    try bench.review.undo("c2", why: "no")
    try bench.review.undo("c1", why: "no")
    #expect(try bench.count("SELECT count(*) FROM observation WHERE withdrawn = 1") == 1)
  }

  @Test func `a rejection is undone too, also of a candidate that is proposed no longer`() throws {
    let bench = try ReviewBench()
    try bench.review.reject(1, why: "no")
    let uid = try #require(try bench.text("SELECT uid FROM candidate WHERE id = 1"))
    try bench.clear()
    #expect(throws: ReviewError.self) { try bench.review.undo("c1", why: "yes") }
    try bench.review.undo(uid, why: "yes")
    try bench.proposeAll()
    #expect(try bench.verdicts()[0] == "c1 open")
  }

  @Test func `a sentence of two acts is accepted twice, with what tells them apart`() throws {
    let bench = try ReviewBench()
    let first = try bench.review.accept(2, corrections: [:], why: nil)
    #expect(throws: ReviewError.self) {
      try bench.review.accept(2, corrections: ["title": "Bank"], why: nil)
    }
    #expect(throws: ReviewError.self) {
      try bench.review.accept(2, corrections: [:], why: nil, another: true)
    }
    let second = try bench.review.accept(
      2, corrections: ["title": "Bank", "actors_ru": "Sberbank"], why: nil, another: true)
    #expect(first != second)
    #expect(try bench.count("SELECT count(*) FROM decision WHERE withdrawn = 0") == 2)
    #expect(try bench.count("SELECT count(*) FROM evidence WHERE main = 1") == 2)
    try bench.review.undo("c2", why: "one act")
    #expect(try bench.text("SELECT group_concat(id) FROM observation WHERE withdrawn = 0") == "\(first)")
  }

  @Test func `a plan is entered on the day it was said, with its target as due`() throws {
    let bench = try ReviewBench()
    let number = try bench.review.accept(3, corrections: [:], why: nil)
    #expect(
      try bench.text("SELECT occurred || ' ' || due || ' ' || stage FROM observation WHERE id = \(number)")
        == "2019-06-11 2020-12 pledged")
  }

  @Test func `nothing is decided about a text that was taken back`() throws {
    let bench = try ReviewBench()
    try bench.db.execute("UPDATE document SET withdrawn = 1")
    #expect(throws: ReviewError.self) { try bench.review.accept(1, corrections: [:], why: nil) }
    #expect(throws: ReviewError.self) { try bench.review.reject(1, why: "no") }
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
  }

  @Test func `a host stays a host`() throws {
    let bench = try ReviewBench()
    try bench.db.execute("UPDATE candidate_actor SET role = 'host' WHERE candidate = 1 AND name = 'MTS'")
    _ = try bench.review.accept(1, corrections: [:], why: nil)
    #expect(try bench.text("SELECT group_concat(role) FROM participation ORDER BY position") == "party,host")
  }
}
