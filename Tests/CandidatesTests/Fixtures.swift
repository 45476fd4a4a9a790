import Calendar
import Candidates
import Documents
import Names
import Records
import SQLite

/// A new file in memory with the embedded names and cues.
struct Bench {
  let file: EntenteFile
  let desk: Desk
  var db: Connection { file.connection }

  init() throws {
    let now = Instant("2026-11-24T08:00:00Z")!
    file = try EntenteFile(inMemoryAt: now)
    desk = Desk(now: now, analyst: "tester")
    _ = try write { try Seed.run($0) }
  }

  func write<T>(_ body: (LoadContext) throws -> T) throws -> T {
    try file.write(desk, why: "test") { change in
      try body(LoadContext(connection: db, change: change, desk: desk, label: .green))
    }
  }

  func ingest(_ text: String, path: String = "t.txt") throws -> Int {
    let document = try Read.document(bytes: Array(text.utf8), path: path)
    return try write { context in
      let id = try DocumentTable.insert(document, context).id
      try Propose.remake(document: id, in: db)
      return id
    }
  }
}

/// The embedded rules, compiled once.
enum Rules {
  private static let compiled = Result { try Rulebook(Bench().db) }
  static func book() throws -> Rulebook { try compiled.get() }
}

/// A text with a day of publication, as it would be read from a file.
func text(_ body: String, published: String = "2019-06-11", title: String = "A title") throws -> StoredText {
  let bytes = Array("# \(title)\n\n\(published)\n\n\(body)\n".utf8)
  return StoredText(try Read.document(bytes: bytes))
}

func propose(_ body: String, published: String = "2019-06-11", title: String = "A title") throws
  -> [Candidate]
{
  try Propose.candidates(in: text(body, published: published, title: title), Rules.book())
}
