import Formats
import Testing

private func rows(_ bytes: [UInt8], expecting cells: Int? = nil) throws -> [[String]] {
  let sheet = try CSVSheet { () throws(ReadError) in ByteSource(bytes: bytes) }
  if let cells { sheet.expect(cells: cells) }
  var rows: [[String]] = []
  while let record = try sheet.next() {
    switch record {
    case .row(let row): rows.append(row.cells.map(\.text))
    case .refused(let refusal): rows.append(["refused", String(refusal.line)])
    }
  }
  return rows
}

@Suite struct CSVSheetTests {
  @Test(arguments: [
    "a;b\n1,5;2,5\n", "sep=;\na;b\n1,5;2,5\n", "\u{FEFF}a;b\r\n1,5;2,5\r\n", "a;b\r1,5;2,5",
    "a\tb\n\"1,5\"\t\"2,5\"\n",
    "a|b\n\n1,5|2,5\n",
  ])
  func `the mark between cells is told by the lines`(text: String) throws {
    let read = try rows(Array(text.utf8))
    #expect(read == [["a", "b"], ["1,5", "2,5"]])
  }

  @Test func `rows of any length are given, quotes in pairs inside a cell are part of it`() throws {
    let read = try rows(Array("a,b\nООО \"Ромашка\"\n1,2,3\n\"x\"\"y\",z\n".utf8), expecting: 2)
    #expect(read == [["a", "b"], ["ООО \"Ромашка\""], ["1", "2", "3"], ["x\"y", "z"]])
  }

  @Test func `a quote left open costs its row`() throws {
    let read = try rows(Array("a,b\n\"open,1\nc,d\ne,f\n".utf8), expecting: 2)
    #expect(read == [["a", "b"], ["refused", "2"], ["c", "d"], ["e", "f"]])
  }

  private static let seed: UInt64 = 0xB64
  @Test func `base64 gives back every bytes`() {
    var random = SplitMix64(seed: Self.seed)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.exactBytes(Base64.text(bytes)) == bytes, "seed \(Self.seed)")
    }
    #expect(Base64.text(Array("Man".utf8)) == "TWFu")
    #expect(Base64.text(Array("M".utf8)) == "TQ==")
    #expect(Base64.exactBytes("TQ=") == nil)
    #expect(Base64.exactBytes("T===") == nil)
    #expect(Base64.exactBytes("TR==") == nil)
  }
}
