internal import Formats
internal import Records
internal import SQLite

/// A row of a table with a natural key, as a loaded file wants it to be.
struct WantedRow {
  typealias Cell = (column: String, value: Value)

  var table: String
  var key: [Cell]
  var content: [Cell]
  /// Given to a new row only: what a file without the column cannot say again.
  var initial: [Cell] = []

  /// Inserts the row, passes it over when it is known and equal, and corrects it when the context says so.
  /// - Throws: `RowRefusal` if it is known with other content.
  func store(_ context: LoadContext) throws -> LoadOutcome {
    guard let known = try known(context.connection) else {
      try insert(context)
      return .loaded
    }
    if known.isWithdrawn { return .skipped }
    guard let different = zip(content, known.values).first(where: { $0.value != $1 })?.0 else {
      return .skipped
    }
    guard context.update else { throw refusal(of: different) }
    let settings = content.map { "\(identifier: $0.column) = \($0.value)" as SQL }.joined(separator: ", ")
    try context.connection.execute("UPDATE \(identifier: table) SET \(settings) WHERE \(condition)")
    return .updated
  }

  private var condition: SQL {
    key.map { "\(identifier: $0.column) = \($0.value)" as SQL }.joined(separator: " AND ")
  }

  private func known(_ db: Connection) throws -> (isWithdrawn: Bool, values: [Value])? {
    let columns = content.map { "\(identifier: $0.column)" as SQL }.joined(separator: ", ")
    return try db.first("SELECT withdrawn, \(columns) FROM \(identifier: table) WHERE \(condition)") {
      (try $0.get(0), Array($0.values.dropFirst()))
    }
  }

  private func insert(_ context: LoadContext) throws {
    let cells = key + content + initial + [("change", context.change.id.value)]
    let columns = cells.map { "\(identifier: $0.column)" as SQL }.joined(separator: ", ")
    let values = cells.map { "\($0.value)" as SQL }.joined(separator: ", ")
    try context.connection.execute("INSERT INTO \(identifier: table) (\(columns)) VALUES (\(values))")
  }

  private func refusal(of cell: Cell) -> RowRefusal {
    let name = key.compactMap { String($0.value) }.joined(separator: " ")
    return RowRefusal(
      column: cell.column, value: String(cell.value) ?? "",
      reason: "\(table) \(name) is known with another \(cell.column)", hint: RowRefusal.updateHint)
  }
}

extension RowRefusal {
  static let updateHint = "Load it with --update if it is a correction."
}

extension TableRow {
  /// The cell in normalization form C; nil if it is empty.
  func text(_ name: String) -> String? { self[name].map(NFC.normalized) }
  /// As above, but required.
  func requiredText(_ name: String) throws(RowRefusal) -> String { NFC.normalized(try required(name)) }

  /// A whole number.
  func whole(_ name: String) throws(RowRefusal) -> Int {
    let cell = try required(name)
    guard let number = Int(cell) else {
      throw RowRefusal(
        column: name, value: cell, reason: "\(name) is no whole number", hint: "Write 1, 2, 3 ...")
    }
    return number
  }
}
