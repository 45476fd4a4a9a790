import TestSupport
import Testing

@testable import Calendar

@Suite("An instant") struct InstantTests {
  @Test(
    "is read in any zone and written in UTC",
    arguments: [
      ("2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z"), ("2026-11-24T08:00:00+03:00", "2026-11-24T05:00:00Z"),
      ("2026-11-24T01:00:00+08:00", "2026-11-23T17:00:00Z"),
      ("2026-12-31T23:30:00-03:30", "2027-01-01T03:00:00Z"),
      ("2026-11-24", "2026-11-24T00:00:00Z"), ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
      ("2026-11-24T08:00:00+08", "2026-11-24T00:00:00Z"),
    ])
  func reading(text: String, utc: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.description == utc)
    #expect(Instant(utc) == instant)
  }

  @Test(
    "is refused when it would need a guess",
    arguments: [
      "", "2026", "2026-11", "2026-11-24T08:00:00", "2026-11-24 08:00:00Z", "2026-11-24T08:00Z",
      "2026-11-24T24:00:00Z",
      "2026-11-24T08:60:00Z", "2026-11-24T08:00:60Z", "2026-11-24T08:00:00.5Z", "2026-02-30T08:00:00Z",
      "2026-11-24T08:00:00+15:00", "2026-11-24T08:00:00+03:60", "2026-11-24T08:00:00+0300",
      "2026-11-24t08:00:00z",
      "2026-11-24T", "2026-11-24T08:00:00ZZ", "2026-11-24T08:00:00 03:00",
    ])
  func refusal(text: String) {
    #expect(Instant(text) == nil)
  }

  @Test("counts its seconds from 1970")
  func seconds() {
    #expect(Instant("1970-01-01")?.seconds == 0)
    #expect(Instant("2001-09-09T01:46:40Z")?.seconds == 1_000_000_000)
    #expect(Instant(seconds: -1).day.description == "1969-12-31")
    #expect(Instant(seconds: -1) < Instant(seconds: 0))
  }

  @Test("at the end of a day is its last second")
  func endOfDay() throws {
    let day = try #require(Day("2026-11-24"))
    let end = Instant.endOf(day: day)
    #expect(end.description == "2026-11-24T23:59:59Z")
    #expect(end.day == day)
    #expect(Instant(seconds: end.seconds + 1).day == day.advanced(by: 1))
  }

  @Test("survives being written and read again")
  func roundTrip() {
    let seed: UInt64 = 7
    var numbers = SplitMix64(seed: seed)
    for _ in 0..<20_000 {
      let instant = Instant(seconds: Int64.random(in: -60_000_000_000...250_000_000_000, using: &numbers))
      #expect(Instant(instant.description) == instant, "seed \(seed), \(instant.seconds)")
    }
  }

  @Test("never overflows, and the clock of the machine runs after 2024")
  func limits() {
    #expect(Instant(seconds: .max).day == Day(number: .max))
    #expect(Instant(seconds: .min).day == Day(number: .min))
    #expect(Instant.clock().day.year >= 2024)
  }
}
