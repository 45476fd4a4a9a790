import Documents
import TestSupport
import Testing

@Suite("Any text can be divided")
struct SentencePropertyTests {
  private static let pieces = [
    "The U.S. ", "Mr. ", "No. 5 ", "и т. д. ", "в 2019 г. ", "И. И. Иванов ", "双方签署协议。", "“好。”他说。", "「好」",
    "...", "…", "?!",
    ". ", "\n", "\n\n", "\r\n", "\u{2028}", "\u{85}", "\u{A0}", "\u{3000}", "\u{FEFF}", "\u{200B}",
    "\u{202E}", "\u{301}\u{302}",
    "«Да», ", "— нет. ", "(a.b) ", "5.5 ", "http://a.b/c. ", "# ", "- ", "1. ", "MOSCOW, June 5 (Xinhua) -- ",
    "МОСКВА, 5 июня. /ТАСС/. ",
    "新华社北京6月5日电（记者张三）", "Source: TASS\n", "来源：新华网 ", "Published: 5 June 2019\n", "By Ann Smith\n", "---\n",
    "a: b\n",
    "\"", "'", "”", "）", "》", "；", "：", "x", "Ж", "国", "\u{1F600}", "é", "[12]", "**", "|", "/",
    "07/11/2018 ",
  ]

  @Test("Passages lie on characters, in order, and sentences lose nothing but blanks", arguments: 0..<60)
  func tiles(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 1..<80, using: &random)
    let text = (0..<count).map { _ in Self.pieces.randomElement(using: &random)! }.joined()
    var bytes = Array(text.utf8)
    try check(bytes, "seed \(seed)")
    // The same with bytes changed: refused, or as sound.
    for _ in 0..<8 where !bytes.isEmpty {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      try check(bytes, "seed \(seed), changed")
    }
  }

  private func check(_ bytes: [UInt8], _ name: Comment) throws {
    let document: Document
    do { document = try Read.document(bytes: bytes) } catch { return }
    let again = try Read.document(bytes: bytes)
    #expect(again.passages == document.passages && again.claims == document.claims, name)
    var paragraph: Range<Int>?
    var behind = 0
    for passage in document.passages {
      let span = passage.span
      #expect(!span.isEmpty && isBoundary(span.lowerBound, bytes) && isBoundary(span.upperBound, bytes), name)
      guard passage.kind == .sentence else {
        if let paragraph { #expect(isBlank(bytes, behind..<paragraph.upperBound), name) }
        paragraph = passage.kind == .paragraph ? span : nil
        behind = span.lowerBound
        continue
      }
      let whole = try #require(paragraph, name)
      // Before the first sentence there may be a dateline.
      #expect(behind == whole.lowerBound || isBlank(bytes, behind..<span.lowerBound), name)
      #expect(span.lowerBound >= behind && span.upperBound <= whole.upperBound, name)
      behind = span.upperBound
    }
    if let paragraph { #expect(isBlank(bytes, behind..<paragraph.upperBound), name) }
    for claim in document.claims {
      guard let span = claim.span else { continue }
      #expect(isBoundary(span.lowerBound, bytes) && isBoundary(span.upperBound, bytes), name)
    }
  }

  private func isBoundary(_ offset: Int, _ bytes: [UInt8]) -> Bool {
    offset == bytes.count || bytes[offset] & 0xC0 != 0x80
  }

  private func isBlank(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0...0x20, 0x7F...0xA0, 0xAD, 0x2000...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0x3000, 0xFEFF:
        true
      default: false
      }
    }
  }

  @Test(
    "Texts made to be slow or odd are read",
    arguments: [
      ("\n", 40_000, "End."), ("a", 80_000, ""), ("a. ", 20_000, ""), (". ", 20_000, ""), (".", 10_000, ""),
      ("A.", 20_000, ""), ("。", 20_000, ""), (".\"", 20_000, ""), ("\u{301}", 40_000, "e"),
      ("\u{202E}\u{2066}", 10_000, "x"), ("(", 10_000, ""), ("Source: ", 8_000, ""), ("“好。", 10_000, ""),
      ("a|", 2_000, "\n\nb"), ("г. ", 10_000, ""), ("\u{2028}", 10_000, "x"), ("# \n", 10_000, "x"),
      ("- a\n", 10_000, ""), ("1:", 1_000, "\n\nx"), ("2019-06-05 ", 400, "\n\nx"),
    ])
  func hostile(piece: String, count: Int, tail: String) throws {
    try check(
      Array((String(repeating: piece, count: count) + tail).utf8), "\(piece.debugDescription) \(count) times")
  }
}
