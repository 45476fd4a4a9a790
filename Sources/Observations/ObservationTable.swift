internal import Calendar
internal import Records
public import SQLite

/// The SQL of observations and their links.
public enum ObservationTable {
  /// Who a row is: its uid, and where it was loaded from.
  struct Key {
    var uid: String
    var dataset: String?
    var sourceID: String?
    /// SHA-256 of the row as loaded.
    var loaded: String?
  }

  /// The row's number, if the uid is known, and whether the row was withdrawn.
  static func find(uid: String, in connection: Connection) throws -> (
    id: Int, withdrawn: Bool, loaded: String?
  )? {
    try connection.first("SELECT id, withdrawn, loaded FROM observation WHERE uid = \(uid)") {
      (try $0.get(0), try $0.get(1), try $0.get(2))
    }
  }

  /// True if a row of another data set has the same id and says the same.
  static func isLoaded(_ key: Key, in connection: Connection) throws -> Bool {
    guard let id = key.sourceID else { return false }
    return try connection.value(
      "SELECT 1 FROM observation WHERE source_id = \(id) AND loaded = \(key.loaded)", as: Int.self) != nil
  }

  /// Enters an observation with all its links.
  /// - Returns: its number.
  static func insert(_ observation: Observation, key: Key, _ context: LoadContext) throws -> Int {
    let connection = context.connection
    let id = try wishedNumber(key.sourceID, connection)
    try connection.execute(
      """
      INSERT INTO observation (
        id, uid, dataset, source_id, loaded, occurred, earliest, latest, title, summary, mechanism, instrument, effect,
        stage, due, due_earliest, due_latest, flow, military, place, country, amount, currency, amount_kind, umbrella,
        multilateral, pressure_on, tlp, recorded, change)
      VALUES (
        \(id), \(key.uid), \(key.dataset), \(key.sourceID), \(key.loaded), \(observation.occurred.description),
        \(observation.occurred.earliest?.number), \(observation.occurred.latest?.number), \(observation.title),
        \(observation.summary), \(observation.mechanism), \(observation.instrument), \(observation.effect),
        \(observation.stage), \(observation.due?.description), \(observation.due?.earliest?.number),
        \(observation.due?.latest?.number), \(observation.flow), \(observation.military), \(observation.place),
        \(observation.country), \(observation.amount), \(observation.currency), \(observation.amountKind),
        \(observation.umbrella), \(observation.multilateral), \(observation.pressureOn),
        \((observation.label ?? context.label).rawValue),
        \((observation.recorded ?? context.desk.now).description), \(context.change.id))
      """)
    let number = connection.lastRowID
    try Links(of: number, context).sync(observation)
    if !observation.source.isEmpty {
      try EvidenceTable.setMain(observation, of: number, uid: key.uid, context)
    }
    try index(number, in: connection)
    return number
  }

  /// Makes a known row say what `observation` says, as far as that is other than before; superseded versions go to the
  /// history.
  /// `changed` are the columns (see ``ObservationColumns``) that say something else: what stands in no row of theirs is
  /// left alone, so that the history tells what was changed and nothing besides.
  static func update(
    _ id: Int, uid: String, to observation: Observation, changed: Set<String>, loaded: String?,
    _ context: LoadContext
  ) throws {
    let connection = context.connection
    let known =
      try connection.value("SELECT loaded FROM observation WHERE id = \(id)", as: String?.self) ?? nil
    if known != loaded || !changed.isDisjoint(with: ObservationColumns.own) {
      try updateRow(id, to: observation, loaded: loaded, connection)
    }
    try Links(of: id, context).sync(observation, changed: changed)
    if observation.source.isEmpty {
      try EvidenceTable.withdrawMain(of: id, context)
    } else if !changed.isDisjoint(with: ObservationColumns.source.union(["tlp"])) {
      try EvidenceTable.setMain(observation, of: id, uid: uid, changed: changed, context)
    }
    try index(id, in: connection)
  }

  private static func updateRow(
    _ id: Int, to observation: Observation, loaded: String?, _ connection: Connection
  ) throws {
    try connection.execute(
      """
      UPDATE observation SET
        loaded = \(loaded), occurred = \(observation.occurred.description),
        earliest = \(observation.occurred.earliest?.number), latest = \(observation.occurred.latest?.number),
        title = \(observation.title), summary = \(observation.summary), mechanism = \(observation.mechanism),
        instrument = \(observation.instrument), effect = \(observation.effect), stage = \(observation.stage),
        due = \(observation.due?.description), due_earliest = \(observation.due?.earliest?.number),
        due_latest = \(observation.due?.latest?.number), flow = \(observation.flow), military = \(observation.military),
        place = \(observation.place), country = \(observation.country), amount = \(observation.amount),
        currency = \(observation.currency), amount_kind = \(observation.amountKind), umbrella = \(observation.umbrella),
        multilateral = \(observation.multilateral), pressure_on = \(observation.pressureOn),
        tlp = coalesce(\(observation.label?.rawValue), tlp)
      WHERE id = \(id)
      """)
  }

  /// `o0279` becomes number 279 where that is free, so that people can type what their file says.
  private static func wishedNumber(_ sourceID: String?, _ connection: Connection) throws -> Int? {
    guard let wish = sourceID.flatMap({ ShortID($0) }), wish.kind == .observation,
      1..<1_000_000_000 ~= wish.number
    else { return nil }
    let taken =
      try connection.value("SELECT 1 FROM observation WHERE id = \(wish.number)", as: Int.self) != nil
    return taken ? nil : wish.number
  }

  /// Finds what a person named: `o279` as `list` prints it, else an id of a loaded file (`o0009`), or a uid.
  public static func resolve(_ name: String, in connection: Connection) throws -> Int? {
    if let short = ShortID(name), short.kind == .observation, short.description == name.lowercased(),
      let id = try connection.value("SELECT id FROM observation WHERE id = \(short.number)", as: Int.self)
    {
      return id
    }
    return try resolve(loaded: name, in: connection)
  }

  /// Finds what a table names: a uid, an id of a loaded file that only one data set has, else a short id.
  static func resolve(loaded name: String, in connection: Connection) throws -> Int? {
    if Identity.isUID(name) { return try connection.value("SELECT id FROM observation WHERE uid = \(name)") }
    let loaded = try connection.rows(
      "SELECT id FROM observation WHERE source_id = \(name) ORDER BY id LIMIT 2"
    ) { try $0.get(0, as: Int.self) }
    guard loaded.isEmpty else { return loaded.count == 1 ? loaded[0] : nil }
    guard let short = ShortID(name), short.kind == .observation else { return nil }
    return try connection.value("SELECT id FROM observation WHERE id = \(short.number)")
  }
}
