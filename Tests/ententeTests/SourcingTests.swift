import TestSupport
import Testing

/// Evidence, conflicts, outlets and initiatives on the command line.
@Suite struct `entente evidence, conflicts, outlet and initiatives` {
  private func run(_ line: String, _ db: String, day: String? = nil) throws -> Tool.Outcome {
    let clock = day.map { ["ENTENTE_NOW": "\($0)T08:00:00Z"] } ?? [:]
    return try Program.run(
      line.split(separator: " ").map { String($0).replacing("_", with: " ") }, db: db, environment: clock)
  }

  @Test func `a source is added in one line, and show counts it`() throws {
    try Starting.file { path in
      let before = try run("show o10", path).text
      #expect(before.contains("Independent sources: "))
      let outcome = try run(
        "evidence add o10 --source https://example.org/new --outlet BBC --stance disputes --claim-date 2011 "
          + "--credibility 3 --attribution named-official --quote 成立 --translation founded --translator mei",
        path, day: "2026-12-01")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.text.hasPrefix("e") && outcome.errors.contains("disagree (date, stance)"))
      let id = outcome.text.split(separator: "\n")[0]
      let page = try run("show o10", path).text
      for part in ["id         \(id)", "?3", "disputes", "成立", "founded", "mei", "about: date, stance"] {
        #expect(page.contains(part), "\(part)")
      }
      let listed = try run("evidence list o10 --format csv", path)
      #expect(listed.text.contains("\(id),o10,disputes,?3,BBC,named-official,,2011,成立,founded,mei,"))
      let conflicts = try run("conflicts o10 --kind date --format csv", path)
      #expect(conflicts.text.contains("o10,date,2011,BBC,named-official,disputes,?3,,\(id),"))
      #expect(conflicts.errors.hasSuffix("TLP:AMBER\n"))
      // Not above the label: the new source is AMBER, as the file's setting has it.
      let clear = try run("conflicts o10 --format csv --max-tlp CLEAR", path)
      #expect(!clear.text.contains("BBC"))
      let past = try run("conflicts o10 --format csv --as-of 2026-11-30", path)
      #expect(past.code == 0 && !past.text.contains("BBC"))
    }
  }

  @Test(arguments: [
    ("evidence add o10", 64), ("evidence add o10 --source https://e.org/a --document d1", 64),
    ("evidence add o99999 --source https://e.org/a", 1), ("evidence add o10 --document d99999", 1),
    ("evidence add o10 --source e.org", 1), ("evidence add o10 --source https://e.org/a --stance perhaps", 1),
    ("evidence add o10 --source https://e.org/a --credibility 1 --stance contradicts", 1),
    ("evidence list o99999", 1), ("evidence list --stance perhaps", 1), ("conflicts --kind dates", 1),
    ("outlet grade TASS G --why x", 1), ("outlet grade TASS B", 64), ("outlet grade Tasss B --why x", 1),
    ("outlet grade TASS B --why x --since 2030-01-01", 1), ("outlet grade TASS B --why x --since 2020", 64),
    ("outlet impact Nobody", 1), ("outlet list --letter H", 1), ("initiatives --stage runing", 1),
    ("initiatives --state late", 64), ("initiatives --due-before soon", 64), ("initiatives show nothing", 1),
    ("initiatives add lunar-station --title Other", 1), ("list --reported-by china", 1),
  ])
  func `what cannot be done says so`(_ wrong: (String, Int32)) throws {
    try Starting.file { path in
      let outcome = try run(wrong.0, path)
      #expect(outcome.code == wrong.1 && outcome.text.isEmpty && !outcome.errors.isEmpty, "\(outcome.errors)")
    }
  }

  @Test func `a letter changed later leaves past reports as they were`() throws {
    try Starting.file { path in
      let report = "report --newest 300 --format markdown"
      #expect(try run("outlet grade TASS B --why right_so_far", path, day: "2026-12-01").code == 0)
      let then = try run(report, path, day: "2026-12-05").text
      let list = try run("outlet list --format csv --letter B", path, day: "2026-12-05").text
      let changed = try run("outlet grade TASS D --why two_stories_taken_back", path, day: "2026-12-10")
      #expect(changed.errors.contains("graded D since 2026-12-10; it was B since 2026-12-01"))
      #expect(try run("\(report) --as-of 2026-12-05", path, day: "2026-12-05").text == then)
      #expect(
        try run("outlet list --format csv --letter B --as-of 2026-12-05", path, day: "2026-12-11").text
          == list)
      let past = try run(
        "evidence list --outlet TASS --format csv --as-of 2026-12-05", path, day: "2026-12-11"
      ).text
      #expect(past.contains(",B") && !past.contains(",D?,"))
      let now = try run("evidence list --outlet TASS --format csv", path, day: "2026-12-11").text
      #expect(now.contains(",D?,") && !now.contains(",B?,"))
      #expect(try run(report, path, day: "2026-12-05").text != then)
      let letters = try run("outlet letters TASS --format csv", path, day: "2026-12-11").text
      #expect(
        letters == """
          letter,since,until,why,entered,analyst
          D,2026-12-10,,two stories taken back,2026-12-10T08:00:00Z,mei
          B,2026-12-01,2026-12-09,right so far,2026-12-01T08:00:00Z,mei

          """)
    }
  }

  @Test func `impact finds all and only what rests on an outlet`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      let rows = try run("outlet impact Sputnik --format csv", path).text.split(separator: "\n").dropFirst()
      let found = rows.map { String($0.split(separator: ",")[2]) }.sorted()
      let query = """
        SELECT 'e' || e.id FROM evidence AS e JOIN document AS d ON d.id = e.document
        JOIN outlet AS o ON o.id = d.outlet WHERE o.name = 'Sputnik';
        """
      let wanted = try Tool.run(sqlite, [path, query]).text.split(separator: "\n").map(String.init).sorted()
      #expect(found == wanted && found.count > 3)
      let told = try run("outlet impact Sputnik --letter D", path)
      #expect(told.errors.contains("observations rest on Sputnik, "))
      #expect(told.errors.contains("the best letter of "))
    }
  }

  @Test func `initiatives tell what is due, what ended, and the sums once`() throws {
    try Starting.file { path in
      let log =
        "log --date 2021 --mechanism park --stage pledged --effect advances --initiative biocad --due 2025 --title A_base --yes"
      let number = try run(log, path).text.split(separator: "\n")[0]
      let overdue = try run("initiatives --state overdue --format csv", path).text
      #expect(overdue.split(separator: "\n").count == 2 && overdue.contains("biocad,"))
      // On the day it was still due, seen from then.
      let due = try run("initiatives due --format csv --as-of 2026-11-24 --before 2026", path).text
      #expect(
        due
          == "due,state,observation,promised,stage,initiative,title\n2025,overdue,\(number),2021,pledged,biocad,A base\n"
      )
      let page = try run("show biocad", path).text
      #expect(
        page.contains("From pledge to act") && page.contains("Promised for a day") && page.contains("overdue")
      )
      #expect(try run("initiatives show biocad", path).text == page)
      let ended = try run("initiatives --state ended --format csv", path).text
      #expect(ended.contains("widebody,") && ended.contains(",cancelled,") && ended.contains("unionpay,"))
      let sums = try run("initiatives sums --format csv", path).text
      #expect(sums.contains("committed,USD,5,6500000000,0\n") && sums.contains("target,USD,6,5280000000,0\n"))
      let added = try run("initiatives add moon-lab --title A_lab --note two_lines", path)
      #expect(added.code == 0 && added.errors.contains("is in the file"))
      #expect(try run("initiatives --format jsonl", path).text.contains("\"code\":\"moon-lab\""))
    }
  }

  @Test func `the views answer in a bare sqlite3`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      let views = [
        "outlet_sides", "evidence_outlet", "sourcing", "disagreements", "conflicts", "outlet_grades",
        "outlet_reliance", "initiative_path", "promises", "money", "money_totals", "initiatives",
      ]
      for view in views {
        let outcome = try Tool.run(sqlite, [path, "SELECT count(*) FROM (SELECT * FROM \(view))"])
        #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(view): \(outcome.errors)")
      }
      let query =
        "SELECT count(*) FROM observations WHERE reported_by = 'cn-only' AND independent_sources >= 1"
      let counted = try Tool.run(sqlite, [path, query]).text
      let listed = try run("list --reported-by cn-only --independent 1 --format csv", path).text
      #expect(Int(counted.trimmingSuffix(while: \.isNewline)) == listed.split(separator: "\n").count - 1)
    }
  }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isLeftOut(last) { text.removeLast() }
    return text
  }
}
