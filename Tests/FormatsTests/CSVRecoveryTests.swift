import Formats
import Testing

@Suite struct CSVRecoveryTests {
  @Test(arguments: [
    // Closed by nothing, by a quote with text behind it, by an empty field, by a field that begins with a comma.
    ("1,\"x\n2,y\n3,z\n", [nil, ["2", "y"], ["3", "z"]]),
    ("1,\"x\n2,\"y, z\"\n3,z\n", [nil, ["2", "y, z"], ["3", "z"]]),
    ("1,\"x\n2,\"\"\n3,\"\"\n", [nil, ["2", ""], ["3", ""]]),
    ("1,\"x\n2,\",y\"\n3,z\n", [nil, ["2", ",y"], ["3", "z"]]),
    // Closed with the right number of fields, but each line stands alone as well.
    ("1,\"x\n2,z\n3,5\"y\"z\n4,\"\"\n", [nil, ["2", "z"], ["3", "5\"y\"z"], ["4", ""]]),
    ("1,\"x\n\"\",z\n3,\"\np\"\n4,q\n", [nil, ["", "z"], ["3", "\np"], ["4", "q"]]),
    // Opened by nothing.
    ("1,x\"\n2,y\n", [nil, ["2", "y"]]),
    ("1, \"x\"\n2,y\n", [nil, ["2", "y"]]),
    ("1,\"x\"y\"\n2,y\n", [nil, ["2", "y"]]),
  ])
  func `an open quote refuses its row and no other`(rows: String, expected: [[String]?]) throws {
    let all = try records(Array(("a,b\n" + rows).utf8))
    #expect(all.map(\.values) == expected)
    #expect(all[0].refusal?.line == 2)
  }

  @Test func `the refusal shows where the quote was opened and what to do`() throws {
    let refusal = try #require(try records(Array("a,b\n1,\"x\u{1B}[1m\n2,\"y\"\n".utf8))[0].refusal)
    #expect(
      refusal.description == """
        2:3: a quote that is never closed, at ""x\\u{001B}[1m" (close the quote, or double quotes that are \
        part of the text)
        """)
  }

  @Test func `a paragraph whose lines look like rows is still one field`() throws {
    let rows = [
      ["1", "see:\n2,b\n3,c\nend"], ["4", "\n"], ["5", "p\n\n6,q"], ["7", "8,\"9\"\n10,\"11\""],
    ]
    #expect(try records(csv(["a", "b"], rows)).map(\.values) == rows)
    let lines = [["one\ntwo\nthree"], ["\nfour"], ["five\n"]]
    #expect(try records(csv(["a"], lines)).map(\.values) == lines)
  }

  @Test func `trouble below the first line is told with its line`() throws {
    let all = try records(Array("a,b\n\"p\nq\",x\"\n\"r\ns\"\n1,2\n".utf8))
    #expect(all.last?.values == ["1", "2"])
    let refusals = all.compactMap(\.refusal)
    #expect(
      refusals.first?.reason
        == "an unclosed quote, or on line 3 a quote at the end of a field that has none at its beginning")
    #expect(refusals.first.map { [$0.line, $0.column] } == [2, 1])
    #expect(refusals.contains { $0.reason == "an unclosed quote, or 1 field instead of 2" })
  }

  @Test func `many open quotes do not make reading slow`() throws {
    for row in ["1,\"\"\"", "1,\"x", "1,\"\n2,\"\"", "1,\"\"\n\"", "\"\n,\""] {
      let rows = String(repeating: row + "\n", count: 40_000)
      let start = ContinuousClock.now
      let all = try records(Array("a,b\n\(rows)".utf8))
      let time = ContinuousClock.now - start
      #expect(all.count >= 20_000)
      #expect(time < .seconds(60), "\(row)")
    }
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `in a table without quoted line ends one quote lost costs exactly its row`(seed: UInt64) throws {
    let (rows, broken, all) = try broken(seed: seed, alphabet: troublesome)
    var expected: [[String]?] = rows
    expected[broken] = nil
    #expect(all.map(\.values) == expected, "seed \(seed), row \(broken)")
    #expect(all.count > broken && all[broken].refusal?.line == broken + 2, "seed \(seed)")
  }

  @Test func `in a table with paragraphs one quote lost nearly always leaves the other rows whole`() throws {
    var whole = 0
    var single = 0
    for seed in 1...100 as ClosedRange<UInt64> {
      let (rows, broken, all) = try broken(seed: seed, alphabet: troublesome + ["\n", "Paragraph\n"])
      let values = all.compactMap(\.values)
      if values.starts(with: rows[..<broken]),
        values.reversed().starts(with: rows[(broken + 1)...].reversed())
      {
        whole += 1
        if all.compactMap(\.refusal).count == 1 { single += 1 }
      }
    }
    #expect(whole >= 95, "\(whole) of 100 tables whole, \(single) with one refusal")
    #expect(single >= 50, "\(whole) of 100 tables whole, \(single) with one refusal")
  }

  /// A table of 1,000 rows, about half of them with quoted fields, of which one loses one of its quotes.
  private func broken(
    seed: UInt64, alphabet: [String]
  ) throws -> (rows: [[String]], broken: Int, all: [CSVRecord]) {
    var random = SplitMix64(seed: seed)
    let columns = Int.random(in: 1...6, using: &random)
    let rows = (0..<1000).map { number in
      (0..<columns).map { column in
        if column == 0 && columns > 1 { return "\(number)" }
        let isPlain = Int.random(in: 0..<2 * columns, using: &random) >= 2
        return isPlain ? "plain \(number)" : random.text(0...6, of: alphabet)
      }
    }
    let lines = try rows.map { Array(try csv($0, [])) }
    let quoted = lines.indices.filter { lines[$0].contains(0x22) }
    let broken = quoted.randomElement(using: &random)!
    var bytes = try csv((0..<columns).map { "c\($0)" }, [])
    for (i, line) in lines.enumerated() {
      var line = line
      if i == broken {
        line.remove(at: line.indices.filter { line[$0] == 0x22 }.randomElement(using: &random)!)
      }
      bytes += line
    }
    return (rows, broken, try records(bytes))
  }
}
