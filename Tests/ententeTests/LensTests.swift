import TestSupport
import Testing

private let seed: UInt64 = 20_261_126

/// `--as-of` and `--max-tlp` on every command that prints rows.
@Suite struct `Looking through a lens` {
  /// Commands whose output follows from the file and the day alone.
  private static let reads = [
    ["list", "--format", "csv"], ["show", "o9"], ["show", "d1", "--text"],
    ["trend", "--by", "actor", "--format", "json", "--top", "0"], ["trend", "--format", "csv"],
    ["export", "observations"], ["export", "evidence"], ["export", "initiatives", "--format", "csv"],
    ["export", "actors"], ["export", "documents", "--references"], ["export", "outlets"],
    ["export", "indicators"], ["export", "coverage"], ["export", "sectors"], ["export", "changes"],
    ["search", "moon", "--format", "csv"], ["copies", "list", "--format", "csv"],
    ["sql", "SELECT * FROM observations ORDER BY number", "--format", "jsonl"],
    ["sql", "SELECT * FROM observation_history ORDER BY version", "--format", "csv"],
    ["report", "--format", "markdown"], ["evidence", "list", "--format", "csv"],
    ["conflicts", "--format", "csv"],
    ["outlet", "list", "--format", "csv"], ["outlet", "impact", "TASS", "--letter", "D", "--format", "csv"],
    ["initiatives", "--format", "csv"], ["initiatives", "due", "--format", "csv"],
    ["initiatives", "sums", "--format", "csv"], ["show", "lunar-station"],
    ["list", "--reported-by", "ru-only", "--independent", "1", "--format", "csv"],
    ["actors", "list", "--format", "csv"], ["show", "ZTE"],
    ["cite", "o9", "d1"],
    ["timeline", "MTS", "--format", "csv"],
    ["show", "e9"], ["show", "outlet:TASS"], ["outlet", "letters", "TASS", "--format", "csv"],
    ["export", "precision", "--format", "csv"], ["history", "coverage:1", "--format", "csv"],
    ["changes", "--format", "csv"],
  ]

  /// What a command prints, with the clock at the end of the day.
  private func read(_ arguments: [String], _ path: String, day: String) throws -> String {
    let outcome = try Program.run(
      arguments, db: path, environment: ["ENTENTE_NOW": "\(day)T23:59:59Z"])
    return outcome.text + outcome.errors
  }

  /// The edits of one day: through the program, and by other means with a change written by hand.
  private func work(on day: String, _ path: String, _ random: inout SplitMix64) throws {
    let clock = ["ENTENTE_NOW": "\(day)T12:00:00Z"]
    for _ in 0..<2 {
      let word = ["moon", "reactor", "chips"].randomElement(using: &random)!
      let actor = ["Rosatom", "Huawei", "Бюро \(random.next() % 9)"].randomElement(using: &random)!
      let month = Int.random(in: 1...9, using: &random)
      let row = "2025-0\(month),A new \(word) act \(random.next()),academic,advances,signed,\(actor)"
      let outcome = try Program.run(
        ["ingest", "-"], db: path,
        input: "event_date,title,mechanism,effect,stage,actors_ru\n\(row)\n", environment: clock)
      #expect(outcome.code == 0)
    }
    let one = Int.random(in: 1...270, using: &random)
    let edits = [
      "UPDATE observation SET title = 'moon on \(day)', stage = 'pledged' WHERE id % 50 = \(one % 50)",
      "UPDATE observation SET withdrawn = 1 - withdrawn WHERE id = \(one)",
      "UPDATE actor SET name = name || ' of \(day)' WHERE id = (SELECT min(actor) FROM participation WHERE observation = \(one))",
      "UPDATE sector SET label = 'renamed \(day)' WHERE id % 7 = \(one % 7)",
      "UPDATE document SET title = 'moon \(day)' WHERE id % 9 = \(one % 9)",
      "UPDATE evidence SET credibility = 6, tlp = 'GREEN' WHERE observation = \(one)",
      "UPDATE observation_sector SET withdrawn = 1 - withdrawn WHERE observation = \(one)",
      """
      INSERT INTO actor_merge (uid, actor, into_actor, why)
      SELECT printf('%036d', \(one)), max(a.id), min(a.id), 'same' FROM actor AS a WHERE a.id IN (\(one), \(one + 1))
      """,
    ].shuffled(using: &random).prefix(3)
    let script = """
      INSERT INTO change (at, analyst, why) VALUES ('\(day)T13:00:00Z', 'another program', 'by hand');
      UPDATE current_change SET change = (SELECT max(id) FROM change);
      \(edits.joined(separator: ";\n"));
      UPDATE current_change SET change = NULL;
      """
    let outcome = try Tool.run(Tool.find("sqlite3")!, [path], input: Array(script.utf8))
    #expect(outcome.errors.isEmpty)
  }

  @Test(.seed(seed)) func `as of a day gives byte for byte what the file saved then gives`() throws {
    guard Tool.find("sqlite3") != nil else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      var random = SplitMix64(seed: seed)
      let days = ["2027-01-31", "2027-02-01", "2027-02-28", "2027-03-15", "2027-04-30"]
      var saved: [(day: String, bytes: [UInt8])] = []
      for day in days {
        try work(on: day, path, &random)
        saved.append((day, try TestFile.bytes(of: path)))
      }
      let edited = try Program.run(
        [
          "sql",
          """
          SELECT (SELECT count(*) FROM change WHERE analyst = 'another program') AS others,
            (SELECT count(*) FROM observation WHERE recorded >= '2027') AS logged
          """, "--format", "csv",
        ], db: path)
      #expect(edited.text == "others,logged\n5,10\n")
      for (day, bytes) in saved.dropLast().shuffled(using: &random).prefix(2) {
        let copy = "\(path).then"
        try TestFile.write(bytes, to: copy)
        for arguments in Self.reads {
          // Made from the words as they stood: the index of the copy may be older than an edit by other means.
          if arguments[0] == "search" { _ = try Program.run(["rebuild"], db: copy) }
          let past = try read(arguments + ["--as-of", day], path, day: day)
          #expect(try read(arguments, copy, day: day) == past, "\(arguments) \(day)")
        }
      }
      let month = try read(["list", "--as-of", "2027-02", "--format", "csv"], path, day: "2027-05-01")
      #expect(
        month == (try read(["list", "--as-of", "2027-02-28", "--format", "csv"], path, day: "2027-05-01")))
      #expect(month != (try read(["list", "--format", "csv"], path, day: "2027-05-01")))
    }
  }

  @Test(.seed(seed)) func `no command prints a word of a row above its label, and none is marked above it`()
    throws
  {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      var random = SplitMix64(seed: seed)
      let labels = ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]
      // Each text of a marked row gets a word that names its label.
      let texts = [
        "observation": ["title", "summary"], "document": ["title"], "evidence": ["note", "cited_title"],
        "initiative": ["title", "note"], "indicator": ["note", "series"], "coverage": ["source", "how"],
      ]
      var script = ""
      for (table, columns) in texts.sorted(by: { $0.key < $1.key }) {
        for rank in 1...4 {
          let words = columns.map { "\($0) = coalesce(\($0), '') || ' mark\(rank)word'" }
          script += """
            UPDATE \(table) SET tlp = '\(labels[rank])', \(words.joined(separator: ", "))
            WHERE (id * \(1 + random.next() % 90 * 2)) % 7 = \(rank);\n
            """
        }
      }
      let outcome = try Tool.run(sqlite, [path], input: Array(script.utf8))
      #expect(outcome.errors.isEmpty)
      _ = try Program.run(["rebuild"], db: path)
      let more =
        (0..<3).map { _ in ["show", "o\(Int.random(in: 1...270, using: &random))"] } + [
          ["candidates", "list", "--verdict", "all", "--format", "json"], ["export", "candidates"],
          ["export", "changes"], ["search", "mark*", "--format", "csv", "--limit", "500"],
          ["report", "--format", "html", "--newest", "300"], ["review", "--stats", "--format", "csv"],
          ["sql", "SELECT * FROM search WHERE search MATCH 'mark*'", "--format", "csv"],
          ["sql", "SELECT term FROM search_terms", "--format", "csv"],
        ]
      for arguments in Self.reads + more {
        for rank in [0, Int.random(in: 1...3, using: &random), 4] {
          let outcome = try Program.run(arguments + ["--max-tlp", labels[rank]], db: path)
          let all = outcome.text + outcome.errors
          for above in labels.indices.dropFirst(rank + 1) {
            #expect(!all.contains("mark\(above)word"), "\(arguments) \(labels[rank])")
            #expect(!all.contains("TLP:\(labels[above])\n"), "\(arguments) \(labels[rank])")
          }
        }
      }
      let open = try Program.run(["list", "--format", "csv", "--max-tlp", "RED"], db: path)
      #expect(open.text == (try Program.run(["list", "--format", "csv"], db: path).text))
      #expect(open.text.contains("mark4word") && open.errors.contains("TLP:RED"))
    }
  }

  @Test func `sql cannot read past the lens`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      _ = try Tool.run(
        sqlite,
        [path, "CREATE VIEW mine AS SELECT title FROM observation; CREATE TABLE own AS SELECT 1 AS a;"])
      for flags in [["--max-tlp", "CLEAR"], ["--as-of", "2020"]] {
        for statement in [
          "SELECT title FROM main.observation", "SELECT * FROM main.observations", "SELECT * FROM mine",
          "SELECT * FROM own", "SELECT body FROM search_content", "SELECT * FROM main.search",
        ] {
          let outcome = try Program.run(["sql", statement] + flags, db: path)
          #expect(outcome.code == 1 && outcome.text.isEmpty, "\(statement) \(flags)")
        }
        #expect(try Program.run(["sql", "SELECT count(*) FROM observations"] + flags, db: path).code == 0)
      }
      #expect(try Program.run(["sql", "SELECT title FROM mine"], db: path).code == 0)
    }
  }

  @Test(arguments: [
    ["list", "--max-tlp", "PINK"], ["list", "--as-of", "soon"], ["list", "--as-of", "2020/.."],
    ["log", "--as-of", "2020"],
  ])
  func `an unknown label and a day that is none are wrong use`(_ arguments: [String]) throws {
    #expect(try Program.run(arguments, db: "/no/such.db").code == 64)
  }
}
