import Calendar
import Formats
import Records
import SQLite
import TestSupport
import Testing

@testable import Observations

/// What another program or another desk does while a review is open.
@Suite struct `Meanwhile, during a review` {
  private func begin() throws -> (ReviewBench, ReviewSession) {
    let bench = try ReviewBench()
    return (bench, try ReviewSession(bench.file) { TestFile.desk })
  }

  private func page(_ session: inout ReviewSession) -> String {
    session.screen(columns: 80, rows: 40, isStyled: false).map(\.plain).joined(separator: "\n")
  }

  @Test func `two reviews of one candidate: the second is told what the first decided`() throws {
    let (bench, _) = try begin()
    var first = try ReviewSession(bench.file) { Desk(now: TestFile.instant, analyst: "anna") }
    var second = try ReviewSession(bench.file) { Desk(now: TestFile.instant, analyst: "boris") }
    #expect(try first.type("a") && second.type("r1"))
    #expect(page(&second).contains("decided already: accepted as o1 by anna"))
    #expect(page(&second).contains("✓ accepted as o1 by anna"))
    #expect(try bench.count("SELECT count(*) FROM decision") == 1)
    #expect(try second.type("k") && second.type("a"))
    #expect(try bench.text("SELECT analyst FROM change ORDER BY id DESC LIMIT 1") == "boris")
  }

  @Test func `one that was undone elsewhere is not undone twice`() throws {
    var (bench, session) = try begin()
    #expect(try session.type("a"))
    try bench.review.undo("c1", why: "elsewhere")
    _ = try bench.review.accept(1, corrections: ["title": "Other"], why: nil)
    #expect(try session.type("u"))
    #expect(page(&session).contains("No decision about this candidate stands"))
    #expect(try bench.count("SELECT count(*) FROM decision WHERE withdrawn = 0") == 1)
  }

  @Test func `one that says something else by now is shown anew, not decided`() throws {
    var (bench, session) = try begin()
    try bench.db.execute("UPDATE candidate SET stage = 'ratified' WHERE id = 1")
    #expect(try session.type("a"))
    #expect(page(&session).contains("made anew since it was shown") && page(&session).contains("ratified"))
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
    #expect(try session.type("a"))
    #expect(try bench.text("SELECT stage FROM observation") == "ratified")
  }

  @Test func `one whose number went to another is not taken for it`() throws {
    var (bench, session) = try begin()
    try bench.clear()
    try bench.propose(
      ReviewBench.denial, [("date", "2019-06-10", "June 10, 2019"), ("mechanism", "dialogue", "said")],
      score: 0.5)
    #expect(try session.type("a"))
    #expect(page(&session).contains("c1 is proposed no longer"))
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
    // The others are gone too; what came meanwhile is at the end.
    #expect(page(&session).contains("c1 ·") && page(&session).contains("dialogue"))
    #expect(try session.type("a"))
    #expect(try bench.text("SELECT mechanism FROM observation") == "dialogue")
  }

  @Test func `a text that was taken back is passed over, with a word`() throws {
    var (bench, session) = try begin()
    try bench.db.execute("UPDATE document SET withdrawn = 1")
    #expect(try session.type("a"))
    #expect(
      page(&session).contains("was taken back") && page(&session).contains("Nothing is left to decide."))
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
  }

  @Test func `the clock of each decision is its own`() throws {
    let (bench, _) = try begin()
    // Who reviews is asked once at the beginning.
    var hour = 7
    var session = try ReviewSession(bench.file) {
      hour += 1
      return Desk(
        now: try #require(.init("2026-11-24T\(hour < 10 ? "0" : "")\(hour):00:00Z")), analyst: "anna")
    }
    #expect(try session.type("aa"))
    let times = try bench.db.rows("SELECT at FROM change ORDER BY id DESC LIMIT 2") {
      try $0.get(0, as: String.self)
    }
    #expect(times == ["2026-11-24T10:00:00Z", "2026-11-24T09:00:00Z"])
  }

  private static let seed = UInt64.random(in: 0...9999)

  @Test(.seed(seed)) func `whatever keys are pressed on whatever screen, it fits, and nothing fails`() throws
  {
    var random = SplitMix64(seed: Self.seed)
    var (bench, session) = try begin()
    _ = try bench.log()
    let keys: [TerminalKey] =
      "aersmkbu?o1269jhxq ;".map { .character($0) } + [
        .enter, .tab, .backspace, .escape, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
        .control("u"), .control("w"), .control("d"), .pasted("华"), .character("é"), .character("\u{301}"),
      ]
    for _ in 0..<600 {
      let key = keys.randomElement(using: &random)!
      if try !session.handle(key) { session = try ReviewSession(bench.file) { TestFile.desk } }
      let (columns, rows) = (Int.random(in: 1...100, using: &random), Int.random(in: 1...40, using: &random))
      let lines = session.screen(columns: columns, rows: rows, isStyled: Bool.random(using: &random))
      #expect(lines.count == rows)
      // A wide character cannot be cut in two.
      for line in lines { #expect(line.width <= max(2, columns), "\(columns): \(line.plain)") }
    }
    // What was undone is withdrawn, what stands is whole.
    #expect(
      try bench.count(
        """
        SELECT count(*) FROM decision AS z JOIN observation AS o ON o.id = z.observation
        WHERE z.withdrawn = 0 AND o.withdrawn = 1
        """) == 0)
    #expect(
      try bench.count(
        """
        SELECT count(*) FROM decision AS z WHERE z.withdrawn = 0 AND z.observation IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM evidence AS e WHERE e.change = z.change AND e.withdrawn = 0)
        """) == 0)
  }
}
