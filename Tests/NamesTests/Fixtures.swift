import Calendar
import Names
import Records
import SQLite
import TestSupport

extension Bench {
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
