/// The part of a date and time that follows the `T`: `09:30:00`, with `Z`, `+08:00` or nothing behind it.
struct TimeOfDay {
  /// Seconds since midnight of the place.
  let seconds: Int
  /// Seconds the place is ahead of UTC; nil when the text names no zone.
  let offset: Int?

  /// Reads the time; no fractions, no 24:00:00, no leap second.
  init?(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    guard bytes.count >= 8, bytes[2] == Ascii.colon, bytes[5] == Ascii.colon,
      let hour = Ascii.number(bytes[0..<2]), let minute = Ascii.number(bytes[3..<5]),
      let second = Ascii.number(bytes[6..<8]), hour <= 23, minute <= 59, second <= 59
    else { return nil }
    seconds = hour * 3600 + minute * 60 + second
    switch bytes.count {
    case 8: offset = nil
    case 9 where bytes[8] == UInt8(ascii: "Z"): offset = 0
    default:
      guard let offset = Self.offset(bytes[8...]) else { return nil }
      self.offset = offset
    }
  }

  /// Reads `+08:00`, `-03:30` or `+08`; no place on earth is more than 14 hours from UTC.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(text)
    guard bytes.count == 3 || bytes.count == 6, let hours = Ascii.number(bytes[1..<3]) else { return nil }
    var seconds = hours * 3600
    if bytes.count == 6 {
      guard bytes[3] == Ascii.colon, let minutes = Ascii.number(bytes[4..<6]), minutes <= 59
      else { return nil }
      seconds += minutes * 60
    }
    guard seconds <= 14 * 3600 else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return seconds
    case Ascii.hyphen: return -seconds
    default: return nil
    }
  }
}
