internal import Calendar
public import Records
public import SQLite

/// Alarms as the file keeps them: each is raised once, and stays in the list until somebody acknowledges it.
public enum AlarmTable {
  /// One row of the list.
  public struct Entry: Equatable, Sendable {
    /// Its number; nil where it was not raised yet.
    public let number: Int?
    /// What was found, as it was told.
    public let alarm: Alarm
    /// When and by whom it was raised; nil where it was not raised yet.
    public let raised: Stamp?
    /// When, by whom and with what words it was acknowledged; nil while it is open.
    public let acknowledged: Stamp?
    /// What was made of it.
    public let why: String?
  }

  /// An instant and a name.
  public struct Stamp: Equatable, Sendable {
    /// The instant, UTC.
    public let at: String
    /// Who.
    public let by: String
  }

  /// What was never raised in this file, of what was found.
  /// - Throws: `SQLiteError`.
  public static func new(of found: [Alarm], in connection: Connection) throws -> [Alarm] {
    // Also what was withdrawn: taken back is told.
    let keys = Set(try connection.rows("SELECT key FROM alarm") { try $0.get(0, as: String.self) })
    return found.filter { !keys.contains($0.key) }
  }

  /// Raises what was never raised.
  /// - Returns: the numbers of the new ones.
  /// - Throws: `SQLiteError`; nothing is raised then.
  public static func raise(_ new: [Alarm], in file: EntenteFile, at desk: Desk) throws -> Set<Int> {
    guard !new.isEmpty else { return [] }
    let why = "alarms: \(new.count) raised"
    return try file.write(desk, why: why, beginning: Batch(kind: .live)) { change in
      // Another run may have raised some since they were looked for.
      let still = try Self.new(of: new, in: file.connection)
      return Set(try still.map { try insert($0, desk, change, file.connection) })
    }
  }

  private static func insert(
    _ alarm: Alarm, _ desk: Desk, _ change: Change, _ connection: Connection
  ) throws -> Int {
    try connection.execute(
      """
      INSERT INTO alarm (uid, key, kind, sentence, since, observation, rate, power, method, raised, raised_by, tlp, change)
      VALUES (\(Identity.typed(at: desk)), \(alarm.key), \(alarm.kind.rawValue), \(alarm.sentence), \(alarm.since),
        \(alarm.observation), \(alarm.chance?.rate), \(alarm.chance?.power), \(alarm.chance?.method),
        \(desk.now.description), \(desk.analyst), \(alarm.label.rawValue), \(change.id))
      """)
    let number = connection.lastRowID
    for observation in alarm.evidence {
      try connection.execute(
        """
        INSERT INTO alarm_observation (alarm, observation, change) VALUES (\(number), \(observation), \(change.id))
        """)
    }
    return number
  }

  /// Acknowledges the alarm of that key or number: it leaves the list of open ones.
  /// - Returns: its sentence.
  /// - Throws: ``AlarmError`` or `SQLiteError`.
  public static func acknowledge(
    _ name: String, why: String, in file: EntenteFile, at desk: Desk
  ) throws -> String {
    guard why.contains(where: { !$0.isWhitespace }) else { throw AlarmError.noReason }
    let entries = try list(all: true, in: file.connection)
    guard let entry = entries.first(where: { $0.alarm.key == name || $0.number.map(String.init) == name })
    else {
      throw AlarmError.unknown(name)
    }
    if let stamp = entry.acknowledged {
      throw AlarmError.acknowledged(name, by: stamp.by, at: stamp.at, why: entry.why ?? "")
    }
    try file.write(desk, why: "alarm \(entry.number ?? 0) acknowledged: \(why)") { _ in
      try file.connection.execute(
        """
        UPDATE alarm SET acknowledged = \(desk.now.description), acknowledged_by = \(desk.analyst), why = \(why)
        WHERE id = \(entry.number)
        """)
    }
    return entry.alarm.sentence
  }

  /// The alarms as they are seen, oldest first.
  /// - Parameters:
  ///   - all: those that were acknowledged too.
  ///   - connection: the file.
  /// - Returns: one entry an alarm.
  /// - Throws: `SQLiteError`.
  public static func list(all: Bool = false, in connection: Connection) throws -> [Entry] {
    let evidence = try evidence(in: connection)
    return try connection.rows(
      """
      SELECT a.id, a.key, a.kind, a.sentence, a.since, a.observation, a.rate, a.power, a.method, a.raised, a.raised_by,
        a.acknowledged, a.acknowledged_by, a.why, a.tlp
      FROM alarm AS a WHERE a.withdrawn = 0 AND (a.acknowledged IS NULL OR \(all)) ORDER BY a.id
      """
    ) { try entry($0, evidence) }
  }

  private static func evidence(in connection: Connection) throws -> [Int: [Int]] {
    var out: [Int: [Int]] = [:]
    try connection.forEach(
      "SELECT alarm, observation FROM alarm_observation WHERE withdrawn = 0 ORDER BY alarm, observation"
    ) { out[try $0.get(0), default: []].append(try $0.get(1)) }
    return out
  }

  private static func entry(_ row: Row, _ evidence: [Int: [Int]]) throws -> Entry {
    let number = try row.get(0, as: Int.self)
    let chance = try row.get(6, as: Double?.self).map {
      Alarm.Chance(rate: $0, power: try row.get(7), method: try row.get(8, as: String?.self) ?? "")
    }
    let alarm = Alarm(
      key: try row.get(1), kind: AlarmKind(rawValue: try row.get(2)) ?? .unusualPeriod,
      sentence: try row.get(3), since: try row.get(4), observation: try row.get(5),
      evidence: evidence[number] ?? [], chance: chance, label: Label(try row.get(14, as: String.self)) ?? .red
    )
    let (at, by) = try (row.get(11, as: String?.self), row.get(12, as: String?.self))
    return Entry(
      number: number, alarm: alarm, raised: Stamp(at: try row.get(9), by: try row.get(10)),
      acknowledged: at.map { Stamp(at: $0, by: by ?? "") }, why: try row.get(13))
  }
}

extension AlarmTable.Entry {
  /// An alarm that was found and not raised.
  public init(found: Alarm) {
    self.init(number: nil, alarm: found, raised: nil, acknowledged: nil, why: nil)
  }
}

/// What can be wrong with an alarm that is asked for.
public enum AlarmError: Explained {
  /// No alarm of that key or number was raised.
  case unknown(String)
  /// It was acknowledged before: by whom, when, with what words.
  case acknowledged(String, by: String, at: String, why: String)
  /// No reason was given.
  case noReason

  /// Quotes what was asked for.
  public var sentence: String {
    switch self {
    case .unknown(let name): "No alarm \(name) was raised in this file."
    case .acknowledged(let name, let by, let at, let why):
      "The alarm \(name) was acknowledged by \(by) on \(at.prefix(10)): \(why)"
    case .noReason: "--why is empty."
    }
  }

  /// What to do.
  public var hint: String? {
    switch self {
    case .unknown: "`entente alarms --all` lists them; name one by its key or number."
    case .acknowledged: "`entente alarms --all` shows it."
    case .noReason: "Say what was made of the alarm."
    }
  }
}
