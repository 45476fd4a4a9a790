import Formats
import Testing

@Suite struct TableTests {
  private let table = Table(
    columns: [.init("name"), .init("count", alignment: .right), .init("note")],
    rows: [
      [.text("Москва"), .number("12"), .text("a|b <i>\n=x\u{202E}")],
      [.text("=cmd"), .number("-1.50"), .empty],
    ])

  @Test func `a table is aligned under its names with a rule`() {
    #expect(
      table.render(as: .table) == """
        name    count  note
        ──────  ─────  ───────────────────
        Москва     12  a|b <i>\\n=x\\u{202E}
        =cmd    -1.50

        """)
  }

  @Test func `a narrow terminal cuts the widest texts and no number`() {
    let text = table.text(width: 24)
    #expect(text.split(separator: "\n").allSatisfy { TerminalText.width(String($0)) <= 24 })
    #expect(text.contains("Москва     12  a|b <i>\\…\n"))
    #expect(table.text(width: 1).contains("Мос…     12  a|b…"))
    #expect(table.text(width: 1).contains("-1.50"))
  }

  @Test func `the same rows come out as CSV and Markdown`() {
    #expect(
      table.render(as: .csv) == """
        name,count,note
        Москва,12,"a|b <i>
        =x\u{202E}"
        '=cmd,-1.50,

        """)
    #expect(table.render(as: .csv, excel: true).unicodeScalars.first == "\u{FEFF}")
    #expect(
      table.render(as: .markdown) == """
        | name | count | note |
        | --- | ---: | --- |
        | Москва | 12 | a\\|b &lt;i&gt;<br>=x\\u{202E} |
        | =cmd | -1.50 |  |

        """)
  }

  @Test func `JSON keeps the order of columns and the digits of numbers`() throws {
    let lines = """
      {"name":"Москва","count":12,"note":"a|b <i>\\n=x\u{202E}"}
      {"name":"=cmd","count":-1.50,"note":null}

      """
    #expect(table.render(as: .jsonl) == lines)
    let values = try lines.split(separator: "\n").map { try JSONValue.parse(String($0)) }
    #expect(try JSONValue.parse(table.render(as: .json)) == .array(values))
    let odd = Table(columns: [.init("n")], rows: [[.number("1,5")], [.number("01")], [.number("1e5")]])
    #expect(odd.jsonl == "{\"n\":\"1,5\"}\n{\"n\":\"01\"}\n{\"n\":1e5}\n")
    #expect(Table(columns: [.init("n")]).json == "[]\n")
  }

  @Test func `HTML escapes everything and isolates texts`() {
    let html = table.render(as: .html)
    #expect(html.contains("<th scope=\"col\"><bdi>name</bdi></th>"))
    #expect(html.contains("<td><bdi>a|b &lt;i&gt;\n=x\u{202E}</bdi></td>"))
    #expect(html.contains("<td class=\"number\">-1.50</td><td></td>"))
    #expect(HTMLText.escape("<a href=\"x\" b='y'>&") == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;")
    #expect(HTMLText.escape("\"\u{301}<\u{338}") == "&quot;\u{301}&lt;\u{338}")
  }

  @Test func `HTML shows control characters and lets none through`() {
    #expect(
      HTMLText.escape("a\u{1B}[31m\u{7F}\u{9B}\u{0}\r\nb\tc") == """
        a\\u{001B}[31m\\u{007F}\\u{009B}\\u{0000}\\r\nb\tc
        """)
    for value in 0...0x9F as ClosedRange<UInt32> {
      guard let scalar = Unicode.Scalar(value), value < 0x20 || value >= 0x7F else { continue }
      let comesThrough = HTMLText.escape(String(scalar)).unicodeScalars.contains(scalar)
      #expect(comesThrough == (scalar == "\t" || scalar == "\n"))
    }
    #expect(HTMLText.escape("é 中\u{A0}\u{202E}") == "é 中\u{A0}\u{202E}")
  }

  @Test(arguments: RowFormat.allCases)
  func `a table without rows or columns comes out in every format`(format: RowFormat) {
    #expect(!Table(columns: [.init("a")]).render(as: format).contains("null"))
    _ = Table(columns: []).render(as: format, width: 0)
    #expect(RowFormat(rawValue: format.rawValue) == format)
  }
}
