import Calendar
import Records
import SQLite

/// A small collection in memory, with vocabularies of its own.
struct Collection {
  let file: EntenteFile
  var desk: Desk
  var connection: Connection { file.connection }

  init() throws {
    desk = Desk(now: Instant("2021-07-15T08:00:00Z")!, analyst: "tester")
    file = try EntenteFile(inMemoryAt: desk.now)
    try file.write(desk, why: "vocabularies") { _ in try vocabularies() }
  }

  private func vocabularies() throws {
    let mechanisms = ["pressure", "fund", "academic", "dialogue"]
    for (position, code) in mechanisms.enumerated() {
      try connection.execute(
        """
        INSERT INTO mechanism (code, label, definition, position)
        VALUES (\(code), \(code.capitalized), \("About \(code)."), \(position + 1))
        """)
    }
    for (table, codes) in [
      ("effect", ["advances", "sets-back", "statement", "context"]),
      ("stage", ["pledged", "signed", "completed"]),
      ("flow", ["cn-to-ru", "unknown"]),
    ] {
      for (position, code) in codes.enumerated() {
        try connection.execute(
          """
          INSERT INTO \(identifier: table) (code, label, definition, position)
          VALUES (\(code), \(code), '.', \(position))
          """)
      }
    }
    let sectors: [(String, String?)] = [("space", nil), ("telecom", nil), ("5g", "telecom")]
    for (position, (code, parent)) in sectors.enumerated() {
      try connection.execute(
        """
        INSERT INTO sector (code, label, definition, parent, dual_use, position)
        VALUES (\(code), \(code), '.', \(parent), 'mixed', \(position))
        """)
    }
  }

  /// Logs one observation; by default one that is counted.
  @discardableResult
  func observe(
    _ occurred: String, _ mechanism: String = "academic", effect: String = "advances",
    stage: String? = "signed",
    sectors: [String] = [], cn: [String] = [], ru: [String] = [], label: String = "CLEAR",
    umbrella: Bool = false, recorded: String? = nil, batch: Batch.Kind? = nil
  ) throws -> Int {
    let date = try EDTF(occurred)
    let beginning = batch.map { Batch(kind: $0) }
    return try file.write(desk, why: "logged", beginning: beginning) { _ in
      try connection.execute(
        """
        INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, effect, stage, umbrella, tlp, recorded)
        VALUES (\(Identity.typed(at: desk)), \(occurred), \(date.earliest?.number), \(date.latest?.number),
          \("Act of \(occurred)"), \(mechanism), \(effect), \(stage), \(umbrella), \(label),
          \(recorded ?? desk.now.description))
        """)
      let id = connection.lastRowID
      for (position, sector) in sectors.enumerated() {
        try connection.execute(
          "INSERT INTO observation_sector (observation, sector, position) VALUES (\(id), \(sector), \(position))"
        )
      }
      for name in cn { try take(name, "cn", in: id) }
      for name in ru { try take(name, "ru", in: id) }
      return id
    }
  }

  private func take(_ name: String, _ side: String, in observation: Int) throws {
    try connection.execute(
      """
      INSERT INTO actor (uid, name, kind, side)
      SELECT \(Identity.typed(at: desk)), \(name), 'company', \(side)
      WHERE NOT EXISTS (SELECT 1 FROM actor WHERE name = \(name))
      """)
    try connection.execute(
      """
      INSERT INTO participation (observation, actor, role, side, position)
      SELECT \(observation), id, 'party', \(side), 0 FROM actor WHERE name = \(name)
      """)
  }

  func cover(_ source: String, _ kind: String, from: String, to: String?) throws {
    try connection.execute(
      """
      INSERT INTO coverage (uid, source, kind, starts, ends, how, tlp)
      VALUES (\(Identity.typed(at: desk)), \(source), \(kind), unixepoch(\(from)) / 86400,
        unixepoch(\(to)) / 86400, 'read', 'CLEAR')
      """)
  }

  /// A text that supports an observation, of an outlet and a letter that are made where they are new.
  func support(
    _ observation: Int, _ outlet: String, published: String? = nil, letter: String? = nil,
    credibility: Int? = nil, stance: String = "supports"
  ) throws {
    try connection.execute(
      """
      INSERT INTO outlet (uid, name) SELECT \(Identity.typed(at: desk)), \(outlet)
      WHERE NOT EXISTS (SELECT 1 FROM outlet WHERE name = \(outlet))
      """)
    if let letter {
      try connection.execute(
        """
        INSERT INTO outlet_grade (uid, outlet, letter, since, why)
        SELECT \(Identity.typed(at: desk)), id, \(letter), 0, 'known' FROM outlet WHERE name = \(outlet)
          AND NOT EXISTS (SELECT 1 FROM outlet_grade AS g WHERE g.outlet = outlet.id)
        """)
    }
    let date = try published.map { try EDTF($0) }
    try connection.execute(
      """
      INSERT INTO document (uid, outlet, title, published, earliest, latest, tlp, recorded)
      SELECT \(Identity.typed(at: desk)), id, 'A text', \(published), \(date?.earliest?.number),
        \(date?.latest?.number), 'CLEAR', \(desk.now.description) FROM outlet WHERE name = \(outlet)
      """)
    try connection.execute(
      """
      INSERT INTO evidence (uid, observation, document, stance, credibility, tlp, recorded)
      VALUES (\(Identity.typed(at: desk)), \(observation), \(connection.lastRowID), \(stance), \(credibility),
        'CLEAR', \(desk.now.description))
      """)
  }

  func measure(_ series: String, _ values: [(String, Double)], unit: String = "works") throws {
    for (period, value) in values {
      let date = try EDTF(period)
      try connection.execute(
        """
        INSERT INTO indicator (uid, series, period, earliest, latest, value, unit, tlp)
        VALUES (\(Identity.typed(at: desk)), \(series), \(period), \(date.earliest?.number),
          \(date.latest?.number), \(value), \(unit), 'CLEAR')
        """)
    }
  }
}

extension String {
  fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
