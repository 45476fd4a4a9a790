import Formats
import Names
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Notes, tags, judgements and citations` {
  let file: EntenteFile
  var db: Connection { file.connection }

  init() throws {
    file = try seeded()
    try file.ingest("\(seeds)/observations.csv", "\(seeds)/evidence.csv")
  }

  private func write<T>(_ body: (LoadContext) throws -> T) throws -> T {
    try file.write(TestFile.desk, why: "test") { change in
      try body(LoadContext(connection: db, change: change, desk: TestFile.desk, label: .amber))
    }
  }

  private func refusal(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return (error as? any Explained)?.sentence ?? "\(error)"
    }
  }

  @Test(arguments: ["o1", "Huawei", "华为", "d1", "e1", "outlet:TASS", "actor:TASS"])
  func `a note stands on any record, and goes`(name: String) throws {
    let subject = try Record(named: name, preferring: [.actor], in: db)
    let number = try write { try Notes.add("ask again", on: subject, label: nil, $0) }
    #expect(try Notes.table(of: subject, in: db).rows.map { $0[4].shown } == ["ask again"])
    #expect(try db.value("SELECT tlp FROM note WHERE id = \(number)", as: String.self) == "AMBER")
    try write { try Notes.withdraw(number, $0) }
    #expect(try Notes.table(of: subject, in: db).rows.isEmpty)
    #expect(refusal { try write { try Notes.withdraw(number, $0) } } == "There is no note \(number).")
  }

  @Test func `what is called by no name is answered with the nearest`() {
    #expect(
      refusal { _ = try Record(named: "Huawai", in: db) } == "There is nothing called Huawai in this file.")
    #expect(throws: EditError.self) { try Record(named: "Huawai", in: db) }
    do { _ = try Record(named: "Huawai", in: db) } catch {
      #expect((error as? EditError)?.hint?.contains("Huawei") == true)
    }
  }

  @Test func `tags come, go and return in their order`() throws {
    let tags: () throws -> String? = { try db.value("SELECT tags FROM observations WHERE number = 1") ?? nil }
    let before = try tags()
    try write { try Tags.add("follow-up", to: 1, $0) }
    #expect(try tags()?.hasSuffix("follow-up") == true)
    #expect(
      refusal { try write { try Tags.add("follow-up", to: 1, $0) } }
        == "o1 carries the tag \"follow-up\" already.")
    try write { try Tags.remove("follow-up", from: 1, $0) }
    #expect(try tags() == before)
    #expect(refusal { try write { try Tags.remove("follow-up", from: 1, $0) } } != nil)
    try write { try Tags.add("follow-up", to: 1, $0) }
    #expect(try tags()?.hasSuffix("follow-up") == true)
  }

  @Test(arguments: [
    ("We have high confidence that the fund lapses.", "likely", true),
    ("The fund will probably lapse.", "likely", true),
    ("It is very likely that the fund lapses.", "likely", true),
    ("It is likely that the fund lapses.", "likely", false),
    ("The fund will not be set up before 2027.", "very likely", false),
    ("The odds are remote.", "unlikely", true),
    ("The fund is almost certainly dead.", "almost certain", false),
    ("It is unlikely to lapse.", "likely", true),
  ])
  func `a likelihood stands alone and once`(sentence: String, word: String, isRefused: Bool) throws {
    let likelihood = try #require(Judgement.Likelihood(rawValue: word))
    let said = refusal { _ = try Judgement(sentence, .likelihood(likelihood), basis: "two dates lapsed") }
    #expect((said != nil) == isRefused, "\(sentence): \(said ?? "taken")")
  }

  @Test(arguments: [
    ("The fund will likely lapse.", true), ("We are confident that it lapses.", true),
    ("The fund has no money.", false),
    ("It is improbable that it pays.", true),
  ])
  func `a confidence stands without a likelihood`(sentence: String, isRefused: Bool) {
    let said = refusal { _ = try Judgement(sentence, .confidence(.low), basis: "one source") }
    #expect((said != nil) == isRefused, "\(sentence): \(said ?? "taken")")
  }

  @Test func `a judgement has a basis, a subject, and can be withdrawn`() throws {
    #expect(
      refusal { _ = try Judgement("It lapses.", .confidence(.low), basis: " ") } == "The basis is empty.")
    let judgement = try Judgement("It lapses.", .likelihood(.veryLikely), basis: "o1 and o2")
    let subject = try Record(named: "o1", in: db)
    let number = try write { try judgement.add(on: subject, label: nil, $0) }
    #expect(try Judgement.table(of: subject, in: db).rows.map { $0[3].shown } == ["very likely"])
    #expect(
      refusal { _ = try write { try judgement.add(on: Record(.document, 1), label: nil, $0) } }?.contains(
        "no observation") == true)
    try write { try Judgement.withdraw(number, $0) }
    #expect(try Judgement.table(of: nil, in: db).rows.isEmpty)
  }

  @Test func `a footnote says outlet, title, translation, date and address`() throws {
    let document = try write { context in
      try db.execute(
        """
        INSERT INTO document (uid, url, title, language, published, archived_url, retrieved, tlp, recorded, change)
        VALUES (\(Identity.loaded("d", "x")), 'https://example.org/a_b', 'О развитии', 'ru', '2019-06-05',
          'https://archive.example.org/1', '2020-01-02T03:04:05Z', 'CLEAR', '2020-01-02T03:04:05Z', \(context.change.id))
        """)
      return db.lastRowID
    }
    let name = "d\(document)"
    let plain = try Citation.all(of: name, in: db).map { $0.text(.plain) }
    #expect(
      plain == [
        "\"О развитии\" [O razvitii], 2019-06-05, https://example.org/a_b (read 2020-01-02), archived at https://archive.example.org/1."
      ])
    for title in ["On Development", "On development", "On Development"] {
      try write { try Citation.translate(document, title, $0) }
    }
    let found = try #require(try Citation.all(of: name, in: db).first)
    #expect(found.text(.markdown).contains("[On Development]"))
    #expect(found.text(.bibtex).contains("url = {https://example.org/a_b}"))
    let csl = try JSONValue.parse(Array(found.text(.cslJSON).utf8))
    #expect(csl.object?.first { $0.key == "URL" }?.value.string == "https://example.org/a_b")
  }

  @Test func `an observation cites all its sources, the one given with it first`() throws {
    let number = try #require(
      try db.value(
        "SELECT observation FROM evidence GROUP BY observation HAVING count(*) > 1 ORDER BY 1 LIMIT 1",
        as: Int.self))
    let wanted = try db.value("SELECT count(*) FROM evidence WHERE observation = \(number)", as: Int.self)
    let found = try Citation.all(of: "o\(number)", in: db)
    #expect(found.count == wanted)
    let main = try db.value(
      "SELECT 'd' || document FROM evidence WHERE observation = \(number) AND main = 1", as: String.self)
    #expect(found.first?.key == main)
  }

  @Test func `a dossier has names, partners, open pledges and sources`() throws {
    let dossier = try Dossier(of: ActorBook.known("Роскосмос", in: db), day: TestFile.desk.today, in: db)
    let sections = try dossier.sections()
    let headings = sections.map(\.heading)
    for heading in ["Names", "Timeline, latest first", "Partners", "Sources"] {
      #expect(headings.contains(heading), "\(headings)")
    }
    let names = try #require(sections.first { $0.heading == "Names" }).table
    #expect(
      names.rows.contains {
        $0[0].shown == "Роскосмос" && $0[2].shown == "Cyrl" && $0[3].shown == "Roskosmos"
      })
    #expect(sections.allSatisfy { $0.table.rows.count <= 60 })
  }
}
