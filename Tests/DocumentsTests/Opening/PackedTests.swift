import Documents
import Formats
import TestSupport
import Testing

@Suite struct `Word files and PDF` {
  private static func word(_ body: String) -> [UInt8] {
    Array(
      "<?xml version=\"1.0\"?><w:document xmlns:w=\"w\" xmlns:mc=\"m\"><w:body>\(body)</w:body></w:document>"
        .utf8)
  }

  private static let core = Array(
    """
    <c:coreProperties xmlns:c="a" xmlns:dc="b" xmlns:dcterms="c"><dc:title>The plan</dc:title><dc:creator>李伟</dc:creator>
    <dcterms:created>2019-06-05T10:00:00Z</dcterms:created></c:coreProperties>
    """.utf8)

  static let docx = Zip.file([
    (
      "word/document.xml",
      word(
        """
        <w:p><w:r><w:t>The plan</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">China &amp; </w:t></w:r><w:r><w:t>Россия</w:t></w:r>
        <w:r><w:delText>gone</w:delText></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:t>The end.</w:t><w:br/><w:t>Really.</w:t></w:r></w:p>
        """)
    ), ("docProps/core.xml", core),
  ])

  @Test(arguments: [false, true])
  func `a Word file gives its paragraphs, and its properties as claims`(_ deflated: Bool) throws {
    let bytes = deflated ? Zip.deflated(Self.docx) : Self.docx
    let reading = try #require(try open(bytes, path: "a.docx").readings.first)
    #expect(reading.text == "The plan\n\nChina & Россия\n\na | b\nc | d\n\nThe end.\nReally.")
    #expect(reading.original == bytes)
    #expect(reading.claimed(.title) == ["The plan"] && reading.claimed(.published) == ["2019-06-05"])
    #expect(reading.authors == ["李伟"])
  }

  @Test func `what cannot be read in a zip archive is said`() throws {
    let cases: [([UInt8], String)] = [
      (Array(Self.docx.dropLast(30)), "cut-off"), (Zip.file([("xl/workbook.xml", [])]), "spreadsheet"),
      (Zip.file([("a.txt", [0x41])]), "no .docx"),
      (Zip.file([("word/document.xml", Array("<w:document><w:p>".utf8))]), "XML is damaged"),
      (
        Zip.file([("word/document.xml", Array("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>".utf8))]),
        "document type"
      ),
      (
        Zip.file([
          ("word/document.xml", Self.word(String(repeating: "<w:p>", count: 1000)))
        ]), "deep"
      ),
      (Zip.bomb, "unpacks to"), (Zip.liar, "damaged"),
    ]
    for (bytes, wanted) in cases {
      let refusals = try open(bytes).refusals
      #expect(refusals.count == 1 && refusals[0].reason.contains(wanted), "\(wanted): \(refusals)")
    }
  }

  /// A PDF of one page, or more, with a line of text for each entry.
  static func pdf(_ pages: [[String]]) -> [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var kids: [String] = []
    for lines in pages {
      let text = lines.map { "(\($0)) Tj T*" }.joined(separator: "\n")
      let stream = "BT /F1 12 Tf 14 TL 72 720 Td\n\(text)\nET"
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
      objects.append(
        """
        << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents \(objects.count) 0 R \
        /Resources << /Font << /F1 3 0 R >> >> >>
        """)
      kids.append("\(objects.count) 0 R")
    }
    objects[1] = "<< /Type /Pages /Kids [\(kids.joined(separator: " "))] /Count \(kids.count) >>"
    objects.append("<< /Title (The plan) /Author (Ann Lee) /CreationDate (D:20190605100000Z) >>")
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (number, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { file += String("0000000000\(place)".suffix(10)) + " 00000 n \n" }
    file +=
      "trailer << /Size \(objects.count + 1) /Root 1 0 R /Info \(objects.count) 0 R >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }

  @Test func `what a browser prints around a page is no part of its text, and no day of publication`() throws
  {
    guard Tool.find("pdftotext") != nil else { return skip(because: "pdftotext is not installed") }
    let page = [
      "11/24/26, 1:42 PM", "", "A plant is opened", "", "5 June 2019", "",
      "The plant was opened on Wednesday, and its owner said that work goes on at https://example.org.", "",
      "https://example.org/news/1  1/1",
    ]
    let text = try #require(try open(Self.pdf([page])).readings.first).text
    #expect(text.hasPrefix("A plant is opened") && text.hasSuffix("https://example.org.\n"), "\(text)")
    let list = try #require(try open(Self.pdf([["Sources", "", "https://example.org/a"]])).readings.first)
      .text
    #expect(list.contains("https://example.org/a"))
  }

  @Test func `a PDF gives its paragraphs, with words whole again and pages joined`() throws {
    guard Tool.find("pdftotext") != nil else { return skip(because: "pdftotext is not installed") }
    let pages = [
      [
        "The plant was opened on Wednesday, and its owner said that co-",
        "operation goes on in the city of Moscow as the two",
      ],
      ["sides have agreed.", "2"],
    ]
    let reading = try #require(try open(Self.pdf(pages)).readings.first)
    #expect(
      reading.text.hasPrefix(
        "The plant was opened on Wednesday, and its owner said that cooperation goes on in the city of Moscow"
      ))
    #expect(!reading.text.contains("\u{C}") && reading.media == "application/pdf")
    if Tool.find("pdfinfo") != nil {
      #expect(reading.claimed(.title) == ["The plan"] && reading.claimed(.published) == ["2019-06-05"])
    }
    #expect(try open(Array(Self.pdf(pages).prefix(60))).refusals.count == 1)
  }
}
