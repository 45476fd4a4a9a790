import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Figures of reviews` {
  private func group(_ stats: ReviewStats, _ kind: ReviewStats.Kind, _ name: String = "") throws
    -> ReviewStats.Group
  {
    try #require(stats.groups.first { $0.kind == kind && $0.name == name })
  }

  @Test func `what was accepted, corrected, merged and rejected is counted`() throws {
    let bench = try ReviewBench()
    let known = try bench.log()
    _ = try bench.review.accept(1, corrections: ["title": "A better title"], why: nil)
    _ = try bench.review.accept(
      2, corrections: ["stage": "ratified", "actors_ru": "Sberbank", "sectors": "5g", "effect": ""], why: nil)
    _ = try bench.review.accept(3, corrections: [:], why: nil)
    try bench.review.merge(4, into: known, why: nil)
    let stats = try ReviewStats(bench.db)
    let all = try group(stats, .all)
    #expect(all.texts == 1 && all.proposals == 4 && all.open == 0 && all.decided == 4)
    #expect(all.accepted == 3 && all.unchanged == 2 && all.merged == 1 && all.rejected == 0)
    #expect(try group(stats, .rule, "plan").unchanged == 1)
    #expect(try group(stats, .rule, "act-with-date").decided == 3)
    let field = { (name: String) in stats.fields.first { $0.name == name } }
    #expect(field("date")?.kept == 3 && field("date")?.proposed == 3)
    #expect(field("stage")?.changed == 1 && field("stage")?.kept == 1 && field("stage")?.added == 0)
    #expect(field("actor")?.changed == 1 && field("actor")?.kept == 3)
    #expect(field("sector")?.added == 1 && field("sector")?.kept == 1)
    #expect(field("effect")?.removed == 1)
  }

  @Test func `an observation that is edited later does not make its proposal wrong`() throws {
    let bench = try ReviewBench()
    let number = try bench.review.accept(1, corrections: [:], why: nil)
    try bench.db.execute(
      "UPDATE observation SET stage = 'running', mechanism = 'dialogue' WHERE id = \(number)")
    try bench.db.execute("UPDATE observation SET stage = 'suspended' WHERE id = \(number)")
    try bench.db.execute("UPDATE observation_sector SET withdrawn = 1 WHERE observation = \(number)")
    let stats = try ReviewStats(bench.db)
    #expect(try group(stats, .all).unchanged == 1)
  }

  @Test func `a sentence of two acts is one candidate, and was not right as it was`() throws {
    let bench = try ReviewBench()
    _ = try bench.review.accept(2, corrections: [:], why: nil)
    _ = try bench.review.accept(
      2, corrections: ["title": "Bank", "actors_ru": "Sberbank"], why: nil, another: true)
    let all = try group(ReviewStats(bench.db), .all)
    #expect(all.accepted == 1 && all.unchanged == 0 && all.decided == 1 && all.open == 3)
  }

  @Test func `what was taken back does not count, what is proposed no longer does`() throws {
    let bench = try ReviewBench()
    try bench.review.reject(1, why: "b")
    try bench.review.reject(2, why: "a")
    try bench.review.reject(3, why: "a")
    try bench.review.reject(4, why: "c")
    try bench.review.undo("c4", why: "no")
    try bench.clear()
    let stats = try ReviewStats(bench.db)
    let all = try group(stats, .all)
    #expect(all.rejected == 3 && all.decided == 3 && all.open == 0)
    #expect(stats.reasons.map { "\($0.name) \($0.count)" } == ["a 2", "b 1"])
  }

  @Test func `an empty file has figures too`() throws {
    let stats = try ReviewStats(seeded().connection)
    let all = try group(stats, .all)
    #expect(all.decided == 0 && all.proposals == 0 && stats.reasons.isEmpty)
  }
}
