import Calendar
import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

extension EntenteFile {
  /// Everything, a line for each row.
  func whole() throws -> [String] {
    var lines: [String] = []
    try WholeExport(connection).forEach {
      lines.append(String(decoding: JSONWriter.compact($0), as: UTF8.self))
    }
    return lines
  }

  func take(_ lines: [String], update: Bool = false, at desk: Desk = TestFile.desk) throws -> IngestSummary {
    var options = Ingest.Options()
    options.update = update
    return try ingest(text: lines.map { $0 + "\n" }.joined(), as: "whole.jsonl", options: options, at: desk)
  }
}

/// A file in which everything was entered that can be: by loading, and by what other commands write.
private struct Desks {
  var random: SplitMix64
  let file: EntenteFile

  init(seed: UInt64) throws {
    random = SplitMix64(seed: seed)
    file = try seeded()
    try enterTables()
    try enterBesides()
  }

  private mutating func pick<T>(_ values: [T]) -> T { values.randomElement(using: &random)! }
  private mutating func maybe(_ text: String) -> String { Bool.random(using: &random) ? text : "" }

  /// Rows as people load them; an actor is always on one side, as in the world.
  mutating func observations(_ count: Int) -> [String] {
    (0..<count).map { number in
      let date = pick(["2019", "2019-06", "2019-06-05", "2019-06~", "201X", "2019-06/2019-09", "../2019"])
      let (amount, currency) = pick([("", ""), ("1500000", "USD"), ("0.5", "CNY"), ("1e9", "RUB")])
      let fields = [
        "r\(number)", date,
        random.text(1...6, of: ["a", "Б", "中", "\"\"", ";", ",", "'", "=", "é", "\n", " x"]) + "t",
        pick(["dialogue", "academic", "agreement"]), maybe("advances"), maybe("signed"),
        pick(["telecom", "5g;ai", ""]),
        pick(["Huawei", "Body \(Int.random(in: 0..<5, using: &random)) CN", "", "Huawei;ZTE"]),
        pick(["MTS", "Тело РФ", ""]), amount,
        currency, maybe("init-\(Int.random(in: 0..<4, using: &random))"),
        maybe("https://example.org/\(number % 7)"),
        maybe("x;y"), pick(["CLEAR", "GREEN", "AMBER", ""]), maybe("2020-01-0\(number % 9 + 1)T10:00:00Z"),
        maybe("=own \(number)"), maybe("ещё"),
      ]
      return fields.map { "\"\($0)\"" }.joined(separator: ",")
    }
  }

  static let header =
    "id,event_date,title,mechanism,effect,stage,sectors,actors_cn,actors_ru,amount,currency,initiative,source_url,tags,tlp,recorded,Own,Ещё\n"

  private mutating func enterTables() throws {
    let rows = observations(40)
    try file.ingest(text: Self.header + rows.joined(separator: "\n") + "\n", as: "rows.csv")
    for number in 0..<3 {
      try file.ingest(
        text:
          "On 5 June 2019 Huawei and MTS signed an agreement on 5G in Moscow, text \(number) of \(random.next()).",
        as: "t\(number).txt")
    }
    try file.ingest(
      bytes: "Росатом и Huawei подписали соглашение 6 июня 2019 года в Москве.".bytes(in: .utf16LE),
      as: "u.txt")
    try file.ingest(text: "source,from,to,how,kind\nTASS,2019,2020,daily,watch\n", as: "coverage.csv")
    try file.ingest(
      text: "series,period,value,unit\npapers,2019,5,papers\npapers,2020,6.5,papers\n", as: "indicators.csv")
  }

  /// Notes, judgements, grades, ties, merges, copies, decisions, rows that were taken back.
  private mutating func enterBesides() throws {
    let db = file.connection
    let ids = try db.rows("SELECT id FROM observation ORDER BY id") { try $0.get(0, as: Int.self) }
    let (one, other) = (pick(ids), pick(ids))
    try file.write(TestFile.desk, why: "besides") { change in
      func uid(_ name: String) -> String { Identity.loaded("test", name) }
      try db.execute(
        "INSERT INTO note (uid, observation, body, tlp, change) VALUES (\(uid("n")), \(one), 'see below', 'RED', \(change.id))"
      )
      try db.execute(
        "INSERT INTO judgement (uid, observation, sentence, likelihood, basis, tlp, change) VALUES (\(uid("j")), \(other), 'It will go on', 'likely', 'one text', 'GREEN', \(change.id))"
      )
      try db.execute(
        "INSERT INTO outlet_grade (uid, outlet, letter, since, why, change) SELECT \(uid("g")), id, 'B', 18000, 'read for years', \(change.id) FROM outlet ORDER BY id LIMIT 1"
      )
      try db.execute(
        "INSERT INTO actor_tie (uid, actor, kind, list, starts, change) SELECT \(uid("t")), id, 'list', 'Entity List', '2019-05', \(change.id) FROM actor WHERE name = 'Huawei'"
      )
      try db.execute(
        "INSERT INTO actor_merge (uid, actor, into_actor, why, change) SELECT \(uid("m")), a.id, b.id, 'same body', \(change.id) FROM actor AS a, actor AS b WHERE a.name = 'ZTE' AND b.name = 'Huawei'"
      )
      try db.execute(
        "INSERT INTO same_origin (uid, document, original, why, change) SELECT \(uid("s")), max(id), min(id), 'one wire', \(change.id) FROM document WHERE sha256 IS NOT NULL"
      )
      try db.execute(
        "INSERT INTO decision (uid, candidate, document, verdict, observation, rule, rules, score, starts, ends, change) SELECT \(uid("d")), uid, document, 'accepted', \(one), rule, rules, score, starts, ends, \(change.id) FROM candidate ORDER BY id LIMIT 1"
      )
      try db.execute(
        "INSERT INTO decision_field (decision, field, value, starts, ends, change) SELECT id, 'date', '2019-06-05', 3, 14, \(change.id) FROM decision"
      )
      try db.execute(
        "INSERT INTO coding_sample (uid, seed, frame, change) VALUES (\(uid("c")), 7, 40, \(change.id))")
      try db.execute(
        """
        INSERT INTO coding (sample, observation, position, turn, coder, change)
        SELECT max(id), \(other), 1, 'first', 'mei', \(change.id) FROM coding_sample
        """)
      try db.execute(
        """
        INSERT INTO coding_field (coding, field, value, change)
        SELECT max(id), 'mechanism', 'fund', \(change.id) FROM coding
        """)
      try db.execute("UPDATE observation SET title = title || ' (edited)' WHERE id = \(other)")
      try db.execute("UPDATE observation SET withdrawn = 1 WHERE id = \(one)")
    }
  }
}

@Suite struct TravellingTests {
  private static let later = Desk(now: Instant("2027-01-01T08:00:00Z")!, analyst: "elsewhere")

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `everything of a file comes in on another desk as it was, once, in whatever order`(seed: UInt64) throws
  {
    var desks = try Desks(seed: seed)
    let lines = try desks.file.whole()
    for table in [
      "note", "judgement", "outlet_grade", "actor_tie", "actor_merge", "same_origin", "decision",
      "decision_field", "document_text", "coverage", "indicator", "coding_field",
    ] {
      #expect(lines.contains { $0.hasPrefix("{\"table\":\"\(table)\"") }, "seed \(seed): no \(table)")
    }
    let other = try seeded()
    let shuffled = lines.shuffled(using: &desks.random)
    let summary = try other.take(shuffled, at: Self.later)
    #expect(summary.refused.isEmpty, "seed \(seed): \(summary.refused.prefix(3))")
    #expect(summary.observations == 40)
    let copy = try other.whole()
    #expect(copy.sorted() == lines.sorted(), "seed \(seed)")
    // Clocks: `recorded` came along, `entered` is of this desk.
    let entered = try other.count("SELECT count(*) FROM observations WHERE entered = '2027-01-01T08:00:00Z'")
    #expect(entered == 39)
    let changes = try other.count("SELECT count(*) FROM change")
    let again = try other.take(lines, at: Self.later)
    #expect(again.refused.isEmpty)
    let same = try other.count("SELECT count(*) FROM change")
    #expect(same == changes, "seed \(seed): a repeat is no change")
    // What is derived follows.
    try Rebuilding.run(desks.file)
    let candidates = try desks.file.count("SELECT count(*) FROM candidate")
    let remade = try other.count("SELECT count(*) FROM candidate")
    #expect(candidates == remade)
  }

  @Test func `lines come in backwards, with any table first, and with their members in another order`() throws
  {
    let desks = try Desks(seed: 5)
    let lines = try desks.file.whole()
    let kinds = Dictionary(grouping: lines) { $0.split(separator: "\"")[3] }
    let turned = lines.map { line in
      let members = try? JSONValue.parse(Array(line.utf8)).object
      return String(decoding: JSONWriter.compact(.object((members ?? []).reversed())), as: UTF8.self)
    }
    let orders =
      [lines.reversed(), Array(lines.dropFirst()), turned.reversed()]
      + kinds.values.map { first in [first[0]] + lines.filter { $0 != first[0] } }
    for order in orders.prefix(3) {
      let other = try seeded()
      let summary = try other.take(order)
      #expect(summary.refused.isEmpty, "\(order[0]): \(summary.refused.prefix(2))")
      let copy = try other.whole()
      #expect(copy.sorted() == lines.sorted(), "\(order[0])")
    }
    // Which line comes first must not matter: that is seen before anything is entered.
    for order in orders.dropFirst(3) {
      var options = Ingest.Options()
      options.dryRun = true
      let summary = try seeded().ingest(
        text: order.prefix(3).map { $0 + "\n" }.joined(), as: "whole.jsonl", options: options)
      #expect(!summary.refused.contains { $0.description.contains("it is no table of ours") }, "\(order[0])")
    }
  }

  @Test func `a row that is known otherwise is refused, corrected with update, and not revived`() throws {
    let desks = try Desks(seed: 9)
    let lines = try desks.file.whole()
    let other = try seeded()
    _ = try other.take(lines)
    try other.write(TestFile.desk, why: "edit") { _ in
      try other.connection.execute(
        "UPDATE observation SET title = 'mine' WHERE id = (SELECT min(id) FROM observation WHERE withdrawn = 0)"
      )
      try other.connection.execute("UPDATE note SET withdrawn = 1")
    }
    let refused = try other.take(lines)
    #expect(refused.refused.count == 1)
    #expect(refused.refused.first?.reason.contains("known with another title") == true)
    let updated = try other.take(lines, update: true)
    #expect(updated.updated == 1)
    let mine = try other.count("SELECT count(*) FROM observation WHERE title = 'mine'")
    let notes = try other.count("SELECT count(*) FROM note WHERE withdrawn = 0")
    #expect([mine, notes] == [0, 0])
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `tables give the same file in whatever order their rows and files come`(seed: UInt64) throws {
    var desks = try Desks(seed: seed)
    var rows = desks.observations(30)
    let evidence = (0..<30).map {
      "r\($0),https://example.org/e\($0 % 9),\(["yes", "no", "disputed"][$0 % 3])"
    }
    let first = try seeded()
    let second = try seeded()
    for file in [first, second] {
      let parts = [
        ("rows.csv", Desks.header + rows.joined(separator: "\n") + "\n"),
        ("evidence.csv", "observation,source_url,supports\n" + evidence.joined(separator: "\n") + "\n"),
        (
          "initiatives.csv",
          "code,title,note,status,first_id,last_id\ninit-1,One,,running,,\ninit-2,Two,,unknown,,\n"
        ),
      ]
      try TestFile.folder { folder in
        for (name, text) in parts { try TestFile.write(Array(text.utf8), to: "\(folder)/\(name)") }
        let paths = parts.map { "\(folder)/\($0.0)" }.shuffled(using: &desks.random)
        var ingest = Ingest(file, TestFile.desk, .init())
        try ingest.run(paths)
        #expect(ingest.summary.refused.isEmpty, "seed \(seed): \(ingest.summary.refused.prefix(2))")
      }
      rows.shuffle(using: &desks.random)
    }
    for table in ["observations", "evidence", "initiatives", "actors", "outlets"] {
      let one = try first.export(table).map { row in
        row.filter { $0.key != "first_id" && $0.key != "last_id" }
      }
      let two = try second.export(table).map { row in
        row.filter { $0.key != "first_id" && $0.key != "last_id" }
      }
      #expect(Set(one) == Set(two), "seed \(seed): \(table)")
    }
  }
}
