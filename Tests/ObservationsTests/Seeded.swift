import Calendar
import Formats
import Observations
import Records
import SQLite
import Synchronization
import TestSupport
import Testing

/// A file in memory with vocabularies, names and rules: a copy of one that is made once.
func seeded() throws -> EntenteFile {
  let file = try TestFile.memory()
  try Template.lock.withLock { _ in try Template.file.get().connection.copy(into: file.connection) }
  return file
}

private enum Template {
  static let lock = Mutex(())
  // Safe because it is made once and read only while `lock` is held.
  nonisolated(unsafe) static let file = Result {
    let file = try TestFile.memory()
    let counts = try Seeding.run(file, TestFile.desk)
    precondition(counts.refused.isEmpty, "the seeds are refused: \(counts.refused)")
    return file
  }
}

extension EntenteFile {
  /// Loads paths and returns what came of it.
  @discardableResult
  func ingest(_ paths: String..., options: Ingest.Options = .init(), at desk: Desk = TestFile.desk) throws
    -> IngestSummary
  {
    var ingest = Ingest(self, desk, options)
    try ingest.run(paths)
    return ingest.summary
  }

  /// Writes the text to a file of that name, loads it, and removes it.
  @discardableResult
  func ingest(
    text: String, as name: String = "observations.csv", options: Ingest.Options = .init(),
    at desk: Desk = TestFile.desk
  ) throws -> IngestSummary {
    try ingest(bytes: Array(text.utf8), as: name, options: options, at: desk)
  }

  @discardableResult
  func ingest(
    bytes: [UInt8], as name: String, options: Ingest.Options = .init(), at desk: Desk = TestFile.desk
  ) throws -> IngestSummary {
    try TestFile.folder { folder in
      try TestFile.write(bytes, to: "\(folder)/\(name)")
      return try ingest("\(folder)/\(name)", options: options, at: desk)
    }
  }

  /// Every row of an export, by column.
  func export(_ name: String) throws -> [[String: String]] {
    let export = try #require(Export.named(name))
    let columns = try export.columns(in: connection)
    var rows: [[String: String]] = []
    try export.forEach(in: connection) {
      rows.append(Dictionary(uniqueKeysWithValues: zip(columns, $0.map(CellText.of))))
    }
    return rows
  }

  /// The export as CSV text.
  func csv(_ name: String) throws -> String {
    let export = try #require(Export.named(name))
    var table = Table(columns: try export.columns(in: connection).map { Table.Column($0) })
    try export.forEach(in: connection) { values in
      table.append(
        values.map { value in
          switch value {
          case .null: .empty
          case .text(let text): .text(text)
          default: .number(CellText.of(value))
          }
        })
    }
    return table.csv()
  }

  func count(_ query: SQL) throws -> Int { try #require(try connection.value(query, as: Int.self)) }
}

/// The rows of a CSV file, by column.
func rows(of path: String) throws -> [[String: String]] {
  var reader = try TableReader(csv: ByteSource(path: path))
  var rows: [[String: String]] = []
  while let item = try reader.next() {
    if case .row(let row) = item { rows.append(row.cells) }
  }
  return rows
}

let seeds = "\(packageRoot)/seeds"
let header = "id,event_date,title,mechanism"
