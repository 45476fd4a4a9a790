import Calendar
import Names
import Records
import SQLite

/// A new file in memory and a desk to work at.
struct Bench {
  let file: EntenteFile
  let desk: Desk
  var db: Connection { file.connection }

  init() throws {
    let now = Instant("2026-11-24T08:00:00Z")!
    file = try EntenteFile(inMemoryAt: now)
    desk = Desk(now: now, analyst: "tester")
  }

  func write<T>(update: Bool = false, _ body: (LoadContext) throws -> T) throws -> T {
    try file.write(desk, why: "test") { change in
      try body(LoadContext(connection: db, change: change, desk: desk, update: update, label: .clear))
    }
  }

  /// Loads rows of text; returns what became of each.
  func load(_ loader: some TableLoader, update: Bool = false, _ rows: [[String: String]]) throws
    -> [LoadOutcome]
  {
    try write(update: update) { context in
      var loader = loader
      return try rows.map { try loader.load(TableRow(line: 1, cells: $0), context) }
    }
  }

  func seed() throws -> [Seed.Count] { try write { try Seed.run($0) } }
}

/// The texts of matches of one kind.
func found(_ kind: NameKind, in text: String, _ finder: NameFinder, language: String? = nil) -> [String] {
  let bytes = Array(text.utf8)
  return finder.matches(in: bytes, language: language).filter { $0.kind == kind }.map {
    String(decoding: bytes[$0.span], as: UTF8.self)
  }
}
