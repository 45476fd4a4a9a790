public import Calendar
public import SQLite
public import Statistics

/// How late what happened becomes known here, learned from the observations that were entered live: which of the last
/// periods may be compared with older ones.
public struct EntryDelays: Sendable {
  /// Observations entered live that it is learned from.
  public let observations: Int
  /// The first month in which anything was entered live; older acts tell nothing of delays.
  public let first: Period?
  /// The month of the as-of day.
  public let now: Period
  /// What it was learned from: months from ``first`` on, by months until entry; nil where there is too little.
  public let triangle: ReportingTriangle?
  /// By month from ``first`` on; nil where there is too little to learn from.
  public let nowcast: Nowcast?
  /// The longest delay looked at, in months.
  public let longestDelay: Int
  /// The statement behind it.
  public let figure: Figure?

  /// Live entry over fewer months than this tells nothing of the delays that matter.
  public static let leastMonths = 6
  /// Fewer observations than this tell nothing.
  public static let leastObservations = 20
  /// The share of a period that has to be known before it may be compared.
  public static let mature = 0.95
  private static let longest = 24

  /// True if nothing can be said of how late entries come.
  public var isUnknown: Bool { nowcast == nil }

  /// The share of a period's observations that is known by now, judged by its last month. Nil where the as-of day lies
  /// before its end, or where nothing is known of delays.
  public func share(of period: Period) -> Double? {
    guard let first, let nowcast else { return nil }
    let last = Period(containing: period.last, kind: .month)
    guard last <= now else { return nil }
    let age = Self.months(from: last, to: now)
    if age > longestDelay { return 1 }
    let place = Self.months(from: first, to: last)
    return nowcast.periods.indices.contains(place) ? nowcast.periods[place].share : nil
  }

  /// What so many acts of a period, counted by now, come to in the end: for a period of several months their delays
  /// together, weighted by what is expected of each. Nil as for ``share(of:)``, and where all is known.
  public func expected(of period: Period, counted: Int) -> Nowcast.Period? {
    guard let first, let nowcast, let share = share(of: period), share < Self.mature else { return nil }
    let months = Period.range(from: period.first, to: period.last, kind: .month).compactMap { month in
      let place = Self.months(from: first, to: month)
      return nowcast.periods.indices.contains(place) ? nowcast.periods[place] : nil
    }
    return Nowcast.Period(known: counted, of: months)
  }

  /// Learns the delays, in one state of the file.
  /// - Throws: `SQLiteError`.
  public static func read(_ question: Question, from connection: Connection) throws -> EntryDelays {
    try connection.snapshot {
      let now = Period(containing: question.asOf, kind: .month)
      let kept = try KeptNumbers.Entries(question, connection)
      guard let first = try kept.map(\.began) ?? began(connection),
        months(from: first, to: now) + 1 >= leastMonths
      else {
        return EntryDelays(unknownAt: now)
      }
      let scope = try Scope(question, connection)
      return EntryDelays(
        try kept?.events(first, now) ?? events(scope.sql.delays(), first, now, connection), first, now,
        Figure("months of acts entered live, and of their entry", scope.sql.delays()))
    }
  }

  /// The month of the first live entry: a look at the log, which is short beside the observations.
  private static func began(_ connection: Connection) throws -> Period? {
    let text = try connection.value(
      """
      SELECT min(h.at) FROM change AS h JOIN batch AS b ON b.id = h.batch AND b.kind = 'live'
      WHERE h.id IN (SELECT change FROM observation WHERE withdrawn = 0)
      """, as: String?.self)
    return (text ?? nil).flatMap { Instant($0) }.map { Period(containing: $0.day, kind: .month) }
  }

  private static func events(
    _ sql: SQL, _ first: Period, _ now: Period, _ connection: Connection
  ) throws -> [(period: Int, delay: Int)] {
    var out: [(period: Int, delay: Int)] = []
    try connection.forEach(sql) { row in
      let (act, entry, count) = try (month(row.get(0)), month(row.get(1)), row.get(2, as: Int.self))
      guard let act, let entry, act >= first, entry >= act, entry <= now else { return }
      let event = (period: months(from: first, to: act), delay: months(from: act, to: entry))
      out += repeatElement(event, count: count)
    }
    return out
  }

  static func month(_ text: String) -> Period? {
    Day("\(text)-01").map { Period(containing: $0, kind: .month) }
  }

  static func months(from: Period, to: Period) -> Int {
    (to.first.year - from.first.year) * 12 + to.first.month - from.first.month
  }

  private init(unknownAt now: Period) {
    (observations, first, self.now, nowcast, longestDelay, figure) = (0, nil, now, nil, 0, nil)
    triangle = nil
  }

  private init(
    _ events: [(period: Int, delay: Int)], _ first: Period, _ now: Period, _ figure: Figure
  ) {
    let span = Self.months(from: first, to: now)
    let longest = min(Self.longest, max(1, span / 2))
    let triangle = try? ReportingTriangle(events: events, now: span, longestDelay: longest)
    (observations, self.first, self.now, longestDelay) = (events.count, first, now, longest)
    self.figure = figure
    self.triangle = events.count >= Self.leastObservations ? triangle : nil
    nowcast = self.triangle.map { Nowcast($0) }
  }
}
