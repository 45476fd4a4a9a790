import Formats
import Testing

@Suite struct JSONLReaderTests {
  private func read(_ bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws -> [JSONLRecord] {
    let reader = JSONLReader(ByteSource(bytes: bytes), limits: limits)
    var all: [JSONLRecord] = []
    while let record = try reader.next() { all.append(record) }
    return all
  }

  @Test func `each line is a value or a refusal, and empty lines are nothing`() throws {
    let text = "\u{FEFF}{\"a\":1}\r\n\n  \n{\"a\":\n[\"\\u0000\"]\n\"x\""
    #expect(
      try read(Array(text.utf8)) == [
        .value(line: 1, .members(["a": .integer(1)])),
        .refused(JSONLRefusal(line: 4, column: 6, reason: "the text ends before the value")),
        .refused(JSONLRefusal(line: 5, column: 3, reason: "a NUL character in a string")),
        .value(line: 6, .string("x")),
      ])
    #expect(try read([]).isEmpty)
  }

  @Test func `a line over the limit is passed and the next is read`() throws {
    let long = "\"" + String(repeating: "x", count: 9 << 20) + "\""
    let all = try read(Array("1\n\(long)\n2\n\(long)".utf8))
    #expect(all.count == 4)
    #expect(all[0] == .value(line: 1, .integer(1)))
    let reason = "a line of more than 4194304 bytes"
    #expect(all[1] == .refused(JSONLRefusal(line: 2, column: 1, reason: reason)))
    #expect(all[2] == .value(line: 3, .integer(2)))
    #expect(all[3] == .refused(JSONLRefusal(line: 4, column: 1, reason: reason)))
  }

  @Test func `strings have a limit where asked`() throws {
    let text = String(repeating: "x", count: 300 << 10)
    let all = try read(Array("[\"\(text)\"]\n1".utf8), limits: JSONLimits(string: 256 << 10))
    #expect(
      all[0] == .refused(JSONLRefusal(line: 1, column: 2, reason: "a string of more than 262144 bytes")))
    #expect(all[1] == .value(line: 2, .integer(1)))
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `lines of any length come out whole across chunks`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let values = (0..<200).map { _ in JSONValue.string(random.text(0...400, of: troublesome)) }
    let bytes = values.flatMap { (value) -> [UInt8] in JSONWriter.compact(value) + [0x0A] }
    #expect(try read(bytes) == values.enumerated().map { .value(line: $0 + 1, $1) }, "seed \(seed)")
  }
}
