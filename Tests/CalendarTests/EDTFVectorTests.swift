import Foundation
import Testing

@testable import Calendar

/// Examples that another implementation of EDTF is tested with; they are not part of this project.
enum EDTFVectors {
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/data/open/edtf/python_edtf_vectors.json")
    .standardized

  static let arePresent: Bool = {
    let isPresent = FileManager.default.fileExists(atPath: url.path)
    if !isPresent { print("SKIPPED: the EDTF examples of another implementation are not at \(url.path)") }
    return isPresent
  }()

  static func section(_ name: String) throws -> [Any] {
    let file = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    let parser = try #require((file as? [String: Any])?["parser"] as? [String: Any])
    return try #require(parser[name] as? [Any])
  }
}

@Suite("The examples of another implementation", .enabled(if: EDTFVectors.arePresent))
struct EDTFVectorTests {
  @Test("are read with the same bounds where they are level 0 or 1, and refused where they are level 2")
  func examples() throws {
    // Winter is one calendar year's December there, and an unknown end is guessed at ten years away.
    let differing: Set = ["2010-24", "/2006", "2004-06-01/", "1984-06-02?/"]
    var (read, refused) = (0, 0)
    for case let example as [Any] in try EDTFVectors.section("EXAMPLES") {
      let text = try #require(example.first as? String)
      // One or two days; those behind them are widened by the qualifier, which is not our rule.
      let bounds = try #require(example.last as? [String])
      let last = bounds.count.isMultiple(of: 2) ? bounds[1] : bounds[0]
      if isLevelTwo(text) {
        #expect(throws: EDTFError.self, "\(text)") { try EDTF(text) }
        refused += 1
        continue
      }
      let date = try EDTF(text)
      #expect(date.description == text)
      read += 1
      if differing.contains(text) || text.hasPrefix("Y") { continue }
      #expect(date.earliest?.description ?? "-inf" == bounds[0], "\(text)")
      #expect(date.latest?.description ?? "inf" == last, "\(text)")
    }
    #expect(read >= 50 && refused >= 30)
  }

  private func isLevelTwo(_ text: String) -> Bool {
    let dates = text.split(separator: "/")
    return text.contains(where: { "[{ES".contains($0) })
      || dates.contains { $0.dropLast().contains(where: { "?~%".contains($0) }) }
      || dates.count == 2 && text.contains("X")
      || ["156X-12-25", "15XX-12-25", "1560-XX-25", "15XX-12-XX", "XXXX-XX-23", "2001-29", "2001-34"]
        .contains(text)
      || text.hasPrefix("1XXX")
  }

  @Test("that are bad are refused")
  func badExamples() throws {
    for case let text as String in try EDTFVectors.section("BAD_EXAMPLES") {
      #expect(throws: EDTFError.self, "\(text)") { try EDTF(text) }
    }
  }
}
