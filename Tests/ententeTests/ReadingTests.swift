import Formats
import TestSupport
import Testing

@Suite struct `Reading texts` {
  @Test func `the article gives title, day, authors, outlet, categories, paragraphs and mentions`() throws {
    guard let article = Shared.path("seed/article.txt") else { return }
    try TestFile.temporary { path in
      let first = try Program.run(["ingest", article, "--format", "json"], db: path)
      let summary = try JSONValue.parse(first.output)
      #expect(first.code == 0 && summary["documents"]?.integer == 1)
      let document = try JSONValue.parse(
        Program.run(["export", "documents"], db: path).output.filter { $0 != 0x0A })
      #expect(
        document["title"]?.string == "A New Sino-Russian High-Tech Partnership Emerges As U.S. Tensions Mount"
      )
      #expect(document["published"]?.string == "2019-10-29")
      #expect(document["authors"] == .array([.string("Elsa Kania"), .string("Samuel Bendett")]))
      #expect(document["outlet"]?.string == "Real Clear Defense")
      #expect(document["language"]?.string == "en")
      #expect(document["categories"]?.array?.count == 7)
      let bytes = try TestFile.bytes(of: article)
      #expect(
        document["sha256"]?.string == SHA256.hex(of: bytes)
          && document["bytes"]?.integer == Int64(bytes.count))
      try paragraphs(path, bytes)
      try mentions(path, bytes)
      let second = try Program.run(["ingest", article], db: path)
      #expect(second.code == 0 && second.text.contains("1 skipped"))
    }
  }

  /// Every paragraph of the body, byte for byte: those of the file after the lines of its head.
  private func paragraphs(_ path: String, _ bytes: [UInt8]) throws {
    let body = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init).drop {
      !$0.hasPrefix("Related Categories:")
    }.dropFirst()
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let query = "SELECT p.starts, p.ends FROM passage AS p WHERE p.kind = 'paragraph' ORDER BY p.starts"
    let table = try rows(query, path)
    #expect(table.count == body.count)
    for (row, text) in zip(table, body) {
      let (start, end) = (try #require(Int(row[0])), try #require(Int(row[1])))
      let span = start..<end
      #expect(String(decoding: bytes[span], as: UTF8.self) == text.trimmingBlanks)
    }
  }

  private func mentions(_ path: String, _ bytes: [UInt8]) throws {
    let table = try rows("SELECT kind, names, text, starts, ends FROM mentions ORDER BY starts", path)
    for row in table {
      let (start, end) = (try #require(Int(row[3])), try #require(Int(row[4])))
      let span = start..<end
      #expect(String(decoding: bytes[span], as: UTF8.self) == row[2])
    }
    let wanted = [
      ("sector", "5g", "5G"), ("sector", "ai", "artificial intelligence"), ("sector", "robotics", "robotics"),
      ("sector", "biotech", "biotechnology"), ("sector", "media", "new media"),
      ("sector", "digital-economy", "digital economy"),
      ("sector", "semiconductors", "chips"), ("sector", "software", "operating systems"),
      ("area", "dialogue", ""),
      ("area", "park", ""), ("area", "academic", ""), ("area", "fund", ""), ("area", "competition", ""),
    ]
    for (kind, code, text) in wanted {
      #expect(
        table.contains { $0[0] == kind && $0[1] == code && (text.isEmpty || $0[2] == text) },
        "\(kind) \(code) \(text)")
    }
  }

  @Test func `every span of every brief is the text it names`() throws {
    try Starting.file { path in
      let candidates = try Program.run(["export", "candidates"], db: path).text.split(separator: "\n")
      #expect(candidates.count >= 8)
      for line in candidates {
        let candidate = try JSONValue.parse(String(line))
        for key in [
          "document", "date", "mechanism", "sectors", "actors", "amount", "currency", "modality", "effect",
          "evidence", "start", "end", "rule",
        ] {
          #expect(candidate[key] != nil, "\(key)")
        }
        let name = try #require(candidate["document"]?.string?.split(separator: "/").last)
        let bytes = try TestFile.bytes(of: "\(packageRoot)/seeds/texts/\(name)")
        let span =
          Int(try #require(candidate["start"]?.integer))..<Int(try #require(candidate["end"]?.integer))
        #expect(candidate["evidence"]?.string == String(decoding: bytes[span], as: UTF8.self))
      }
    }
  }

  @Test(arguments: [[0x48, 0x00, 0x49], [0xFF, 0xFE, 0x00, 0xD8], [0xC3, 0x28], []] as [[UInt8]])
  func `a text that is no UTF-8 text is refused with its place`(_ bytes: [UInt8]) throws {
    try TestFile.folder { folder in
      try TestFile.write(bytes, to: "\(folder)/a.txt")
      let outcome = try Program.run(["ingest", "\(folder)/a.txt"], db: "\(folder)/test.db")
      #expect(outcome.code == 2 && outcome.errors.contains("a.txt"))
    }
  }

  @Test func `what was accepted stays when candidates are remade`() throws {
    try Starting.file { path in
      let open = try rows(
        "SELECT id FROM candidates WHERE verdict = 'open' AND modality = 'actual' ORDER BY CAST(substr(id, 2) AS INTEGER)",
        path)
      let (first, second) = (open[0][0], open[1][0])
      let accepted = try Program.run(
        ["candidates", "accept", first, "--set", "title=Accepted here"], db: path)
      #expect(accepted.code == 0)
      let id = accepted.text.split(separator: "\n")[0]
      #expect(try Program.run(["candidates", "reject", second, "--why", "a test"], db: path).code == 0)
      #expect(try Program.run(["candidates", "accept", first], db: path).code == 1)
      #expect(try Program.run(["rebuild"], db: path).code == 0)
      let evidence = try rows(
        "SELECT quote, starts, ends FROM evidence_list WHERE observation = '\(id)'", path)
      #expect(evidence.count == 1 && !evidence[0][0].isEmpty)
      #expect(try rows("SELECT count(*) FROM candidates WHERE verdict = 'accepted'", path) == [["1"]])
      #expect(try rows("SELECT count(*) FROM candidates WHERE verdict = 'rejected'", path) == [["1"]])
      #expect(try rows("SELECT count(*) > 3 FROM decision_field WHERE starts IS NOT NULL", path) == [["1"]])
      #expect(try Program.run(["show", String(id)], db: path).text.contains("Accepted here"))
    }
  }

  private func rows(_ query: String, _ path: String) throws -> [[String]] {
    let outcome = try Program.run(["sql", query, "--format", "csv"], db: path)
    let reader = try CSVReader(ByteSource(bytes: outcome.output))
    var rows: [[String]] = []
    while case .row(let row)? = try reader.next() { rows.append(row.fields.map(\.value)) }
    return rows
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
