import Calendar
import Observations
import Records
import SQLite
import TestSupport
import Testing

/// Acts written for these tests: a fund with its stages, a commission with its sessions, and two deals of one day.
private let acts = """
  id,event_date,title,summary,mechanism,stage,effect,actors_cn,actors_ru,actors_joint,amount,currency
  o0901,2031-03-10,Memorandum on a hydrogen fund,"Two investors agree in Tula to prepare a fund for hydrogen trains.",fund,pledged,advances,Lanhai Capital,Volga Invest,,300000000,USD
  o0902,2031-09-02,Hydrogen fund set up,"The hydrogen fund is registered and has its first manager.",fund,signed,advances,Lanhai Capital,Volga Invest,,300000000,USD
  o0903,2032-02-20,Hydrogen fund makes its first investment,"The hydrogen fund buys into a maker of train cells.",fund,running,advances,Lanhai Capital,Volga Invest,,,
  o0904,2031-06,24th session of the bridge commission,"The bridge commission holds its 24th session.",dialogue,completed,advances,Ministry of Bridges of China,Ministry of Bridges of Russia,,,
  o0905,2031-05-05,Lanhai and Oka Steel agree on rails,"A contract on rails for cold regions.",commercial,signed,advances,Lanhai Capital,Oka Steel,,,
  o0906,2031-05-05,Sanhe Optics and Don Glass open a lens works,"A works for lenses opens in Taganrog.",commercial,running,advances,Sanhe Optics,Don Glass,,,

  """

@Suite struct `Repeats of observations` {
  let file: EntenteFile
  var db: Connection { file.connection }

  init() throws {
    file = try seeded()
    #expect(try file.ingest(text: acts).observations == 6)
  }

  private func facts(
    _ date: String, _ words: String, _ mechanism: String, _ actors: String..., amount: Double? = nil,
    stage: String? = nil
  ) throws -> ActFacts {
    var facts = ActFacts()
    let day = try EDTF(date)
    (facts.earliest, facts.latest) = (day.earliest?.number, day.latest?.number)
    (facts.words, facts.mechanism, facts.stage) = (words, mechanism, stage)
    (facts.amount, facts.currency) = (amount, amount.map { _ in "USD" })
    facts.actors = try actors.map { name in
      try #require(try db.value("SELECT id FROM actor WHERE name = \(name)", as: Int.self))
    }
    return facts
  }

  /// The likeliest, by its id in the table above.
  private func first(_ facts: ActFacts) throws -> String? {
    try Repeats.likely(facts, limit: 1, in: db).first.flatMap { found in
      try db.value("SELECT source_id FROM observation WHERE id = \(found.observation)")
    }
  }

  @Test func `another report of an act finds it, with the reasons`() throws {
    let told = try facts(
      "2031-03-10", "Investors sign up to a fund for trains on hydrogen", "fund", "Lanhai Capital",
      "Volga Invest",
      amount: 300_000_000, stage: "signed")
    let found = try #require(try Repeats.likely(told, limit: 3, in: db).first)
    #expect(try first(told) == "o0901")
    #expect(found.score > 0.9 && found.score <= 1)
    #expect(
      found.reasons == [
        "same day", "same mechanism", "same sum", "both: Lanhai Capital, Volga Invest", "similar words",
      ])
  }

  @Test(arguments: [
    ("2031-03-11", true), ("2031-03-13", true), ("2031-03", true), ("2031-03-30", false),
    ("2031-04-11", false),
    ("2030-03-10", false), ("2029", false),
  ])
  func `reports differ by days, not by weeks`(_ date: String, _ isFound: Bool) throws {
    let told = try facts(date, "Memorandum on a hydrogen fund", "fund", "Lanhai Capital", "Volga Invest")
    #expect(try (first(told) == "o0901") == isFound, "\(date)")
  }

  @Test func `the stages of an undertaking are acts of their own`() throws {
    for (date, id) in [("2031-03-10", "o0901"), ("2031-09-02", "o0902"), ("2032-02-20", "o0903")] {
      let told = try facts(date, "The hydrogen fund goes on", "fund", "Lanhai Capital", "Volga Invest")
      #expect(try Repeats.likely(told, limit: 9, in: db).count == 1)
      #expect(try first(told) == id)
    }
    var other = try facts(
      "2031-03-10", "The hydrogen fund is given up", "fund", "Lanhai Capital", "Volga Invest")
    (other.effect, other.stage, other.words) = (
      "sets-back", "cancelled", "Sponsors walk away over sanctions risk"
    )
    #expect(try first(other) == nil)
  }

  @Test(arguments: [
    ("The 25th session of the bridge commission", false), ("The 24th session of the bridge commission", true),
    ("25-е заседание комиссии по мостам", false), ("24-е заседание комиссии по мостам", true),
    ("桥梁委员会第25次会议举行", false), ("桥梁委员会第二十四次会议举行", true),
  ])
  func `sessions are told apart by their number`(_ words: String, _ isFound: Bool) throws {
    let told = try facts(
      "2031-06-17", words, "dialogue", "Ministry of Bridges of China", "Ministry of Bridges of Russia")
    #expect(try (first(told) == "o0904") == isFound)
  }

  @Test func `one body in common on one day is not enough, nor the same day alone`() throws {
    let rails = try facts(
      "2031-05-05", "Lanhai puts money into lenses", "fund", "Lanhai Capital", "Don Glass")
    #expect(try first(rails) == nil)
    #expect(try first(facts("2031-05-05", "Two universities exchange students", "academic")) == nil)
  }

  @Test func `a body that was merged into another is that other`() throws {
    let told = try facts("2031-05-06", "Объявлено о линзах", "commercial", "Oka Steel", "Sanhe Optics")
    #expect(try first(told) == nil)
    try file.write(TestFile.desk, why: "test") { change in
      try db.execute(
        """
        INSERT INTO actor_merge (uid, actor, into_actor, why, change)
        SELECT \(Identity.loaded("test")), a.id, b.id, 'renamed', \(change.id) FROM actor AS a, actor AS b
        WHERE a.name = 'Oka Steel' AND b.name = 'Don Glass'
        """)
    }
    #expect(try first(told) == "o0906")
  }

  @Test func `ingest says how many proposals repeat what is there`() throws {
    let text = """
      # Rails

      TULA, May 6, 2031 (Wire)

      On May 5, 2031, Huawei and Rostelecom signed a contract on switching equipment worth $20 million.

      """
    let row = """
      event_date,title,mechanism,stage,effect,actors_cn,actors_ru
      2031-05-05,Huawei and Rostelecom agree on switches,commercial,signed,advances,Huawei,Rostelecom

      """
    #expect(try file.ingest(text: text, as: "before.md").repeats == 0)
    try file.ingest(text: row, as: "more.csv")
    let summary = try file.ingest(text: text + "Again.\n", as: "after.md")
    #expect(summary.candidates == 1 && summary.repeats == 1 && summary.copies == 1)
    #expect(
      summary.sentence.hasPrefix(
        "1 documents (1 copy of texts already held), 1 candidates (1 of them repeats"))
  }
}

@Suite struct `Repeats in the starting data` {
  let file: EntenteFile
  var db: Connection { file.connection }

  init() throws {
    file = try seeded()
    try file.ingest("\(packageRoot)/seeds/observations.csv")
  }

  @Test func `few acts look like another, and none of a week before`() throws {
    let rows = try db.rows(
      """
      SELECT o.id, o.earliest, o.latest, o.mechanism, o.effect, o.stage, o.title || ' ' || o.summary, o.amount, o.currency
      FROM observation AS o
      """
    ) { row in
      var facts = ActFacts()
      (facts.earliest, facts.latest, facts.mechanism) = (try row.get(1), try row.get(2), try row.get(3))
      (facts.effect, facts.stage, facts.words) = (try row.get(4), try row.get(5), try row.get(6))
      (facts.amount, facts.currency) = (try row.get(7), try row.get(8))
      return (id: try row.get(0, as: Int.self), facts: facts)
    }
    var alarms = 0
    for (id, facts) in rows {
      var facts = facts
      facts.actors = try db.rows("SELECT actor FROM participation WHERE observation = \(id)") {
        try $0.get(0)
      }
      alarms += try Repeats.likely(facts, besides: id, limit: 1, in: db).isEmpty ? 0 : 1
      #expect(try Repeats.likely(facts, limit: 1, in: db).first?.observation == id, "o\(id)")
    }
    #expect(rows.count == 270 && alarms <= 25, "\(alarms)")
  }

  @Test func `the shipped texts tell acts that are there, in three languages`() throws {
    #expect(try file.ingest("\(packageRoot)/seeds/texts").repeats >= 27)
    let expected = [
      ("%北斗和格洛纳斯系统的政府间协定%", 97), ("%国家杜马批准%", 123), ("%项目委员会第六次会议%", 125), ("%投入10亿美元%", 65),
      ("%60%万剂%", 176), ("%запустили технологический фонд%", 154), ("%подписали в Москве меморандум%", 113),
      ("%гражданской авиации%", 231), ("%joint investment fund of%", 64), ("%innovation financing%", 66),
      ("%Entity List%", 232), ("%presented the airliner%", 71), ("%registration of CRAIC%", 60),
    ]
    for (sentence, observation) in expected {
      let candidate = try #require(
        try db.value("SELECT number FROM candidates WHERE evidence LIKE \(sentence)", as: Int.self),
        "\(sentence)")
      #expect(
        try Repeats.likely(candidate: candidate, limit: 1, in: db).first?.observation == observation,
        "\(sentence)")
    }
  }

  @Test func `sources that are copies of each other count once`() throws {
    let evidence = """
      observation,source_url,source_title,outlet,published,supports
      o0064,https://example.org/a,A,Outlet A,2017-07-04,yes
      o0064,https://example.org/b,B,Outlet B,2017-07-05,yes
      o0064,https://example.org/c,C,Outlet C,2017-07-06,no

      """
    try file.ingest(text: evidence, as: "evidence.csv")
    func counts() throws -> [Int]? {
      try db.first("SELECT sources, independent_sources FROM observations WHERE number = 64") {
        [try $0.get(0, as: Int.self), try $0.get(1, as: Int.self)]
      }
    }
    #expect(try counts() == [3, 3])
    let pair = try ["a", "b"].map { name in
      try #require(
        try db.value("SELECT id FROM document WHERE url = \("https://example.org/\(name)")", as: Int.self))
    }
    try file.write(TestFile.desk, why: "test") { change in
      try db.execute(
        """
        INSERT INTO same_origin (uid, document, original, why, change)
        VALUES (\(Identity.loaded("pair")), \(pair[1]), \(pair[0]), 'one wire', \(change.id))
        """)
    }
    #expect(try counts() == [3, 2])
    let origins = try db.rows(
      "SELECT DISTINCT origin FROM evidence_list WHERE observation_number = 64 AND url LIKE 'https://example.org/%'"
    ) { try $0.get(0, as: String.self) }
    #expect(origins.count == 2 && origins.contains("d\(pair[0])"))
  }
}
