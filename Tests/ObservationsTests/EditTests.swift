import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

private let seed: UInt64 = 20_261_143

@Suite struct `Changing by hand` {
  private let file: EntenteFile
  private var db: Connection { file.connection }

  init() throws {
    file = try seeded()
    try file.ingest(
      text: """
        id,event_date,title,mechanism,effect,stage,sectors,actors_cn,actors_ru,source_url,source_title,tags,colour
        x1,2019-06,A plan,commercial,advances,pledged,5g;space,Huawei,MTS,https://example.org/a,A page,alpha;beta,red
        x2,2020,Another,academic,advances,signed,space,,Rosatom,,,,
        """)
  }

  private func record(_ name: String) throws -> Record { try Record(named: name, in: db) }

  @discardableResult
  private func set(_ name: String, _ texts: String..., why: String = "a test") throws -> [String] {
    try Edit(file, TestFile.desk).set(texts.map { try Assignment($0) }, of: record(name), why: why).changed
  }

  private func cells(_ name: String) throws -> [String: String] {
    try Edit(file, TestFile.desk).cells(of: record(name))
  }
  private func lastChange() throws -> Int { try file.count("SELECT max(id) FROM change") }
  private func versions(_ table: String) throws -> Int {
    try file.count("SELECT count(*) FROM \(identifier: "\(table)_history")")
  }

  @Test func `sets single values and lists, whole, by adding and by taking out`() throws {
    #expect(
      try set(
        "x1", "stage=signed", "date=2019-06-05", "sectors+=semiconductors;5g", "tags-=alpha",
        "actors_ru+=Rosatom")
        == ["actors_ru", "event_date", "sectors", "stage", "tags"])
    let now = try cells("x1")
    #expect(now["stage"] == "signed" && now["event_date"] == "2019-06-05" && now["tags"] == "beta")
    #expect(now["sectors"] == "5g;space;semiconductors" && now["actors_ru"] == "MTS;Rosatom")
    #expect(try file.count("SELECT earliest = latest FROM observation WHERE source_id = 'x1'") == 1)
    #expect(try set("x1", "colour=blue", "sectors=space", "tags=") == ["extras", "sectors", "tags"])
    #expect(
      try file.count("SELECT count(*) FROM observation_extra WHERE name = 'colour' AND value = 'blue'") == 1)
    #expect(try set("x1", "colour=") == ["extras"])
    #expect(
      try file.count("SELECT count(*) FROM observation_extra WHERE name = 'colour' AND withdrawn = 0") == 0)
  }

  @Test(arguments: ["grade=", "grade=?", "grade=ungraded", "credibility="])
  func `takes a grade back to ungraded, and history tells why`(text: String) throws {
    try set("x1", "grade=2")
    #expect(try cells("x1")["credibility"] == "2")
    for name in ["x1", "e1"] {
      #expect(try set(name, "grade=3") == ["credibility"])
      #expect(try set(name, text, why: "misread") == ["credibility"])
      #expect(try set(name, text) == [])
      #expect(try cells(name)["credibility"] == "")
      let story = try Story(of: record("x1"), in: db).changes.last { $0.field == "credibility" }
      #expect(story?.old == "3" && story?.new == "" && story?.why == "misread")
    }
  }

  @Test func `sets no letter where it sets a grade`() throws {
    let refusal = #expect(throws: RowRefusal.self) { try set("x1", "grade=B2") }
    #expect(refusal?.hint.contains("grade=2") == true)
  }

  @Test func `sets actors in one list, as they are typed where an observation is logged`() throws {
    #expect(try set("x1", "actors-=MTS", "actors+=Rosatom;Нечто@ru=host") == ["actors_ru", "roles"])
    #expect(try cells("x1")["actors_ru"] == "Rosatom;Нечто" && cells("x1")["roles"] == "Нечто=host")
    #expect(throws: EditError.self) { try set("x1", "actors-=MTS") }
    #expect(throws: RowRefusal.self) { try set("x1", "actors+=Nobody ever heard of") }
    #expect(try set("x1", "actors=ZTE") == ["actors_cn", "actors_ru", "roles"])
    #expect(try set("x1", "actors=ZTE@cn") == [])
  }

  @Test func `touches only the rows that the fields stand in`() throws {
    let before = try ["observation", "evidence", "participation", "observation_sector"].map(versions)
    try set("x1", "tags+=gamma")
    #expect(try ["observation", "evidence", "participation", "observation_sector"].map(versions) == before)
    try set("x1", "stage=signed")
    #expect(
      try ["observation", "evidence", "participation", "observation_sector"].map(versions) == [before[0] + 1]
        + before[1...])
    try set("x1", "source_title=Another page")
    #expect(try versions("evidence") == before[1] + 1 && cells("x1")["source_title"] == "Another page")
    #expect(try file.count("SELECT count(DISTINCT document) FROM evidence") == 1)
    try set("x1", "source_url=https://example.org/b")
    #expect(try file.count("SELECT count(*) FROM document") == 2)
  }

  @Test func `to what stands there already writes nothing`() throws {
    let before = try lastChange()
    for text in ["stage=pledged", "sectors=5g; space", "tags+=alpha", "umbrella=0", "title= A plan "] {
      #expect(try set("x1", text) == [], "\(text)")
    }
    #expect(try lastChange() == before)
  }

  @Test(arguments: [
    "stage=sined", "date=soon", "mechanism=", "country=Russia", "amount=5", "sectors+=space;nowhere",
    "tlp=PINK",
    "sectors-=ai", "title+=more", "colours=red", "uid=1", "pressure_on=cn", "source_url=ftp://x",
    "credibility=9",
  ])
  func `to what a load would refuse is refused, and writes nothing`(_ text: String) throws {
    let before = try (lastChange(), cells("x1"))
    #expect(throws: (any Error).self) { try set("x1", "title=Other", text) }
    #expect(try lastChange() == before.0 && cells("x1") == before.1)
  }

  @Test func `needs a reason, and a record that stands`() throws {
    #expect(throws: EditError.self) { try set("x1", "title=Other", why: " ") }
    #expect(throws: EditError.self) { try record("o9999") }
    let withdrawal = Withdrawal(file, TestFile.desk)
    #expect(try withdrawal.withdraw(record("x1"), why: "a hoax"))
    #expect(try !withdrawal.withdraw(record("x1"), why: "a hoax"))
    #expect(throws: EditError.self) { try set("x1", "title=Other") }
    #expect(try Finding.find("plan", limit: 9, in: db).hits.isEmpty)
    #expect(try withdrawal.restore(record("x1"), why: "no hoax"))
    #expect(try !withdrawal.restore(record("x1"), why: "no hoax"))
    #expect(try Finding.find("plan", limit: 9, in: db).hits.count == 1)
  }

  @Test func `of evidence, documents, actors, outlets and initiatives goes the same way`() throws {
    #expect(
      try set("e1", "supports=disputed", "quote=They signed.", "claim_date=2019") == [
        "claim_date", "quote", "supports",
      ])
    #expect(try cells("e1")["supports"] == "disputed")
    #expect(throws: RowRefusal.self) { try set("e1", "claim_date=never") }
    #expect(
      try set("d1", "title=A page of ours", "published=2019-06", "authors=A. Ivanov;Li Wei", "language=ru")
        .count == 4)
    #expect(try set("d1", "authors-=A. Ivanov") == ["authors"] && cells("d1")["authors"] == "Li Wei")
    #expect(try file.count("SELECT count(*) FROM document_claim WHERE origin = 'analyst'") == 3)
    #expect(try Finding.find("ours", limit: 9, in: db).hits.map(\.id) == ["d1"])
    #expect(try set("actor:Huawei", "aliases_ru+=Хуавейчик", "note=of Shenzhen") == ["aliases_ru", "note"])
    #expect(try Finding.find("Хуавейчик", limit: 9, in: db).hits.count == 1)
    #expect(throws: RowRefusal.self) { try set("actor:Huawei", "name=Rosatom") }
    #expect(try set("outlet:TASS", "affiliation=independent") == ["affiliation"])
    #expect(throws: RowRefusal.self) { try set("outlet:TASS", "affiliation=good") }
    try set("x1", "initiative=a-plan")
    #expect(try set("a-plan", "title=The plan", "status=running", "tlp=RED") == ["status", "title", "tlp"])
    #expect(try set("a-plan", "status=running") == [])
  }

  @Test func `an edit stays, and what was withdrawn stays away, when the same file is loaded again`() throws {
    let text = "id,event_date,title,mechanism\ny1,2019,First,dialogue\ny2,2019,Second,dialogue\n"
    try file.ingest(text: text)
    try set("y1", "title=Better")
    _ = try Withdrawal(file, TestFile.desk).withdraw(record("y2"), why: "twice")
    let again = try file.ingest(text: text)
    #expect(again.skipped == 2 && again.refused == [])
    #expect(try cells("y1")["title"] == "Better" && record("y2").isWithdrawn(in: db))
  }

  // MARK: History

  @Test func `history tells field by field who, when and why, also of what another program did`() throws {
    try set("x1", "stage=signed", "tags+=gamma", why: "contract seen")
    try db.execute("UPDATE observation SET title = 'By hand' WHERE source_id = 'x1'")
    try set("e1", "credibility=2", why: "second source")
    let story = try Story(of: record("x1"), in: db).changes
    let later = story.filter { $0.change > 2 }.map {
      [$0.record, $0.field, $0.old, $0.new, $0.analyst, $0.why]
    }
    let name = try record("x1").name(in: db)
    #expect(
      later == [
        [name, "stage", "pledged", "signed", "tester", "contract seen"],
        [name, "tags", "alpha;beta", "alpha;beta;gamma", "tester", "contract seen"],
        [name, "title", "A plan", "By hand", "outside the program", "outside the program"],
        ["e1", "credibility", "", "2", "tester", "second source"],
      ])
    let first = Dictionary(story.filter { $0.change == 2 }.map { ($0.field, $0.new) }) { one, _ in one }
    #expect(
      first["sectors"] == "5g;space" && first["actors"] == "Huawei@cn=party;MTS@ru=party"
        && first["colour"] == "red")
  }

  @Test(.seed(seed)) func `random edits, told by history, lead to the row as it stands`() throws {
    var random = SplitMix64(seed: seed)
    let values: [String: [String]] = [
      "title": ["One", "Two", "Три"], "stage": ["signed", "pledged", ""], "place": ["Moscow", "", "北京"],
      "event_date": ["2019", "2019-06/2019-07", "2020-01-02~"], "summary": ["", "long\ntext"],
      "umbrella": ["0", "1"],
      "country": ["RU", "CN;RU", ""], "flow": ["cn-to-ru", ""], "tlp": ["CLEAR", "RED"], "due": ["2030", ""],
    ]
    let lists: [String: [String]] = [
      "sectors": ["5g", "space", "semiconductors"], "tags": ["a", "b", "c"], "initiative": ["one", "two"],
      "actors_cn": ["Huawei", "ZTE"], "actors_other": ["Somebody"],
    ]
    for round in 0..<120 {
      let name = ["x1", "x2"].randomElement(using: &random)!
      if Int.random(in: 0..<12, using: &random) == 0 {
        let withdrawal = Withdrawal(file, TestFile.desk)
        _ = try withdrawal.withdraw(record(name), why: "\(round)")
        _ = try withdrawal.restore(record(name), why: "\(round)")
      } else if Bool.random(using: &random) {
        let (field, choices) = values.sorted { $0.key < $1.key }.randomElement(using: &random)!
        try set(name, "\(field)=\(choices.randomElement(using: &random)!)", why: "\(round)")
      } else {
        let (field, choices) = lists.sorted { $0.key < $1.key }.randomElement(using: &random)!
        let sign = ["=", "+=", "-="].randomElement(using: &random)!
        let value = choices.filter { _ in Bool.random(using: &random) }.joined(separator: ";")
        do { try set(name, "\(field)\(sign)\(value)", why: "\(round)") } catch is EditError {}
      }
    }
    for name in ["x1", "x2"] {
      var told: [String: String] = [:]
      let own = try record(name).name(in: db)
      for change in try Story(of: record(name), in: db).changes where change.record == own {
        #expect(told[change.field] ?? "" == change.old, "\(change)")
        told[change.field] = change.new
      }
      let now = try cells(name)
      for field in Array(values.keys) + ["sectors", "tags", "initiative"] {
        let (was, stands) = (told[field] ?? "", now[field] ?? "")
        #expect(was == stands || (field == "umbrella" && was.isEmpty && stands == "0"), "\(name) \(field)")
      }
      let actors = try db.rows(
        """
        SELECT a.name || '@' || p.side || '=' || p.role FROM participation AS p JOIN actor AS a ON a.id = p.actor
        WHERE p.observation = \(record(name).number) AND p.withdrawn = 0 ORDER BY p.position, p.id
        """
      ) { try $0.get(0, as: String.self) }
      #expect(told["actors"] ?? "" == actors.joined(separator: ";"))
    }
  }

  @Test func `the list of changes names what each touched, also by what hangs on it`() throws {
    try set("x1", "tags+=gamma", why: "only a tag")
    try set("actor:Huawei", "note=of Shenzhen", why: "an actor")
    var list = ChangeList()
    list.limit = 2
    let (table, numbers) = try list.table(in: db)
    #expect(numbers.count == 2)
    let record = try record("x1").name(in: db)
    #expect(table.rows.map { $0[3].shown } == ["only a tag", "an actor"])
    #expect(table.rows.map { $0[4].shown } == [record, "Huawei"])
    list.analyst = "nobody"
    #expect(try list.table(in: db).numbers == [])
  }
}
