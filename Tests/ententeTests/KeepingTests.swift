import Formats
import TestSupport
import Testing

@Suite struct `Keeping` {
  @Test func `export into ingest into an empty file, exported again, is equal`() throws {
    try Starting.file { path in
      try TestFile.folder { folder in
        let line = """
          entente export observations --format jsonl > a.jsonl && entente export evidence --format jsonl > e.jsonl &&
          entente --version > /dev/null && cat a.jsonl | ENTENTE_DB=copy.db entente ingest - &&
          cat e.jsonl | ENTENTE_DB=copy.db entente ingest - &&
          ENTENTE_DB=copy.db entente export observations --format jsonl | cmp - a.jsonl &&
          ENTENTE_DB=copy.db entente export evidence --format jsonl | cmp - e.jsonl && echo same
          """
        let outcome = try Program.shell(line, in: folder, environment: ["ENTENTE_DB": path])
        #expect(outcome.text.hasSuffix("same\n"), "\(outcome.text)")
      }
    }
  }

  @Test func `ingest reports in JSON what people count on`() throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(
        ["ingest", "-", "--format", "json"], db: path,
        input: "event_date,title,mechanism\n2019,Good,dialogue\n2019,Bad,nothing\n")
      let summary = try JSONValue.parse(outcome.output)
      #expect(summary["documents"]?.integer == 0 && summary["candidates"]?.integer == 0)
      #expect(summary["observations"]?.integer == 1 && summary["skipped"]?.integer == 0)
      let refused = try #require(summary["refused"]?.array)
      #expect(
        refused.count == 1 && refused[0]["line"]?.integer == 3
          && refused[0]["file"]?.string == "standard input")
      #expect(refused[0]["reason"]?.string?.isEmpty == false)
    }
  }

  @Test func `backup writes a checked copy and never over another file`() throws {
    try Starting.file { path in
      let to = "\(path).backup"
      #expect(try Program.run(["backup", to], db: path).code == 0)
      let copied = try Program.run(["export", "observations"], db: to).output
      let original = try Program.run(["export", "observations"], db: path).output
      #expect(copied == original && !copied.isEmpty)
      #expect(try Program.run(["backup", to], db: path).code == 1)
      #expect(try Program.run(["backup", "/no/such/folder/b.db"], db: path).code == 1)
    }
  }

  @Test func `rebuild changes no answer`() throws {
    try Starting.file { path in
      let questions = [
        ["trend", "--by", "sector"], ["report"], ["list"], ["search", "华为"],
        ["candidates", "list", "--format", "csv"],
        ["export", "candidates"], ["export", "documents"],
        ["sql", "SELECT * FROM mentions", "--format", "csv"],
      ]
      let before = try questions.map { try Program.run($0, db: path).output }
      #expect(try Program.run(["rebuild"], db: path).code == 0)
      #expect(try questions.map { try Program.run($0, db: path).output } == before)
    }
  }

  @Test func `doctor is content, and sees what other programs did`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      #expect(try Program.run(["doctor"], db: path).code == 0)
      let typed = try Tool.run(
        sqlite,
        [path, "UPDATE observation SET title = 'typed' WHERE id = 9; CREATE VIEW my_own AS SELECT 1;"])
      #expect(typed.code == 0, "\(typed.errors)")
      let deleted = try Tool.run(sqlite, [path, "DELETE FROM observation WHERE id = 9"])
      #expect(deleted.code != 0 && deleted.errors.contains("withdrawn"))
      let table = try Program.run(["doctor", "--format", "csv"], db: path)
      #expect(table.code == 0)
      #expect(table.text.contains("view my_own"))
      #expect(table.text.contains("changes made outside the program,,1"))
    }
  }

  @Test func `a seed folder of one's own adds to the names`() throws {
    try Starting.file { path in
      try TestFile.folder { folder in
        try TestFile.write(
          Array("name,kind,side,parent,aliases_en,aliases_ru,aliases_zh\nNew Lab,institute,cn,,NL,,\n".utf8),
          to: "\(folder)/actors.csv")
        let outcome = try Program.run(["seed", "--from", folder], db: path)
        #expect(outcome.code == 0 && outcome.text.contains("1 new"))
      }
    }
  }

  @Test func `no output is written over the database or what belongs to it`() throws {
    try Starting.file { path in
      let before = try TestFile.bytes(of: path)
      let folder = String(path.dropLast("/test.db".count))
      #expect(try Program.shell("ln -s test.db link.db", in: folder).code == 0)
      for target in [path, "link.db", "\(path)-journal", "./test.db", "test.db-wal"] {
        for db in [path, "\(folder)/link.db"] {
          let line = "entente export observations --out \(target)"
          let outcome = try Program.shell(line, in: folder, environment: ["ENTENTE_DB": db])
          #expect(outcome.code == 1, "\(target) with \(db)")
        }
      }
      #expect(try TestFile.bytes(of: path) == before)
    }
  }

  @Test func `rebuild mends a view and refuses a file without one of its triggers`() throws {
    guard let sqlite = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    try Starting.file { path in
      _ = try Tool.run(sqlite, [path, "DROP VIEW observations; CREATE VIEW broken AS SELECT * FROM nothing"])
      #expect(try Program.run(["list"], db: path).code == 1)
      #expect(try Program.run(["rebuild"], db: path).code == 0)
      #expect(try Program.run(["list"], db: path).code == 0)
      _ = try Tool.run(sqlite, [path, "DROP TRIGGER observation_update"])
      for command in [["list"], ["rebuild"], ["sql", "SELECT 1"]] {
        let outcome = try Program.run(command, db: path)
        #expect(outcome.code == 1 && outcome.errors.contains("observation_update"), "\(command)")
      }
    }
  }
}
