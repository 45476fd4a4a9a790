import Formats
import Testing

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("a\u{202E}b", "a\\u{202E}b"), ("\u{1B}[31m", "\\u{001B}[31m"), ("p\tq\nr\r", "p\\tq\\nr\\r"),
    ("\u{61C}\u{200E}\u{200F}", "\\u{061C}\\u{200E}\\u{200F}"), ("\u{2066}\u{2069}", "\\u{2066}\\u{2069}"),
    ("\u{9B}\u{7F}\u{0}", "\\u{009B}\\u{007F}\\u{0000}"), ("\u{2028}\u{E0041}", "\\u{2028}\\u{E0041}"),
    ("\r\n", "\\r\\n"), ("Москва 中俄 é 😀", "Москва 中俄 é 😀"), ("", ""),
  ])
  func `characters that act are shown and not done`(text: String, shown: String) {
    #expect(TerminalText.escaped(text) == shown)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("中俄", 4), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2),
    ("👨‍👩‍👧", 2), ("🇷🇺", 2), ("☝🏽", 2), ("❤\u{FE0F}", 2), ("❤", 1), ("Ｆ", 2), ("ｱ", 1), ("…", 1), ("", 0),
    ("\u{200B}", 0), ("か\u{3099}", 2),
  ])
  func `wide characters take two cells and marks none`(text: String, width: Int) {
    #expect(TerminalText.width(text) == width)
  }

  @Test func `texts are cut and filled to cells`() {
    #expect(TerminalText.truncated("abcdef", to: 4) == "abc…")
    #expect(TerminalText.truncated("abcd", to: 4) == "abcd")
    #expect(TerminalText.truncated("中俄海", to: 4) == "中…")
    #expect(TerminalText.truncated("abc", to: 0) == "")
    #expect(TerminalText.truncated("abc", to: 1) == "…")
    #expect(TerminalText.padded("中", to: 4) == "中  ")
    #expect(TerminalText.padded("7", to: 3, alignment: .right) == "  7")
    #expect(TerminalText.padded("long", to: 2) == "long")
  }
}
