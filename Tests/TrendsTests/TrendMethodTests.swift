import Calendar
import Testing
import TimeSeries

@testable import Trends

@Suite struct `Methods beside the verdict` {
  private func finding(_ method: TrendMethod, _ counts: [Int], all: [Int]? = nil) throws -> String {
    let file = try Watched()
    let delays = try EntryDelays.read(
      Question(by: .mechanism, per: .quarter, asOf: Day("2024-01-10")!), from: file.db)
    var period = Period(containing: Day("2015-01-01")!, kind: .quarter)
    let periods = counts.map { _ in
      defer { period = period.next }
      return period
    }
    return method.finding(
      MethodInput(tested: TestedCounts(months: 3, periods: periods, counts: counts), all: all, delays: delays)
    )
  }

  private let growing = [2, 3, 2, 4, 3, 5, 4, 6, 5, 8, 7, 9, 8, 12, 10, 14]

  @Test(arguments: TrendMethod.allCases) func `each says something of growing counts and of zeros`(
    _ method: TrendMethod
  ) throws {
    let found = try finding(method, growing, all: growing.map { $0 + 10 })
    #expect(
      found.hasPrefix("\(method.rawValue): ") && !found.hasSuffix("not defined for these counts"), "\(found)")
    #expect(!found.contains("nan") && !method.meaning.isEmpty)
    let zeros = [Int](repeating: 0, count: 16)
    let nothing = try finding(method, zeros, all: zeros)
    #expect(!nothing.contains("nan"), "\(nothing)")
  }

  @Test func `they agree with what is known of the counts`() throws {
    #expect(try finding(.count, growing) == "count: 14 in 2018-Q4, expected 7.65 to 23.49")
    #expect(try finding(.recent, growing).hasPrefix("recent: x2.2"))
    #expect(try finding(.share, [5, 5], all: [10, 10]) == "share: 10 of 20 acts, 50.0 % (29.9 to 70.1)")
    #expect(
      try finding(.optimalPartitioning, [1, 1, 1, 1, 1, 1, 20, 20, 20, 20]).hasSuffix("from 2016-Q3 on"))
    let burst = [1, 1, 1, 1, 1, 9, 9, 1, 1, 1, 1, 1]
    #expect(try finding(.bursts, burst, all: burst.map { _ in 20 }) == "bursts: 2016-Q2 to 2016-Q3")
    #expect(try finding(.share, growing) == "share: all of them")
    #expect(try finding(.mack, growing) == "mack: nothing is known of delays")
  }

  @Test func `those on request are not among the usual ones`() {
    let asked = TrendMethod.allCases.filter { !TrendMethod.usual.contains($0) }
    #expect(
      asked.map(\.rawValue) == [
        "ears", "cusum", "outbreak", "pettitt", "bocpd", "optimal-partitioning", "hamed-rao", "mack",
      ])
  }
}
