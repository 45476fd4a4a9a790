internal import Formats
public import SQLite

/// A row of a table with a natural key, as a loaded file wants it to be.
public struct WantedRow {
  /// A column by its name, and what it holds.
  public typealias Cell = (column: String, value: Value)

  let table: String
  let key: [Cell]
  let content: [Cell]
  let initial: [Cell]
  let canBeProvisional: Bool

  /// - Parameters:
  ///   - table: its name.
  ///   - key: the columns that say which row it is.
  ///   - content: the columns that a file states.
  ///   - initial: given to a new row only: what a file without the column cannot say again.
  ///   - canBeProvisional: rows of the table may have been named in passing (column `provisional`); stating one
  ///     otherwise completes it.
  public init(
    table: String, key: [Cell], content: [Cell], initial: [Cell] = [], canBeProvisional: Bool = false
  ) {
    self.table = table
    self.key = key
    self.content = content
    self.initial = initial
    self.canBeProvisional = canBeProvisional
  }

  /// Inserts the row, passes it over when it is known and equal, and corrects it when the context says so.
  /// - Throws: `RowRefusal` if it is known with other content.
  public func store(_ context: LoadContext) throws -> LoadOutcome {
    guard let known = try known(context.connection) else {
      try insert(context)
      return .loaded
    }
    if known.isWithdrawn { return .skipped }
    guard let different = zip(content, known.values).first(where: { $0.value != $1 })?.0 else {
      return .skipped
    }
    guard known.isProvisional || context.update else { throw refusal(of: different) }
    let stated = content + (canBeProvisional ? [("provisional", false.value)] : [])
    let settings = stated.map { "\(identifier: $0.column) = \($0.value)" as SQL }.joined(separator: ", ")
    try context.connection.execute("UPDATE \(identifier: table) SET \(settings) WHERE \(condition)")
    return .updated
  }

  private var condition: SQL {
    key.map { "\(identifier: $0.column) = \($0.value)" as SQL }.joined(separator: " AND ")
  }

  private func known(_ db: Connection) throws -> (isWithdrawn: Bool, isProvisional: Bool, values: [Value])? {
    let columns = content.map { "\(identifier: $0.column)" as SQL }.joined(separator: ", ")
    let provisional: SQL = canBeProvisional ? "provisional" : "0"
    return try db.first(
      "SELECT withdrawn, \(provisional), \(columns) FROM \(identifier: table) WHERE \(condition)"
    ) {
      (try $0.get(0), try $0.get(1), Array($0.values.dropFirst(2)))
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
  /// What to do about a row that is known with other content.
  public static let updateHint = "Load it with --update if it is a correction."
}

extension TableRow {
  /// The cell in normalization form C; nil if it is empty.
  public func text(_ name: String) -> String? { self[name].map(NFC.normalized) }
  /// As above, but required.
  public func requiredText(_ name: String) throws(RowRefusal) -> String { NFC.normalized(try required(name)) }

  /// A whole number.
  public func whole(_ name: String) throws(RowRefusal) -> Int {
    let cell = try required(name)
    guard let number = Int(cell) else {
      throw RowRefusal(
        column: name, value: cell, reason: "\(name) is no whole number", hint: "Write 1, 2, 3 ...")
    }
    return number
  }
}
