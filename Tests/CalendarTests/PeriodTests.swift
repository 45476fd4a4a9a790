import TestSupport
import Testing

@testable import Calendar

@Suite("A period") struct PeriodTests {
  @Test(
    "begins, ends and is named as the calendar has it",
    arguments: [
      ("2019-06-05", PeriodKind.month, "2019-06", "2019-06-01", "2019-06-30", "2019-07"),
      ("2019-12-31", .month, "2019-12", "2019-12-01", "2019-12-31", "2020-01"),
      ("2024-02-29", .month, "2024-02", "2024-02-01", "2024-02-29", "2024-03"),
      ("2019-06-30", .quarter, "2019-Q2", "2019-04-01", "2019-06-30", "2019-Q3"),
      ("2019-10-01", .quarter, "2019-Q4", "2019-10-01", "2019-12-31", "2020-Q1"),
      ("2019-01-01", .year, "2019", "2019-01-01", "2019-12-31", "2020"),
      ("0000-01-01", .year, "0000", "0000-01-01", "0000-12-31", "0001"),
    ])
  func bounds(day: String, kind: PeriodKind, label: String, first: String, last: String, next: String) throws
  {
    let period = Period(containing: try #require(Day(day)), kind: kind)
    #expect(period.label == label)
    #expect(period.first.description == first)
    #expect(period.last.description == last)
    #expect(period.next.label == next)
    #expect(period < period.next)
  }

  @Test("holds the day it was made for and touches the next one", arguments: PeriodKind.allCases)
  func tiling(kind: PeriodKind) {
    let seed: UInt64 = 20_261_124
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<5_000 {
      let day = Day(number: Int.random(in: -1_000_000...1_000_000, using: &numbers))
      let period = Period(containing: day, kind: kind)
      #expect(period.first <= day && day <= period.last, "seed \(seed), \(day)")
      #expect(period.next.first == period.last.advanced(by: 1), "seed \(seed), \(day)")
    }
  }

  @Test("range includes both ends and is empty when it runs backwards")
  func range() throws {
    let (start, end) = (try #require(Day("2018-11-30")), try #require(Day("2019-02-01")))
    let labels = Period.range(from: start, to: end, kind: .month).map(\.label)
    #expect(labels == ["2018-11", "2018-12", "2019-01", "2019-02"])
    #expect(Period.range(from: start, to: end, kind: .quarter).map(\.label) == ["2018-Q4", "2019-Q1"])
    #expect(Period.range(from: start, to: start, kind: .year).map(\.label) == ["2018"])
    #expect(Period.range(from: end, to: start, kind: .month).isEmpty)
  }

  @Test("takes a date only when the whole of it falls in")
  func placing() throws {
    let winter = try EDTF("2018-24")
    let (earliest, latest) = (try #require(winter.earliest), try #require(winter.latest))
    #expect(Period.containing(earliest: earliest, latest: latest, kind: .year) == nil)
    let june = try EDTF("2019-06")
    let (first, last) = (try #require(june.earliest), try #require(june.latest))
    #expect(Period.containing(earliest: first, latest: last, kind: .month)?.label == "2019-06")
    #expect(Period.containing(earliest: first, latest: last.advanced(by: 1), kind: .month) == nil)
    #expect(Period.containing(earliest: first, latest: last.advanced(by: 1), kind: .quarter) == nil)
    #expect(Period.containing(earliest: first, latest: last.advanced(by: 1), kind: .year)?.label == "2019")
  }

  @Test("kinds are written as words")
  func kinds() {
    #expect(PeriodKind.allCases.map(\.rawValue) == ["month", "quarter", "year"])
  }
}
