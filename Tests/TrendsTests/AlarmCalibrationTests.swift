import TestSupport
import Testing

@testable import Statistics
@testable import Trends

private let seed: UInt64 = 20_261_125

/// Series tried of each law: some dozen; the figures of docs/alarms.md are those of `CALIBRATION=1920`.
private let series = rounds("CALIBRATION", usually: 24)

/// A rate that has a season, grows, or both, and changes in no other way: every alarm is false.
struct Calm: CustomStringConvertible {
  let name: String
  /// What the rate is multiplied by in a year.
  let growth: Double
  /// Of the logarithm of the rate: 0.7 makes the highest month four times the lowest.
  let amplitude: Double

  static let all = [
    Calm(name: "flat", growth: 1, amplitude: 0), Calm(name: "season", growth: 1, amplitude: 0.7),
    Calm(name: "trend", growth: 1.15, amplitude: 0),
    Calm(name: "season and trend", growth: 1.15, amplitude: 0.7),
  ]

  var description: String { name }

  /// The mean of a month, counted from the third year on; `phase` 0 has the peak in the month after `length`.
  func mean(_ mean: Double, month: Int, phase: Int, length: Int) -> Double {
    let turns = Double(month - length + phase) / 12
    return mean * exponential(logarithm(growth) * Double(month - 36) / 12 + amplitude * cosine(turns))
  }

  private func cosine(_ turns: Double) -> Double { circle(turns: turns).cosine }
}

@Suite struct `Alarms of months, calibrated` {
  private static let alphas = [0.025, 0.002]
  private static let months = 72

  /// By alpha: how often the month is told, as a multiple of alpha; over all months of the year, and in the peak alone.
  private struct Told {
    var year = [0.0, 0.0]
    var peak = [0.0, 0.0]
  }

  private func told(_ calm: Calm, _ mean: Double, _ overdispersed: Bool, months: Int) throws -> Told {
    var dice = Dice(seed: seed)
    var told = Told()
    for number in 0..<series {
      let (phase, length) = (number % 12, Self.months)
      let rate = { calm.mean(mean, month: $0, phase: phase, length: length) }
      let history = (0..<length).map { overdispersed ? dice.overdispersed(rate($0)) : dice.poisson(rate($0)) }
      let law: CountDistribution =
        overdispersed
        ? .negativeBinomial(mean: rate(length), size: 2) : .poisson(mean: rate(length))
      for (place, alpha) in Self.alphas.enumerated() {
        let bound = try #require(MonthBound(history.suffix(months), alpha: alpha))
        let share = try #require(law.moreThan(bound.upper)) / alpha / Double(series)
        told.year[place] += share
        if phase == 0 { told.peak[place] += 12 * share }
      }
    }
    return told
  }

  @Test(.seed(seed), arguments: Calm.all.indices)
  func `months of a season and a trend are told falsely at most twice as often as stated`(_ shape: Int) throws
  {
    let calm = Calm.all[shape]
    var sums = [0.0, 0.0]
    let laws = [0.5, 2.0, 5.0, 15.0].flatMap { [($0, false), ($0, true)] }
    for (mean, over) in laws {
      let long = try told(calm, mean, over, months: Self.months)
      let short = try told(calm, mean, over, months: MonthBound.most)
      for (place, alpha) in Self.alphas.enumerated() {
        print(
          "calibration: alarm at \(alpha), \(calm), mean \(mean), NB \(over): x\(TrendNumber.ratio(long.year[place])), peak x\(TrendNumber.ratio(long.peak[place])); of \(MonthBound.most) months x\(TrendNumber.ratio(short.year[place])), peak x\(TrendNumber.ratio(short.peak[place]))"
        )
        sums[place] += long.year[place] / Double(laws.count)
        // Of few series a single one weighs too much.
        if series >= 1_000 { #expect(long.year[place] <= 2, "\(calm), mean \(mean), \(over), \(alpha)") }
      }
    }
    for sum in sums { #expect(sum <= 2 && sum > 0.01, "\(calm): \(sums)") }
  }

  @Test(.seed(seed)) func `a forum of each June is expected in June, and does not hide a busy December`()
    throws
  {
    var dice = Dice(seed: seed)
    // Months from June on: eight acts in June, one in the others.
    let history = (0..<78).map { $0 % 12 == 0 ? 8 : dice.poisson(1) }
    let june = try #require(MonthBound(Array(history.prefix(72)), alpha: 0.002))
    let december = try #require(MonthBound(history, alpha: 0.002))
    let plain = try #require(MonthBound(Array(history.suffix(48)), alpha: 0.002))
    #expect(june.upper >= 8 && june.expected > december.expected, "\(june)")
    #expect(december.upper < plain.upper, "\(december), \(plain)")
    #expect(june.words.hasPrefix("Farrington Flexible bound of 61 months, season, trend x"))
    #expect(june.expectation.hasSuffix("expected in this season"))
    #expect(plain.words.hasPrefix("negative binomial bound of 48 months"))
  }

  @Test
  func `the season counts from the 64th month on, and where nothing was counted the bound is the plain one`()
    throws
  {
    let rhythm = (0..<62).map { 2 + $0 % 3 }
    let short = try #require(MonthBound(rhythm, alpha: 0.01)),
      long = try #require(MonthBound(rhythm + [2], alpha: 0.01))
    if case .season = short.method { Issue.record("62 months have a season") }
    if case .window = long.method { Issue.record("63 months have none") }
    let nothing = try #require(MonthBound([Int](repeating: 0, count: 72), alpha: 0.01))
    if case .season = nothing.method { Issue.record("zeros have a season") }
    #expect(nothing.upper == MonthBound.leastActs - 1)
  }

  @Test func `the power grows with the rate, and is the level where nothing changes`() throws {
    let history = (0..<72).map { 3 + ($0 * 7) % 5 }
    let bound = try #require(MonthBound(history, alpha: 0.01))
    let powers = [1.0, 2, 4].compactMap { bound.power(times: $0) }
    #expect(powers.count == 3 && powers[0] <= 0.01 && powers[0] < powers[1] && powers[1] < powers[2])
  }
}

@Suite struct `The power for silences` {
  private func silence(_ counts: [Int], alpha: Double = 0.01) -> Silence? {
    Silence(counts: counts, live: counts, alpha: alpha)
  }

  @Test func `is certain for what stops, and smaller for what halves`() throws {
    let found = try #require(silence([Int](repeating: 3, count: 30) + [0, 0, 0, 0]))
    #expect(found.power(times: 0) == 1)
    let half = try #require(found.power(times: 0.5)), same = try #require(found.power(times: 1))
    #expect(half > same && half < 1 && same < 0.12)
  }

  @Test func `of a rhythm too slow to be missed in a year there is none`() throws {
    let slow = (0..<30).map { $0 % 12 == 0 ? 1 : 0 } + [Int](repeating: 0, count: 80)
    let found = try #require(silence(slow, alpha: 0.08))
    #expect(found.told > 12 && found.power(times: 0) == 0)
  }

  @Test(.seed(seed)) func `is how often a halved rate falls silent within a year`() throws {
    var dice = Dice(seed: seed)
    let found = try #require(silence([Int](repeating: 2, count: 30) + [0, 0, 0, 0]))
    #expect(found.dispersion == 1)
    let tries = 4_000
    var told = 0
    for _ in 0..<tries {
      let year = dice.counts(found.mean / 2, 12)
      if year.split(whereSeparator: { $0 > 0 }).contains(where: { $0.count >= found.told }) { told += 1 }
    }
    let power = try #require(found.power(times: 0.5))
    #expect(abs(Double(told) / Double(tries) - power) < 0.025, "\(told) of \(tries), \(power)")
  }
}
