public import Calendar
public import SQLite

extension Connection {
  /// Looks at initiatives on a day: acts that begin after it have no stage, keep no promise and are no money yet.
  ///
  /// The view acting_day of the file says today. Where that makes no difference nothing is done; else temporary views
  /// stand before those that follow from it.
  /// - Throws: `SQLiteError`.
  public func act(on day: Day) throws {
    let isMade = try value("SELECT 1 FROM temp.sqlite_schema WHERE name = 'acting_day'", as: Int.self) != nil
    guard try isMade || differs(on: day) else { return }
    try makingTemporary {
      if isMade { try execute("DROP VIEW temp.acting_day") }
      for view in Resources.views where Self.follow.contains(Self.name(of: view)) {
        let known = try value(
          "SELECT 1 FROM temp.sqlite_schema WHERE name = \(Self.name(of: view))", as: Int.self)
        if known == nil { try run(script: view) }
      }
      try execute("DROP VIEW temp.acting_day")
      // A view binds nothing; a day is figures and hyphens.
      try execute("CREATE TEMP VIEW acting_day AS SELECT '\(SQL(trusting: day.description))' AS day")
    }
  }

  /// Whether an act begins between that day and the machine's own.
  private func differs(on day: Day) throws -> Bool {
    try value(
      """
      SELECT 1 FROM observation, (SELECT unixepoch(\(day.description)) / 86400 AS asked, unixepoch('now') / 86400 AS now)
      WHERE earliest > min(asked, now) AND earliest <= max(asked, now) LIMIT 1
      """, as: Int.self) != nil
  }

  /// The view acting_day and every view that reads it, by way of others too.
  private static let follow: Set<String> = {
    var names: Set<String> = ["acting_day"]
    for view in Resources.views {
      let words = Set(view.split { !$0.isLetter && $0 != "_" }.map(String.init))
      if !words.isDisjoint(with: names) { names.insert(name(of: view)) }
    }
    return names
  }()

  private static func name(of view: String) -> String {
    String(view.dropFirst("CREATE TEMP VIEW ".count).prefix { $0 != " " })
  }
}
