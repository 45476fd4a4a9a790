import TestSupport
import Testing

@Suite struct `entente sample, code and agreement` {
  private func sql(_ query: String, _ db: String) throws -> String {
    try Program.run(["sql", query, "--format", "csv"], db: db).text
  }

  @Test func `a sample is drawn, coded blind by another, and the agreement told`() throws {
    try Starting.file { path in
      let drawn = try Program.run(
        ["sample", "--seed", "7", "--n", "12", "--by", "mechanism", "--format", "csv"], db: path)
      #expect(drawn.code == 0 && drawn.text.split(separator: "\n").count == 13, "\(drawn.errors)")
      let again = try Program.run(
        ["sample", "--seed", "7", "--n", "12", "--by", "mechanism", "--format", "csv"], db: path)
      #expect(again.text.replacing("s2", with: "s1") == drawn.text)
      let listed = try Program.run(["sample", "--format", "csv"], db: path)
      #expect(
        listed.text.contains("s1,2026-11-24T08:00:00Z,mei,7,") && listed.text.hasSuffix("mechanism,12,0\n"))
      let first = String(drawn.text.split(separator: "\n")[1].split(separator: ",")[2])

      // Whoever entered them does not code them a second time.
      let own = try Program.run(
        ["code", first, "--set", "event_date=2019", "--set", "mechanism=fund"], db: path)
      #expect(own.code == 1 && own.errors.contains("--analyst"))
      let page = try Program.run(["code", "--sample", "s1", "--show", "--analyst", "wei"], db: path)
      #expect(page.code == 0 && page.text.hasPrefix("\(first) of s1\n"))
      let title = try sql(
        "SELECT instrument || '|' || effect AS x FROM observations WHERE id = '\(first)'", path)
      #expect(!page.text.contains(title.split(separator: "\n").last.map(String.init) ?? "none"))

      for index in 0..<12 {
        let mechanism = index % 3 == 0 ? "dialogue" : "fund"
        let outcome = try Program.run(
          [
            "code", "--sample", "s1", "--analyst", "wei", "--set", "event_date=2019", "--set",
            "mechanism=\(mechanism)",
          ],
          db: path)
        #expect(outcome.code == 0 && outcome.errors.contains("\(index + 1) of 12"), "\(outcome.errors)")
      }
      let done = try Program.run(
        ["code", "--sample", "s1", "--analyst", "wei", "--set", "mechanism=fund"], db: path)
      #expect(done.code == 0 && done.errors.contains("12 of 12"))
      let figures = try Program.run(["agreement", "--sample", "s1", "--format", "csv"], db: path)
      #expect(
        figures.code == 0 && figures.text.hasPrefix("field,n,agreed,agree,kappa,lower,upper\nevent_date,12,"))
      #expect(figures.text.contains("\nmechanism,12,"))
      let json = try Program.run(["agreement", "--format", "json"], db: path)
      #expect(json.text.contains("\"field\": \"mechanism\"") || json.text.contains("\"field\":\"mechanism\""))
    }
  }

  @Test func `what cannot be is said: too many, no sample, no second coding yet`() throws {
    try Starting.file { path in
      let many = try Program.run(["sample", "--seed", "1", "--n", "100000"], db: path)
      #expect(many.code == 1 && many.text.isEmpty && many.errors.contains("100000"))
      #expect(try Program.run(["sample", "--seed", "1"], db: path).code == 64)
      #expect(try Program.run(["code", "--set", "mechanism=fund"], db: path).code == 1)
      #expect(try Program.run(["code", "--set", "colour=red"], db: path).code == 64)
      let none = try Program.run(["agreement"], db: path)
      #expect(none.code == 0 && none.errors.contains("Nothing was coded twice"))
    }
  }

  @Test func `prompts show the sources, and go on from one to the next`() throws {
    try Starting.file { path in
      _ = try Program.run(["sample", "--seed", "7", "--n", "2"], db: path)
      let settings = Program.environment(["ENTENTE_DB": path, "ENTENTE_ANALYST": "wei", "TERM": "xterm"])
      let terminal = try PseudoTerminal(["code"], environment: settings)
      try terminal.wait(for: "of s1")
      try terminal.wait(for: "When (")
      terminal.send("2019\r")
      try terminal.wait(for: "Mechanism: ")
      terminal.send("dialogue\r")
      try terminal.wait(for: "Effect: ")
      terminal.send("statement\r")
      try terminal.wait(for: "Instrument: ")
      terminal.send("\r")
      try terminal.wait(for: "Military: ")
      terminal.send("\r")
      try terminal.wait(for: "Sectors")
      terminal.send("space\r")
      try terminal.wait(for: "Multilateral: ")
      terminal.send("\r")
      try terminal.wait(for: "Umbrella: ")
      terminal.send("\r")
      try terminal.wait(for: "1 of 2 in s1")
      try terminal.wait(for: "When (")
      terminal.send("\u{4}")
      #expect(try terminal.end() == 1 && !terminal.isRaw)
      #expect(try sql("SELECT count(*) AS n FROM coding WHERE turn = 'second'", path) == "n\n1\n")
    }
  }

  @Test func `dates of every filter are EDTF, and level 2 is refused with a sentence`() throws {
    try Starting.file { path in
      for command in [["list"], ["search", "space"], ["candidates", "list"], ["trend"]] {
        let plain = try Program.run(command + ["--from", "2019", "--to", "2021-06"], db: path)
        #expect(plain.code == 0, "\(command): \(plain.errors)")
        for wrong in ["2019-34", "[2019,2020]", "2019-1X", "2019?-06"] {
          let refused = try Program.run(command + ["--from", wrong], db: path)
          #expect(
            refused.code == 64 && refused.errors.lowercased().contains("level"),
            "\(command) \(wrong): \(refused.errors)")
        }
      }
      let all = try Program.run(["search", "space", "--limit", "500", "--format", "csv"], db: path).text
      let some = try Program.run(
        ["search", "space", "--limit", "500", "--from", "2019", "--to", "2019", "--format", "csv"], db: path
      ).text
      let lines = { (text: String) in text.split(separator: "\n").dropFirst().filter { $0.hasPrefix("o") } }
      #expect(lines(some) == lines(all).filter { $0.split(separator: ",")[1].hasPrefix("2019") })
      #expect(!lines(some).isEmpty)
      let since = try Program.run(
        ["list", "--entered-since", "2026-11", "--occurred-since", "2019", "--format", "csv"], db: path)
      let from = try Program.run(["list", "--from", "2019", "--format", "csv"], db: path)
      #expect(since.text == from.text && since.text.split(separator: "\n").count > 1)
      #expect(
        try Program.run(["list", "--recorded-since", "2027", "--format", "csv"], db: path).text.split(
          separator: "\n"
        ).count == 1)
    }
  }
}
