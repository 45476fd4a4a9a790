public import Calendar

/// The sources that were watched without a gap from the first to the last day of a range.
public struct Panel: Hashable, Sendable {
  /// Their outlets, by number; sorted.
  public let outlets: [Int]
  /// Their names, sorted.
  public let names: [String]
  /// The first day of the range.
  public let first: Day
  /// The last day of the range.
  public let last: Day
}

extension Coverage {
  /// The panel of a range of whole bins.
  ///
  /// Without `last` the range ends with the watch or the as-of day, whichever is earlier. Without `first` it begins
  /// where the longest watch that lasts until then began, at the next beginning of a bin.
  ///
  /// - Returns: nil where no source of a known outlet was watched so long.
  public func panel(first: Day?, last: Day?, asOf: Day, kind: PeriodKind) -> Panel? {
    let watches = self.watches
    let ends = watches.flatMap(\.spans).map(\.upperBound)
    guard let end = ends.max().map({ min($0, asOf, last ?? asOf) }) else { return nil }
    let lasting = watches.compactMap { watch in
      watch.spans.first { $0.contains(end) }.map { (watch: watch, start: $0.lowerBound) }
    }
    guard let longest = lasting.map(\.start).min() else { return nil }
    let start = first ?? Self.wholeBin(from: longest, kind)
    let panel = lasting.filter { $0.start <= start && start <= end }.map(\.watch)
    guard !panel.isEmpty else { return nil }
    return Panel(
      outlets: panel.map(\.outlet).sorted(), names: panel.map(\.name).sorted(), first: start, last: end)
  }

  private static func wholeBin(from day: Day, _ kind: PeriodKind) -> Day {
    let bin = Period(containing: day, kind: kind)
    return bin.first == day ? day : bin.next.first
  }

  /// One outlet with the spans in which it was watched, those that touch made one.
  struct Watch {
    let outlet: Int
    let name: String
    var spans: [ClosedRange<Day>]
  }

  var watches: [Watch] {
    var out: [Int: Watch] = [:]
    for source in sources where source.isWatched {
      guard let outlet = source.outlet else { continue }
      let first = Day(source.starts) ?? Day(number: .max)
      let last = source.ends.flatMap { Day($0) } ?? Day(number: .max)
      guard first <= last else { continue }
      out[outlet, default: Watch(outlet: outlet, name: source.name, spans: [])].spans.append(first...last)
    }
    return out.values.map { watch in
      var watch = watch
      watch.spans = Self.joined(watch.spans)
      return watch
    }.sorted { $0.outlet < $1.outlet }
  }

  static func joined(_ spans: [ClosedRange<Day>]) -> [ClosedRange<Day>] {
    var out: [ClosedRange<Day>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let open = out.last, span.lowerBound <= open.upperBound.advanced(by: 1) {
        out[out.count - 1] = open.lowerBound...max(open.upperBound, span.upperBound)
      } else {
        out.append(span)
      }
    }
    return out
  }
}

extension Coverage {
  /// The outlets on watch on a day, with the first day of that watch, by number.
  public func outletsWatched(until day: Day) -> [(outlet: Int, name: String, first: Day)] {
    watches.compactMap { watch in
      watch.spans.first { $0.contains(day) }.map { (watch.outlet, watch.name, $0.lowerBound) }
    }
  }
}
