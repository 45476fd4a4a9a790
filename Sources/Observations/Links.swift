internal import Names
internal import Records
internal import SQLite

/// What hangs on an observation: sectors, actors, initiatives, tags, extra columns. A link that is no longer
/// said is withdrawn; one that is said again comes back.
struct Links {
  let observation: Int
  let context: LoadContext
  private var db: Connection { context.connection }

  init(of observation: Int, _ context: LoadContext) {
    self.observation = observation
    self.context = context
  }

  /// Brings all lists in line of which a column among `changed` says something else than before; nil: all.
  func sync(_ stated: Observation, changed: Set<String>? = nil) throws {
    let has = { (columns: Set<String>) in changed.map { !$0.isDisjoint(with: columns) } ?? true }
    if has(["sectors"]) { try sync("observation_sector", "sector", stated.sectors.map(\.value)) }
    if has(["initiative"]) {
      let initiatives = try stated.initiatives.map { try InitiativeTable.ensure(code: $0, context) }
      try sync("observation_initiative", "initiative", initiatives.map(\.value))
    }
    if has(["tags"]) { try sync("observation_tag", "tag", stated.tags.map(\.value)) }
    if has(ObservationColumns.cast) { try sync(stated.participants) }
    let isExtra =
      changed.map { !$0.isSubset(of: Set(ObservationColumns.all).subtracting(["extras"])) } ?? true
    if isExtra { try sync(stated.extras) }
  }

  /// Brings an ordered list of links in line: `column` of `table` holds what is linked.
  private func sync(_ table: String, _ column: String, _ wanted: [Value]) throws {
    let known = try known(table, column)
    try withdraw(table, column, known.filter { !wanted.contains($0) })
    for (position, value) in wanted.enumerated() {
      if known.contains(value) {
        try db.execute(
          """
          UPDATE \(identifier: table) SET withdrawn = 0, position = \(position)
          WHERE observation = \(observation) AND \(identifier: column) = \(value)
            AND (withdrawn = 1 OR position <> \(position))
          """)
      } else {
        try db.execute(
          """
          INSERT INTO \(identifier: table) (observation, \(identifier: column), position, change)
          VALUES (\(observation), \(value), \(position), \(context.change.id))
          """)
      }
    }
  }

  private func sync(_ participants: [Observation.Participant]) throws {
    let actors = try participants.map { try ActorBook.ensure(name: $0.name, side: $0.side.rawValue, context) }
    let known = try known("participation", "actor")
    try withdraw("participation", "actor", known.filter { !actors.map(\.value).contains($0) })
    for (position, (part, actor)) in zip(participants, actors).enumerated() {
      let (role, side) = (part.role.rawValue, part.side.rawValue)
      if known.contains(actor.value) {
        try db.execute(
          """
          UPDATE participation SET withdrawn = 0, role = \(role), side = \(side), position = \(position)
          WHERE observation = \(observation) AND actor = \(actor)
            AND (withdrawn = 1 OR role <> \(role) OR side <> \(side) OR position <> \(position))
          """)
      } else {
        try db.execute(
          """
          INSERT INTO participation (observation, actor, role, side, position, change)
          VALUES (\(observation), \(actor), \(role), \(side), \(position), \(context.change.id))
          """)
      }
    }
  }

  private func sync(_ extras: [String: String]) throws {
    let known = try known("observation_extra", "name")
    try withdraw("observation_extra", "name", known.filter { !extras.keys.map(\.value).contains($0) })
    for (name, value) in extras.sorted(by: { $0.key < $1.key }) {
      if known.contains(name.value) {
        try db.execute(
          """
          UPDATE observation_extra SET withdrawn = 0, value = \(value)
          WHERE observation = \(observation) AND name = \(name) AND (withdrawn = 1 OR value <> \(value))
          """)
      } else {
        try db.execute(
          """
          INSERT INTO observation_extra (observation, name, value, change)
          VALUES (\(observation), \(name), \(value), \(context.change.id))
          """)
      }
    }
  }

  /// Everything ever linked, withdrawn links included.
  private func known(_ table: String, _ column: String) throws -> [Value] {
    try db.rows("SELECT \(identifier: column) FROM \(identifier: table) WHERE observation = \(observation)") {
      $0[0]
    }
  }

  private func withdraw(_ table: String, _ column: String, _ values: [Value]) throws {
    for value in values {
      try db.execute(
        """
        UPDATE \(identifier: table) SET withdrawn = 1
        WHERE observation = \(observation) AND \(identifier: column) = \(value) AND withdrawn = 0
        """)
    }
  }
}
