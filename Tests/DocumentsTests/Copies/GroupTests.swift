import Calendar
import Documents
import Formats
import Records
import SQLite
import TestSupport
import Testing

extension Bench {
  /// The least that makes a text of bytes: reading them is not what is asked about.
  fileprivate func receive(_ bytes: [UInt8]) throws -> Copies.Search {
    try write { context in
      let sha256 = SHA256.hex(of: bytes)
      try db.execute(
        """
        INSERT INTO document (uid, sha256, tlp, recorded)
        VALUES (\(Identity.loaded("document", sha256)), \(sha256), 'CLEAR', \(desk.now.description))
        """)
      let id = db.lastRowID
      try db.execute("INSERT INTO document_text (id, original) VALUES (\(id), \(bytes))")
      return try Copies.find(of: id, bytes, context)
    }
  }
}

private let seed = UInt64.random(in: 0...UInt64.max)

@Suite struct `Groups of one origin` {
  let bench: Bench
  init() throws { bench = try Bench() }

  /// Every alteration of every story, with texts between them that are none.
  private var texts: [String] {
    Story.all.flatMap { story in
      [story.text, story.otherTelling] + Alteration.allCases.map { $0.apply(to: story, seed: seed) }
    } + LookAlikes.yearly.flatMap { [$0.0, $0.1] }
  }

  @Test(.seed(seed)) func `do not depend on the order in which texts come`() throws {
    var random = SplitMix64(seed: seed)
    func grouped(_ texts: [String]) throws -> Set<Set<String>> {
      let bench = try Bench()
      for text in texts { try bench.take(text) }
      return Set(try bench.groups().map { Set($0.map { texts[$0 - 1] }) })
    }
    let expected = try grouped(texts)
    #expect(
      expected.count == Story.all.count && expected.allSatisfy { $0.count == 1 + Alteration.allCases.count })
    for _ in 0..<3 { #expect(try grouped(texts.shuffled(using: &random)) == expected) }
  }

  @Test func `lose the one that is parted, and it is not joined again`() throws {
    let story = Story.english
    let alterations = [Alteration.retitled, .dateline, .footer]
    try bench.take(story.text)
    for alteration in alterations { try bench.take(alteration.apply(to: story, seed: 1)) }
    #expect(try bench.groups() == [[1, 2, 3, 4]])
    try bench.part(1)
    #expect(try bench.groups() == [[2, 3, 4]])
    #expect(try bench.write { try Copies.findAll($0) } == 0)
    // A later copy may belong to one of the two, not to both.
    try bench.take(Alteration.banner.apply(to: story, seed: 1))
    let groups = try bench.groups()
    #expect(groups.allSatisfy { !$0.isSuperset(of: [1, 2]) } && groups.contains { $0.contains(5) })
    #expect(try bench.origin(of: 1) != bench.origin(of: 2))
  }

  @Test func `are joined by hand too, and again after parting`() throws {
    try bench.take(LookAlikes.posts[0].0)
    try bench.take(LookAlikes.posts[0].1)
    let join = { try bench.write { try Copies.join(2, to: 1, why: "the editor says so", $0) } }
    try join()
    #expect(try bench.groups() == [[1, 2]])
    #expect(throws: CopyError.self) { try join() }
    try bench.part(2)
    #expect(try bench.groups() == [])
    #expect(throws: CopyError.self) { try bench.part(2) }
    try join()
    #expect(try bench.groups() == [[1, 2]])
    #expect(try bench.db.value("SELECT count(*) FROM same_origin") == 1)
    #expect(try bench.db.value("SELECT count(*) FROM same_origin_history") == 2)
    #expect(throws: CopyError.self) { try bench.write { try Copies.join(1, to: 9, why: "-", $0) } }
    #expect(throws: CopyError.self) { try bench.write { try Copies.join(1, to: 1, why: "-", $0) } }
  }

  @Test func `let go of a document that is taken back`() throws {
    try bench.take(Story.english.text)
    try bench.take(Alteration.footer.apply(to: .english, seed: 1))
    try bench.write { try $0.connection.execute("UPDATE document SET withdrawn = 1 WHERE id = 1") }
    #expect(try bench.groups() == [])
    #expect(try bench.origin(of: 2) == 2)
  }

  @Test func `a remade sketch is the sketch made`() throws {
    for text in texts { try bench.take(text) }
    let rows: SQL = """
      SELECT s.sequence, s.document, d.size, d.sequences FROM sketch_sequence AS s JOIN sketch AS d USING (document)
      ORDER BY 1, 2
      """
    let before = try bench.db.rows(rows, \.values)
    for table: SQL in ["sketch", "sketch_sequence"] { try bench.db.execute("DELETE FROM \(table)") }
    try Copies.sketchAll(in: bench.db)
    #expect(try bench.db.rows(rows, \.values) == before && before.count > 300)
  }

  @Test(.seed(seed)) func `of two thousand texts want a few comparisons each`() throws {
    var random = SplitMix64(seed: seed)
    let words = (0..<3000).map { _ in
      random.text(3...8, of: "a b c d e i k l m n o p r s t u".split(separator: " ").map(String.init))
    }
    let frame = Story.english.footer
    var texts: [String] = []
    for number in 0..<2000 {
      // One in five is a copy of an earlier one; all have the same footer.
      if number % 5 == 4, let earlier = texts.randomElement(using: &random) {
        texts.append("Copy \(number)\n\n" + earlier)
      } else {
        let body = (0..<120).map { _ in words.randomElement(using: &random)! }.joined(separator: " ")
        texts.append("\(body)\n\n\(frame)\n")
      }
    }
    var (comparisons, joined) = (0, 0)
    for text in texts {
      let search = try bench.receive(Array(text.utf8))
      comparisons += search.comparisons
      joined += search.joined.isEmpty ? 0 : 1
    }
    #expect(joined == 400)
    #expect(comparisons <= 5 * texts.count, "\(comparisons)")
  }
}
