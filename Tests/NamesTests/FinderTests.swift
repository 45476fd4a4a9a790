import Names
import Records
import SQLite
import TestSupport
import Testing

@Suite("Finding names")
struct FinderTests {
  /// Compiled once: it never changes.
  private static let compiled = Result { () throws -> NameFinder in
    let bench = try Bench()
    _ = try bench.seed()
    _ = try bench.load(CueLoader(kind: .area), [["language": "en", "code": "fund", "cue": "people's fund"]])
    return try NameFinder(bench.db)
  }
  let finder: NameFinder
  init() throws { finder = try Self.compiled.get() }

  @Test("Words begin and end where words do; a star takes any ending")
  func boundaries() {
    #expect(
      found(.sector, in: "Laboratories for chips, not for chipmunks or AIDS", finder, language: "en") == [
        "chips"
      ])
    #expect(found(.mechanism, in: "Технопарками занялись", finder, language: "ru") == ["Технопарками"])
    #expect(found(.sector, in: "签署5G协议", finder, language: "zh") == ["5G"])
  }

  @Test("Abbreviations need their capitals, other words do not")
  func capitals() {
    #expect(found(.actor, in: "a bit of BIT, Beijing", finder) == ["BIT"])
    #expect(
      found(.sector, in: "AI said ai, Artificial Intelligence", finder, language: "en") == [
        "AI", "Artificial Intelligence",
      ])
    #expect(
      found(.state, in: "RUSSIA and Russia, not russia", finder, language: "en") == ["RUSSIA", "Russia"])
  }

  @Test("Russian names are found in every case")
  func inflection() {
    let text = "Роскосмоса, Российской академией наук и Сколково"
    #expect(
      found(.actor, in: text, finder, language: "ru") == [
        "Роскосмоса", "Российской академией наук", "Сколково",
      ])
  }

  @Test("The longer name wins, and a cue inside the name of a body is part of the name")
  func longest() {
    let text = "the China Development Bank and MSU Science Park"
    #expect(
      found(.actor, in: text, finder, language: "en") == ["China Development Bank", "MSU Science Park"])
    #expect(found(.state, in: text, finder, language: "en").isEmpty)
    #expect(found(.mechanism, in: text, finder, language: "en").isEmpty)
  }

  @Test("The name of a joint body shows what it is for")
  func joint() {
    #expect(
      !found(.mechanism, in: "the Russia-China Technology Investment Fund", finder, language: "en").isEmpty)
  }

  @Test(
    "Typographic marks, line ends and hard blanks make no difference, and spans count bytes of the original")
  func variants() {
    #expect(found(.area, in: "the people’s\nfund", finder, language: "en") == ["people’s\nfund"])
    #expect(
      found(.sector, in: "artificial\u{A0}intelligence", finder, language: "en") == [
        "artificial\u{A0}intelligence"
      ])
    #expect(found(.state, in: "Russia–China", finder, language: "en") == ["Russia–China"])
    #expect(found(.area, in: "the people's\n\nfund", finder, language: "en").isEmpty)
    #expect(found(.sector, in: "ＡＩ at work", finder, language: "en") == ["ＡＩ"])
  }

  @Test("A city stands for its state, but not where something happens in it")
  func metonyms() {
    #expect(found(.state, in: "Moscow agreed", finder, language: "en") == ["Moscow"])
    #expect(found(.state, in: "agreed in Moscow", finder, language: "en").isEmpty)
    #expect(found(.place, in: "agreed in Moscow", finder, language: "en") == ["Moscow"])
  }

  @Test("A weak cue says so")
  func weak() {
    let matches = finder.matches(in: Array("both sides in China".utf8), language: "en").filter {
      $0.kind == .state
    }
    #expect(matches.map(\.isWeak) == [true, false])
  }

  @Test("Cues are looked for in texts of their language only")
  func languages() {
    #expect(found(.mechanism, in: "fund фонд", finder, language: "ru") == ["фонд"])
    #expect(found(.mechanism, in: "fund фонд", finder, language: nil) == ["fund", "фонд"])
  }

  @Test("No text makes the finder fail, whatever bytes stand side by side")
  func robust() {
    for text in ["", "Р", "é", "中", "\u{301}", "\u{FEFF}", " \n\n ", "А\u{AD}И", "🚀5G🚀"] {
      let bytes = Array(text.utf8)
      for match in finder.matches(in: bytes, language: nil) { #expect(match.end <= bytes.count) }
    }
  }
}
