import Records
import SQLite
import TestSupport

/// Alterations of a history as somebody makes them who can write to the file and knows how it is built.
struct Alterations {
  /// One alteration, and how it is taken back.
  struct Done: CustomStringConvertible {
    var description: String
    var table: String
    /// The row of truth or of the log that it is about; several where two rows changed places.
    var records: [Int]
    var undo: (Connection) throws -> Void

    /// The first finding names the row; what was done to the seals and their list names these.
    func isNamed(by finding: SealFinding) -> Bool {
      switch table {
      case "seal_entry": finding.kind == .list || finding.kind == .seal
      case "seal": finding.table == "seal" || finding.kind == .seal || finding.kind == .list
      default: finding.table == table && finding.record.map(records.contains) == true
      }
    }
  }

  private struct Table {
    var name: String
    var key: String
    var columns: [(name: String, type: String)]
    var keys: [Int]
  }

  private let tables: [Table]

  init(_ db: Connection) throws {
    var tables: [Table] = []
    let names =
      ["change", "batch", "seal", "seal_entry"] + TruthTable.all + TruthTable.all.map { "\($0)_history" }
    for name in names {
      let columns = try db.rows("SELECT name, type FROM pragma_table_info(\(name))") {
        (name: try $0.get(0, as: String.self), type: try $0.get(1, as: String.self))
      }
      let key = columns[0].name
      let keys = try db.rows("SELECT \(identifier: key) FROM \(identifier: name) ORDER BY 1") {
        try $0.get(0, as: Int.self)
      }
      if !keys.isEmpty { tables.append(Table(name: name, key: key, columns: columns, keys: keys)) }
    }
    self.tables = tables
  }

  func alter(_ db: Connection, _ random: inout SplitMix64) throws -> Done {
    while true {
      let table = tables.randomElement(using: &random)!
      let key = table.keys.randomElement(using: &random)!
      let done: Done? =
        switch Int.random(in: 0..<10, using: &random) {
        case 0: try delete(table, key, db)
        case 1: try insert(table, key, db, &random)
        case 2: try swap(table, key, table.keys.randomElement(using: &random)!, db, &random)
        default: try change(table, key, db, &random)
        }
      if let done { return done }
    }
  }

  private func row(_ table: Table, _ key: Int, _ db: Connection) throws -> [Value] {
    try db.all("SELECT * FROM \(identifier: table.name) WHERE \(identifier: table.key) = \(key)").first ?? []
  }

  /// The row whose history it is.
  private func subject(_ table: Table, _ row: [Value]) -> (String, Int) {
    let isHistory = table.name.hasSuffix("_history")
    guard case .integer(let id) = row[isHistory ? 2 : 0] else { return (table.name, 0) }
    return (isHistory ? String(table.name.dropLast("_history".count)) : table.name, Int(id))
  }

  private func done(
    _ words: String, _ table: Table, _ rows: [[Value]], _ undo: @escaping (Connection) throws -> Void
  )
    -> Done
  {
    Done(
      description: "\(words) \(table.name) \(rows.map { $0.first ?? .null })",
      table: subject(table, rows[0]).0,
      records: rows.map { subject(table, $0).1 }, undo: undo)
  }

  private static func insert(_ row: [Value], _ table: String, _ db: Connection) throws {
    let values = row.map { "\($0)" as SQL }.joined(separator: ", ")
    try db.execute("INSERT INTO \(identifier: table) VALUES (\(values))")
  }

  private func delete(_ table: Table, _ key: Int, _ db: Connection) throws -> Done? {
    let old = try row(table, key, db)
    try db.execute("DELETE FROM \(identifier: table.name) WHERE \(identifier: table.key) = \(key)")
    return done("delete", table, [old]) { try Self.insert(old, table.name, $0) }
  }

  /// A row more: a copy of one under a number of its own.
  private func insert(_ table: Table, _ key: Int, _ db: Connection, _ random: inout SplitMix64) throws
    -> Done?
  {
    var new = try row(table, key, db)
    let number = table.keys.max()! + 1
    new[0] = .integer(Int64(number))
    // What is sealed only when something follows it may stand at the end.
    guard table.name != "change", table.name != "batch", table.name != "seal", table.name != "seal_entry"
    else { return nil }
    for (index, column) in table.columns.enumerated()
    where column.name == "uid" || column.name == "code" || column.name == "name" || column.name == "sha256" {
      if case .text(let text) = new[index] {
        new[index] = .text(String(text.reversed().map { $0 == "z" ? "a" : "z" }))
      }
    }
    do { try Self.insert(new, table.name, db) } catch let error as SQLiteError
      where error.code.primary == .constraint
    { return nil }
    return done("insert", table, [new]) {
      try $0.execute("DELETE FROM \(identifier: table.name) WHERE \(identifier: table.key) = \(number)")
    }
  }

  /// Two rows change their numbers.
  private func swap(_ table: Table, _ one: Int, _ other: Int, _ db: Connection, _ random: inout SplitMix64)
    throws -> Done?
  {
    guard one != other else { return nil }
    let rows = (try row(table, one, db), try row(table, other, db))
    // The same under two numbers is the same under the other two.
    if rows.0.dropFirst().elementsEqual(rows.1.dropFirst()) { return nil }
    let exchange = { (db: Connection) in
      for (from, to) in [(one, -1), (other, one), (-1, other)] {
        try db.execute(
          "UPDATE \(identifier: table.name) SET \(identifier: table.key) = \(to) WHERE \(identifier: table.key) = \(from)"
        )
      }
    }
    try exchange(db)
    return done("swap", table, [rows.0, rows.1], exchange)
  }

  /// One column says something else: a byte more, less or other, another number, nothing, or something for nothing.
  private func change(_ table: Table, _ key: Int, _ db: Connection, _ random: inout SplitMix64) throws
    -> Done?
  {
    let old = try row(table, key, db)
    let index = Int.random(in: 0..<table.columns.count, using: &random)
    let column = table.columns[index]
    var new = old
    new[index] = altered(old[index], column.type, &random)
    guard new[index] != old[index] else { return nil }
    do {
      try db.execute(
        "UPDATE \(identifier: table.name) SET \(identifier: column.name) = \(new[index]) WHERE \(identifier: table.key) = \(key)"
      )
    } catch let error as SQLiteError where error.code.primary == .constraint {
      return nil
    }
    var rows = [old]
    // A row that is given to another: either may be named.
    if column.name == "id" { rows.append(new) }
    let number: Value = index == 0 ? new[0] : .integer(Int64(key))
    return done("\(column.name) of", table, rows) {
      try $0.execute(
        "UPDATE \(identifier: table.name) SET \(identifier: column.name) = \(old[index]) WHERE \(identifier: table.key) = \(number)"
      )
    }
  }

  private func altered(_ value: Value, _ type: String, _ random: inout SplitMix64) -> Value {
    switch value {
    case .integer(let number):
      return .integer(number ^ (1 << Int64.random(in: 0..<6, using: &random)))
    case .real(let number): return .real(Double(bitPattern: number.bitPattern ^ 1))
    case .text(let text):
      return Bool.random(using: &random)
        ? .null : .text(String(decoding: altered(Array(text.utf8), 0x7f, &random), as: UTF8.self))
    case .blob(let bytes): return .blob(altered(bytes, 0xff, &random))
    case .null:
      switch type {
      case "INTEGER": return .integer(Int64.random(in: 1...9, using: &random))
      case "REAL": return .real(0.5)
      case "BLOB": return .blob([1])
      default: return .text("x")
      }
    }
  }

  private func altered(_ bytes: [UInt8], _ mask: UInt8, _ random: inout SplitMix64) -> [UInt8] {
    guard !bytes.isEmpty else { return [0x61] }
    var bytes = bytes
    let index = Int.random(in: 0..<bytes.count, using: &random)
    bytes[index] ^= UInt8.random(in: 1...0x1f, using: &random) & mask
    return bytes
  }
}
