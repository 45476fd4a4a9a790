/// Compiled statements by their text. Values never enter the text of an `SQL`, so the text is the key.
///
/// A statement in use is never handed out twice: a caller who runs the same query inside its own rows
/// gets a fresh one. One that failed is dropped.
struct StatementCache {
  private var statements: [String: Statement] = [:]
  /// More texts than a program of literals has; beyond it the cache starts anew.
  private let limit = 256

  func idle(_ sql: String) -> Statement? {
    guard let statement = statements[sql], !statement.isBusy else { return nil }
    return statement
  }

  mutating func keep(_ statement: Statement) {
    if statements.count >= limit { statements = statements.filter { $0.value.isBusy } }
    if statements[statement.sql] == nil { statements[statement.sql] = statement }
  }

  mutating func drop(_ statement: Statement) {
    if statements[statement.sql] === statement { statements[statement.sql] = nil }
  }

  mutating func removeAll() { statements = [:] }
}
