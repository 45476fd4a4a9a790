import Calendar
import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

/// A text with proposals that the test makes itself: what the rules would propose is not what is tested.
struct ReviewBench {
  static let text = """
    # Two signings and a denial

    2019-06-11

    The two telecoms met in Moscow. On June 5, 2019, MTS and Huawei signed a contract to develop 5G networks in Russia. Both leaders looked on.

    2019年9月27日，华为与俄罗斯电信在北京签署备忘录，并与俄罗斯储蓄银行签署协议。双方将在2020年12月建立联合实验室。

    Rostec said on June 10, 2019 that it had signed no contract with Huawei.
    """
  static let contract =
    "On June 5, 2019, MTS and Huawei signed a contract to develop 5G networks in Russia."
  static let memorandum = "2019年9月27日，华为与俄罗斯电信在北京签署备忘录，并与俄罗斯储蓄银行签署协议。"
  static let laboratory = "双方将在2020年12月建立联合实验室。"
  static let denial = "Rostec said on June 10, 2019 that it had signed no contract with Huawei."

  let file: EntenteFile
  let bytes: [UInt8]
  var db: Connection { file.connection }
  var review: Review { Review(file, TestFile.desk) }

  /// The text with the four proposals c1 to c4, or with none.
  init(proposing: Bool = true) throws {
    file = try seeded()
    #expect(try file.ingest(text: Self.text, as: "brief.md").documents == 1)
    bytes = Array(Self.text.utf8)
    try clear()
    if proposing { try proposeAll() }
  }

  func clear() throws {
    for table in ["candidate_sector", "candidate_actor", "candidate_span", "candidate"] {
      try db.execute("DELETE FROM \(identifier: table)")
    }
  }

  func proposeAll() throws {
    try propose(
      Self.contract,
      [
        ("date", "2019-06-05", "June 5, 2019"), ("mechanism", "commercial", "contract"),
        ("instrument", "contract", "contract"), ("effect", "advances", "signed"),
        ("stage", "signed", "signed"),
        ("sector", "5g", "5G"), ("actor ru", "MTS", "MTS"), ("actor cn", "Huawei", "Huawei"),
      ], score: 1)
    try propose(
      Self.memorandum,
      [
        ("date", "2019-09-27", "2019年9月27日"), ("mechanism", "agreement", "备忘录"), ("stage", "signed", "签署"),
        ("effect", "advances", "签署"), ("actor cn", "Huawei", "华为"), ("actor ru", "Rostelecom", "俄罗斯电信"),
      ], score: 0.75)
    try propose(
      Self.laboratory,
      [("date", "2020-12", "2020年12月"), ("mechanism", "academic", "联合实验室"), ("modality", "planned", "将")],
      rule: "plan", score: 0.5)
    try propose(
      Self.denial,
      [
        ("date", "2019-06-10", "June 10, 2019"), ("mechanism", "commercial", "contract"),
        ("modality", "denied", "no contract"), ("actor ru", "Rostec", "Rostec"),
        ("actor cn", "Huawei", "Huawei"),
      ], score: 0.625)
  }

  /// Makes a candidate as the step before would: each field with the words it rests on.
  func propose(
    _ sentence: String, _ fields: [(name: String, value: String, words: String)],
    rule: String = "act-with-date",
    score: Double
  ) throws {
    let span = try #require(place(of: sentence, in: 0..<bytes.count))
    let value = { (name: String) in fields.first { $0.name == name }?.value }
    let date = try value("date").map { try EDTF($0) }
    let id = try (db.value("SELECT max(id) FROM candidate", as: Int?.self) ?? nil).map { $0 + 1 } ?? 1
    let uid = Identity.loaded("candidate", sentence, rule, value("date") ?? "")
    try db.execute(
      """
      INSERT INTO candidate (id, uid, document, starts, ends, rule, rules, score, date, earliest, latest, mechanism, instrument,
        effect, stage, modality)
      VALUES (\(id), \(uid), 1, \(span.lowerBound), \(span.upperBound), \(rule), 'test', \(score), \(value("date")),
        \(date?.earliest?.number), \(date?.latest?.number), \(value("mechanism")), \(value("instrument")), \(value("effect")),
        \(value("stage")), \(value("modality") ?? "actual"))
      """)
    for field in fields {
      let words = try #require(place(of: field.words, in: span))
      let parts = field.name.split(separator: " ").map(String.init)
      switch parts[0] {
      case "actor":
        let actor = try db.value("SELECT id FROM actor WHERE name = \(field.value)", as: Int.self)
        try db.execute(
          """
          INSERT INTO candidate_actor (candidate, actor, name, role, side, starts, ends)
          VALUES (\(id), \(actor), \(field.value), 'party', \(parts[1]), \(words.lowerBound), \(words.upperBound))
          """)
      case "sector":
        try db.execute(
          """
          INSERT INTO candidate_sector (candidate, sector, starts, ends)
          VALUES (\(id), \(field.value), \(words.lowerBound), \(words.upperBound))
          """)
      default:
        try db.execute(
          """
          INSERT INTO candidate_span (candidate, field, starts, ends)
          VALUES (\(id), \(field.name), \(words.lowerBound), \(words.upperBound))
          """)
      }
    }
  }

  private func place(of words: String, in range: Range<Int>) -> Range<Int>? {
    let wanted = Array(words.utf8)
    return range.first {
      $0 + wanted.count <= range.upperBound && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
    }
    .map { $0..<$0 + wanted.count }
  }

  /// An observation to merge into.
  func log(_ title: String = "Known", on day: String = "2019-06-05") throws -> Int {
    try Logging.enter(
      ["event_date": day, "title": title, "mechanism": "commercial", "actors": "Huawei;MTS"], why: "log",
      file,
      TestFile.desk
    ).number
  }

  func verdicts() throws -> [String] {
    try db.rows("SELECT id || ' ' || verdict FROM candidates ORDER BY number") { try $0.get(0) }
  }

  func text(_ query: SQL) throws -> String? { try db.value(query, as: String.self) }
  func count(_ query: SQL) throws -> Int { try file.count(query) }
}
