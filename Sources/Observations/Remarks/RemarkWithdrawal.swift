internal import Records
internal import SQLite

extension LoadContext {
  /// Takes a note or a judgement back; `table` is the table's name, and what people call it.
  func withdrawRemark(_ number: Int, of table: String) throws {
    let isThere = try connection.value(
      "SELECT 1 FROM \(identifier: table) WHERE id = \(number) AND withdrawn = 0", as: Int.self)
    guard isThere != nil else { throw RemarkError.none(table, number) }
    try connection.execute("UPDATE \(identifier: table) SET withdrawn = 1 WHERE id = \(number)")
  }
}
