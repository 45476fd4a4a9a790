public import SQLite

extension Connection {
  /// A setting of the file; nil if unset.
  public func setting(_ name: String) throws -> String? {
    try value("SELECT value FROM setting WHERE name = \(name) AND withdrawn = 0")
  }

  /// Sets a setting, with history.
  public func setSetting(_ name: String, to value: String, _ change: Change) throws {
    if try self.value("SELECT id FROM setting WHERE name = \(name)", as: Int.self) == nil {
      try execute("INSERT INTO setting (name, value, change) VALUES (\(name), \(value), \(change.id))")
    } else {
      try execute("UPDATE setting SET value = \(value), withdrawn = 0 WHERE name = \(name) AND value <> \(value)")
    }
  }

  /// The label that unmarked input takes.
  public func defaultLabel() throws -> Label { try setting("default_tlp").flatMap { Label($0) } ?? .amber }
}
