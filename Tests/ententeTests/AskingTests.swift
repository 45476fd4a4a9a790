import Formats
import TestSupport
import Testing

@Suite struct `Asking` {
  @Test func `sql reads, one statement, and changes nothing`() throws {
    try Starting.file { path in
      #expect(
        try Program.run(["sql", "SELECT count(*) FROM observations", "--format", "csv"], db: path).text
          == "count(*)\n270\n")
      let refused = [
        "DELETE FROM observation", "UPDATE observation SET title = 'x'",
        "INSERT INTO setting (name, value) VALUES ('a', 'b')",
        "ATTACH '/tmp/other.db' AS other", "PRAGMA journal_mode = WAL", "CREATE TEMP TABLE t (a)",
        "VACUUM INTO '/tmp/copy.db'",
        "SELECT 1; SELECT 2", "BEGIN IMMEDIATE", "SELECT load_extension('/tmp/x')",
        "WITH x AS (SELECT 1) DELETE FROM observation", "PRAGMA query_only = 0", "",
      ]
      for statement in refused {
        let outcome = try Program.run(["sql", statement], db: path)
        #expect(outcome.code == 1, "\(statement)")
        #expect(outcome.text.isEmpty)
      }
      #expect(
        try Program.run(["sql", "SELECT count(*) FROM observations", "--format", "csv"], db: path).text
          == "count(*)\n270\n")
    }
  }

  @Test func `what is infinite is told from what is not there, in every format`() throws {
    try Starting.file { path in
      let query = "SELECT rate_ratio(3, 1, 0, 1) AS x, -9e999 AS y, NULL AS z"
      for (format, wanted) in [
        ("csv", "x,y,z\nInf,-Inf,\n"), ("jsonl", "{\"x\":\"Inf\",\"y\":\"-Inf\",\"z\":null}\n"),
      ] {
        let text = try Program.run(["sql", query, "--format", format], db: path).text
        #expect(text == wanted)
      }
      let table = try Program.run(["sql", query], db: path).text
      #expect(table.contains("-Inf"))
    }
  }

  @Test func `an error in SQL shows the place`() throws {
    try Starting.file { path in
      let outcome = try Program.run(["sql", "SELECT title FRM observations"], db: path)
      #expect(outcome.code == 1)
      #expect(outcome.errors.contains("^"))
    }
  }

  @Test func `views answer the counts of trend, also to a bare sqlite3`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      for dimension in ["mechanism", "sector", "actor", "pair", "flow", "initiative"] {
        for (kind, column) in [("year", "year"), ("quarter", "quarter"), ("month", "month")] {
          let trend = try Program.run(
            ["trend", "--by", dimension, "--period", kind, "--format", "csv"], db: path)
          var counts: [String: Int] = [:]
          let table = try CSVReader(ByteSource(bytes: trend.output))
          while case .row(let row)? = try table.next() {
            let cells = Dictionary(uniqueKeysWithValues: zip(table.header, row.fields.map(\.value)))
            guard cells["series"] == "counted", let n = Int(cells["count"] ?? ""), n > 0, cells["code"] != ""
            else { continue }
            counts["\(cells["code"]!)|\(cells["period"]!)"] = n
          }
          let query =
            "SELECT code || '|' || coalesce(\(column), 'not placed'), count(*) FROM strata WHERE dimension = '\(dimension)' AND series = 'counted' GROUP BY 1 ORDER BY 1"
          let bare = try Tool.run(sqlite, ["-readonly", "-separator", "\t", path, query])
          var found: [String: Int] = [:]
          for line in bare.text.split(separator: "\n") {
            let cells = line.split(separator: "\t")
            found[String(cells[0])] = Int(cells[1])
          }
          #expect(
            found.filter { !$0.key.hasPrefix("total") } == counts.filter { !$0.key.hasPrefix("total") },
            "\(dimension) by \(kind)")
          #expect(!found.isEmpty)
        }
      }
    }
  }

  @Test func `list filters by every field`() throws {
    try Starting.file { path in
      let questions: [([String], String)] = [
        (["--mechanism", "fund"], "mechanism = 'fund'"),
        (
          ["--sector", "space"],
          "id IN (SELECT 'o' || observation FROM strata WHERE dimension = 'sector' AND code = 'space')"
        ),
        (["--actor", "华为"], "actors_cn LIKE '%Huawei%' AND (';' || actors_cn || ';') LIKE '%;Huawei;%'"),
        (["--stage", "signed", "--stage", "ratified"], "stage IN ('signed', 'ratified')"),
        (["--effect", "sets-back"], "effect = 'sets-back'"), (["--flow", "ru-to-cn"], "flow = 'ru-to-cn'"),
        (["--instrument", "grant"], "instrument = 'grant'"),
        (["--military", "weapon"], "military = 'weapon'"),
        (["--initiative", "navigation"], "(';' || initiatives || ';') LIKE '%;navigation;%'"),
        (["--series", "pledge"], "series = 'pledge'"),
        (["--tag", "summit"], "(';' || tags || ';') LIKE '%;summit;%'"),
        (["--outlet", "TASS"], "(';' || outlets || ';') LIKE '%;TASS;%'"),
        (["--place", "Harbin"], "place = 'Harbin'"),
        (["--country", "US"], "country = 'US'"), (["--amount-kind", "target"], "amount_kind = 'target'"),
        (["--pressure-on", "link"], "pressure_on = 'link'"), (["--umbrella"], "umbrella = 1"),
        (["--multilateral"], "multilateral = 1"), (["--no-multilateral"], "multilateral = 0"),
        (["--from", "2019", "--to", "2019-06"], "last_day >= '2019-01-01' AND first_day <= '2019-06-30'"),
        (["--text", "laser"], "instr(title, 'laser') OR instr(summary, 'laser')"),
        (["--tlp", "CLEAR"], "tlp = 'CLEAR'"),
        (["--dataset", "observations"], "dataset = 'observations'"),
      ]
      for (flags, condition) in questions {
        let listed =
          try Program.run(["list"] + flags + ["--format", "csv"], db: path).text.split(separator: "\n").count
          - 1
        let counted = try Program.run(
          ["sql", "SELECT count(*) FROM observations WHERE \(condition)", "--format", "csv"], db: path
        ).text
        #expect("count(*)\n\(listed)\n" == counted, "\(flags)")
        #expect(listed > 0, "\(flags)")
      }
    }
  }

  @Test func `list refuses a code that does not exist and names the near one`() throws {
    try Starting.file { path in
      let outcome = try Program.run(["list", "--mechanism", "comercial"], db: path)
      #expect(outcome.code == 1 && outcome.errors.contains("commercial"))
    }
  }

  @Test(arguments: ["华为", "中俄", "laser", "\"lunar station\"", "соглашение"])
  func `search finds words in three scripts`(_ words: String) throws {
    try Starting.file { path in
      let outcome = try Program.run(["search", words, "--format", "csv"], db: path)
      #expect(outcome.code == 0)
      #expect(outcome.text.split(separator: "\n").count > 1, "\(words)")
    }
  }

  @Test func `show knows observations by short id and by the id of their file`() throws {
    try Starting.file { path in
      let short = try Program.run(["show", "o9"], db: path)
      let long = try Program.run(["show", "o0009"], db: path)
      #expect(short.code == 0 && short.text == long.text)
      #expect(short.text.contains("https://"))
      #expect(try Program.run(["show", "o6"], db: path).code == 1)
    }
  }

  @Test func `the same state, settings and clock give the same bytes`() throws {
    try Starting.file { path in
      for format in ["text", "html", "markdown", "json"] {
        let first = try Program.run(["report", "--format", format], db: path)
        let second = try Program.run(["report", "--format", format], db: path)
        #expect(first.code == 0 && first.output == second.output, "\(format)")
      }
    }
  }
}
