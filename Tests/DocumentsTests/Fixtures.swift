import Calendar
import Documents
import Records
import SQLite
import TestSupport

extension Bench {
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
