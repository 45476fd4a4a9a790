import Candidates
import Documents
import Formats
import Names
import Records
import SQLite
import TestSupport
import Testing

@Suite("The files of rules")
struct RuleFileTests {
  static func rows(_ path: String) throws -> [TableRow] {
    var table = try TableReader(
      csv: ByteSource(bytes: TestFile.bytes(of: "\(packageRoot)/\(path)"), name: path))
    var rows: [TableRow] = []
    while let item = try table.next() {
      if case .row(let row) = item { rows.append(row) } else { Issue.record("a row of \(path) is broken") }
    }
    return rows
  }

  static let examples = Result { try rows("Tests/Scoring/examples.csv") }

  @Test("Each example is read as its row says")
  func examples() throws {
    for row in try Self.examples.get() {
      let sentence = try row.required("sentence")
      // Behind an opening: nothing helps it but itself.
      let before =
        [
          "ru": "Шёл дождь, и было холодно, и так весь день, что никого в городе уже не удивило.",
          "zh": "天气很好，阳光明媚。",
        ][try row.required("language")]
        ?? "It rained and that was it."
      let found = try propose("\(before)\n\n\(sentence)", published: "2020-06-11", title: "Заголовок")
      let told = found.map { [$0.mechanism?.value, $0.modality.rawValue, $0.effect?.value] }
      #expect(told == [[row["mechanism"], row["modality"], row["effect"]]], "\(sentence)")
    }
  }

  @Test("Every row of cues is taken, and none stands twice")
  func rowsAreTaken() throws {
    let bench = try Bench()
    let counts = try bench.write { try Seed.run($0) }
    for count in counts where count.name.contains("/rules/") {
      #expect(count.refused.isEmpty, "\(count.name): \(count.refused)")
      #expect(count.skipped == 0 && count.updated == 0, "\(count.name) has a cue twice")
    }
  }

  @Test("Each strong cue of a sector, mechanism or instrument is found, with its own code")
  func cuesAreFound() throws {
    let bench = try seededBench()
    let cues = try bench.db.rows(
      """
      SELECT kind, language, code, cue FROM cue
      WHERE withdrawn = 0 AND strength = 'strong' AND kind IN ('sector', 'mechanism', 'instrument') ORDER BY id
      """
    ) { row in try (0..<4).map { try row.get($0, as: String.self) } }
    let finder = try NameFinder(bench.db)
    #expect(cues.count > 3000)
    var names = 0
    for cue in cues where cue[3].count > 1 {
      let word = cue[3].hasSuffix("*") ? String(cue[3].dropLast()) : cue[3]
      let found = finder.matches(in: Array("(\(word))".utf8), language: cue[1])
      let isFound = found.contains { $0.kind.rawValue == cue[0] && $0.code == cue[2] }
      // Of two that stand on the same words the body is taken: it says what it is known for.
      let isName = !isFound && found.contains { $0.kind == .actor && $0.span.count == word.utf8.count }
      names += isName ? 1 : 0
      #expect(isFound || isName, "\(cue) \(found.map { [$0.kind.rawValue, $0.code] })")
    }
    #expect(names <= 8)
  }
}
