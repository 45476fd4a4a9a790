import Calendar
import Candidates
import Documents
import Names
import Records
import SQLite
import TestSupport

/// A bench with the embedded names and cues.
func seededBench() throws -> Bench {
  let bench = try Bench()
  _ = try bench.write { try Seed.run($0) }
  return bench
}

extension Bench {
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
  private static let compiled = Result { try Rulebook(seededBench().db) }
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
