import TestSupport
import Testing

/// Changing records, their history, and seals, as typed.
@Suite struct `Changing, history and seals` {
  private func run(_ arguments: String..., db: String) throws -> Tool.Outcome {
    try Program.run(arguments, db: db)
  }

  @Test func `an edit says what it set, history tells it, and the same again writes nothing`() throws {
    try Starting.file { path in
      let edited = try run(
        "edit", "o9", "--set", "stage=signed", "--set", "tags+=seen", "--why", "contract seen", db: path)
      #expect(edited.code == 0 && edited.errors.contains("tags set."), "\(edited.errors)")
      let again = try run("edit", "o9", "--set", "stage=signed", "--why", "again", db: path)
      #expect(again.code == 0 && again.errors.contains("nothing was written"))
      let history = try run("history", "o9", "--format", "jsonl", db: path)
      let last = history.text.split(separator: "\n").last ?? ""
      #expect(last.contains(#""analyst":"mei""#) && last.contains(#""why":"contract seen""#))
      #expect(last.contains(#""field":"tags""#) && !history.text.contains(#""why":"again""#))
      #expect(try run("history", "o9", db: path).text.contains("-> premiers-meeting;seen\n"))
      let changes = try run("changes", "--since", "2026-11-24", "--limit", "1", "--format", "csv", db: path)
      #expect(changes.text.contains("mei,contract seen,o9,live"), "\(changes.text)")
    }
  }

  private static let mistakes: [(line: String, code: Int32)] = [
    ("edit|o9|--why|x", 64),
    ("edit|o9|--set|stage|--why|x", 64),
    ("edit|o9|--set|stage=signed", 64),
    ("edit|o9|--set|stage=sined|--why|x", 1),
    ("edit|o9|--set|colour=red|--why|x", 1),
    ("edit|nothing|--set|a=b|--why|x", 1),
    ("withdraw|o9", 64),
    ("withdraw|o8|nothing|--why|x", 2),
    ("restore|o9|--why|  ", 1),
    ("history|nothing", 1),
    ("changes|--since|soon", 64),
    ("verify", 1),
    ("verify|--against|/no/such", 1),
    ("changes|--limit|-1", 64),
  ]

  @Test(arguments: mistakes)
  func `mistakes are told, with their exit code`(_ line: String, _ code: Int32) throws {
    let arguments = line.split(separator: "|").map(String.init)
    try Starting.file { path in
      let outcome = try Program.run(arguments, db: path)
      #expect(outcome.code == code, "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.isEmpty && outcome.text.isEmpty)
    }
  }

  @Test func `what is withdrawn is gone from every page and comes back as it was`() throws {
    try Starting.file { path in
      let before = try run("show", "o9", db: path).text
      #expect(try run("withdraw", "o9", "o8", "--why", "a hoax", db: path).code == 0)
      let shown = try run("show", "o9", db: path)
      #expect(shown.code == 1 && shown.errors.contains("entente history o9"))
      #expect(try !run("list", "--format", "csv", db: path).text.contains("\no9,"))
      #expect(
        try run("ingest", "--tlp", "CLEAR", "\(packageRoot)/seeds/observations.csv", db: path).code == 0)
      #expect(try run("show", "o9", db: path).code == 1)
      #expect(try run("restore", "o8", "o9", "--why", "no hoax", db: path).code == 0)
      #expect(try run("show", "o9", db: path).text == before)
    }
  }

  @Test func `history sees what sqlite3 did, and verify what it did to the past`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      let typed = try Tool.run(sqlite, [path, "UPDATE observation SET title = 'Typed there' WHERE id = 9"])
      #expect(typed.errors.isEmpty)
      let history = try run("history", "o9", "--format", "csv", db: path).text
      #expect(history.contains("outside the program,o9,title,") && history.contains("Typed there"))

      let head = try run("seal", db: path)
      #expect(head.code == 0 && head.text.hasPrefix("entente history v1 ") && head.text.hasSuffix("Z\n\n"))
      let headPath = "\(path).head"
      try TestFile.write(head.output, to: headPath)
      let good = try run("verify", "--against", headPath, db: path)
      #expect(good.code == 0 && good.text.hasPrefix("good: "), "\(good.text)\(good.errors)")
      #expect(try run("seal", db: path).text == head.text)

      let trigger = try Tool.run(
        sqlite, [path, "SELECT sql FROM sqlite_schema WHERE name = 'observation_history_update'"])
      let forged = try Tool.run(
        sqlite,
        [
          path,
          "DROP TRIGGER observation_history_update; UPDATE observation_history SET title = 'never' WHERE id = 9; \(trigger.text);",
        ])
      #expect(forged.errors.isEmpty)
      let found = try run("verify", "--against", headPath, "--format", "csv", db: path)
      let lines = found.text.split(separator: "\n")
      #expect(
        found.code == 1 && lines.count == 2 && lines[1].hasPrefix("altered,observation,9,"), "\(found.text)")
      #expect(try run("verify", db: path).code == 1)
      let more = try run("edit", "o9", "--set", "title=Mended", "--why", "x", db: path)
      #expect(more.code == 0)
      let refused = try run("seal", db: path)
      #expect(refused.code == 1 && refused.text.isEmpty && refused.errors.contains("observation 9"))
    }
  }

  @Test func `history and changes look through a lens, and are marked`() throws {
    try Starting.file { path in
      #expect(
        try run(
          "edit", "o9", "--set", "title=Word of red", "--set", "tlp=RED", "--why", "red reason", db: path
        ).code == 0)
      let open = try run("history", "o9", db: path)
      #expect(open.text.contains("Word of red") && open.errors.contains("TLP:RED"))
      for command in [["history", "o9"], ["changes"], ["history", "o8"], ["changes", "--format", "csv"]] {
        let clear = try Program.run(command + ["--max-tlp", "CLEAR"], db: path)
        #expect(!(clear.text + clear.errors).contains("red"), "\(command)")
      }
      let early = try run("history", "o9", "--as-of", "2020", db: path)
      #expect(early.code == 1)
    }
  }
}
