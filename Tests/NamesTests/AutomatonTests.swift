import Testing

@testable import Names

@Suite("The automaton")
struct AutomatonTests {
  /// A small generator, so that a failure can be repeated.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(
    "It finds exactly what looking for each pattern by itself finds", arguments: 1...20 as ClosedRange<UInt64>
  )
  func sameAsNaive(seed: UInt64) {
    var random = Seeded(state: seed)
    func word(_ length: ClosedRange<Int>) -> [UInt8] {
      (0..<Int.random(in: length, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
    }
    let patterns = (0..<12).map { _ in word(1...4) }
    let text = word(50...80)
    let automaton = Automaton(patterns)
    var got: Set<[Int]> = []
    automaton.search(text) { got.insert([$0, $1]) }
    var wanted: Set<[Int]> = []
    for (index, pattern) in automaton.patterns.enumerated() {
      for end in pattern.count...text.count where Array(text[(end - pattern.count)..<end]) == pattern {
        wanted.insert([index, end])
      }
    }
    #expect(got == wanted)
  }

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
