import Formats
import Testing

@Suite struct CSVReaderTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `rows end with LF, CR LF or CR`(end: String) throws {
    let text = ["a,b", "1,2", "", "\"x,\"\"y\"\"\",", "3,4"].joined(separator: end)
    let all = try records(Array(text.utf8))
    #expect(all.map(\.values) == [["1", "2"], ["x,\"y\"", ""], ["3", "4"]])
    guard case .row(let row) = all[1] else { return }
    #expect(row.line == 4)
    #expect(row.fields[1] == CSVField(value: "", line: 4, column: 11))
  }

  @Test func `a mark at the beginning is skipped and quoted line ends are kept`() throws {
    let all = try records(Array("\u{FEFF}a,b\n\"p\r\nq\n\nr\",2\n3,4".utf8))
    #expect(all.map(\.values) == [["p\r\nq\n\nr", "2"], ["3", "4"]])
    guard case .row(let row) = all[0], case .row(let next) = all[1] else { return }
    #expect(row.fields[1] == CSVField(value: "2", line: 5, column: 4))
    #expect(next.line == 6)
  }

  @Test func `another delimiter may be asked for`() throws {
    #expect(try records(Array("a;b\n\"1;2\";3,4".utf8), delimiter: 0x3B)[0].values == ["1;2", "3,4"])
  }

  @Test func `a file of only a header has no rows`() throws {
    let reader = try CSVReader(ByteSource(bytes: Array("a,b".utf8)))
    #expect(reader.header == ["a", "b"])
    #expect(try reader.next() == nil)
    #expect(try reader.next() == nil)
  }

  @Test(arguments: [
    ("", "1:1: the file is empty"), ("\n\r\n", "1:1: the file is empty"),
    ("\u{FEFF}", "1:1: the file is empty"),
    ("a,b,a\n", "1:5: two columns are named \"a\""),
    ("a,\"b\n", "1:3: the header: a quote that is never closed"),
    ("a\0,b\n", "1:2: the header: a NUL character"),
  ])
  func `a file without a usable header is an error`(text: String, message: String) throws {
    let error = try #require(throws: CSVError.self) { try records(Array(text.utf8)) }
    #expect(error.description.hasPrefix("bytes:" + message))
    #expect(!error.hint.isEmpty)
  }

  @Test func `UTF-16 is named as such`() throws {
    let error = try #require(throws: CSVError.self) { try records([0xFF, 0xFE, 0x61, 0]) }
    #expect(error.reason == "the file is UTF-16")
  }

  @Test func `bytes that are not UTF-8 and NUL refuse their row at their place`() throws {
    var bytes = Array("a,b\n1,x".utf8) + [0xE9] + Array("\n2,\"p\nq".utf8) + [0]
    bytes += Array("r\"\n3,4\n".utf8)
    let all = try records(bytes)
    #expect(all.map(\.values) == [nil, nil, ["3", "4"]])
    #expect(all[0].refusal?.reason == "not UTF-8 (byte 0xe9)")
    #expect(all[0].refusal.map { [$0.line, $0.column] } == [2, 4])
    #expect(all[1].refusal?.reason == "a NUL character")
    #expect(all[1].refusal.map { [$0.line, $0.column] } == [4, 2])
    #expect(all[1].refusal?.value == "\\u{0000}r\"")
  }

  @Test func `a row with too few or too many fields is refused alone`() throws {
    let all = try records(Array("a,b\n1\n1,2,3\n4,5\n".utf8))
    #expect(all.map { $0.refusal?.reason } == ["1 field instead of 2", "3 fields instead of 2", nil])
    #expect(all[2].values == ["4", "5"])
  }

  @Test func `fields, rows and columns over the limits are refused and passed`() throws {
    let field = String(repeating: "x", count: 300 << 10)
    let row = String(repeating: "y,", count: 700 << 10)
    let text = "a,b\n1,\(field)\n2,\"\(field)\"\n\(row)\n3,ok\n"
    let all = try records(Array(text.utf8))
    #expect(
      all.map { $0.refusal?.reason } == [
        "a field of more than 262144 bytes", "a field of more than 262144 bytes", "more than 1000 columns",
        nil,
      ])
    #expect(all.last?.values == ["3", "ok"])
    let long = Array(repeating: String(repeating: "z", count: 200 << 10), count: 7).joined(separator: ",")
    let names = (1...7).map { "n\($0)" }.joined(separator: ",")
    let two = try records(Array("\(names)\n\(long)\n1,2,3,4,5,6,7".utf8))
    #expect(two[0].refusal?.reason == "a row of more than 1048576 bytes")
    #expect(two[1].values == ["1", "2", "3", "4", "5", "6", "7"])
  }

  @Test func `an open quote before pairs of quotes is given up at the limit of a field`() throws {
    for shift in 0..<4 {
      let lines = String(repeating: "1,2\n3,\"\"\n", count: 60_000)
      let all = try records(Array("a,b\n1,\"\(String(repeating: "x", count: shift))\n\(lines)".utf8))
      #expect(all.count == 120_001)
      #expect(all[0].refusal?.reason == "a quote that is never closed")
      #expect(all.compactMap(\.refusal).count == 1)
    }
  }

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `what is written is read, whatever the line ends and chunks`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let columns = Int.random(in: 1...7, using: &random)
    let alphabet = troublesome + ["\n", "\r\n", "\r", String(repeating: "long ", count: 50)]
    let rows = (0..<600).map { _ in (0..<columns).map { _ in random.text(0...6, of: alphabet) } }
    let bytes = try csv((0..<columns).map { "c\($0)" }, rows, excel: seed % 2 == 0)
    let all = try records(bytes)
    #expect(all.map(\.values) == rows, "seed \(seed)")
    // The lines told are those a text editor counts.
    var line = 2
    for (record, row) in zip(all, rows) {
      guard case .row(let read) = record else { break }
      #expect(read.line == line, "seed \(seed)")
      let text = row.joined(separator: ",").unicodeScalars
      line += 1 + zip(text, Array(text.dropFirst()) + ["x"]).count { $0 == "\n" || $0 == "\r" && $1 != "\n" }
    }
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `any bytes end in rows and refusals without a crash`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x20, 0x00, 0xFF, 0xC3, 0xA9]
    let noise = (0..<Int.random(in: 0...3000, using: &random)).map { _ in
      alphabet.randomElement(using: &random)!
    }
    var limits = CSVLimits()
    if seed % 2 == 0 { (limits.field, limits.row, limits.columns) = (Int(seed), 40, 4) }
    let all = try records(Array("a,b\n".utf8) + noise, limits: limits)
    for case .row(let row) in all { #expect(row.fields.count == 2, "seed \(seed)") }
    #expect(all.count <= 1 + noise.count { $0 == 0x0A || $0 == 0x0D }, "seed \(seed)")
  }
}
