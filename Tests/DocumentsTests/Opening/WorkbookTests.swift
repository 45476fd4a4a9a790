import Calendar
import Documents
import Formats
import TestSupport
import Testing

/// Makes workbooks of parts that are written out.
enum Book {
  static func bytes(
    _ rows: String, texts: [String] = [], formats: [String] = [], more: String = "", is1904: Bool = false
  ) -> [UInt8] {
    let own = formats.enumerated().map { "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>" }.joined()
    let styles = ([0, 14, 17] + formats.indices.map { 164 + $0 }).map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    let strings = texts.map { "<si>\($0)</si>" }.joined()
    let parts: [(String, String)] = [
      (
        "xl/workbook.xml",
        """
        <workbook xmlns:r="r"><workbookPr date1904="\(is1904 ? 1 : 0)"/><sheets>
        <sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Данные" sheetId="2" r:id="rId7"/>
        <sheet name="Third" sheetId="3" r:id="rId3"/></sheets></workbook>
        """
      ),
      (
        "xl/_rels/workbook.xml.rels",
        """
        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId7"
        Target="/xl/worksheets/data.xml"/><Relationship Id="rId3" Target="worksheets/sheet3.xml"/></Relationships>
        """
      ),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>\(own)</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(styles)</cellXfs></styleSheet>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row r=\"1\"><c><v>1</v></c></row></sheetData></worksheet>"
      ),
      ("xl/worksheets/data.xml", "<worksheet><sheetData>\(rows)</sheetData>\(more)</worksheet>"),
      (
        "xl/worksheets/sheet3.xml",
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>third</t></is></c></row></sheetData></worksheet>"
      ),
    ]
    return Zip.file(parts.map { ($0, Array("<?xml version=\"1.0\"?>\($1)".utf8)) })
  }
}

@Suite struct WorkbookTests {
  @Test(arguments: [false, true])
  func `cells of every type are read, with the numbers of their rows`(deflated: Bool) throws {
    let stored = Book.bytes(
      """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
      <row r="5"><c r="A5" s="1"><v>43621</v></c><c r="B5"><v>0.30000000000000004</v></c><c r="C5" t="str"><f>A1&amp;"x"</f><v>made</v></c>
      <c r="D5" t="b"><v>1</v></c><c r="E5" s="3"><v>43621.5</v></c><c r="F5" s="2"><v>43617</v></c><c r="G5" s="4"><v>1.5E9</v></c>
      <c r="AA5" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c></row>
      """,
      texts: ["<t>Дата</t>", "<r><t>rich </t></r><r><t>text_x000A_x</t></r><rPh><t>no</t></rPh>"],
      formats: ["dd\\.mm\\.yyyy", "#,##0.00\\ \\d\\a\\y"])
    let book = try Workbook(deflated ? Zip.deflated(stored) : stored)
    #expect(book.sheets == ["Old", "Данные", "Third"])
    let rows = try book.rows(of: nil)
    #expect(rows.map(\.number) == [2, 5])
    #expect(rows[0].cells.map(\.text) == ["Дата", "", "rich text\nx"])
    #expect(
      rows[1].cells.prefix(7).map(\.text) == [
        "2019-06-05", "0.30000000000000004", "made", "1", "2019-06-05", "2019-06", "1500000000",
      ])
    #expect(rows[1].cells.prefix(3).map(\.kind) == [.date, .number, .text])
    #expect(rows[1].cells.count == 27)
    #expect(rows[1].cells[26].text == "inline")
    let third = try book.rows(of: "Third")
    #expect(third.first?.cells.first?.text == "third")
  }

  @Test func `days are counted from 1904 where the workbook says so, and there is no 29 February 1900`()
    throws
  {
    let rows = "<row><c s=\"1\"><v>42159</v></c></row>"
    let found = try Workbook(Book.bytes(rows, is1904: true)).rows(of: nil)
    #expect(found.first?.cells.first?.text == "2019-06-05")
    #expect(SerialDay.day(1)?.description == "1900-01-01")
    #expect(SerialDay.day(59)?.description == "1900-02-28")
    #expect(SerialDay.day(60) == nil)
    #expect(SerialDay.day(61)?.description == "1900-03-01")
    #expect(SerialDay.day(0, is1904: true)?.description == "1904-01-01")
  }

  @Test func `what is merged over rows stands in each of them`() throws {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>
      <row r="3"><c r="B3"><v>3</v></c></row>
      """
    let merges = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B3:C3\"/></mergeCells>"
    let found = try Workbook(Book.bytes(rows, more: merges)).rows(of: nil)
    #expect(found.map { $0.cells.map(\.text) } == [["a", "1"], ["a", "2"], ["", "3"]])
  }

  @Test func `what is no workbook, or damaged, is refused with what to do`() throws {
    let whole = Book.bytes("<row/>")
    let cases: [([UInt8], String)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0], "old or protected"), (Zip.file([("content.xml", [])]), "OpenDocument"),
      (Zip.file([("a.txt", [1])]), "no workbook"), (Array(whole.dropLast(40)), "cut-off"),
    ]
    for (bytes, said) in cases {
      let error = try #require(throws: OpenRefusal.self) { try Workbook(bytes) }
      #expect(error.reason.contains(said), "\(error)")
      #expect(!error.hint.isEmpty)
    }
    let error = try #require(throws: OpenRefusal.self) { try Workbook(whole).rows(of: "Fourth") }
    #expect(error.hint.contains("Old, Данные, Third"))
  }
}
