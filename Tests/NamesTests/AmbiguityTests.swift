import Testing

@testable import Names

@Suite("Names that need context")
struct AmbiguityTests {
  private let finder: NameFinder = {
    func actor(_ id: Int, _ name: String, _ side: String, _ isAmbiguous: Bool = false) -> NameEntry {
      var entry = NameEntry(kind: .actor, code: "\(id)", actor: id, language: "en", written: name)
      entry.sides = Sides(ofActor: side)
      entry.isAmbiguous = isAmbiguous
      return entry
    }
    var china = NameEntry(kind: .state, code: "cn", language: "en", written: "China")
    china.sides = Sides(ofCue: .state, "cn")
    return NameFinder([
      actor(1, "Harbin Institute of Technology", "cn"), actor(1, "HIT", "cn", true),
      actor(2, "Mir payment system", "ru"), actor(2, "Mir", "ru", true),
      actor(3, "Lenovo", "cn"), actor(3, "联想", "cn", true), china,
    ])
  }()

  private func actors(_ text: String) -> [Int] {
    finder.matches(in: Array(text.utf8), language: "en").compactMap(\.actor)
  }

  @Test("Alone it is no name")
  func alone() {
    #expect(actors("It was a HIT, and Mir flew on.").isEmpty)
    #expect(actors("让人联想到中国 China").isEmpty)
  }

  @Test("Another name of the body in the text, however far, or a word for its side nearby shows who is meant")
  func context() {
    let far = String(repeating: "x ", count: 500)
    #expect(actors("Harbin Institute of Technology. \(far) HIT") == [1, 1])
    #expect(actors("HIT of China") == [1])
    #expect(actors("China \(far) HIT").isEmpty)
    #expect(actors("Mir of China").isEmpty)
    #expect(actors("Lenovo, 联想") == [3, 3])
  }

  @Test("Capitals have to be as they are written")
  func capitals() { #expect(actors("a hit in China by Hit") == []) }

  @Test("Two ambiguous names do not vouch for each other")
  func eachOther() { #expect(actors("HIT and HIT").isEmpty) }

  @Test(
    "Short abbreviations are ambiguous by themselves",
    arguments: [("HIT", true), ("ITMO", false), ("Mir", false), ("МГУ", false)])
  func rule(name: String, isShort: Bool) {
    let entry = NameEntry(kind: .actor, code: "", actor: 1, language: "en", written: name)
    #expect(entry.isShortAbbreviation == isShort)
  }
}
