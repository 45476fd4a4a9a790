import Formats
import Testing

@Suite struct CSVWriterTests {
  private func write(_ rows: [[Cell]], excel: Bool = false) throws -> String {
    var bytes: [UInt8] = []
    var writer = CSVWriter(excel: excel) { bytes += $0 }
    for row in rows { try writer.write(row) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `fields are quoted where RFC 4180 asks for it`() throws {
    let row: [Cell] = [.text("a,b"), .text("say \"x\""), .text("p\nq"), .text(" s"), .text("t"), .empty]
    #expect(try write([row]) == "\"a,b\",\"say \"\"x\"\"\",\"p\nq\",\" s\",t,\n")
    #expect(try write([[.empty], [.text("")]]) == "\"\"\n\"\"\n")
  }

  @Test func `numbers are never guarded and texts always`() throws {
    #expect(try write([[.number("-1.5"), .text("-1.5"), .double(-2), .integer(-3)]]) == "-1.5,'-1.5,-2,-3\n")
    #expect(try write([[.double(.infinity), .double(0.1)]]) == ",0.1\n")
  }

  @Test func `for Excel a mark comes first and rows end with CR LF`() throws {
    let text = try write([[.text("a")], [.text("b")]], excel: true)
    #expect(Array(text.utf8) == [0xEF, 0xBB, 0xBF] + Array("a\r\nb\r\n".utf8))
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("  @x", "'  @x"), ("''-1", "'''-1"), ("\tx", "'\tx"), ("\r\nx", "'\r\nx"),
    ("＝1", "'＝1"), ("＋", "'＋"), ("－", "'－"), ("＠", "'＠"), ("=\u{0301}x", "'=\u{0301}x"), ("a=1", "a=1"),
    ("'quoted'", "'quoted'"), ("", ""), ("'", "'"), ("＃", "＃"),
  ])
  func `a text that a spreadsheet would run gets an apostrophe`(text: String, guarded: String) {
    #expect(SpreadsheetGuard.protect(text).unicodeScalars.elementsEqual(guarded.unicodeScalars))
    #expect(SpreadsheetGuard.restore(guarded).unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test func `guarding loses nothing and makes no two texts equal`() {
    let seed: UInt64 = 20_260_101
    var random = SplitMix64(seed: seed)
    let alphabet = ["'", " ", "=", "+", "-", "@", "\t", "\r", "\n", "＝", "a", "é", "\u{0301}", ","]
    var from: [[UInt8]: [UInt8]] = [:]
    for _ in 0..<20_000 {
      let text = random.text(0...5, of: alphabet)
      let guarded = SpreadsheetGuard.protect(text)
      #expect(SpreadsheetGuard.restore(guarded).utf8.elementsEqual(text.utf8), "seed \(seed)")
      let before = from.updateValue(Array(text.utf8), forKey: Array(guarded.utf8))
      #expect(before == nil || before == Array(text.utf8), "seed \(seed)")
    }
  }
}
