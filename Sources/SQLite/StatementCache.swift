/// Compiled statements by their text. Values never enter the text of an `SQL`, so the text is the key.
///
/// A statement in use is never handed out twice: a caller who runs the same query inside its own rows
/// gets a fresh one. One that failed is dropped.
struct StatementCache {
  private var statements: [Key: Statement] = [:]
  /// More texts than a program of literals has; beyond it the cache starts anew.
  private let limit = 256

  /// A text that is hashed by a few of its bytes: to hash all would cost as much as many a statement.
  private struct Key: Hashable {
    let text: String

    func hash(into hasher: inout Hasher) {
      var text = text
      hasher.combine(
        text.withUTF8 { utf8 in
          stride(from: 0, to: utf8.count, by: utf8.count / 24 + 1).reduce(utf8.count) {
            $0 &* 31 &+ Int(utf8[$1])
          }
        })
    }
  }

  func idle(_ sql: String) -> Statement? {
    guard let statement = statements[Key(text: sql)], !statement.isBusy else { return nil }
    return statement
  }

  mutating func keep(_ statement: Statement) {
    if statements.count >= limit { statements = statements.filter { $0.value.isBusy } }
    let key = Key(text: statement.sql)
    if statements[key] == nil { statements[key] = statement }
  }

  mutating func drop(_ statement: Statement) {
    let key = Key(text: statement.sql)
    if statements[key] === statement { statements[key] = nil }
  }

  mutating func removeAll() { statements = [:] }
}
