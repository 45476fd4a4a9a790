import TestSupport
import Testing

private let sheets = "\(packageRoot)/Tests/Sheets"

@Suite struct `Sheets on the command line` {
  @Test func `a draft is printed and nothing is made`() throws {
    try TestFile.folder { folder in
      let outcome = try Program.run(
        ["ingest", "\(sheets)/projects.csv", "--map-draft"], db: "\(folder)/a.db")
      #expect(outcome.code == 0, "\(outcome.errors)")
      #expect(outcome.text.contains("[columns.event_date]\nfrom = \"Date\""))
      #expect(TestFile.names(in: folder).isEmpty)
    }
  }

  @Test func `a dry run prints rows and values, the load itself refuses a row with its number`() throws {
    try TestFile.temporary { path in
      let map = ["--map", "\(sheets)/agreements.toml", "\(sheets)/agreements.csv"]
      let dry = try Program.run(["ingest", "--dry-run"] + map, db: path)
      #expect(dry.code == 2)
      #expect(dry.text.contains("mechanism: \"Что-то ещё\" (1)"))
      #expect(dry.text.contains("Dry run, nothing kept"))
      let loaded = try Program.run(["ingest"] + map, db: path)
      #expect(loaded.code == 2)
      #expect(loaded.errors.contains("agreements.csv:5:"))
      #expect(loaded.text.contains("3 observations"))
    }
  }

  @Test func `everything goes out by a pipe and comes in`() throws {
    try TestFile.folder { folder in
      let line = """
        entente ingest '\(sheets)/contacts.csv' --map '\(sheets)/contacts.csv.map.csv' --db a.db >/dev/null 2>&1
        entente export --all --db a.db 2>/dev/null | entente ingest - --db b.db
        entente export --all --db a.db 2>/dev/null >a.jsonl; entente export --all --db b.db 2>/dev/null >b.jsonl
        cmp a.jsonl b.jsonl && echo same
        """
      let outcome = try Program.shell(line, in: folder)
      #expect(outcome.text.contains("2 observations"), "\(outcome.text)")
      #expect(outcome.text.hasSuffix("same\n"), "\(outcome.text)")
    }
  }

  @Test(arguments: [
    (["export"], "Name a table, or --all"), (["export", "--all", "actors"], "--all goes without"),
    (["export", "--all", "--format", "csv"], "jsonl"),
    (["ingest", "a.csv", "b.csv", "--map-draft"], "one sheet"),
  ])
  func `wrong flags are told`(arguments: [String], said: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.code == 64)
    #expect(outcome.errors.contains(said), "\(outcome.errors)")
  }

  @Test func `a map that is not there, or is none, is an error with its place`() throws {
    try TestFile.temporary { path in
      let none = try Program.run(["ingest", "\(sheets)/contacts.csv", "--map", "none.toml"], db: path)
      #expect(none.code == 1)
      #expect(none.errors.contains("none.toml"))
      let wrong = try Program.run(
        ["ingest", "\(sheets)/contacts.csv", "--map", "\(sheets)/projects.csv"], db: path)
      #expect(wrong.code == 1)
      #expect(wrong.errors.contains("what,name,key,becomes"))
    }
  }
}
