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
      try execute(
        "UPDATE setting SET value = \(value), withdrawn = 0 WHERE name = \(name) AND (value <> \(value) OR withdrawn = 1)"
      )
    }
  }

  /// The label that unmarked input takes; AMBER if none is set.
  /// - Throws: ``SettingError`` if what is set is no label: a marking is never guessed.
  public func defaultLabel() throws -> Label {
    guard let text = try setting("default_tlp") else { return .amber }
    guard let label = Label(text) else { throw SettingError.label(text) }
    return label
  }
}

/// What can be wrong with the settings of a file.
public enum SettingError: Explained {
  /// The text of `default_tlp` that is no label.
  case label(String)

  /// Quotes what is set.
  public var sentence: String {
    switch self {
    case .label(let text): "The file's setting default_tlp is \"\(text)\", which is no label of TLP 2.0."
    }
  }
  /// The labels there are.
  public var hint: String? { "Set it to CLEAR, GREEN, AMBER, AMBER+STRICT or RED." }
}
