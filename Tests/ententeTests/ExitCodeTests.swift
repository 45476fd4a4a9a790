import TestSupport
import Testing

@Suite struct `Exit codes and errors` {
  @Test func `0 when all is done`() throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(["init"], db: path)
      #expect(outcome.code == 0)
      #expect(outcome.errors.contains("made \(path)"))
    }
  }

  @Test func `1 with what, and what to do, when there is no file`() throws {
    let outcome = try Program.run(["list"], db: "/no/such/folder/x.db")
    #expect(outcome.code == 1)
    #expect(outcome.errors.contains("There is no file /no/such/folder/x.db"))
    #expect(outcome.errors.contains("entente init"))
    #expect(outcome.text.isEmpty)
  }

  @Test func `1 for a file that is no database, which is left as it was`() throws {
    try TestFile.temporary { path in
      let picture = [0xFF, 0xD8, 0xFF, 0xE0] + [UInt8](repeating: 7, count: 5000)
      try TestFile.write(picture, to: path)
      for command in [["list"], ["ingest", "\(packageRoot)/seeds/initiatives.csv"], ["sql", "SELECT 1"]] {
        #expect(try Program.run(command, db: path).code == 1)
      }
      #expect(try TestFile.bytes(of: path) == picture)
    }
  }

  @Test func `2 when something was refused, the rest done`() throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(
        ["ingest", "-"], db: path,
        input: "event_date,title,mechanism\n2019,Good,dialogue\n2019-02-30,Bad,dialogue\n")
      #expect(outcome.code == 2)
      #expect(outcome.text.contains("1 observations"))
      #expect(outcome.errors.contains("standard input:3:1:"))
    }
  }

  @Test(arguments: [
    ["lsit"], ["list", "--colour"], ["trend", "--by", "weather"], ["export", "nothing"],
    ["log", "--date", "2019"], ["log"],
    ["ingest"], ["ingest", "https://example.org/a"], ["list", "--from", "5 June 2019"],
    ["init", "--tlp", "PINK"],
    ["trend", "--format", "xml"], ["candidates", "accept", "o3"],
  ])
  func `64 for wrong use, with the way to do it`(_ arguments: [String]) throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(arguments, db: path)
      #expect(outcome.code == 64, "\(arguments): \(outcome.errors)")
      #expect(outcome.text.isEmpty)
      #expect(outcome.errors.contains("Usage:") || outcome.errors.contains("Error:"))
      #expect(
        TestFile.names(in: String(path.dropLast("/test.db".count))).isEmpty, "no file is made by a mistake")
    }
  }

  @Test func `1 when the output takes no more, and the file is untouched`() throws {
    try Starting.file { path in
      let outcome = try Program.shell(
        "entente export observations > /dev/full", in: "/tmp", environment: ["ENTENTE_DB": path])
      #expect(outcome.code == 1)
      #expect(outcome.text.contains("Cannot write to standard output"))
    }
  }

  @Test func `a reader that leaves early ends the program quietly`() throws {
    try Starting.file { path in
      let outcome = try Program.shell(
        "entente export observations | head -1 | cut -c1-5", in: "/tmp", environment: ["ENTENTE_DB": path])
      #expect(outcome.text == "{\"uid\n")
    }
  }

  @Test func `a Russian locale changes nothing`() throws {
    try Starting.file { path in
      let plain = try Program.run(["trend"], db: path)
      let russian = try Program.run(
        ["trend"], db: path, environment: ["LANG": "ru_RU.UTF-8", "LC_ALL": "ru_RU.UTF-8"])
      #expect(plain.output == russian.output && plain.code == 0)
    }
  }

  @Test func `a wrong ENTENTE_NOW is told, not guessed`() throws {
    let outcome = try Program.run(["list"], db: "/tmp/none.db", environment: ["ENTENTE_NOW": "tomorrow"])
    #expect(outcome.code == 1 && outcome.errors.contains("ENTENTE_NOW"))
  }
}
