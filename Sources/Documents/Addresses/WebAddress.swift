internal import Calendar

/// What can be read off an address.
public enum WebAddress {
  /// The host in small letters, without user and port; nil if the address has none.
  public static func host(_ url: String) -> String? {
    guard let scheme = url.range(ofText: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority[...]
    // An IPv6 address has colons of its own.
    let host = place.hasPrefix("[") ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// The day that the path names, as in `/2018/01/03/`, `/2016-04/28/`, `/20141119/`, `/201904/05/`, `t20181115`,
  /// `20190605103212`; or else its month, as in `/2018/01/`.
  static func date(_ url: String) -> EDTF? {
    let path = url.range(ofText: "://").map { url[$0.upperBound...] } ?? url[...]
    let numbers = runs(of: Array(path.utf8.prefix(2000)))
    if let day = numbers.indices.lazy.compactMap({ day(numbers, $0) }).first {
      return try? EDTF(day.description)
    }
    return numbers.indices.lazy.compactMap { month(numbers, $0) }.first
  }

  private typealias Run = (digits: [UInt8], start: Int, end: Int)

  private static func day(_ numbers: [Run], _ index: Int) -> Day? {
    let run = numbers[index]
    if run.digits.count == 8 || [10, 12, 14].contains(run.digits.count) && hasTime(run.digits) {
      return day(Array(run.digits.prefix(8)), 4, 6)
    }
    guard run.digits.count == 4 || run.digits.count == 6, index + 1 < numbers.count else { return nil }
    let next = numbers[index + 1]
    guard next.start == run.end + 1 else { return nil }
    // 201904/05 and 2019/0405
    if run.digits.count + next.digits.count == 8, run.digits.count == 6 || next.digits.count == 4 {
      return day(run.digits + next.digits, 4, 6)
    }
    guard run.digits.count == 4, index + 2 < numbers.count, 1...2 ~= next.digits.count else { return nil }
    let last = numbers[index + 2]
    guard last.start == next.end + 1, 1...2 ~= last.digits.count else { return nil }
    return day(run.digits + two(next.digits) + two(last.digits), 4, 6)
  }

  private static func two(_ digits: [UInt8]) -> [UInt8] { digits.count == 1 ? [0x30] + digits : digits }

  /// True if hours and minutes follow the day.
  private static func hasTime(_ digits: [UInt8]) -> Bool {
    var limit = 24
    for place in stride(from: 8, to: digits.count, by: 2) {
      let pair = Int(digits[place] - 0x30) * 10 + Int(digits[place + 1] - 0x30)
      if pair >= limit { return false }
      limit = 60
    }
    return true
  }

  private static func month(_ numbers: [Run], _ index: Int) -> EDTF? {
    let run = numbers[index]
    guard run.digits.count == 4, index + 1 < numbers.count else { return nil }
    let next = numbers[index + 1]
    guard next.start == run.end + 1, next.digits.count == 2,
      let day = day(run.digits + next.digits + [0x30, 0x31], 4, 6)
    else { return nil }
    return try? EDTF(String(day.description.prefix(7)))
  }

  private static func runs(of path: [UInt8]) -> [Run] {
    var runs: [Run] = []
    for (index, byte) in path.enumerated() where 0x30...0x39 ~= byte {
      if let last = runs.last, last.end == index {
        runs[runs.count - 1].digits.append(byte)
        runs[runs.count - 1].end = index + 1
      } else {
        runs.append(([byte], index, index + 1))
      }
    }
    return runs
  }

  /// No page is older than the web.
  private static func day(_ digits: [UInt8], _ month: Int, _ day: Int) -> Day? {
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    guard 1991...2100 ~= number(0..<4) else { return nil }
    return Day(year: number(0..<4), month: number(month..<day), day: number(day..<8))
  }
}

extension StringProtocol {
  /// The first place of `text`, byte by byte.
  func range(ofText text: String) -> Range<Index>? {
    let (mine, other) = (utf8, Array(text.utf8))
    var start = mine.startIndex
    while start != mine.endIndex {
      if mine[start...].starts(with: other) { return start..<mine.index(start, offsetBy: other.count) }
      start = mine.index(after: start)
    }
    return nil
  }
}
