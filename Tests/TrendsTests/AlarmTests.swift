import Calendar
import Records
import SQLite
import Statistics
import TestSupport
import Testing
import TimeSeries

@testable import Trends

private let seed: UInt64 = 20_261_124

/// A file with actors and a sector, in which acts are entered live or as backfill.
private struct Newsroom {
  var watched: Watched
  let today = Day("2024-01-10")!

  init(from: String = "2020-01-01") throws {
    watched = try Watched(from: from)
    try watched.db.run(
      script: """
        INSERT INTO stage (code, label, definition, position) VALUES ('pledged', 'Pledged', '.', 0), ('completed', 'Completed', '.', 2);
        INSERT INTO sector (code, label, definition, dual_use, position) VALUES ('space', 'Space', '.', 'mixed', 1);
        """)
  }

  func entered<T>(_ kind: Batch.Kind, on day: Day? = nil, _ body: () throws -> T) throws -> T {
    let desk = Desk(now: day.map(Instant.endOf(day:)) ?? watched.desk.now, analyst: "tester")
    return try watched.file.write(desk, why: "test", beginning: Batch(kind: kind)) { _ in try body() }
  }

  /// An act of a Chinese and a Russian actor in space.
  @discardableResult
  func act(
    _ day: String, _ cn: String, _ ru: String, stage: String = "signed", due: String? = nil,
    initiative: String? = nil, as kind: Batch.Kind = .live
  ) throws -> Int {
    try entered(kind) {
      let db = watched.db
      let (date, due) = (try EDTF(day), try due.map { try EDTF($0) })
      try db.execute(
        """
        INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, effect, stage, due, due_earliest, due_latest, tlp, recorded)
        VALUES (\(Identity.typed(at: watched.desk)), \(day), \(date.earliest?.number), \(date.latest?.number), 'An act',
          'academic', 'advances', \(stage), \(due?.description), \(due?.earliest?.number), \(due?.latest?.number),
          'CLEAR', \(watched.desk.now.description))
        """)
      let number = db.lastRowID
      try db.execute(
        "INSERT INTO observation_sector (observation, sector, position) VALUES (\(number), 'space', 1)")
      for (name, side) in [(cn, "cn"), (ru, "ru")] {
        try db.execute(
          """
          INSERT INTO actor (uid, name, kind, side) SELECT \(Identity.loaded("actor", name)), \(name), 'company', \(side)
          WHERE NOT EXISTS (SELECT 1 FROM actor WHERE name = \(name))
          """)
        try db.execute(
          """
          INSERT INTO participation (observation, actor, role, side, position)
          SELECT \(number), id, 'party', \(side), 1 FROM actor WHERE name = \(name)
          """)
      }
      if let initiative {
        try db.execute(
          """
          INSERT INTO initiative (uid, code, title, tlp) SELECT \(Identity.loaded("initiative", initiative)), \(initiative), 'A plan', 'CLEAR'
          WHERE NOT EXISTS (SELECT 1 FROM initiative WHERE code = \(initiative))
          """)
        try db.execute(
          """
          INSERT INTO observation_initiative (observation, initiative, position)
          SELECT \(number), id, 1 FROM initiative WHERE code = \(initiative)
          """)
      }
      return number
    }
  }

  func search() throws -> AlarmSearch { try AlarmSearch.run(AlarmSettings(today: today), in: watched.db) }
  func found(_ kind: AlarmKind) throws -> [Alarm] { try search().found.filter { $0.kind == kind } }
}

@Suite struct `Alarms` {
  @Test func `the first act of a pair, of an actor and of a mechanism in a sector is told with the act`()
    throws
  {
    let room = try Newsroom()
    try room.act("2021-03-01", "Huawei", "MTS", as: .backfill)
    let number = try room.act("2023-12-01", "ZTE", "MTS")
    let found = try room.search().found
    #expect(found.map(\.kind) == [.firstPair, .firstActorInSector])
    #expect(found.allSatisfy { $0.evidence == [number] && $0.since == "2023-12-01" && $0.chance == nil })
    #expect(found[0].sentence == "First act of ZTE with MTS in this file: An act (2023-12-01).")
  }

  @Test func `what is entered as backfill, or lies long before today, is no news`() throws {
    let room = try Newsroom()
    try room.act("2023-12-01", "Huawei", "MTS", as: .backfill)
    try room.act("2023-06-01", "ZTE", "Rostec")
    try room.act("2023", "SMIC", "Mikron")
    // The pair is known from backfill; the live act is not its first.
    try room.act("2023-12-20", "Huawei", "MTS")
    #expect(try room.search().found.isEmpty)
  }

  @Test func `a promise past its date is told until an act of its initiative follows`() throws {
    let room = try Newsroom()
    try room.act(
      "2021-03-01", "Huawei", "MTS", stage: "pledged", due: "2023-12", initiative: "station", as: .backfill)
    try room.act("2021-03-01", "Huawei", "MTS", stage: "completed", due: "2022", as: .backfill)
    try room.act("2021-03-01", "Huawei", "MTS", stage: "pledged", due: "2024", as: .backfill)
    let found = try room.found(.overduePromise)
    #expect(found.map(\.key) == ["overdue-promise:o1:2023-12"])
    #expect(found[0].sentence.hasPrefix("Due 2023-12, 10 days ago, and no later act of station in this file"))
    try room.act("2022-05-01", "Huawei", "MTS", initiative: "station", as: .backfill)
    #expect(try room.found(.overduePromise).isEmpty)
  }

  @Test(arguments: [Batch.Kind.live, .backfill])
  func `a month with far more acts than before is told with rate and power, unless it is backfill`(
    _ kind: Batch.Kind
  ) throws {
    let room = try Newsroom()
    let months = room.watched.months("2020-01", 48)
    try room.entered(.backfill) {
      for month in months.prefix(46) { try room.watched.observe(month, 3) }
    }
    try room.entered(kind) { try room.watched.observe(months[46], 20) }
    let found = try room.found(.unusualPeriod)
    guard kind == .live else {
      #expect(found.isEmpty)
      return
    }
    #expect(
      found.map(\.key) == ["unusual-period:mechanism:academic:2023-11", "unusual-period:total:2023-11"])
    let chance = try #require(found.first?.chance)
    #expect(found.first?.evidence.count == 20)
    #expect(abs(chance.rate - 1) < 1e-9, "two strata, alpha 1/24")
    let power = try #require(chance.power)
    #expect(power > 0.1 && power < 0.9)
  }

  @Test func `a category and a source that fall silent are told, those that speak are not`() throws {
    let room = try Newsroom()
    try room.watched.watch("Xinhua", from: "2020-01-01")
    for (place, month) in room.watched.months("2021-01", 36).enumerated() {
      try room.entered(.live, on: month.last) {
        try room.watched.observe(month, 3, "fund", outlet: "Xinhua")
        if place < 30 { try room.watched.observe(month, 3, "academic", outlet: "TASS") }
      }
    }
    #expect(try room.found(.silentCategory).map(\.key) == ["silent-category:mechanism:academic:2023-06"])
    let sources = try room.found(.silentSource)
    #expect(sources.map(\.since) == ["2023-06"])
    #expect(
      sources.first?.sentence.hasPrefix("TASS is on watch; no text of it after 2023-06: 5 months") == true)
    let chance = try #require(sources.first?.chance)
    #expect(chance.rate == 1)
    #expect(try #require(chance.power) > 0.3)
    #expect(chance.method.hasSuffix("power within a year had the rate halved; a stop is told after 2 months"))
  }

  @Test func `without a watch statistical alarms are withheld with a sentence, and facts are told`() throws {
    let room = try Newsroom()
    try room.watched.db.execute("UPDATE coverage SET withdrawn = 1")
    try room.act("2023-12-01", "ZTE", "MTS")
    let search = try room.search()
    #expect(search.found.allSatisfy { !$0.kind.isStatistical } && search.found.count == 4)
    #expect(search.withheld.count == 1 && search.withheld[0].contains("no source is on record as watched"))
  }

  @Test func `each alarm is raised once, with who and when, and leaves the list when it is acknowledged`()
    throws
  {
    let room = try Newsroom()
    try room.act("2023-12-01", "ZTE", "MTS")
    let (file, desk) = (room.watched.file, room.watched.desk)
    let found = try room.search().found
    let first = try AlarmTable.raise(AlarmTable.new(of: found, in: file.connection), in: file, at: desk)
    #expect(first.count == 4)
    #expect(try AlarmTable.new(of: room.search().found, in: file.connection).isEmpty)
    let again = try AlarmTable.raise(found, in: file, at: desk)
    #expect(again.isEmpty)
    let sentence = try AlarmTable.acknowledge(found[0].key, why: "known", in: file, at: desk)
    #expect(sentence == found[0].sentence)
    let open = try AlarmTable.list(in: file.connection)
    #expect(open.map(\.alarm) == Array(found.dropFirst()))
    #expect(open.allSatisfy { $0.raised?.by == "tester" })
    let all = try AlarmTable.list(all: true, in: file.connection)
    #expect(all.first?.why == "known" && all.count == 4)
    #expect(throws: AlarmError.self) { try AlarmTable.acknowledge("1", why: "again", in: file, at: desk) }
    #expect(throws: AlarmError.self) { try AlarmTable.acknowledge("nothing", why: "x", in: file, at: desk) }
  }

  // MARK: Calibration

  private static let laws: [(Double, Bool)] = [0.5, 2.0, 5.0, 15.0].flatMap { [($0, false), ($0, true)] }

  private func law(_ mean: Double, _ overdispersed: Bool) -> CountDistribution {
    overdispersed ? .negativeBinomial(mean: mean, size: 2) : .poisson(mean: mean)
  }

  @Test(.seed(seed), arguments: [0.025, 0.002])
  func `months are told falsely at most twice as often as stated`(_ alpha: Double) throws {
    var dice = Dice(seed: seed)
    for (mean, over) in Self.laws {
      for length in [24, 48, 65] {
        let series = length == 65 ? 60 : 400
        var share = 0.0
        for _ in 0..<series {
          let bound = try #require(MonthBound(dice.counts(mean, length, overdispersed: over), alpha: alpha))
          share += try #require(law(mean, over).moreThan(bound.upper)) / Double(series)
        }
        print("calibration: alarm at \(alpha), \(length) months, mean \(mean), NB \(over): \(share)")
        #expect(share <= 2 * alpha, "\(length) months, mean \(mean), \(over)")
      }
    }
  }

  @Test(.seed(seed)) func `a silence is told falsely at most twice as often as stated`() {
    var dice = Dice(seed: seed)
    for (mean, over) in Self.laws.prefix(4) {
      var told = 0
      for _ in 0..<2000 {
        let counts = dice.counts(mean, 48, overdispersed: over)
        if let silence = Silence(counts: counts, live: counts, alpha: 0.02), silence.told == silence.length {
          told += 1
        }
      }
      print("calibration: silence at 0.02, mean \(mean), NB \(over): \(Double(told) / 2000)")
      #expect(Double(told) / 2000 <= 0.04, "mean \(mean), \(over)")
    }
  }

  @Test(.seed(seed)) func `the 80 % range of a forecast holds 75 to 88 of 100 months`() throws {
    var dice = Dice(seed: seed)
    var all = 0.0
    for (mean, over) in Self.laws {
      var share = 0.0
      for _ in 0..<200 {
        let laws = try #require(ForecastLaws(dice.counts(mean, 30, overdispersed: over), per: .month))
        let range = try #require(laws.law.ranges).most
        let truth = law(mean, over)
        share += ((truth.atMost(range.upperBound) ?? 0) - (truth.atMost(range.lowerBound - 1) ?? 0)) / 200
      }
      print("calibration: forecast at 0.8, mean \(mean), NB \(over): \(share)")
      all += share / Double(Self.laws.count)
      if mean >= 5 { #expect((0.75...0.88).contains(share), "mean \(mean), \(over)") }
      #expect(share >= 0.75, "mean \(mean), \(over)")
    }
    #expect((0.75...0.88).contains(all))
  }
}

@Suite struct `Forecasts` {
  private func room() throws -> Newsroom {
    let room = try Newsroom()
    for month in room.watched.months("2020-01", 48) { try room.watched.observe(month, 3) }
    return room
  }

  @Test func `are stored when made, once, and scored when their period is mature`() throws {
    let room = try room()
    let (file, desk, db) = (room.watched.file, room.watched.desk, room.watched.db)
    let set = try ForecastSet.make(by: .mechanism, per: .month, ahead: 3, asOf: Day("2023-06-15")!, in: db)
    #expect(set.withheld == nil)
    #expect(
      set.forecasts.map(\.period.label) == ["2023-07", "2023-08", "2023-09", "2023-07", "2023-08", "2023-09"])
    #expect(set.forecasts.first?.learned.last == "2023-05")
    let stored = try ForecastTable.store(set.forecasts, in: file, at: desk)
    #expect(stored == 6)
    let again = try ForecastTable.store(set.forecasts, in: file, at: desk)
    #expect(again == 0)
    #expect(throws: SQLiteError.self) { try db.execute("UPDATE forecast SET median = 9") }

    let early = try Scorecard.read(asOf: Day("2023-07-20")!, from: db)
    #expect(early.lines.map(\.scored) == [0, 0] && early.lines.map(\.made) == [3, 3])
    let late = try Scorecard.read(asOf: Day("2024-01-10")!, from: db)
    #expect(late.lines.map(\.scored) == [3, 3])
    let scores = try #require(late.lines.first?.scores)
    #expect(scores.inside == [1, 1, 1])
    #expect(scores.crps > 0 && scores.crps < scores.naiveCRPS)
  }

  @Test func `are not shown where the naive one did better over six or more`() {
    let series = ForecastSeries(dimension: "total", code: "", kind: .month)
    let scores = { (own: Double) in
      var scores = Scorecard.Scores(meanOf: [.init()])
      scores?.crps = own
      scores?.naiveCRPS = 1
      return scores
    }
    let line = { Scorecard.Line(series: series, made: 9, scored: $0, scores: scores($1), label: .clear) }
    #expect(line(6, 1.1).isWorse)
    #expect(!line(5, 1.1).isWorse)
    #expect(!line(6, 0.9).isWorse)
  }

  @Test func `are withheld without a watch and with too few months`() throws {
    let room = try room()
    let short = try ForecastSet.make(
      by: .mechanism, per: .month, ahead: 1, asOf: Day("2020-10-15")!, in: room.watched.db)
    #expect(short.forecasts.isEmpty && short.withheld?.contains("12 are needed") == true)
    try room.watched.db.execute("UPDATE coverage SET withdrawn = 1")
    let none = try ForecastSet.make(
      by: .mechanism, per: .month, ahead: 1, asOf: room.today, in: room.watched.db)
    #expect(none.forecasts.isEmpty && none.withheld?.contains("no source is on record") == true)
  }
}

extension Scorecard.Scores {
  fileprivate init() {
    self.init(
      crps: 0, naiveCRPS: 0, wis: 0, naiveWIS: 0, interval: 0, naiveInterval: 0, inside: [0, 0, 0])
  }
}
