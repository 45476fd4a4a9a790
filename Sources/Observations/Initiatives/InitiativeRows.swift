public import Calendar
public import Formats
internal import Records
public import SQLite

/// Which initiatives, and what is shown of them.
public struct InitiativeRows: Sendable {
  /// How an initiative stands on a day.
  public enum State: String, CaseIterable, Sendable {
    /// A promise is open whose last day is gone.
    case overdue
    /// A promise is open.
    case due
    /// It was completed, suspended, cancelled or refused, or it lapsed.
    case ended
    /// Nothing is promised, nothing ended.
    case open
  }

  /// The furthest stage, or the exit; empty: all.
  public var stages: [String] = []
  /// States; empty: all.
  public var states: [State] = []
  /// Only those with an open promise whose last day is before this date's first day; nil: all.
  public var dueBefore: EDTF?
  /// The day on which it is asked: what is due before it is overdue.
  public var day: Day

  /// Asks for everything, as it stands on a day.
  public init(day: Day) { self.day = day }

  /// One row an initiative, by code.
  /// - Throws: ``FilterError`` for a stage that there is not.
  public func table(in connection: Connection) throws -> Table {
    try connection.act(on: day)
    let known = try Codes(connection).all(.stage)
    for stage in stages where !known.contains(stage) {
      throw FilterError.unknown(
        "stage", stage, near: Nearest.to(stage, among: known).map { [$0] } ?? known)
    }
    return try Table(
      of: """
        SELECT code, title, stage, state, due, began, latest, observations, committed, status
        FROM (\(rows)) WHERE \(conditions) ORDER BY code
        """,
      [
        "code", "title", "stage", "state", "due", "began", "latest", "observations", "committed", "status",
      ], in: connection)
  }

  private var rows: SQL {
    """
    SELECT i.code, i.title, i.stage, i.due, i.due_last_day, i.observations, i.status, i.ended, i.completed,
      \(Self.state(on: day)) AS state,
      (SELECT o.occurred FROM observation AS o WHERE 'o' || o.id = i.first) AS began,
      (SELECT o.occurred FROM observation AS o WHERE 'o' || o.id = i.last) AS latest,
      (SELECT group_concat(format('%.15g %s', m.amount, m.currency), '; ') FROM money AS m
         WHERE m.initiative = i.code AND m.kind = 'committed') AS committed
    FROM initiatives AS i
    """
  }

  /// The word for how a row `i` of the view initiatives stands: an end by its own name.
  static func state(on day: Day) -> SQL {
    """
    CASE WHEN i.ended IS NOT NULL THEN i.ended WHEN i.completed THEN 'completed' WHEN i.due_last_day < \(day.description) THEN 'overdue'
      WHEN i.due IS NOT NULL THEN 'due' ELSE 'open' END
    """
  }

  private var conditions: SQL {
    var all: [SQL] = ["1"]
    if !stages.isEmpty {
      let codes = stages.map { "\($0)" as SQL }.joined(separator: ", ")
      all.append("(stage IN (\(codes)) OR ended IN (\(codes)))")
    }
    if !states.isEmpty {
      let words = states.map { "\($0.rawValue)" as SQL }.joined(separator: ", ")
      all.append("CASE WHEN ended IS NOT NULL OR completed THEN 'ended' ELSE state END IN (\(words))")
    }
    if let day = dueBefore?.earliest {
      all.append("ended IS NULL AND NOT completed AND due_last_day < \(day.description)")
    }
    return all.joined(separator: " AND ")
  }

  /// Promises still open, the first due first; also those of observations that belong to no initiative.
  /// - Parameters:
  ///   - before: only those whose last day is before this date's first day; nil: all.
  ///   - day: what is due before it is overdue.
  ///   - connection: the file.
  /// - Returns: due, state, observation, promised, stage, initiative, title.
  /// - Throws: `SQLiteError`.
  public static func due(before: EDTF?, day: Day, in connection: Connection) throws -> Table {
    try connection.act(on: day)
    let limit: SQL = before?.earliest.map { "p.due_last_day < \($0.description)" } ?? "1"
    return try Table(
      of: """
        SELECT p.due, CASE WHEN p.due_last_day < \(day.description) THEN 'overdue' ELSE 'due' END, p.observation,
          p.occurred, p.stage, p.initiative, p.title
        FROM promises AS p WHERE p.kept_by IS NULL AND p.ended_by IS NULL AND \(limit)
        ORDER BY p.due_last_day IS NULL, p.due_last_day, p.number, p.initiative
        """, ["due", "state", "observation", "promised", "stage", "initiative", "title"], in: connection)
  }

  /// The sums of undertakings by kind and currency, as far as they were acts by a day: each undertaking once, currencies
  /// never added.
  public static func sums(on day: Day, in connection: Connection) throws -> Table {
    try connection.act(on: day)
    return try Table(
      of: """
        SELECT kind, currency, sums, format('%.15g', amount), format('%.15g', ended) FROM money_totals
        ORDER BY kind <> 'committed', kind, currency
        """, ["kind", "currency", "sums", "amount", "ended"], in: connection)
  }
}
