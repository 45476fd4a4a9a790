internal import Calendar
internal import Records
public import SQLite

/// What the file holds and what it rests on, in numbers.
public enum Standing {
  /// Name and value of each fact, in the order of reading.
  public static func facts(_ connection: Connection) throws -> [(name: String, value: String)] {
    let count = { (sql: SQL) in String(try connection.value(sql, as: Int.self) ?? 0) }
    return [
      ("observations", try count("SELECT count(*) FROM observation WHERE withdrawn = 0")),
      ("withdrawn observations", try count("SELECT count(*) FROM observation WHERE withdrawn = 1")),
      (
        "observations resting on a text we hold",
        try count(
          """
          SELECT count(DISTINCT e.observation) FROM evidence AS e
          JOIN observation AS o ON o.id = e.observation AND o.withdrawn = 0
          JOIN document AS d ON d.id = e.document AND d.sha256 IS NOT NULL
          WHERE e.withdrawn = 0
          """)
      ),
      (
        "observations without any source",
        try count(
          """
          SELECT count(*) FROM observation AS o WHERE o.withdrawn = 0
            AND NOT EXISTS (SELECT 1 FROM evidence AS e WHERE e.observation = o.id AND e.withdrawn = 0)
          """)
      ),
      (
        "documents held",
        try count("SELECT count(*) FROM document WHERE sha256 IS NOT NULL AND withdrawn = 0")
      ),
      (
        "documents known by address",
        try count("SELECT count(*) FROM document WHERE sha256 IS NULL AND withdrawn = 0")
      ),
      (
        "open candidates", try count("SELECT count(*) FROM candidates WHERE verdict = 'open'")
      ),
      ("actors", try count("SELECT count(*) FROM actor WHERE withdrawn = 0")),
      (
        "actors named in passing",
        try count("SELECT count(*) FROM actor WHERE provisional = 1 AND withdrawn = 0")
      ),
      (
        "outlets without a letter",
        try count("SELECT count(*) FROM outlets WHERE letter = 'ungraded' AND documents > 0")
      ),
      (
        "changes made outside the program",
        try count("SELECT count(*) FROM change WHERE analyst = 'outside the program'")
      ),
      (
        "a change left open by another program",
        try count("SELECT count(*) FROM current_change WHERE change IS NOT NULL")
      ),
      ("default label", try connection.defaultLabel().marking),
      ("names and rules", try connection.derivedState("rules_version") ?? "none"),
    ]
  }

  /// Observations whose days do not follow from their date, as after an edit by another program: they are counted
  /// where they no longer belong.
  public static func misplacedDates(_ connection: Connection) throws -> [String] {
    try connection.rows(
      "SELECT id, occurred, earliest, latest FROM observation WHERE withdrawn = 0 ORDER BY id"
    ) { row in
      let date = try? EDTF(try row.get(1))
      let days = try (row.get(2, as: Int?.self), row.get(3, as: Int?.self))
      let isRight = date != nil && date?.earliest?.number == days.0 && date?.latest?.number == days.1
      return isRight ? nil : ShortID(.observation, try row.get(0)).description
    }.compactMap(\.self)
  }
}
