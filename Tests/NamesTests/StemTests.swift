import Testing

@testable import Names

@Suite("Stems")
struct StemTests {
  @Test("Stems of inflected forms meet")
  func stems() {
    #expect(Stem.of("академии") == Stem.of("академией"))
    #expect(Stem.of("китай") == Stem.of("китаем"))
    #expect(Stem.of("universities") == Stem.of("university"))
    #expect(Stem.of("launched") == Stem.of("launching"))
    #expect(Stem.of("рф") == "рф")
    #expect(Stem.of("as") == "as")
    #expect(Stem.of("открытие") == Stem.of("открытием"))
    #expect(Stem.of("shipping") == "ship")
    #expect(Stem.of("classes") == "class")
    #expect(Stem.of("boxes") == "box")
    #expect(Stem.of("status") == "status")
    #expect(Stem.of("sing") == "sing")
    #expect(Stem.of("ies") == "ies")
    #expect(Stem.of("") == "")
  }

  @Test("What is cut is what the stem keeps")
  func cut() {
    for word in ["ladies", "технопарками", "cooled", "华为", "мир", "x"] {
      var text = word
      let cut = text.withUTF8 { Stem.cut($0) }
      let kept = Array(word.utf8.prefix(cut.kept)) + Array((cut.endsInY ? "y" : "").utf8)
      #expect(kept == Array(Stem.of(word).utf8))
    }
  }
}
