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
  }
}
