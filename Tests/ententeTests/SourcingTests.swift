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
          letter,since,until,why,entered,analyst,taken_back,by,because
          D,2026-12-10,,two stories taken back,2026-12-10T08:00:00Z,mei,,,
          B,2026-12-01,2026-12-09,right so far,2026-12-01T08:00:00Z,mei,,,

          """)
      // Back to ungraded, and past reports stay as they were again.
      let impact = try run("outlet impact TASS --letter ungraded", path, day: "2026-12-12")
      #expect(impact.errors.contains("the best letter of "))
      let back = try run("outlet grade TASS ungraded --why a_mix-up", path, day: "2026-12-12")
      #expect(
        back.code == 0 && back.errors.contains("TASS is ungraded; 2 letters were taken back."),
        "\(back.errors)")
      #expect(
        try run("outlet list --format csv --letter ungraded", path, day: "2026-12-12").text.contains(
          "\nTASS,"))
      #expect(try run("\(report) --as-of 2026-12-05", path, day: "2026-12-05").text == then)
      #expect(
        try run("outlet letters TASS --format csv", path, day: "2026-12-12").text.contains(
          "D,2026-12-10,,two stories taken back,2026-12-10T08:00:00Z,mei,2026-12-12T08:00:00Z,mei,TASS ungraded: a mix-up\n"
        ))
      #expect(
        try run("outlet letters TASS --format csv --as-of 2026-12-11", path, day: "2026-12-12").text
          == letters)
      let again = try run("outlet grade TASS ungraded --why a_mix-up", path, day: "2026-12-12")
      #expect(again.code == 0 && again.errors.contains("nothing was written"))
    }
  }

  @Test func `show prints a source, and an outlet with its letters, both with their notes`() throws {
    try Starting.file { path in
      #expect(try run("note e9 look_it_up", path).code == 0)
      #expect(try run("note Sputnik slow_to_correct", path).code == 0)
      #expect(try run("outlet grade Sputnik B --why checked", path).code == 0)
      let source = try run("show e9", path)
      #expect(source.text.contains("observation  o") && source.text.contains("look it up"), "\(source.text)")
      #expect(source.errors == "TLP:AMBER\n")
      // The page of what it is a source of has the note too, under the label of the note.
      let id = source.text.split(separator: "\n").first { $0.hasPrefix("observation ") }?.split(
        separator: " "
      ).last
      let page = try run("show \(id ?? "")", path)
      #expect(page.text.contains("Notes on its sources") && page.text.contains("look it up"))
      #expect(page.errors == "TLP:AMBER\n")
      let clear = try run("show \(id ?? "") --max-tlp CLEAR", path)
      #expect(clear.code == 0 && !clear.text.contains("look it up"))
      for name in ["Sputnik", "outlet:Sputnik"] {
        let outlet = try run("show \(name)", path).text
        for part in ["Letters", "checked", "What rests on it", "slow to correct"] {
          #expect(outlet.contains(part), "\(part)")
        }
      }
      // One that is an actor too is the actor, and says so.
      let both = try run("show TASS", path)
      #expect(both.text.contains("Partners") && both.errors.contains("entente show outlet:TASS"))
      #expect(try run("withdraw e9 --why gone", path).code == 0)
      #expect(try run("show e9", path).errors.contains("withdrawn"))
      #expect(try run("show e99999", path).errors.contains("nothing called"))
    }
  }

  @Test func `history and changes tell of declared dates, alarms and forecasts, under their labels`() throws {
    try Starting.file { path in
      #expect(try run("declare 2022-02-24 --title War --tlp RED", path).code == 0)
      #expect(try run("declare withdraw p1 --why entered_twice", path).code == 0)
      let story = try run("history p1 --format csv", path)
      #expect(
        story.text.contains(",p1,title,,War,") && story.text.contains(",p1,withdrawn,,1,"), "\(story.text)")
      #expect(story.errors.hasSuffix("TLP:RED\n"))
      let log = try run("changes --limit 2 --format csv", path)
      #expect(log.text.split(separator: "\n").dropFirst().allSatisfy { $0.contains(",p1,") }, "\(log.text)")
      #expect(log.errors.hasSuffix("TLP:RED\n"))
      #expect(try run("history p1 --max-tlp AMBER", path).code == 1)
      let act =
        "log --date 2020 --title Plan --mechanism fund --effect advances --stage pledged --due 2021 --yes"
      #expect(try run(act, path).code == 0)
      #expect(try run("alarms", path).text.contains("2021"))
      let alarm = try run("history alarm:1 --format csv", path)
      #expect(
        alarm.text.contains(",alarm:1,kind,,overdue-promise,") && alarm.text.contains(",observations,,o"))
      let key = alarm.text.split(separator: "\n").first { $0.contains(",key,") }?.split(separator: ",")[5]
      #expect(try run("alarms --acknowledge \(key ?? "") --why known", path).code == 0)
      let named = try run("history \(key ?? "") --format csv", path)
      #expect(named.text.contains(",alarm:1,why,,known,"), "\(named.text) \(named.errors)")
      #expect(try run("history coverage:1", path).text.contains("coverage:1 starts: 2013-03-22"))
      for nothing in ["p9", "alarm:9", "nonsense:1", "p", "change:1"] {
        #expect(try run("history \(nothing)", path).code == 1, "\(nothing)")
      }
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
        "outlet_reliance", "initiative_path", "pledges", "promises", "place_precision", "money",
        "money_totals", "initiatives",
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
