import Calendar
import Documents
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
      try body(LoadContext(connection: db, change: change, desk: desk, update: update, label: .green))
    }
  }

  func insert(_ text: String, path: String? = nil, url: String? = nil) throws -> (
    id: Int, outcome: LoadOutcome
  ) {
    let document = try read(text, path: path, url: url)
    return try write { try DocumentTable.insert(document, $0) }
  }
}

func read(_ text: String, path: String? = nil, url: String? = nil) throws -> Document {
  try Read.document(bytes: Array(text.utf8), path: path, url: url)
}

extension Document {
  func texts(_ kind: Passage.Kind) -> [String] { passages.filter { $0.kind == kind }.map { text($0.span) } }
}
