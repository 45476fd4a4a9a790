import Formats
import Testing

private func parse(_ text: String) throws -> TOMLItem { try TOMLParser.parse(Array(text.utf8)) }

@Suite struct TOMLTests {
  @Test func `tables, dotted keys, arrays and inline tables are read with their places`() throws {
    let item = try parse(
      """
      # a remark
      title = "Дата \\"x\\" \\u4e2d"  # behind
      [sheet]
      header = 1_000
      skip = [
        'C:\\temp', # one
        "b",
      ]
      [columns.title]
      from = "a"
      values = { "x y" = "z", b.c = true, d = -0.5 }
      [columns]
      date = "b"
      """)
    #expect(item["title"]?.text == "Дата \"x\" 中")
    #expect(item["sheet"]?["header"]?.text == "1000")
    #expect(
      item["sheet"]?["skip"]?.value
        == .array([
          TOMLItem(.string("C:\\temp"), line: 6, column: 3), TOMLItem(.string("b"), line: 7, column: 3),
        ]))
    #expect(item["columns"]?["title"]?["values"]?["b"]?["c"]?.value == .bool(true))
    #expect(item["columns"]?["title"]?["values"]?["d"]?.value == .number(-0.5))
    #expect(item["columns"]?["date"]?.line == 13)
  }

  @Test(arguments: [
    ("a = 1\na = 2\n", 2, 1), ("[a]\n[a]\n", 2, 1), ("a = \"x\n", 1, 5), ("a = \"\\q\"\n", 1, 6),
    ("a = 2019-06-05\n", 1, 5), ("a = 1 b = 2\n", 1, 7), ("[[a]]\n", 1, 2), ("a = \"\"\"x\"\"\"\n", 1, 5),
    ("a = [1 2]\n", 1, 8), ("a = {b = 1\n}\n", 1, 11), ("= 1\n", 1, 1), ("a\n", 1, 2), ("a = \n", 1, 5),
    ("a = 1\na.b = 2\n", 2, 1), ("имя = 1\n", 1, 1), ("a = inf\n", 1, 5), ("[a\n", 1, 3),
  ])
  func `what is no TOML is refused with line and column`(text: String, line: Int, column: Int) throws {
    let error = try #require(throws: TOMLError.self) { try parse(text) }
    #expect([error.line, error.column] == [line, column], "\(error)")
  }

  private static let seed: UInt64 = 0x70_6D_6C
  @Test(.seed(seed)) func `no text makes the parser crash`() {
    var random = SplitMix64(seed: Self.seed)
    let pieces = [
      "a", "\"", "'", "[", "]", "{", "}", "=", ",", ".", "\n", " ", "#", "\\", "1", "é", "true", "-",
    ]
    for _ in 0..<20_000 { _ = try? parse(random.text(0...24, of: pieces)) }
  }
}

extension Trait where Self == IssueHandlingTrait {
  fileprivate static func seed(_ seed: UInt64) -> Self {
    .compactMapIssues { issue in
      var issue = issue
      issue.comments.append("seed \(seed)")
      return issue
    }
  }
}
