import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `A folder of texts` {
  private func text(_ number: Int) -> [UInt8] {
    Array("A text\n\nHuawei and MTS signed a 5G contract in Moscow on June \(number), 2019.\n".utf8)
  }

  /// The same bytes under several names are one text, wherever among the others they stand.
  @Test(arguments: [["a": 1, "b": 1, "c": 2], ["a": 1, "b": 2, "c": 1], ["a": 1, "b": 2, "c": 2]])
  func `holds the same bytes twice, and all the others are entered`(_ numbers: [String: Int]) throws {
    let file = try seeded()
    let changes = try file.count("SELECT count(*) FROM change")
    let summary = try TestFile.folder { folder in
      for (name, number) in numbers { try TestFile.write(text(number), to: "\(folder)/\(name).txt") }
      return try file.ingest(folder)
    }
    #expect(summary.documents == 2 && summary.skipped == 1 && summary.refused.isEmpty)
    #expect(try file.count("SELECT count(*) FROM document") == 2)
    #expect(try file.count("SELECT count(*) FROM change") == changes + 2)
    #expect(try file.connection.value("SELECT change IS NULL FROM current_change", as: Bool.self) == true)
  }
}
