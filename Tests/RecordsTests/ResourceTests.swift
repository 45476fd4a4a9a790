import CResources
import Records
import TestSupport
import Testing

@Suite struct ResourceTests {
  /// Tables of the starting data: they are loaded from a folder, and do not travel in the program.
  private static let notEmbedded: Set<String> = [
    "seeds/coverage.csv", "seeds/dropped.csv", "seeds/evidence.csv", "seeds/indicators.csv",
    "seeds/initiatives.csv", "seeds/observations.csv",
  ]

  private static func files(_ folder: String, _ suffix: String) -> [String] {
    TestFile.names(in: "\(packageRoot)/\(folder)").filter { $0.hasSuffix(suffix) }.map { "\(folder)/\($0)" }
  }

  @Test func `no migration, vocabulary or rule is missing, and none is there twice`() {
    let folders =
      Self.files("migrations", ".sql") + Self.files("seeds", ".csv") + Self.files("seeds/rules", ".csv")
    #expect(folders.count > 20)
    #expect(Resources.files(in: "").map(\.name) == folders.filter { !Self.notEmbedded.contains($0) }.sorted())
    #expect(Self.notEmbedded.isSubset(of: folders), "the list above names a file that is gone")
  }

  @Test(arguments: Resources.files(in: "").map(\.name))
  func `an embedded file is the file on disk, byte for byte`(name: String) throws {
    let file = try #require(Resources.files(in: name).first)
    #expect(try TestFile.bytes(of: "\(packageRoot)/\(name)") == file.bytes)
    #expect(!file.bytes.isEmpty && Array(file.text.utf8) == file.bytes, "UTF-8")
  }

  @Test func `the list in C ends where it says`() {
    #expect(cresource_count() == Resources.files(in: "").count)
    #expect(Resources.files(in: "no such folder").isEmpty)
  }
}
