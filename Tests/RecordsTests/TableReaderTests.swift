import Formats
import Records
import Testing

@Suite struct TableReaderTests {
  private func items(_ reader: TableReader) throws -> [TableReader.Item] {
    var reader = reader
    var items: [TableReader.Item] = []
    while let item = try reader.next() { items.append(item) }
    return items
  }
  private func csv(_ text: String, _ delimiter: Character = ",") throws -> TableReader {
    try TableReader(csv: ByteSource(bytes: Array(text.utf8)), delimiter: delimiter.asciiValue!)
  }
  private func jsonl(_ text: String) throws -> TableReader {
    try TableReader(jsonl: ByteSource(bytes: Array(text.utf8)))
  }

  private func rows(_ reader: TableReader) throws -> [TableRow] {
    try items(reader).map { item in
      guard case .row(let row) = item else { throw RowRefusal(reason: "\(item)") }
      return row
    }
  }

  @Test func `CSV and JSONL give the same rows`() throws {
    let table =
      "id,title,sectors,amount,umbrella,note\no1,\"Деньги, много\",5g;space,1500000,1,\no2,中俄,,0.5,0,x\n"
    let lines = """
      {"id":"o1","title":"Деньги, много","sectors":["5g","space"],"amount":1500000,"umbrella":true,"note":null}
      {"id":"o2","title":"中俄","sectors":[],"amount":0.5,"umbrella":false,"note":"x"}
      """
    let (left, right) = (try csv(table), try jsonl(lines))
    #expect(left.header == right.header)
    let (rowsOfCSV, rowsOfJSONL) = (try rows(left), try rows(right))
    #expect(rowsOfCSV.map(\.cells) == rowsOfJSONL.map(\.cells))
    #expect(rowsOfCSV[0].list("sectors") == ["5g", "space"] && rowsOfCSV[1].list("sectors") == [])
    #expect(try rowsOfCSV[0].number("amount") == 1_500_000 && rowsOfCSV[0].flag("umbrella"))
    #expect(rowsOfCSV.map(\.line) == [2, 3] && rowsOfJSONL.map(\.line) == [1, 2])
  }

  @Test func `the apostrophe of an export for spreadsheets is taken off, any other is kept`() throws {
    let cells = try rows(csv("a,b,c,d\n'=1+1,'plain,''@x,O'Neil\n"))[0].cells
    #expect(cells == ["a": "=1+1", "b": "'plain", "c": "'@x", "d": "O'Neil"])
    #expect(try rows(jsonl(#"{"a":"'=1+1"}"#))[0].cells == ["a": "'=1+1"], "JSONL is exact")
  }

  @Test func `a cell is found by its column and knows its place`() throws {
    let row = try rows(csv(" id ; title \n o1 ;中 \n", ";"))[0]
    #expect(row["id"] == "o1" && row["title"] == "中" && row["none"] == nil)
    #expect(row.columns["title"] == 6)
    #expect(refusal { _ = try row.required("none") } != nil)
  }

  @Test(arguments: [
    (#"{"id":["a",["b"]]}"#, "id holds a list or an object inside another"),
    (#"{"id":[{"b":1}]}"#, "id holds a list or an object inside another"),
    ("[1]", "the line holds no JSON object"), ("\"text\"", "the line holds no JSON object"),
  ])
  func `a line that has no place in a table is refused, and the next one read`(line: String, reason: String)
    throws
  {
    let items = try items(jsonl("\(line)\n{\"id\":\"o2\"}\n"))
    try #require(items.count == 2)
    guard case .refused(let refused) = items[0], case .row(let row) = items[1] else {
      Issue.record("\(items)")
      return
    }
    #expect(refused.line == 1 && refused.reason == reason && !refused.hint.isEmpty)
    #expect(row["id"] == "o2" && row.line == 2)
  }

  @Test func `a broken line is refused with its place`() throws {
    let items = try items(jsonl("{\"id\":\"o1\"}\n{\"id\":\n"))
    guard case .refused(let refused) = items.last else {
      Issue.record("\(items)")
      return
    }
    #expect(refused.line == 2 && refused.column != nil && !refused.reason.isEmpty)
  }

  @Test(arguments: [
    ("yes", true), ("TRUE", true), ("1", true), ("no", false), ("False", false), ("0", false), (" ", false),
  ])
  func `a flag is read`(text: String, flag: Bool) throws {
    #expect(try TableRow(line: 1, cells: ["f": text]).flag("f") == flag)
  }

  @Test(arguments: ["ja", "2", "x"])
  func `what is no flag is refused with its column`(text: String) {
    let error = #expect(throws: RowRefusal.self) { try TableRow(line: 1, cells: ["f": text]).flag("f") }
    #expect(error?.column == "f" && error?.value == text)
  }

  @Test(arguments: ["nan", "inf", "1e999", "1,5", "12 million", "０"])
  func `what is no finite number is refused with its column`(text: String) {
    let error = #expect(throws: RowRefusal.self) { try TableRow(line: 1, cells: ["n": text]).number("n") }
    #expect(error?.column == "n" && error?.value == text)
  }

  @Test func `blanks at the ends are no part of a value`() {
    #expect("\u{FEFF} \t中 俄\u{3000}\n".trimmed.hasSuffix("中 俄") && "   ".trimmed == "" && "a".trimmed == "a")
    #expect(TableRow(line: 1, cells: ["l": " a ;; b;"]).list("l") == ["a", "b"])
  }
}
