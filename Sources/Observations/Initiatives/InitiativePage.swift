public import Calendar
public import Formats
internal import Records
public import SQLite

/// One initiative with its way from pledge to act.
public struct InitiativePage {
  /// A part of the page: a heading and rows.
  public struct Section: Sendable {
    /// What the rows are.
    public var heading: String
    /// The rows; a section without rows is not there.
    public var table: Table
  }

  /// The number of the initiative.
  public let number: Int
  private let db: Connection
  private let day: Day

  /// Of an initiative by its code, as it stands on a day; nil if there is none.
  public init?(_ code: String, day: Day, in connection: Connection) throws {
    guard
      let number = try connection.value(
        "SELECT id FROM initiative WHERE code = \(code) AND withdrawn = 0", as: Int.self)
    else { return nil }
    try connection.act(on: day)
    (self.number, self.day, db) = (number, day, connection)
  }

  /// What it is, and how it stands.
  public func fields() throws -> [(name: String, value: String)] {
    try db.first(
      """
      SELECT i.title, i.code, i.status, i.stage, \(InitiativeRows.state(on: day)), i.due, i.observations, i.note, i.uid
      FROM initiatives AS i WHERE i.number = \(number)
      """
    ) { row in
      zip(
        ["title", "code", "status", "stage", "state", "due", "observations", "note", "uid"],
        row.values.map(CellText.of)
      ).filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    } ?? []
  }

  /// Its observations, the earliest first.
  public func path() throws -> Table {
    try Table(
      of: """
        SELECT occurred, stage, effect, series, observation, due,
          format('%.15g ', amount) || currency || coalesce(' ' || amount_kind, ''), title
        FROM initiative_path WHERE initiative_number = \(number) ORDER BY earliest, latest, number
        """, ["occurred", "stage", "effect", "series", "id", "due", "amount", "title"], in: db)
  }

  /// Path, promises and sums, as far as there are any.
  public func sections() throws -> [Section] {
    try [
      Section(heading: "From pledge to act", table: path()),
      Section(heading: "Promised for a day", table: promises()),
      Section(heading: "Sums, each kind once", table: sums()),
    ].filter { !$0.table.rows.isEmpty }
  }

  private func promises() throws -> Table {
    try Table(
      of: """
        SELECT due, CASE WHEN kept_by IS NOT NULL THEN 'kept by ' || kept_by WHEN ended_by IS NOT NULL THEN 'ended by ' || ended_by
            WHEN due_last_day < \(day.description) THEN 'overdue' ELSE 'due' END, occurred, observation, title
        FROM promises WHERE initiative_number = \(number) ORDER BY due_last_day, number
        """, ["due", "state", "promised", "id", "title"], in: db)
  }

  private func sums() throws -> Table {
    try Table(
      of: """
        SELECT kind, format('%.15g %s', amount, currency), stage, occurred, observation
        FROM money WHERE initiative = (SELECT code FROM initiative WHERE id = \(number)) ORDER BY kind <> 'committed', kind
        """, ["kind", "amount", "stage", "occurred", "id"], in: db)
  }
}
