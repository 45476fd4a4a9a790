import Formats
import TestSupport
import Testing

@Suite struct `Text with looks` {
  @Test func `nothing in it acts, and looks are closed`() {
    let text = StyledText("a\u{1B}[31m\u{202E}", .bold) + StyledText(" b")
    #expect(text.rendered == "\u{1B}[1ma\\u{001B}[31m\\u{202E}\u{1B}[0m b")
    #expect(text.plain == "a\\u{001B}[31m\\u{202E} b")
  }

  @Test(arguments: [
    ("one two three", 8, ["one two", "three"]), ("one two three", 100, ["one two three"]), ("", 5, [""]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("中俄签署协定。", 8, ["中俄签署", "协定。"]),
    // A full stop does not begin a line, an opening mark does not end one.
    ("中俄签署。协定", 8, ["中俄签", "署。协定"]), ("中俄（签署）", 6, ["中俄", "（签", "署）"]),
    ("5G网络 с Huawei", 6, ["5G网络", "с", "Huawei"]),
  ])
  func `lines break at blanks, and beside wide characters`(text: String, width: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(to: width).map(\.plain) == lines)
  }

  @Test func `further lines are moved in`() {
    #expect(StyledText("aa bb cc").wrapped(to: 5, indent: 2).map(\.plain) == ["aa bb", "  cc"])
  }

  private static let seed = UInt64.random(in: 0...9999)

  @Test(.seed(seed)) func `whatever the text, every line fits and no letter is lost`() {
    var random = SplitMix64(seed: Self.seed)
    let alphabet = ["a", "bc ", " ", "中", "。", "（", "é", "e\u{301}", "😀", "Я", "[", "\t", "\u{200B}"]
    for _ in 0..<300 {
      let text = random.text(0...60, of: alphabet)
      let width = Int.random(in: 2...30, using: &random)
      let indent = Int.random(in: 0...8, using: &random)
      let lines = StyledText(text).wrapped(to: width, indent: indent)
      let letters = { (text: String) in text.filter { $0 != " " } }
      #expect(letters(lines.map(\.plain).joined()) == letters(TerminalText.escaped(text)), "\(text)")
      for line in lines {
        #expect(line.width <= max(width, min(indent, width - 1) + 2), "\(width): \(line.plain)")
      }
    }
  }

  @Test func `a text is cut with a sign`() {
    #expect((StyledText("中俄", .bold) + StyledText("海")).truncated(to: 4).plain == "中…")
    #expect(StyledText("abc").truncated(to: 3).plain == "abc")
    #expect(StyledText("abc").truncated(to: 1).plain == "…")
  }
}

@Suite struct `Keys of a terminal` {
  private func keys(_ bytes: [UInt8]) -> [TerminalKey] {
    var decoder = TerminalKeyDecoder()
    return bytes.flatMap { decoder.feed($0) } + (decoder.flush().map { [$0] } ?? [])
  }

  @Test func `letters of any script, arrows and control keys`() {
    #expect(keys(Array("aЖ华😀\r\t\u{7F}".utf8)) == "aЖ华😀".map { .character($0) } + [.enter, .tab, .backspace])
    #expect(keys([0x1B, 0x5B, 0x41, 0x1B, 0x4F, 0x42, 0x03, 0x1B]) == [.up, .down, .control("c"), .escape])
    #expect(keys(Array("\u{1B}[5~\u{1B}[1;5Cx".utf8)) == [.pageUp, .character("x")])
  }

  @Test func `Escape and the key after it are two`() {
    #expect(keys([0x1B, 0x72]) == [.escape, .character("r")])
    #expect(keys([0x1B, 0x1B]) == [.escape, .escape])
  }

  @Test func `what is pasted is text`() {
    let bytes = Array("\u{1B}[200~a\n华\u{1B}[201~b".utf8)
    #expect(keys(bytes) == [.pasted("a"), .pasted(" "), .pasted("华"), .character("b")])
  }

  private static let seed = UInt64.random(in: 0...9999)

  @Test(.seed(seed)) func `no bytes confuse it for long`() {
    var random = SplitMix64(seed: Self.seed)
    var decoder = TerminalKeyDecoder()
    for _ in 0..<20_000 { _ = decoder.feed(UInt8.random(in: 0...255, using: &random)) }
    _ = "\u{1B}[201~".utf8.map { decoder.feed($0) }
    _ = decoder.flush()
    for _ in 0..<40 { _ = decoder.feed(0x40) }
    #expect(decoder.feed(0x71) == [.character("q")] || decoder.feed(0x71) == [.pasted("q")])
  }
}
