import Calendar
import Records
import SQLite
import Statistics
import TestSupport

@testable import TimeSeries
@testable import Trends

/// Counts with known laws, from seeded randomness.
struct Dice {
  var numbers: SplitMix64
  init(seed: UInt64) { numbers = SplitMix64(seed: seed) }

  mutating func uniform() -> Double { Double.random(in: Double.leastNonzeroMagnitude..<1, using: &numbers) }

  /// A Poisson count, by adding up exponential gaps.
  mutating func poisson(_ mean: Double) -> Int {
    var (count, left) = (0, mean)
    while true {
      left += logarithm(uniform())
      if left < 0 { return count }
      count += 1
    }
  }

  /// A negative binomial count of size 2: a Poisson count whose mean is a sum of two exponential ones.
  mutating func overdispersed(_ mean: Double) -> Int {
    poisson(-mean / 2 * (logarithm(uniform()) + logarithm(uniform())))
  }

  mutating func counts(_ mean: Double, _ length: Int, overdispersed: Bool = false) -> [Int] {
    (0..<length).map { _ in overdispersed ? self.overdispersed(mean) : poisson(mean) }
  }
}

/// A frame of one row, built by hand, so that each caveat can be brought about by itself.
struct Hand {
  var kind = PeriodKind.quarter
  var counts: [Int]
  var notPlaced = 0
  var graded: [Int]?
  var sources: [String: [Int]] = [:]
  var volume: [Double]?
  /// The days of dates wider than a period.
  var wide: [ClosedRange<Day>] = []
  /// Days of each period on which an outlet was watched.
  var watchedDays: [String: [Int]] = [:]
  /// Periods at the end that are not mature.
  var tail = 0
  var isDelayUnknown = false

  private func table(_ placed: [Int], _ periods: [Period]) throws -> SeriesTable {
    var all = Counts(bins: placed.count)
    (all.placed, all.notPlaced) = (placed, notPlaced)
    let row = SeriesRow(code: "space", label: "Space", depth: 0, counts: all)
    let block = SeriesBlock(series: .counted, rows: [row], left: 0, absent: [], total: all, figures: [])
    return SeriesTable(
      question: try Question(by: .sector, per: kind, asOf: Day("2030-01-01")!), periods: periods,
      blocks: [block], others: [], label: .clear, othersFigure: Figure("", ""), panel: nil, grades: nil)
  }

  func frame() throws -> Frame {
    var period = Period(containing: Day("2015-01-01")!, kind: kind)
    let periods = counts.map { _ in
      defer { period = period.next }
      return period
    }
    return Frame(
      kind: kind, periods: periods, mature: counts.count - tail, table: try table(counts, periods),
      graded: try graded.map { try table($0, periods) },
      bySource: [.counted: .init(total: sources, byCode: ["space": sources])],
      wide: [
        .counted: wide.map {
          WideDates(code: "space", days: $0.lowerBound.number...$0.upperBound.number, count: 1)
        }
      ], watchedDays: watchedDays, volume: volume.map { ($0, "text read") }, isDelayUnknown: isDelayUnknown,
      watched: nil)
  }

  /// The verdict of the one row, adjusted over `tests`, with its caveats.
  func judged(tests: Int = 1) throws -> (verdict: Verdict, estimate: Estimate?, caveats: [Caveat]) {
    let subject = Judge(monthly: nil, quarterly: try frame()).subject(.counted, "space")
    let adjusted = subject.estimate.map { min(1, $0.p * Double(tests)) }
    let verdict = Judge.verdict(subject, adjusted)
    return (verdict, subject.estimate, Doubts(subject, verdict)?.all ?? [])
  }

  func codes() throws -> [String] { try judged().caveats.map(\.code) }
}

/// A file in memory in which TASS and others are watched.
struct Watched {
  var file: EntenteFile
  var desk = Desk(now: Instant("2024-01-10T08:00:00Z")!, analyst: "tester")
  var db: Connection { file.connection }

  init(from: String = "2018-01-01", to: String? = nil) throws {
    file = try EntenteFile(inMemoryAt: desk.now)
    try db.run(
      script: """
        INSERT INTO mechanism (code, label, definition, position) VALUES ('academic', 'Academic', '.', 1), ('fund', 'Fund', '.', 2);
        INSERT INTO effect (code, label, definition, position) VALUES ('advances', 'Advances', '.', 1);
        INSERT INTO stage (code, label, definition, position) VALUES ('signed', 'Signed', '.', 1);
        """)
    try watch("TASS", from: from, to: to)
  }

  func watch(_ outlet: String, from: String, to: String? = nil) throws {
    try db.execute(
      "INSERT INTO outlet (uid, name) SELECT \(Identity.loaded("outlet", outlet)), \(outlet) WHERE NOT EXISTS (SELECT 1 FROM outlet WHERE name = \(outlet))"
    )
    try db.execute(
      """
      INSERT INTO coverage (uid, source, kind, outlet, starts, ends, how, tlp)
      SELECT \(Identity.loaded("coverage", outlet, from)), \(outlet), 'watch', id, unixepoch(\(from)) / 86400,
        unixepoch(\(to)) / 86400, 'read', 'CLEAR' FROM outlet WHERE name = \(outlet)
      """)
  }

  /// `count` acts in a month, each reported by the outlet.
  func observe(
    _ month: Period, _ count: Int, _ mechanism: String = "academic", outlet: String = "TASS"
  ) throws {
    for number in 0..<count {
      let day = month.first.advanced(by: number % 28)
      try db.execute(
        """
        INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, effect, stage, tlp, recorded)
        VALUES (\(Identity.typed(at: desk)), \(day.description), \(day.number), \(day.number), 'An act',
          \(mechanism), 'advances', 'signed', 'CLEAR', \(desk.now.description))
        """)
      let observation = db.lastRowID
      try db.execute(
        """
        INSERT INTO document (uid, outlet, title, published, earliest, latest, tlp, recorded)
        SELECT \(Identity.typed(at: desk)), id, 'A text', \(day.description), \(day.number), \(day.number), 'CLEAR',
          \(desk.now.description) FROM outlet WHERE name = \(outlet)
        """)
      try db.execute(
        """
        INSERT INTO evidence (uid, observation, document, stance, tlp, recorded)
        VALUES (\(Identity.typed(at: desk)), \(observation), \(db.lastRowID), 'supports', 'CLEAR', \(desk.now.description))
        """)
    }
  }

  func months(_ from: String, _ count: Int) -> [Period] { Self.months(from, count) }

  static func months(_ from: String, _ count: Int) -> [Period] {
    var period = Period(containing: Day("\(from)-01")!, kind: .month)
    return (0..<count).map { _ in
      defer { period = period.next }
      return period
    }
  }

  func trends(_ kind: PeriodKind = .quarter, _ views: Views = Views(), from: String? = nil) throws -> TrendSet
  {
    try TrendSet.read(
      Question(
        by: .mechanism, per: kind, from: from.map { try EDTF($0) }, asOf: Day("2024-01-10")!, views: views),
      from: db)
  }
}
