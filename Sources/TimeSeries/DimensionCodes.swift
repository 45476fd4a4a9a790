internal import SQLite

/// The codes of a dimension with their names, in the order of display.
struct DimensionCodes {
  struct Code {
    let code: String
    let label: String
    var depth = 0
    var parent: String?
    var isWithdrawn = false
  }

  let list: [Code]

  init(of dimension: Dimension, in connection: Connection) throws {
    switch dimension {
    case .mechanism, .flow:
      list = try Self.read(
        """
        SELECT code, label, NULL, withdrawn FROM \(identifier: dimension.rawValue) ORDER BY position, code
        """, connection)
    case .sector:
      let codes = try Self.read(
        "SELECT code, label, parent, withdrawn FROM sector ORDER BY position, code", connection)
      list = Self.tree(codes)
    case .initiative:
      list = try Self.read("SELECT code, title, NULL, withdrawn FROM initiative ORDER BY code", connection)
    case .actor, .pair: list = []
    }
  }

  private static func read(_ sql: SQL, _ connection: Connection) throws -> [Code] {
    try connection.rows(sql) {
      Code(code: try $0.get(0), label: try $0.get(1), parent: try $0.get(2), isWithdrawn: try $0.get(3))
    }
  }

  /// Children under their parents. A code that no top leads to (its parents run in a circle) comes last.
  private static func tree(_ codes: [Code]) -> [Code] {
    let known = Set(codes.map(\.code))
    let children = Dictionary(grouping: codes) { $0.parent.flatMap { known.contains($0) ? $0 : nil } ?? "" }
    var out: [Code] = []
    func visit(_ parent: String, _ depth: Int) {
      for var code in children[parent] ?? [] {
        code.depth = depth
        out.append(code)
        visit(code.code, depth + 1)
      }
    }
    visit("", 0)
    let placed = Set(out.map(\.code))
    return out + codes.filter { !placed.contains($0.code) }
  }
}
