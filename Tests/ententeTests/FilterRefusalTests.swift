import TestSupport
import Testing

@Suite struct `A filter that names what is not there` {
  @Test(arguments: [
    ["--initiative", "cr929"], ["--outlet", "No Such Wire"], ["--tag", "no-such-tag"], ["--country", "XX"],
    ["--dataset", "none"], ["--amount-kind", "gift"], ["--military", "a lot"],
  ])
  func `is refused, for an empty answer would look like a finding`(flags: [String]) throws {
    try Starting.file { path in
      for command in ["list", "timeline"] {
        let outcome = try Program.run([command] + flags, db: path)
        #expect(outcome.code == 1 && outcome.text.isEmpty, "\(command) \(flags)")
        #expect(
          outcome.errors.contains("There is no ") && outcome.errors.contains(flags[1]), "\(outcome.errors)")
      }
    }
  }

  @Test func `is not one that names a country or an initiative of the file`() throws {
    try Starting.file { path in
      let found = try Program.run(["timeline", "--initiative", "widebody", "--format", "csv"], db: path)
      #expect(found.code == 0 && found.text.split(separator: "\n").count > 3, "\(found.errors)")
      #expect(try Program.run(["list", "--country", "kz"], db: path).code == 0)
      let judged = try Program.run(
        [
          "judge", "The fund will not be set up before 2027.", "--on", "tech-fund", "--likelihood", "likely",
          "--basis", "two lapsed dates",
        ],
        db: path)
      #expect(judged.code == 0, "\(judged.errors)")
    }
  }

  @Test func `only ties of the days asked for stand in a timeline`() throws {
    try Starting.file { path in
      let tie = [
        "actors", "tie", "Huawei", "--kind", "list", "--to", "US Entity List", "--from", "2019-05-16",
      ]
      let entered = try Program.run(tie, db: path)
      #expect(entered.code == 0, "\(entered.errors)")
      let again = try Program.run(tie, db: path)
      #expect(again.code == 1 && again.errors.contains("The tie is there already"), "\(again.errors)")
      let days = ["timeline", "Huawei", "--format", "csv", "--from"]
      #expect(try Program.run(days + ["2019-05"], db: path).text.contains("US Entity List"))
      #expect(try !Program.run(days + ["2020", "--to", "2020-06"], db: path).text.contains("US Entity List"))
      #expect(try !Program.run(days + ["2010", "--to", "2018"], db: path).text.contains("US Entity List"))
    }
  }

  @Test func `a list is marked with what stands in it`() throws {
    try Starting.file { path in
      let red = ["log", "--date", "2031", "--title", "Secret", "--mechanism", "fund", "--tlp", "RED"]
      let entered = try Program.run(red, db: path)
      #expect(entered.code == 0, "\(entered.errors)")
      #expect(try Program.run(["list", "--limit", "1"], db: path).errors.contains("TLP:CLEAR"))
      #expect(try Program.run(["list", "--limit", "1", "--newest"], db: path).errors.contains("TLP:RED"))
    }
  }
}

@Suite struct `A sum at the prompts` {
  @Test func `is asked for with its currency and kind, also where it is named as another field`() throws {
    try TestFile.temporary { path in
      let terminal = try PseudoTerminal(
        ["log", "--analyst", "mei"],
        environment: Program.environment(["ENTENTE_DB": path, "TERM": "xterm"]))
      let answers = [
        ("When (", "2019-06-05"), ("What, in one line: ", "A fund is set up"), ("Mechanism: ", "fund"),
        ("Effect: ", "advances"), ("Stage: ", "signed"), ("Instrument: ", ""), ("Sectors", ""),
        ("Actors", "Huawei Technologies Co., Ltd@cn"), ("Flow: ", ""), ("Amount, in full units: ", "100"),
        ("Currency: ", ""),
      ]
      for (asked, answer) in answers {
        try terminal.wait(for: asked)
        terminal.send(answer + "\r")
        if asked == "Actors" { try terminal.wait(for: "like Huawei") }
      }
      try terminal.wait(for: "An amount and its currency go together")
      terminal.send("USD\r")
      try terminal.wait(for: "Amount kind: ")
      terminal.send("committed\r")
      try terminal.wait(for: "Summary: ")
      terminal.send("\r")
      try terminal.wait(for: "Address of the source: ")
      terminal.send("\r")
      try terminal.wait(for: "Outlet: ")
      terminal.send("\r")
      try terminal.wait(for: "Another field?")
      terminal.send("amount\r")
      try terminal.wait(for: "Amount, in full units: ")
      terminal.send("\u{15}200\r")
      try terminal.wait(for: "Another field?")
      terminal.send("\r")
      try terminal.wait(for: "Enter it as another body?")
      terminal.send("y\r")
      try terminal.wait(for: "o1")
      let row = try Program.run(
        ["sql", "SELECT amount, currency, amount_kind FROM observation", "--format", "csv"], db: path)
      #expect(row.text.contains("200") && row.text.contains("USD,committed"), "\(row.text)")
    }
  }
}
