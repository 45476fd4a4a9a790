import TestSupport
import Testing

@Suite struct `entente log --edit, --like and prompts` {
  private let first = [
    "log", "--date", "2019-06-05", "--mechanism", "commercial", "--stage", "signed", "--effect", "advances",
    "--sector", "5g", "--actor", "MTS", "--actor", "Huawei", "--title", "MTS and Huawei sign a 5G agreement",
    "--source", "https://tass.com/5g", "--grade", "B2",
  ]

  /// An editor that changes lines of the form with sed.
  private func editor(_ script: String) -> [String: String] {
    ["EDITOR": "sed -i -e '\(script)'", "VISUAL": ""]
  }

  private func count(_ db: String) throws -> String {
    try Program.run(["sql", "SELECT count(*) AS n FROM observation", "--format", "csv"], db: db).text
  }

  private func forms(in folder: String) -> [String] {
    TestFile.names(in: folder).filter { $0.hasPrefix("entente-") && $0.hasSuffix(".txt") }
  }

  @Test func `a form from the editor is entered, and its file goes`() throws {
    try TestFile.folder { folder in
      let db = "\(folder)/t.db"
      let filling = "s/^event_date:/event_date: 2020-05/; s/^title:/title: T/; s/^mechanism:/mechanism: fund/"
      let outcome = try Program.run(
        ["log", "--edit", "--sector", "5g"], db: db,
        environment: editor(filling).merging(["TMPDIR": folder]) { $1 })
      #expect(outcome.code == 0 && outcome.text == "o1\n", "\(outcome.errors)")
      let row = try Program.run(
        ["sql", "SELECT occurred, sectors FROM observations", "--format", "csv"], db: db)
      #expect(row.text == "occurred,sectors\n2020-05,5g\n")
      #expect(forms(in: folder).isEmpty)
    }
  }

  @Test func `a form left as it was, emptied or given up enters nothing`() throws {
    try TestFile.folder { folder in
      let db = "\(folder)/t.db"
      _ = try Program.run(["init"], db: db)
      for editor in [["EDITOR": "true"], editor("d"), ["EDITOR": "false"]] {
        let outcome = try Program.run(
          ["log", "--edit", "--title", "T"], db: db, environment: editor.merging(["TMPDIR": folder]) { $1 })
        #expect(
          outcome.code == 1 && outcome.text.isEmpty
            && outcome.errors.lowercased().contains("nothing was entered"))
        #expect(forms(in: folder).isEmpty)
      }
      #expect(try count(db) == "n\n0\n")
    }
  }

  @Test func `a refused form is told by line, kept, and taken when it is mended`() throws {
    try TestFile.folder { folder in
      let db = "\(folder)/t.db"
      let filling =
        "s/^event_date:/event_date: 2020-05-32/; s/^title:/title: T/; s/^mechanism:/mechanism: fnd/"
      let outcome = try Program.run(
        ["log", "--edit"], db: db, environment: editor(filling).merging(["TMPDIR": folder]) { $1 })
      #expect(outcome.code == 1 && outcome.text.isEmpty)
      let path = try "\(folder)/\(#require(forms(in: folder).first))"
      let lines = outcome.errors.split(separator: "\n").filter { $0.hasPrefix("\(path):") }
      #expect(lines.count == 2 && lines.last?.contains("Did you mean fund?") == true, "\(outcome.errors)")
      #expect(outcome.errors.contains("kept in \(path)"))
      #expect(try count(db) == "n\n0\n")
      let mended = try Program.shell(
        "sed -e 's/2020-05-32/2020-05/; s/fnd/fund/' '\(path)' | entente log --form -", in: folder,
        environment: ["ENTENTE_DB": db])
      #expect(mended.code == 0 && mended.text.hasSuffix("o1\n"), "\(mended.text)")
      let opened = try Program.run(
        ["log", "--edit", "--form", path], db: db, environment: editor("s/fnd/park/; s/-32/-30/"))
      #expect(opened.code == 0 && opened.text == "o2\n", "\(opened.errors)")
    }
  }

  @Test func `without an editor it says so before anything else`() throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(["log", "--edit"], db: path, environment: ["EDITOR": "", "VISUAL": ""])
      #expect(outcome.code == 1 && outcome.errors.contains("$EDITOR"))
      #expect(TestFile.names(in: String(path.dropLast("/test.db".count))).isEmpty)
    }
  }

  @Test func `a likely repeat is refused without a terminal, and --yes enters it`() throws {
    try TestFile.temporary { path in
      #expect(try Program.run(first, db: path).text == "o1\n")
      let again = try Program.run(first, db: path)
      #expect(again.code == 1 && again.text.isEmpty)
      #expect(again.errors.contains("o1 (2019-06-05: MTS and Huawei") && again.errors.contains("same day"))
      #expect(again.errors.contains("--yes"))
      #expect(try count(path) == "n\n1\n")
      #expect(try Program.run(first + ["--yes"], db: path).text == "o2\n")
    }
  }

  @Test func `--like takes what acts of a kind share, and not their day and source`() throws {
    try TestFile.temporary { path in
      _ = try Program.run(first, db: path)
      let bare = try Program.run(["log", "--like", "o1"], db: path)
      #expect(bare.code == 64 || bare.code == 1)
      let outcome = try Program.run(
        ["log", "--like", "o1", "--date", "2021-02", "--title", "A second contract", "--stage", ""], db: path)
      #expect(outcome.code == 0 && outcome.text == "o2\n", "\(outcome.errors)")
      let row = try Program.run(
        [
          "sql", "SELECT mechanism, stage, actors_cn, actors_ru, sources FROM observations WHERE id = 'o2'",
          "--format", "csv",
        ],
        db: path)
      #expect(row.text == "mechanism,stage,actors_cn,actors_ru,sources\ncommercial,,Huawei,MTS,0\n")
      #expect(try Program.run(["log", "--like", "o9", "--date", "2021", "--title", "T"], db: path).code == 1)
    }
  }

  private func prompts(_ db: String) throws -> PseudoTerminal {
    try PseudoTerminal(["log"], environment: Program.environment(["ENTENTE_DB": db, "TERM": "xterm"]))
  }

  @Test func `prompts ask again with the reason, complete, explain, and warn before saving`() throws {
    try TestFile.temporary { path in
      _ = try Program.run(first, db: path)
      let terminal = try prompts(path)
      try terminal.wait(for: "When (")
      terminal.send("2019-02-30\r")
      try terminal.wait(for: "There is no day 30")
      try terminal.wait(for: "2019-02-30")
      // What was typed stands there again.
      terminal.send("\u{15}2019-06-05\r")
      try terminal.wait(for: "What, in one line: ")
      terminal.send("\r")
      try terminal.wait(for: "An observation needs it.")
      terminal.send("Huawei and MTS sign 5G agreement\r")
      try terminal.wait(for: "Mechanism: ")
      terminal.send("? fund\r")
      try terminal.wait(for: "venture funds")
      terminal.send("comm\t\r")
      try terminal.wait(for: "Effect: ")
      terminal.send("adv\t\r")
      try terminal.wait(for: "Stage: ")
      terminal.send("signed\r")
      try terminal.wait(for: "Instrument: ")
      terminal.send("\r")
      try terminal.wait(for: "Sectors")
      terminal.send("5g\r")
      try terminal.wait(for: "Actors")
      terminal.send("Hauwei; MTS\r")
      try terminal.wait(for: "Near: Huawei")
      try terminal.wait(for: "Hauwei; MTS")
      terminal.send("\u{15}Huawei; MT\u{7F}TS\r")
      try terminal.wait(for: "Flow: ")
      terminal.send("\r")
      try terminal.wait(for: "Amount")
      terminal.send("\r")
      try terminal.wait(for: "Summary: ")
      terminal.send("\r")
      try terminal.wait(for: "Address of the source: ")
      terminal.send("https://tass.com/2\r")
      try terminal.wait(for: "outlet: TASS")
      terminal.send("\r")
      try terminal.wait(for: "TASS is B")
      terminal.send("3\r")
      try terminal.wait(for: "Another field?")
      terminal.send("place\r")
      try terminal.wait(for: "Place: ")
      terminal.send("Moscow\r\r")
      try terminal.wait(for: "o1 (2019-06-05")
      terminal.send("y\r")
      #expect(try terminal.end() == 0 && !terminal.isRaw)
      let row = try Program.run(
        ["sql", "SELECT mechanism, place, grades FROM observations WHERE id = 'o2'", "--format", "csv"],
        db: path)
      #expect(row.text == "mechanism,place,grades\ncommercial,Moscow,B3\n")
    }
  }

  @Test func `Ctrl-D leaves the prompts without writing`() throws {
    try TestFile.temporary { path in
      _ = try Program.run(["init"], db: path)
      let terminal = try prompts(path)
      try terminal.wait(for: "When (")
      terminal.send("2019\r\u{4}")
      #expect(try terminal.end() == 1 && !terminal.isRaw)
      #expect(try count(path) == "n\n0\n")
    }
  }
}
