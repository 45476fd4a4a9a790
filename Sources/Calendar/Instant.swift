#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A moment, in whole seconds of UTC.
public struct Instant: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let seconds: Int64

  /// The moment `seconds` after 1970-01-01T00:00:00Z; beyond the days that `Day` knows it is moved to the nearer end.
  public init(seconds: Int64) {
    let first = Int64(Day(number: .min).number) * 86_400
    let last = Int64(Day(number: .max).number) * 86_400 + 86_399
    self.seconds = min(max(seconds, first), last)
  }

  /// Reads `2026-11-24T08:00:00Z`, `2026-11-24T08:00:00+03:00`, or a bare day, which is its 00:00:00Z.
  ///
  /// A time without a zone is refused: it would be a guess.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    guard let day = Day(digits: bytes.prefix(10)) else { return nil }
    let midnight = Int64(day.number) * 86_400
    if bytes.count == 10 {
      self.init(seconds: midnight)
      return
    }
    guard bytes[10] == UInt8(ascii: "T"), let time = TimeOfDay(bytes[11...]), let offset = time.offset
    else { return nil }
    self.init(seconds: midnight + Int64(time.seconds - offset))
  }

  /// The last second of the day in UTC: what "as of that day" means.
  public static func endOf(day: Day) -> Instant {
    Instant(seconds: Int64(day.number) * 86_400 + 86_399)
  }

  /// The present moment, by the clock of the machine.
  public static func clock() -> Instant {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Instant(seconds: Int64(now.tv_sec))
  }

  /// The day in UTC.
  public var day: Day { Day(number: Int(seconds).flooredQuotient(86_400)) }

  /// The moment as `YYYY-MM-DDTHH:MM:SSZ`.
  public var description: String {
    let time = Int(seconds).flooredRemainder(86_400)
    let parts = [time / 3600, time / 60 % 60, time % 60].map { $0.padded(2) }
    return "\(day)T\(parts.joined(separator: ":"))Z"
  }

  /// Whether the left moment is before the right one.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}
