internal import Formats
public import SQLite

/// A table of the file as people take it away, in the columns that loading reads.
public struct Export: Sendable {
  /// What people call it.
  public let name: String
  /// Columns whose cells are lists joined by `;`: arrays in JSON.
  public let lists: Set<String>
  let query: SQL

  /// Everything that comes from one view or table; documents and candidates are exported by their stages.
  public static let all: [Export] = [
    Export("observations", lists: ObservationColumns.lists, "SELECT * FROM observation_export ORDER BY sort"),
    Export("evidence", "SELECT * FROM evidence_export ORDER BY observation, observation_uid, main DESC, uid"),
    Export("initiatives", "SELECT * FROM initiative_export ORDER BY sort"),
    Export(
      "actors", lists: ["aliases_en", "aliases_ru", "aliases_zh", "ambiguous"],
      "SELECT * FROM actor_export ORDER BY sort"),
    Export("outlets", "SELECT * FROM outlet_export ORDER BY sort"),
    Export("indicators", "SELECT * FROM indicator_export ORDER BY sort"),
    Export("coverage", "SELECT * FROM coverage_export ORDER BY sort"),
    Export(
      "mechanisms",
      "SELECT code, label, definition, include, exclude, example AS example_id, position AS precedence, key_area FROM mechanism WHERE withdrawn = 0 ORDER BY position"
    ),
    Export(
      "sectors",
      "SELECT code, label, parent, dual_use, definition, example AS example_id FROM sector WHERE withdrawn = 0 ORDER BY position"
    ),
    Export(
      "instruments",
      "SELECT code, label, definition, position AS \"order\" FROM instrument WHERE withdrawn = 0 ORDER BY position"
    ),
    Export(
      "effects",
      "SELECT code, label, definition, position AS \"order\" FROM effect WHERE withdrawn = 0 ORDER BY position"
    ),
    Export(
      "stages",
      "SELECT code, label, definition, position AS \"order\" FROM stage WHERE withdrawn = 0 ORDER BY position"
    ),
    Export(
      "flows",
      "SELECT code, label, definition, position AS \"order\" FROM flow WHERE withdrawn = 0 ORDER BY position"),
    Export(
      "precision",
      """
      SELECT d.id, d.uid, d.event_date, d.first_day, d.last_day, d.acled_time_precision, d.ucdp_date_prec, p.place, p.country,
        p.acled_geo_precision, p.ucdp_where_prec, d.sort
      FROM date_precision AS d JOIN place_precision AS p ON p.sort = d.sort ORDER BY d.sort
      """),
    Export("changes", "SELECT * FROM changes ORDER BY id"),
  ]

  init(_ name: String, lists: Set<String> = [], _ query: SQL) {
    self.name = name
    self.lists = lists
    self.query = query
  }

  /// The export of that name, if there is one.
  public static func named(_ name: String) -> Export? { all.first { $0.name == name } }

  /// True of a column of somebody's own sheet.
  public func isExtra(_ column: String) -> Bool {
    name == "observations" && !ObservationColumns.all.contains(column)
  }

  /// The names of the columns, in order.
  public func columns(in connection: Connection) throws -> [String] {
    let own = try connection.columnNames(of: query).filter { $0 != "sort" }
    return name == "observations" ? own + ["extras"] + (try ExtrasTable.columns(in: connection)) : own
  }

  /// Every row, one after the other: values in the order of ``columns(in:)``.
  public func forEach(in connection: Connection, _ body: ([Value]) throws -> Void) throws {
    let names = try connection.columnNames(of: query)
    let sort = names.firstIndex(of: "sort")
    let hasExtras = name == "observations"
    let extras = hasExtras ? try ExtrasTable.all(in: connection) : [:]
    let columns = hasExtras ? try ExtrasTable.columns(in: connection) : []
    try connection.forEach(query) { row in
      var values = row.values
      var number: Value?
      if let sort { number = values.remove(at: sort) }
      if hasExtras, case .integer(let id) = number {
        let own = extras[Int(id)] ?? [:]
        values.append(Extras.text(own).map(Value.text) ?? .null)
        values += columns.map { own[$0].map(Value.text) ?? .null }
      }
      try body(values)
    }
  }
}

/// The export row of one observation, as cells.
enum ObservationExport {
  static func cells(of id: Int, in connection: Connection) throws -> [String: String] {
    let names = try connection.columnNames(of: "SELECT * FROM observation_export")
    var cells: [String: String] = [:]
    try connection.forEach("SELECT * FROM observation_export WHERE sort = \(id)") { row in
      for (name, value) in zip(names, row.values) where name != "sort" { cells[name] = CellText.of(value) }
    }
    let extras = try ExtrasTable.of(id, in: connection)
    cells["extras"] = Extras.text(extras)
    return cells.merging(extras) { ours, _ in ours }
  }
}

/// Values as the text of a cell.
public enum CellText {
  /// Numbers in full, without a needless fraction; NULL is empty.
  public static func of(_ value: Value) -> String {
    switch value {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let number): JSONWriter.text(number)
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
