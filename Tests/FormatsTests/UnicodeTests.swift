import Formats
import Testing

@Suite struct UnicodeTests {
  @Test func `every scalar is valid UTF-8`() {
    var bytes: [UInt8] = []
    for value in 0...0x10FFFF as ClosedRange<UInt32> {
      if let scalar = Unicode.Scalar(value) { bytes += UTF8.encode(scalar)! }
    }
    #expect(UTF8Check.firstInvalid(in: bytes) == nil)
  }

  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80],
      [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE4, 0xB8], [0xE4, 0xB8, 0x20], [0xF0, 0x8F, 0xBF, 0xBF],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF0, 0x9F, 0x98], [0xFE], [0xFF],
    ] as [[UInt8]])
  func `overlong, cut and forbidden sequences are found where they begin`(bad: [UInt8]) {
    for before in ["", "a", "1234567é", "12345678中"].map({ Array($0.utf8) }) {
      #expect(UTF8Check.firstInvalid(in: before + bad + Array(" and more".utf8)) == before.count)
      #expect(UTF8Check.firstInvalid(in: before + bad) == before.count)
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `bytes are valid UTF-8 exactly when the standard library says so`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var bytes = Array(random.text(1...20, of: troublesome).utf8)
    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
    #expect(
      (UTF8Check.firstInvalid(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil),
      "seed \(seed)")
  }

  @Test func `marks without end on one letter are left as they are, in linear time`() {
    let marks = "a" + String(repeating: "\u{301}\u{327}", count: 1_000_000)
    #expect(NFC.normalized(marks).utf8.elementsEqual(marks.utf8))
    let few = "a" + String(repeating: "\u{301}\u{327}", count: 20)
    #expect(NFC.normalized(few).unicodeScalars.dropFirst().first == "\u{327}")
  }

  @Test(arguments: [
    ("e\u{301}", "\u{E9}"), ("\u{212B}", "\u{C5}"), ("\u{1100}\u{1161}", "\u{AC00}"),
    ("q\u{307}\u{323}", "q\u{323}\u{307}"), ("и\u{306}", "й"), ("plain", "plain"), ("\u{FB01}", "\u{FB01}"),
    ("", ""),
  ])
  func `names come out in form C`(given: String, expected: String) {
    let normal = NFC.normalized(given)
    #expect(normal.unicodeScalars.elementsEqual(expected.unicodeScalars))
    #expect(NFC.normalized(normal).utf8.elementsEqual(normal.utf8))
  }
}
