internal import Calendar
internal import Records
internal import SQLite

/// The answers to a question from the counts kept ready, without a look at any observation.
///
/// They hold the newest state by the act's own clock, all grades and sources. Whatever else is asked for, or where
/// something was changed by another program and is not counted in yet, the observations themselves are counted.
struct KeptNumbers {
  /// Observations with a code, days and label in common.
  struct Part {
    let code: String
    let first: Int
    let last: Int
    var count: Int
  }

  /// The dates that are no bin's, and that are open at an end.
  private static let open = 9_000_000_000_000_000
  /// Beyond, SQLite's own dates end, and with them the labels of the views.
  private static let days =
    Day(year: 0, month: 1, day: 1)!.number...Day(year: 9999, month: 12, day: 31)!.number

  private let question: Question
  private let dimension: String
  private var coded: [String: [Part]] = [:]
  private var once: [String: [Part]] = [:]
  /// Observations by label, each once.
  private var labels: [String: Int] = [:]

  /// Nil where the counts cannot answer.
  init?(_ question: Question, _ connection: Connection) throws {
    guard [.mechanism, .sector, .flow].contains(question.dimension) else { return nil }
    try self.init(question, question.dimension.rawValue, connection)
  }

  private init?(_ question: Question, _ dimension: String, _ connection: Connection) throws {
    (self.question, self.dimension) = (question, dimension)
    guard question.views == Views(), try Self.isCurrent(connection) else { return nil }
    guard try read("", connection), try read(dimension, connection) else { return nil }
    try takeBack(connection)
  }

  /// Nothing is noted that is not counted in, and no lens lies over the tables.
  private static func isCurrent(_ connection: Connection) throws -> Bool {
    let sql: SQL = """
      SELECT coalesce((SELECT value FROM derived_state WHERE name = 'counts'), '') = 'kept'
        AND NOT EXISTS (SELECT 1 FROM kept_changed)
        AND NOT EXISTS (SELECT 1 FROM sqlite_temp_schema WHERE name = 'observation')
      """
    return try connection.value(sql, as: Bool.self) == true
  }

  /// False where a date lies beyond what the views have labels for.
  private mutating func read(_ dimension: String, _ connection: Connection) throws -> Bool {
    let (from, to) = (question.first?.number ?? -.max, question.last?.number ?? .max)
    var isWithin = true
    var parts: [String: [Part]] = [:]
    try connection.forEach(
      """
      SELECT series, code, first, last, observations, tlp FROM kept_count
      WHERE dimension = \(dimension) AND observations <> 0 AND first <= \(question.asOf.number)
        AND first <= \(to) AND last >= \(from)
      """
    ) { row in
      let part = Part(
        code: try row.get(1), first: row.integer(2), last: row.integer(3), count: row.integer(4))
      if !Self.isLabelled(part) { isWithin = false }
      if dimension.isEmpty { labels[try row.get(5), default: 0] += part.count }
      parts[try row.get(0), default: []].append(part)
    }
    if dimension.isEmpty { once = parts } else { coded = parts }
    return isWithin
  }

  private static func isLabelled(_ part: Part) -> Bool {
    (days.contains(part.first) || part.first == -open) && (days.contains(part.last) || part.last == open)
  }

  /// Counts are kept by month: of the month in which the as-of day lies, what comes after the day is taken out.
  private mutating func takeBack(_ connection: Connection) throws {
    let end = Period(containing: question.asOf, kind: .month).last.number
    let day = question.asOf.number
    guard day < end else { return }
    // The index gives the days. The view is asked day by day: of a range it would look at every observation.
    let days = try connection.rows(
      "SELECT DISTINCT earliest FROM observation WHERE earliest > \(day) AND earliest <= \(end)"
    ) { $0.integer(0) }
    for day in days { try takeBack(day: day, connection) }
  }

  private mutating func takeBack(day: Int, _ connection: Connection) throws {
    try connection.forEach(
      """
      SELECT series, dimension, code, first, count(*), tlp FROM countable
      WHERE dimension IN ('', \(dimension)) AND day = \(day) AND first = last
      GROUP BY series, dimension, code, first, tlp
      """
    ) { row in
      let series = try row.get(0, as: String.self)
      let part = Part(
        code: try row.get(2), first: row.integer(3), last: row.integer(3), count: -row.integer(4))
      // Outside the bounds it was never read.
      if let last = question.last, part.first > last.number { return }
      if let first = question.first, part.last < first.number { return }
      if try row.get(1, as: String.self).isEmpty {
        once[series, default: []].append(part)
        labels[try row.get(5), default: 0] += part.count
      } else {
        coded[series, default: []].append(part)
      }
    }
  }
}

extension KeptNumbers {
  /// The rank of the highest label of all that goes in.
  var highestLabel: Int? { labels.filter { $0.value != 0 }.keys.compactMap { Label($0)?.rank }.max() }

  /// Each code with its bins and counts.
  func forEachRow(_ series: CountedAs, _ body: (String, CountReader.Placed) throws -> Void) rethrows {
    let parts = Dictionary(grouping: coded[series.rawValue] ?? []) { $0.code }
    for (code, parts) in parts where !code.isEmpty {
      for placed in placed(parts) { try body(code, placed) }
    }
  }

  /// Every observation once, by bin.
  func total(_ series: CountedAs) -> [CountReader.Placed] { placed(once[series.rawValue] ?? []) }

  /// Those without a code, by bin.
  func without(_ series: CountedAs) -> [CountReader.Placed] { placed(uncoded(series)) }

  /// The dates wider than a bin, by code.
  func wideRows(_ series: CountedAs) -> [String: [CountReader.Wide]] {
    Dictionary(grouping: (coded[series.rawValue] ?? []).filter { !$0.code.isEmpty }) { $0.code }
      .mapValues(wide)
  }

  /// The dates wider than a bin, every observation once.
  func wideTotal(_ series: CountedAs) -> [CountReader.Wide] { wide(once[series.rawValue] ?? []) }

  /// The dates wider than a bin, of those without a code.
  func wideWithout(_ series: CountedAs) -> [CountReader.Wide] { wide(uncoded(series)) }

  /// The numbers of what is listed only.
  func others() -> [String: Int] {
    once.mapValues { $0.reduce(0) { $0 + $1.count } }.filter { $0.value != 0 }
  }

  /// The first and the last bin's days, of what has a bin.
  func span() -> (first: Day?, last: Day?) {
    let placed = CountedAs.shown.flatMap { places(once[$0.rawValue] ?? []) }.filter { $0.value != 0 }
      .compactMap(\.key)
    return (placed.map(\.first).min(), placed.map(\.last).max())
  }

  private func uncoded(_ series: CountedAs) -> [Part] {
    (coded[series.rawValue] ?? []).filter(\.code.isEmpty)
  }

  /// Counts by bin; nil for what is wider.
  private func places(_ parts: [Part]) -> [Period?: Int] {
    var counts: [Period?: Int] = [:]
    for part in parts { counts[bin(part), default: 0] += part.count }
    return counts
  }

  private func placed(_ parts: [Part]) -> [CountReader.Placed] {
    places(parts).filter { $0.value != 0 }.map { CountReader.Placed(bin: $0.key?.label, count: $0.value) }
  }

  private func wide(_ parts: [Part]) -> [CountReader.Wide] {
    var counts: [ClosedRange<Int>: Int] = [:]
    for part in parts where bin(part) == nil && part.first != -Self.open && part.last != Self.open {
      counts[part.first...part.last, default: 0] += part.count
    }
    return counts.map { CountReader.Wide(days: $0.key, count: $0.value) }
      .sorted { ($0.days.lowerBound, $0.days.upperBound) < ($1.days.lowerBound, $1.days.upperBound) }
  }

  private func bin(_ part: Part) -> Period? {
    guard part.first != -Self.open, part.last != Self.open else { return nil }
    return Period.containing(
      earliest: Day(number: part.first), latest: Day(number: part.last), kind: question.kind)
  }
}

extension KeptNumbers {
  /// The months of what was entered live, and of its entry.
  struct Entries {
    /// The month of the first live entry.
    let began: Period?
    private let numbers: KeptNumbers?

    /// Nil where the counts cannot answer.
    init?(_ question: Question, _ connection: Connection) throws {
      guard question.views == Views(), try KeptNumbers.isCurrent(connection) else { return nil }
      let month = try connection.value(
        "SELECT min(code) FROM kept_count WHERE dimension = 'entered' AND observations <> 0", as: String?.self
      )
      began = (month ?? nil).flatMap(EntryDelays.month)
      // Where nothing was entered live there is nothing to read, and no later act to take out of it.
      guard began == nil else {
        numbers = try KeptNumbers(question, "entered", connection)
        if numbers == nil { return nil }
        return
      }
      numbers = nil
    }

    /// Each act of a known month that was entered within the range, with its place and its delay in months.
    func events(_ first: Period, _ now: Period) -> [(period: Int, delay: Int)] {
      var counts: [[Period]: Int] = [:]
      for part in CountedAs.shown.flatMap({ numbers?.coded[$0.rawValue] ?? [] }) where part.first == part.last
      {
        guard let entry = EntryDelays.month(part.code) else { continue }
        counts[[Period(containing: Day(number: part.first), kind: .month), entry], default: 0] += part.count
      }
      return counts.flatMap { months, count -> [(period: Int, delay: Int)] in
        let (act, entry) = (months[0], months[1])
        guard act >= first, entry >= act, entry <= now else { return [] }
        let event = (EntryDelays.months(from: first, to: act), EntryDelays.months(from: act, to: entry))
        return Array(repeating: event, count: count)
      }
    }
  }
}
