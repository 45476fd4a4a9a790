import Candidates
import Documents
import Testing

@Suite("Whatever the text")
struct RobustnessTests {
  /// A small generator, so that a failure can be repeated.
  struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  static let pieces = [
    "MOSCOW", ", ", "June 5", "2019", "/TASS/", ". ", " -- ", "\n", "\n\n", "# ", "---", "**", "*",
    "Published: ", "来源：", "中俄", "签署",
    "10亿美元", "2018年", "11月", "7日", "电", "（", "）", "«", "»", "РФПИ", "Роскосмоса", "5 июня", " г. ", "$",
    "1,5", " млрд", "-", "\u{A0}",
    "\u{AD}", "\u{FEFF}", "é", "e\u{301}", "🚀", "U.S.", "last ", "July", "今年", "同年", "the same year", "[",
    "]", "title: ", "\r\n", "Ａ",
  ]

  @Test(
    "Reading and proposing end, spans lie inside the text and between its characters",
    arguments: 1...200 as ClosedRange<UInt64>)
  func random(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let count = Int.random(in: 1...60, using: &random)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
    guard let document = try? Read.document(bytes: Array(text.utf8)) else { return }
    let stored = StoredText(document)
    var spans = document.passages.map(\.span) + document.claims.compactMap(\.span)
    spans += try Mentions.find(in: stored, Rules.book()).map(\.span)
    spans += try Propose.candidates(in: stored, Rules.book()).map(\.span)
    for span in spans {
      #expect(!span.isEmpty && span.upperBound <= stored.bytes.count)
      #expect(isBoundary(span.lowerBound, stored.bytes) && isBoundary(span.upperBound, stored.bytes))
    }
  }

  private static func filled(_ piece: String) -> String {
    String(repeating: piece, count: 50_000 / piece.utf8.count)
  }

  private static let act = "MTS and Huawei signed a contract on June 5, 2019."

  @Test(
    "A long text of one kind only hides nothing: the act behind it is found with exact spans",
    arguments: [
      " ", "\n", " \n", "中", "7", "100 ", "100,", "June 5, 2018 ", "$1 billion ", "1 us ", "Huawei ", "\"",
      "“", ". ", "[", "AI ",
      "a", "я", "plan to ", "yesterday ", "Published: 2019\n",
    ])
  func hostile(piece: String) throws {
    // The words behind the act tell the language, whatever stands before it.
    let words = Self.filled("The end of the work is in the hand of the few and that is it. ")
    let whole = "The start.\n\n" + Self.filled(piece) + "\n\n" + Self.act + "\n\n" + words + words
    let stored = StoredText(try Read.document(bytes: Array(whole.utf8)))
    let candidates = try Propose.candidates(in: stored, Rules.book())
    let candidate = try #require(candidates.last)
    #expect(stored.text(candidate.span) == Self.act)
    #expect(candidate.date.map { stored.text($0.span) } == "June 5, 2019")
    #expect(candidate.actors.map { stored.text($0.span) } == ["MTS", "Huawei"])
    #expect(stored.passages.filter { $0.kind == .paragraph }.contains { $0.span == candidate.span })
  }

  @Test("Lists inside lists at the head of a text end")
  func nestedLists() throws {
    let matter = "---\ntags: \(Self.filled("["))\(Self.filled("]"))\n---\n\n# T\n\n\(Self.act)"
    #expect(try Read.document(bytes: Array(matter.utf8)).title == "T")
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }
}
