internal import Calendar
public import Formats
internal import Names
public import SQLite

/// What happened, in order: acts, the days by which something was promised, and the ties of an actor.
public enum Timeline {
  /// The rows of the observations that fit a filter; those of the ties of an actor too, where one is named.
  /// - Throws: ``FilterError``, `SQLiteError`.
  public static func table(_ filter: ObservationFilter, tiesOf actor: Int?, in connection: Connection) throws
    -> Table
  {
    var entries: [Entry] = []
    for number in try filter.fitting(in: connection) { entries += try Self.entries(of: number, connection) }
    if let actor { entries += try ties(of: actor, connection) }
    entries = entries.filter { $0.mayLie(from: filter.from?.earliest, to: filter.to?.latest) }
    entries.sort { ($0.day ?? Int.max, $0.order, $0.id) < ($1.day ?? Int.max, $1.order, $1.id) }
    var table = Table(
      columns: ["date", "what", "id", "mechanism", "stage", "title", "with"].map { Table.Column($0) })
    for entry in entries {
      table.append(
        [entry.date, entry.what, entry.id, entry.mechanism, entry.stage, entry.title, entry.with].map {
          $0.isEmpty ? .empty : .text($0)
        })
    }
    return table
  }

  private struct Entry {
    var day: Int?
    /// What fell on one day: acts first.
    var order = 0
    var date: String
    var what: String
    var id: String
    var mechanism = ""
    var stage = ""
    var title: String
    var with = ""

    /// True if it may have been, or be due, between the two days.
    func mayLie(from: Day?, to: Day?) -> Bool {
      guard let own = try? EDTF(date) else { return true }
      if let from, let last = own.latest, last < from { return false }
      if let to, let first = own.earliest, first > to { return false }
      return true
    }
  }

  /// The act, and the day by which it promises something.
  private static func entries(of number: Int, _ db: Connection) throws -> [Entry] {
    let entry = try db.first(
      """
      SELECT c.earliest, o.occurred, c.series, 'o' || o.id, o.mechanism, o.stage, o.title, o.due,
        (SELECT group_concat(x.name, ';') FROM (SELECT DISTINCT q.name FROM participants AS q
           WHERE q.observation = o.id ORDER BY q.name) AS x)
      FROM observation AS o JOIN classified AS c ON c.observation = o.id WHERE o.id = \(number)
      """
    ) { row in
      (
        Entry(
          day: try row.get(0), date: try row.get(1), what: try row.get(2), id: try row.get(3),
          mechanism: try row.get(4), stage: try row.get(5, as: String?.self) ?? "", title: try row.get(6),
          with: try row.get(8, as: String?.self) ?? ""), due: try row.get(7, as: String?.self)
      )
    }
    guard let entry else { return [] }
    guard let due = entry.due, let date = try? EDTF(due) else { return [entry.0] }
    var promise = entry.0
    (promise.day, promise.order, promise.date, promise.what) = (date.latest?.number, 1, due, "due")
    return [entry.0, promise]
  }

  /// Beginnings and ends of ties.
  private static func ties(of actor: Int, _ db: Connection) throws -> [Entry] {
    let canonical = try ActorBook.canonical(of: actor, in: db)
    let found = try db.rows(
      """
      SELECT t.id, t.kind, a.name, coalesce(t.list, x.name), t.starts, t.earliest, t.ends, t.latest
      FROM actor_tie AS t JOIN actor AS a ON a.id = t.actor LEFT JOIN actor AS x ON x.id = t.target
      WHERE t.withdrawn = 0 AND (t.actor IN (SELECT k.actor FROM actor_canonical AS k WHERE k.canonical = \(canonical))
        OR t.target IN (SELECT k.actor FROM actor_canonical AS k WHERE k.canonical = \(canonical)))
      """
    ) { row -> [Entry] in
      let (id, kind) = try ("tie \(row.get(0, as: Int.self))", row.get(1, as: String.self))
      let title = try "\(row.get(2, as: String.self)): \(kind) \(row.get(3, as: String.self))"
      let starts = try row.get(4, as: String?.self).map {
        Entry(day: try row.get(5), order: 2, date: $0, what: "tie begins", id: id, title: title)
      }
      let ends = try row.get(6, as: String?.self).map {
        Entry(day: try row.get(7), order: 2, date: $0, what: "tie ends", id: id, title: title)
      }
      return [starts, ends].compactMap(\.self)
    }
    return found.flatMap(\.self)
  }
}
