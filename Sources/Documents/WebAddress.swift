internal import Calendar

/// What can be read off an address.
public enum WebAddress {
  /// The host in small letters, without user and port; nil if the address has none.
  static func host(_ url: String) -> String? {
    guard let scheme = url.range(ofText: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let place = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority[...]
    // An IPv6 address has colons of its own.
    let host = place.hasPrefix("[") ? place.prefix { $0 != "]" } + "]" : place.prefix { $0 != ":" }
    return host.isEmpty ? nil : host.lowercased()
  }

  /// The day that the path names, as in `/2018/01/03/`, `/2016-04/28/`, `/20141119/` or `t20181115`.
  static func day(_ url: String) -> Day? {
    let path = url.range(ofText: "://").map { url[$0.upperBound...] } ?? url[...]
    let numbers = runs(of: Array(path.utf8))
    for (index, run) in numbers.enumerated() {
      if run.digits.count == 8, let day = day(run.digits, 4, 6) { return day }
      guard run.digits.count == 4, index + 2 < numbers.count else { continue }
      let (month, day) = (numbers[index + 1], numbers[index + 2])
      let isNear = month.start == run.end + 1 && day.start == month.end + 1
      guard isNear, month.digits.count == 2, day.digits.count == 2 else { continue }
      if let day = Self.day(run.digits + month.digits + day.digits, 4, 6) { return day }
    }
    return nil
  }

  private static func runs(of path: [UInt8]) -> [(digits: [UInt8], start: Int, end: Int)] {
    var runs: [(digits: [UInt8], start: Int, end: Int)] = []
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
