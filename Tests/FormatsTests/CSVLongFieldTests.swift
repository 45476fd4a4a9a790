import Formats
import Testing

/// Quoted fields over the limit: closed, they cost their row and nothing of them is read as rows; left open,
/// they cost their first line and nothing behind it.
@Suite struct CSVLongFieldTests {
  private let tooLong = "a field of more than 262144 bytes"

  /// `size` bytes or some more of rows with two fields.
  private func rows(_ size: Int, _ row: (Int) -> String = { "\($0),plain row" }) -> (text: String, count: Int)
  {
    var text = ""
    var count = 0
    while text.utf8.count < size {
      text += row(count) + "\n"
      count += 1
    }
    return (text, count)
  }

  @Test(arguments: ["end", "INJECTED,ROW", "", "9,\"\"quoted\"\"", "9,\"\""])
  func `a closed field of lines that look like rows is one refusal`(last: String) throws {
    let inside = rows(300 << 10) { "\($0),INJECTED ROW" }.text
    for end in ["\n", "\r\n", "\r"] {
      let text = "a,b\n1,ok\n2,\"x\n\(inside)\(last)\"\n3,ok\n4,\"o\nk\"\n"
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let all = try records(Array(lines.joined(separator: end).utf8))
      #expect(all.map(\.values) == [["1", "ok"], nil, ["3", "ok"], ["4", "o\(end)k"]])
      #expect(all.dropFirst().first?.refusal?.reason == tooLong)
      #expect(all.dropFirst().first?.refusal.map { [$0.line, $0.column] } == [3, 3])
      guard all.count == 4, case .row(let next) = all[2] else { continue }
      #expect(next.line == 4 + inside.utf8.count { $0 == 0x0A } + 1)
    }
  }

  @Test func `it may stand anywhere in its row, and at the end of the file`() throws {
    let inside = rows(300 << 10) { "\($0),INJECTED ROW," }.text
    let long = "\"\(inside)\""
    let rows = ["1,\"p\nq\",\(long)", "\(long),2,\(long)", "3,\(long),z", "4,5,6", "7,8,\(long)"]
    let all = try records(Array("a,b,c\n\(rows.joined(separator: "\n"))".utf8))
    #expect(all.map(\.values) == [nil, nil, nil, ["4", "5", "6"], nil])
    #expect(all.compactMap(\.refusal).map(\.reason) == Array(repeating: tooLong, count: 4))
    #expect(all.first?.refusal.map { [$0.line, $0.column] } == [3, 4])
  }

  @Test func `a closed field of a megabyte of short lines is one refusal, soon`() throws {
    for columns in [["a"], ["a", "b"]] {
      let line = columns.map { _ in "x" }.joined(separator: ",")
      let text = String(repeating: line + "\n", count: (1 << 20) / (line.utf8.count + 1))
      let row = String(repeating: "1,", count: columns.count - 1) + "\"\(text)\""
      let bytes = Array("\(columns.joined(separator: ","))\n\(row)\n\(line)\n".utf8)
      let start = ContinuousClock.now
      let all = try records(bytes)
      #expect(all.map(\.values) == [nil, columns.map { _ in "x" }])
      #expect(all.first?.refusal?.reason == tooLong)
      #expect(ContinuousClock.now - start < .seconds(10))
    }
  }

  @Test func `a row of several lines over the limit of a row is one refusal`() throws {
    let field = rows(200 << 10) { "\($0),2,3,4,5,6,INJECTED" }.text
    let row = Array(repeating: "\"\(field)\"", count: 7).joined(separator: ",")
    let all = try records(Array("a,b,c,d,e,f,g\n\(row)\n1,2,3,4,5,6,7\n".utf8))
    #expect(all.map(\.values) == [nil, ["1", "2", "3", "4", "5", "6", "7"]])
    #expect(all.first?.refusal?.reason == "a row of more than 1048576 bytes")
  }

  @Test(arguments: [
    // Closed by nothing, and by what cannot be the end of a row.
    "", "5,\"y, z\"\n", "5,\"y\"\n6,\",y\"\n", "5,\"\"\n", "5,\", \"\n", "5,\"\ny\"\n",
  ])
  func `an open quote before more plain rows than a field may hold refuses its row only`(next: String) throws
  {
    let (plain, count) = rows(300 << 10)
    let all = try records(Array("a,b\n1,\"x\n\(plain)\(next)\(plain)".utf8))
    #expect(all.first?.refusal.map { [$0.line, $0.column] } == [2, 3])
    #expect(all.compactMap(\.refusal).count == 1)
    let more = next.isEmpty ? 0 : next.hasPrefix("5,\"y\"") ? 2 : 1
    #expect(all.compactMap(\.values).count == 2 * count + more)
    #expect(all.last?.values == ["\(count - 1)", "plain row"])
  }

  @Test(arguments: [8 << 20, 20 << 20])
  func `in a long file too, and little is kept of it`(size: Int) throws {
    var bytes = Array("a,b\n1,\"x\n".utf8)
    let line = Array("2,a plain row of some length in words and numbers 1234567890\n".utf8)
    var count = 0
    while bytes.count < size {
      bytes += line
      count += 1
    }
    let first = bytes.count - count * line.count
    let source = ByteSource(bytes: bytes)
    let reader = try CSVReader(source)
    #expect(try reader.next()?.refusal?.line == 2)
    var read = 0
    var mostKept = source.bytesRead
    while let record = try reader.next() {
      guard record.refusal == nil else {
        Issue.record("\(record)")
        break
      }
      read += 1
      mostKept = max(mostKept, source.bytesRead - first - read * line.count)
    }
    #expect(read == count)
    #expect(mostKept < 9 << 20)
  }

  @Test func `one long open quote takes nothing from later fields`() throws {
    let (plain, count) = rows(9 << 20) { "\($0),\(String(repeating: "plain ", count: 100))" }
    let text = String(repeating: "word ", count: 20_000)
    let all = try records(Array("a,b\n1,\"x\n2,\"\(text)\"\n3,\"\(text)\n\"\n\(plain)".utf8))
    #expect(all.compactMap(\.refusal).count == 1)
    #expect(all.count == count + 3)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `closed long fields cost their rows and no others, whatever is in them`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let columns = Int.random(in: 1...5, using: &random)
    let alphabet = troublesome + ["\n", "1,2\n", "\r\n", "plain "]
    let limit = 2000
    var limits = CSVLimits()
    limits.field = limit
    var expected: [[String]?] = []
    let rows = (0..<200).map { _ in
      let isLong = Int.random(in: 0..<10, using: &random) == 0
      var row = (0..<columns).map { _ in random.text(0...6, of: alphabet) }
      if isLong {
        let long = random.text(1500...4000, of: alphabet)
        row[Int.random(in: 0..<columns, using: &random)] = long.utf8.count > limit ? long : "short"
      }
      expected.append(row.contains { $0.utf8.count > limit } ? nil : row)
      return row
    }
    let all = try records(csv((0..<columns).map { "c\($0)" }, rows), limits: limits)
    #expect(all.map(\.values) == expected, "seed \(seed)")
  }
}
