internal import Names
internal import Records
public import SQLite

/// A row of a table of truth that is no ``Record``: a declared date, an alarm, a forecast, a value of an indicator, a cue ...
/// It has a history like every other.
public struct TruthRow: Hashable, Sendable {
  /// Its table.
  public let table: String
  /// Its id in its table.
  public let number: Int

  init(_ table: String, _ number: Int) {
    (self.table, self.number) = (table, number)
  }

  /// What people type: `p3` for a declared date, else the table and the number, `alarm:3`; nil where that is the name of
  /// no such row. An alarm goes by its key too.
  /// - Throws: `SQLiteError`.
  public init?(named name: String, in db: Connection) throws {
    if name.first == "p", let number = Int(name.dropFirst()) {
      try self.init("declared", number, in: db)
      return
    }
    if let alarm = try db.value("SELECT id FROM alarm WHERE key = \(name)", as: Int.self) {
      self.init("alarm", alarm)
      return
    }
    guard let cut = name.firstIndex(of: ":"), let number = Int(name[name.index(after: cut)...]) else {
      return nil
    }
    let table = String(name[..<cut])
    guard try Self.tables(in: db).contains(table) else { return nil }
    try self.init(table, number, in: db)
  }

  private init?(_ table: String, _ number: Int, in db: Connection) throws {
    guard try db.value("SELECT 1 FROM \(identifier: table) WHERE id = \(number)", as: Int.self) != nil else {
      return nil
    }
    self.init(table, number)
  }

  /// As people name it.
  public var name: String { table == "declared" ? "p\(number)" : "\(table):\(number)" }

  /// Every table of truth whose rows are told of by themselves, and not with a record that they belong to.
  static func tables(in db: Connection) throws -> [String] {
    let told = Set(Record.Kind.allCases.flatMap { StoryShape.of($0).tables } + ["alarm_observation"])
    return try db.rows(
      """
      SELECT t.name FROM main.sqlite_schema AS t JOIN main.sqlite_schema AS h ON h.name = t.name || '_history'
      WHERE t.type = 'table' AND h.type = 'table' ORDER BY t.rowid
      """
    ) { try $0.get(0, as: String.self) }.filter { !told.contains($0) }
  }

  /// Its fields: the columns of its table but for those that say which row it is.
  func shape(in db: Connection) throws -> StoryShape {
    let hidden: Set = ["id", "uid", "change", "earliest", "latest"]
    let names = try db.columnNames(of: "SELECT * FROM \(identifier: table)").filter { !hidden.contains($0) }
    let parents = Dictionary(
      try db.rows("SELECT \"from\", \"table\" FROM pragma_foreign_key_list(\(table), 'main')") {
        (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
      }, uniquingKeysWith: { first, _ in first })
    let fields = names.map { name in
      let isDay = table == "coverage" && ["starts", "ends"].contains(name)
      let reference = parents[name].flatMap { StoryShape.Reference(rawValue: $0) }
      return StoryShape.Field(name: name, column: name, reference: isDay ? .day : reference)
    }
    return StoryShape(
      table: table, fields: fields, lists: table == "alarm" ? [StoryShape.observationsOfAlarm] : [])
  }
}
