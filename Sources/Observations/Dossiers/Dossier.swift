public import Calendar
public import Formats
internal import Names
internal import Records
public import SQLite

/// Everything the file has on an actor, counted with those that are merged with it.
public struct Dossier {
  /// A part of the dossier: a heading and rows.
  public struct Section: Sendable {
    /// What the rows are.
    public var heading: String
    /// The rows; a section without rows is not there.
    public var table: Table
    /// How many more rows there are than are shown.
    public var more = 0
  }

  private let db: Connection
  private let actor: Int
  private let day: Day
  /// Rows of a long section that are shown.
  private static let shown = 20

  /// Of an actor, as of a day; one that is merged has the dossier of what it is counted under.
  /// - Throws: `SQLiteError`.
  public init(of actor: Int, day: Day, in connection: Connection) throws {
    try connection.act(on: day)
    db = connection
    self.actor = try ActorBook.canonical(of: actor, in: connection)
    self.day = day
  }

  /// Its number: that of what it is counted under.
  public var number: Int { actor }

  /// What it is: name, kind, side, parent, in how many observations.
  /// - Throws: `SQLiteError`.
  public func fields() throws -> [(name: String, value: String)] {
    let names = [
      "name", "kind", "side", "part of", "observations", "first", "last", "provisional", "note", "uid",
    ]
    return try db.first(
      """
      SELECT a.name, a.kind, a.side, p.name,
        (SELECT count(DISTINCT q.observation) FROM participants AS q JOIN classified AS c ON c.observation = q.observation
           WHERE q.actor = a.id),
        (SELECT min(date(c.earliest * 86400, 'unixepoch')) FROM participants AS q
           JOIN classified AS c ON c.observation = q.observation WHERE q.actor = a.id),
        (SELECT max(date(c.latest * 86400, 'unixepoch')) FROM participants AS q
           JOIN classified AS c ON c.observation = q.observation WHERE q.actor = a.id),
        CASE a.provisional WHEN 1 THEN 'named in passing, not yet described' END, a.note, a.uid
      FROM actor AS a LEFT JOIN actor AS p ON p.id = a.parent WHERE a.id = \(actor)
      """
    ) { row in zip(names, row.values).map { ($0, CellText.of($1)) }.filter { !$0.1.isEmpty } } ?? []
  }

  /// The sections that have rows, in the order of reading.
  /// - Throws: `SQLiteError`.
  public func sections() throws -> [Section] {
    try [
      Section(heading: "Names", table: names()), Section(heading: "Counted as one", table: merged()),
      Section(heading: "Parts", table: parts()), Section(heading: "Ties", table: ties()),
      cut(Section(heading: "Timeline, latest first", table: timeline())),
      cut(Section(heading: "Partners", table: partners())),
      cut(Section(heading: "Open pledges", table: pledges())),
      cut(Section(heading: "Sources", table: sources())),
      Section(heading: "Judgements", table: Judgement.table(of: Record(.actor, actor), in: db)),
      Section(heading: "Notes", table: Notes.table(of: Record(.actor, actor), in: db)),
    ].filter { !$0.table.rows.isEmpty }
  }

  private func cut(_ section: Section) -> Section {
    let table = section.table
    return Section(
      heading: section.heading,
      table: Table(columns: table.columns, rows: Array(table.rows.prefix(Self.shown))),
      more: max(0, table.rows.count - Self.shown))
  }

  // MARK: Who it is

  /// Every name with its language and script, in Latin letters, and what is odd about it.
  private func names() throws -> Table {
    try ActorNamesTable.of(actor, in: db)
  }

  private func merged() throws -> Table {
    try Table(
      of: """
        SELECT a.name, i.name, m.why, date(c.at), c.analyst
        FROM actor_merge AS m JOIN actor AS a ON a.id = m.actor JOIN actor AS i ON i.id = m.into_actor
        JOIN actor_canonical AS k ON k.actor = m.actor LEFT JOIN change AS c ON c.id = m.change
        WHERE m.withdrawn = 0 AND k.canonical = \(actor) ORDER BY a.name
        """, ["name", "counted under", "why", "entered", "analyst"], in: db)
  }

  private func parts() throws -> Table {
    try Table(
      of: """
        SELECT a.name, a.kind, (SELECT count(DISTINCT q.observation) FROM participants AS q WHERE q.actor = a.id)
        FROM actor AS a JOIN actor_canonical AS k ON k.actor = a.parent
        JOIN actor_canonical AS own ON own.actor = a.id
        WHERE a.withdrawn = 0 AND k.canonical = \(actor) AND own.canonical <> \(actor) ORDER BY a.name
        """, ["name", "kind", "observations"], in: db)
  }

  /// Its own ties, and those of others to it.
  private func ties() throws -> Table {
    try Table(
      of: """
        SELECT t.id, t.kind, CASE WHEN own.canonical = \(actor) THEN 'to' ELSE 'from' END,
          coalesce(t.list, CASE WHEN own.canonical = \(actor) THEN target.name ELSE a.name END), t.starts, t.ends,
          'd' || t.document, t.note
        FROM actor_tie AS t JOIN actor AS a ON a.id = t.actor JOIN actor_canonical AS own ON own.actor = t.actor
        LEFT JOIN actor AS target ON target.id = t.target
        LEFT JOIN actor_canonical AS other ON other.actor = t.target
        WHERE t.withdrawn = 0 AND (own.canonical = \(actor) OR other.canonical = \(actor))
        ORDER BY t.earliest IS NULL, t.earliest, t.id
        """, ["tie", "kind", "way", "whom", "from", "until", "source", "note"], in: db)
  }

  // MARK: What it did

  private func timeline() throws -> Table {
    try Table(
      of: """
        SELECT o.occurred, 'o' || o.id, o.mechanism, o.stage, c.series, o.title
        FROM classified AS c JOIN observation AS o ON o.id = c.observation
        WHERE c.observation IN (SELECT q.observation FROM participants AS q WHERE q.actor = \(actor))
        ORDER BY c.latest DESC, o.id DESC
        """, ["occurred", "id", "mechanism", "stage", "series", "title"], in: db)
  }

  private func partners() throws -> Table {
    try Table(
      of: """
        SELECT other.name, other.side, count(DISTINCT other.observation) AS together,
          max(date(c.latest * 86400, 'unixepoch'))
        FROM participants AS own JOIN participants AS other ON other.observation = own.observation
        JOIN classified AS c ON c.observation = own.observation
        WHERE own.actor = \(actor) AND other.actor <> \(actor) AND c.series <> 'pressure'
        GROUP BY other.actor, other.side ORDER BY together DESC, other.name
        """, ["partner", "side", "observations", "latest"], in: db)
  }

  /// What it pledged and what is still open, as the view pledges judges it.
  private func pledges() throws -> Table {
    try Table(
      of: """
        SELECT p.occurred, p.observation, p.due, CASE WHEN p.due_last_day < \(day.description) THEN 'overdue'
          WHEN p.due IS NOT NULL THEN 'due' END, p.initiative, p.title
        FROM pledges AS p
        WHERE p.kept_by IS NULL AND p.ended_by IS NULL
          AND p.number IN (SELECT q.observation FROM participants AS q WHERE q.actor = \(actor))
        ORDER BY p.due_last_day IS NULL, p.due_last_day, p.number, p.initiative
        """, ["pledged", "id", "due", "state", "initiative", "title"], in: db)
  }

  /// Who reports about it, and how often.
  private func sources() throws -> Table {
    try Table(
      of: """
        SELECT coalesce(e.outlet, 'no outlet named'), e.affiliation, max(substr(e.grade, 1, 1)), count(DISTINCT e.document),
          count(DISTINCT e.observation_number), max(e.published)
        FROM evidence_list AS e
        WHERE e.observation_number IN (SELECT q.observation FROM participants AS q WHERE q.actor = \(actor))
        GROUP BY e.outlet ORDER BY 5 DESC, 1
        """, ["outlet", "affiliation", "letter", "documents", "observations", "latest"], in: db)
  }
}
