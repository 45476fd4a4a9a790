internal import Records
public import SQLite

/// The SQL of samples and codings.
public enum SampleTable {
  /// The fields of ``FormField/coded`` as they stand in the file.
  static func fields(of observation: Int, in db: Connection) throws -> [String: String] {
    let cells = try ObservationExport.cells(of: observation, in: db)
    return FormField.coded.reduce(into: [:]) { fields, field in
      let value = normal(field, cells[field.name] ?? "")
      if !value.isEmpty { fields[field.name] = value }
    }
  }

  /// The order of a list says nothing, and a flag that is not set is as good as empty.
  static func normal(_ field: FormField, _ value: String) -> String {
    if field.words == ["0", "1"], value == "0" { return "" }
    guard field.shape == .list else { return value.trimmed }
    return value.split(separator: ";").map { String($0).trimmed }.sorted().joined(separator: ";")
  }

  /// The observations that fit and of whose sources something can be read, and how many fit of which nothing can.
  static func frame(_ filter: ObservationFilter, _ stratum: Sample.Stratum?, in db: Connection) throws -> (
    rows: [Sample.Row], unreadable: Int
  ) {
    let rows = try db.rows(
      """
      SELECT o.id, o.uid, CASE \(stratum?.rawValue ?? "")
          WHEN 'mechanism' THEN o.mechanism WHEN 'effect' THEN coalesce(o.effect, '')
          WHEN 'year' THEN coalesce(strftime('%Y', o.earliest * 86400, 'unixepoch'), '') ELSE '' END,
        EXISTS (SELECT 1 FROM evidence_list AS e WHERE e.observation_number = o.id
          AND (e.url IS NOT NULL OR e.title IS NOT NULL OR e.quote IS NOT NULL OR e.text_held))
      FROM observation AS o WHERE o.id IN (\(try filter.numbers(in: db)))
      """
    ) {
      (
        Sample.Row(observation: try $0.get(0), uid: try $0.get(1), stratum: try $0.get(2)),
        try $0.get(3, as: Bool.self)
      )
    }
    return (rows.filter(\.1).map(\.0), rows.count { !$0.1 })
  }

  static func insert(_ sample: Sample, frame: Int, _ desk: Desk, _ change: Change, in db: Connection) throws
    -> Int
  {
    try db.execute(
      """
      INSERT INTO coding_sample (uid, seed, stratum, frame, change)
      VALUES (\(Identity.typed(at: desk)), \(sample.seed), \(sample.stratum?.rawValue), \(frame), \(change.id))
      """)
    return db.lastRowID
  }

  /// Keeps what the first coder said, under the name of who entered it.
  static func copyFirst(
    _ observation: Int, to sample: Int, position: Int, _ change: Change, in db: Connection
  ) throws {
    let coder = try coder(of: observation, in: db)
    try db.execute(
      """
      INSERT INTO coding (sample, observation, position, turn, coder, change)
      VALUES (\(sample), \(observation), \(position), 'first', \(coder), \(change.id))
      """)
    try set(fields(of: observation, in: db), of: db.lastRowID, change, in: db)
  }

  static func coder(of observation: Int, in db: Connection) throws -> String {
    try db.value(
      "SELECT ch.analyst FROM observation AS o JOIN change AS ch ON ch.id = o.change WHERE o.id = \(observation)"
    )
      ?? "unknown"
  }

  /// Makes a coding say these fields; those that it says no more are withdrawn.
  static func set(_ fields: [String: String], of coding: Int, _ change: Change, in db: Connection) throws {
    let known = try Set(
      db.rows("SELECT field FROM coding_field WHERE coding = \(coding)") { try $0.get(0, as: String.self) })
    for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
      if known.contains(field) {
        try db.execute(
          """
          UPDATE coding_field SET value = \(value), withdrawn = 0
          WHERE coding = \(coding) AND field = \(field) AND (value <> \(value) OR withdrawn = 1)
          """)
      } else {
        try db.execute(
          """
          INSERT INTO coding_field (coding, field, value, change) VALUES (\(coding), \(field), \(value), \(change.id))
          """)
      }
    }
    for field in known.subtracting(fields.keys) {
      try db.execute(
        "UPDATE coding_field SET withdrawn = 1 WHERE coding = \(coding) AND field = \(field) AND withdrawn = 0"
      )
    }
  }

  /// The sample that a person names, s3; without a name the newest.
  /// - Throws: ``SampleError``.
  public static func resolve(_ name: String?, in db: Connection) throws -> Int {
    let found: Int? =
      if let name {
        try Int(name.lowercased().drop { $0 == "s" }).flatMap {
          try db.value("SELECT id FROM coding_sample WHERE withdrawn = 0 AND id = \($0)")
        }
      } else {
        try db.value("SELECT max(id) FROM coding_sample WHERE withdrawn = 0", as: Int?.self) ?? nil
      }
    guard let found else { throw SampleError.noSample(name ?? "yet") }
    return found
  }
}
