import Foundation
import TestSupport
import Testing

@testable import Statistics

@Suite struct `Cohen's kappa` {
  /// Pairs with these counts: rows are the first coder's codes.
  private func pairs(_ table: [[Int]]) -> [(first: Int, second: Int)] {
    table.indices.flatMap { i in
      table[i].indices.flatMap { j in [(first: Int, second: Int)](repeating: (i, j), count: table[i][j]) }
    }
  }

  @Test func `of a table worked by hand`() throws {
    // po = 35/50, pe = 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    let kappa = try CohenKappa(pairs([[20, 5], [10, 15]]))
    #expect(kappa.count == 50 && kappa.agreed == 35)
    #expect(abs((kappa.kappa ?? .nan) - 0.4) < 1e-12)
  }

  @Test func `is below 0 where the two agree less than by chance`() throws {
    #expect(try CohenKappa(pairs([[0, 10], [10, 0]])).kappa == -1)
    #expect(try CohenKappa(pairs([[25, 25], [25, 25]])).kappa == 0)
  }

  @Test func `is not there where both gave one code throughout`() throws {
    let kappa = try CohenKappa([(first: "a", second: "a"), ("a", "a")])
    #expect(kappa.kappa == nil && kappa.interval == nil && kappa.share == 1)
    #expect(throws: StatisticsError.tooFew(found: 0, needed: 1)) {
      try CohenKappa([(first: Int, second: Int)]())
    }
  }

  @Test func `without any disagreement still has a lower limit below 1`() throws {
    let kappa = try CohenKappa(pairs([[10, 0], [0, 10]]))
    let lower = try #require(kappa.interval?.lower)
    #expect(kappa.kappa == 1 && kappa.interval?.upper == 1)
    let wilson = try #require(WilsonInterval(successes: 20, trials: 20)).lower
    #expect(abs(lower - (wilson - 0.5) / 0.5) < 1e-12)
    let more = try #require(try CohenKappa(pairs([[100, 0], [0, 100]])).interval?.lower)
    #expect(lower < more && more < 1)
  }

  @Test func `of a coder who gave one code throughout has an interval with a width`() throws {
    let kappa = try CohenKappa([(first: "a", second: "c"), ("b", "c"), ("b", "c"), ("a", "c")])
    let wilson = try #require(WilsonInterval(successes: 0, trials: 4)).upper
    #expect(kappa.kappa == 0 && kappa.interval == Interval(lower: 0, upper: wilson))
  }

  private static let seed: UInt64 = 1969

  /// The delta method by itself: var = (sum p g^2 - (sum p g)^2) / n, with the gradient g of kappa by differences.
  @Test(.seed(seed)) func `has the standard error that its own slope gives`() throws {
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<60 {
      let size = Int.random(in: 2...5, using: &random)
      let table = (0..<size).map { i in
        (0..<size).map { Int.random(in: 1...30, using: &random) + ($0 == i ? 20 : 0) }
      }
      let total = Double(table.joined().reduce(0, +))
      let shares = table.map { $0.map { Double($0) / total } }
      let step = 1e-6
      var (square, mean) = (0.0, 0.0)
      for i in 0..<size {
        for j in 0..<size {
          var (up, down) = (shares, shares)
          up[i][j] += step
          down[i][j] -= step
          let slope = (kappa(up) - kappa(down)) / (2 * step)
          square += shares[i][j] * slope * slope
          mean += shares[i][j] * slope
        }
      }
      let found = try #require(try CohenKappa(pairs(table)).standardError)
      #expect(abs(found - ((square - mean * mean) / total).squareRoot()) < 1e-6, "\(table)")
    }
  }

  private func kappa(_ shares: [[Double]]) -> Double {
    let whole = shares.joined().reduce(0, +)
    let rows = shares.map { $0.reduce(0, +) / whole }
    let columns = shares.indices.map { column in shares.reduce(0) { $0 + $1[column] } / whole }
    let observed = shares.indices.reduce(0) { $0 + shares[$1][$1] } / whole
    let byChance = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    return (observed - byChance) / (1 - byChance)
  }

  /// Two coders who both see the right code with probability 0.85, else guess one of four: kappa is 0.7225 for
  /// codes that are equally common.
  @Test(.seed(seed)) func `has an interval that holds it nearly as often as it says`() throws {
    var random = SplitMix64(seed: Self.seed)
    var held = 0
    for _ in 0..<2_000 {
      let pairs = (0..<100).map { _ -> (first: Int, second: Int) in
        let right = Int.random(in: 0..<4, using: &random)
        let said = (0..<2).map { _ in
          Double.random(in: 0..<1, using: &random) < 0.85 ? right : Int.random(in: 0..<4, using: &random)
        }
        return (said[0], said[1])
      }
      let interval = try #require(try CohenKappa(pairs).interval)
      if interval.lower <= 0.7225 && 0.7225 <= interval.upper { held += 1 }
    }
    #expect((0.93...0.97).contains(Double(held) / 2_000), "\(held) of 2000")
  }
}
