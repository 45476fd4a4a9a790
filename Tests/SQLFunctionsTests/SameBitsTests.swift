import SQLFunctions
import SQLite
import Statistics
import TestSupport
import Testing

/// The same statistic through Swift and through SQL, with seeded series in shuffled order: the same bits.
@Suite struct `Swift and SQL agree to the last bit` {
  static let seed: UInt64 = 20_261_124
  let db: Connection

  init() throws {
    db = try Connection(path: ":memory:", mode: .memory)
    try register(on: db)
    try db.run(script: "CREATE TABLE s (t TEXT, y INTEGER, e REAL) STRICT")
  }

  /// Monthly counts from 2014 on with exposures, entered in any order.
  private func series(_ random: inout SplitMix64) throws -> (counts: [Int], exposures: [Double]) {
    let counts = (0..<Int.random(in: 12...60, using: &random)).map { _ in
      Int.random(in: 0...9, using: &random)
    }
    let exposures = counts.map { _ in Double.random(in: 0.5...3, using: &random) }
    try db.execute("DELETE FROM s")
    for index in counts.indices.shuffled(using: &random) {
      let month = "\(2014 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)"
      try db.execute("INSERT INTO s VALUES (\(month), \(counts[index]), \(exposures[index]))")
    }
    return (counts, exposures)
  }

  private func number(_ sql: String) throws -> Double? {
    try db.value(SQL(trusting: sql), as: Double?.self) ?? nil
  }

  /// A member of the object that a call gives, read by Swift: SQLite's own reading of numbers is less exact.
  private func member(_ name: String, of call: String) throws -> Double? {
    let text = try db.value("SELECT \(SQL(trusting: call)) -> \(name) FROM s", as: String.self)
    return text.flatMap(Double.init)
  }

  @Test(.seed(seed)) func `over series`() throws {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<60 {
      let (counts, exposures) = try series(&random)
      let values = counts.map { Double($0) as Double? }
      #expect(try number("SELECT mk_s(t, y) FROM s") == Double(MannKendall(values).score))
      #expect(try number("SELECT mk_p(t, y) FROM s") == MannKendall(values).p)
      #expect(try number("SELECT mk_tau(t, y) FROM s") == MannKendall(values).tauB)
      #expect(try number("SELECT sen_slope(t, y) FROM s") == SenSlope(values).slope)
      #expect(try number("SELECT dispersion(y) FROM s") == Dispersion(counts).index)
      #expect(
        try number("SELECT mh_rate_ratio(y, e, y + 1, 2 * e) FROM s")
          == MantelHaenszel(
            zip(counts, exposures).map { .init(after: $0, over: $1, before: $0 + 1, over: 2 * $1) }
          ).ratio)
      let trend = try QuasiPoissonTrend(counts: counts, exposures: exposures)
      let found = { try member($0, of: "trend(t, y, e)") }
      #expect(try found("rr") == trend.poisson.ratePerYear)
      #expect(try found("lo") == trend.ratePerYearInterval()?.lower)
      #expect(try found("hi") == trend.ratePerYearInterval()?.upper)
      #expect(try found("phi") == trend.dispersion)
      #expect(try found("p") == trend.p)
      let change = try SingleChangePoint(counts)
      let changed = { try member($0, of: "changepoint(t, y)") }
      #expect(try changed("log10_bf") == change.log10BayesFactor)
      #expect(try changed("hi") == change.ratioQuantile(0.975))
      let held = try db.value("SELECT json_array_length(changepoint(t, y), '$.set') FROM s", as: Int.self)
      #expect(held == change.places(holding: 0.9).count)
      let seasonal = try SeasonalMannKendall(values, period: 4)
      #expect(try member("p", of: "smk(t, y, 4)") == seasonal.p)
    }
  }

  @Test(.seed(seed)) func `over exact trends and unit times`() throws {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<10 {
      let (counts, _) = try series(&random)
      let exact = try ExactConditionalTrend(counts: counts)
      let found = { try member($0, of: "trend_exact(t, y)") }
      #expect(try found("p") == exact.p)
      #expect(try found("mid_p") == exact.midP)
      #expect(try found("rr") == ExactConditionalTrend.ratio(slope: exact.slope, steps: 12))
      // Times as years with a fraction are the same months.
      let years = try member("rr", of: "trend(substr(t, 1, 4) + (substr(t, 6, 2) - 1) / 12.0, y)")
      #expect(try years == QuasiPoissonTrend(counts: counts).poisson.ratePerYear)
    }
  }

  @Test(.seed(seed)) func `over single rows`() throws {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<300 {
      let (k, n) = (Int.random(in: 0...40, using: &random), Int.random(in: 41...90, using: &random))
      let (mean, size) = (
        Double.random(in: 0.1...30, using: &random), Double.random(in: 0.3...9, using: &random)
      )
      let ratio = try RateRatio(k, over: mean, to: n, over: size)
      let law = CountDistribution.negativeBinomial(mean: mean, size: size)
      #expect(
        try number("SELECT poisson_ci_low(\(k), \(mean))") == PoissonInterval(count: k, exposure: mean)?.lower
      )
      #expect(
        try number("SELECT wilson_high(\(k), \(n), 0.9)")
          == WilsonInterval(successes: k, trials: n, confidence: 0.9)?.upper)
      #expect(try number("SELECT rate_ratio(\(k), \(mean), \(n), \(size))") == ratio.estimate)
      #expect(try number("SELECT rate_ratio_low(\(k), \(mean), \(n), \(size))") == ratio.interval()?.lower)
      #expect(try number("SELECT rate_ratio_p(\(k), \(mean), \(n), \(size))") == ratio.p)
      #expect(
        try number("SELECT poisson_cdf(\(k), \(mean))") == CountDistribution.poisson(mean: mean).atMost(k))
      #expect(try number("SELECT nb_cdf(\(k), \(mean), \(size))") == law.atMost(k))
      #expect(try number("SELECT crps_nb(\(mean), \(size), \(k))") == law.crps(k))
    }
  }

  @Test(.seed(seed)) func `over adjusted p values`() throws {
    var random = SplitMix64(seed: Self.seed)
    let p = (0..<40).map { _ in Double.random(in: 0...1, using: &random) }
    let rows = p.map { "(\($0))" }.joined(separator: ", ")
    let adjusted = try MultipleTesting.benjaminiHochberg(p.sorted())
    let found = try db.rows(
      "SELECT value FROM json_each((SELECT bh(column1) FROM (VALUES \(SQL(trusting: rows)))))"
    ) {
      try $0.get(0, as: Double.self)
    }
    #expect(found.count == adjusted.count)
    for (one, other) in zip(found, adjusted) { #expect(abs(one - (other ?? 9)) < 1e-15) }
  }
}
