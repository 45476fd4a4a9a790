import TestSupport
import Testing

@Suite struct `Alarms as a scheduled run` {
  private static let table =
    "event_date,title,mechanism,effect,stage,sectors,actors_cn,actors_ru\n2026-11-02,Lab opened,academic,advances,signed,space,Huawei,MTS\n"

  private func withFile(_ body: (String) throws -> Void) throws {
    try TestFile.temporary { path in
      let loaded = try Program.run(["ingest", "-"], db: path, input: Self.table)
      #expect(loaded.code == 0, "\(loaded.errors)")
      try body(path)
    }
  }

  @Test func `exit code 3 when something is new, then 0`() throws {
    try withFile { path in
      let trial = try Program.run(["alarms", "--dry-run"], db: path)
      #expect(trial.code == 3 && trial.errors.contains("(not raised)"))
      let first = try Program.run(["alarms", "--new"], db: path)
      #expect(first.code == 3, "\(first.errors)")
      #expect(first.text.contains("First act of Huawei with MTS in this file: Lab opened (2026-11-02)."))
      let second = try Program.run(["alarms", "--new"], db: path)
      #expect(second.code == 0 && second.text.isEmpty && second.errors.isEmpty)
      let open = try Program.run(["alarms"], db: path)
      #expect(open.code == 0 && open.text.contains("Lab opened"))
      #expect(open.errors.contains("no source is on record as watched"))
      let same = try Program.run(["alarms"], db: path)
      #expect(same.output == open.output)
    }
  }

  @Test func `an alarm that is acknowledged is listed with --all only, with the reason`() throws {
    try withFile { path in
      _ = try Program.run(["alarms"], db: path)
      let done = try Program.run(["alarms", "--acknowledge", "1", "--why", "known"], db: path)
      #expect(done.code == 0, "\(done.errors)")
      let open = try Program.run(["alarms", "--format", "json"], db: path)
      #expect(!open.text.contains("\"id\":1,"))
      let all = try Program.run(["alarms", "--all", "--format", "jsonl"], db: path)
      #expect(all.text.contains("\"state\":\"acknowledged\"") && all.text.contains("\"why\":\"known\""))
      let twice = try Program.run(["alarms", "--acknowledge", "1", "--why", "known"], db: path)
      #expect(twice.code == 1 && twice.errors.contains("was acknowledged by mei"))
      #expect(try Program.run(["alarms", "--acknowledge", "1"], db: path).code == 64)
    }
  }

  @Test func `through a lens nothing is raised`() throws {
    try withFile { path in
      #expect(try Program.run(["alarms", "--max-tlp", "GREEN"], db: path).code == 0)
      #expect(try Program.run(["alarms", "--as-of", "2026-11-25"], db: path).code == 0)
      #expect(try Program.run(["alarms"], db: path).code == 3)
      let hidden = try Program.run(["alarms", "--max-tlp", "CLEAR"], db: path)
      #expect(hidden.code == 0 && !hidden.text.contains("Lab opened"))
    }
  }

  @Test func `no forecast without a watch, said with a sentence`() throws {
    try withFile { path in
      let outcome = try Program.run(["forecast"], db: path)
      #expect(outcome.code == 0 && outcome.errors.contains("No forecast: no source is on record as watched"))
      #expect(try Program.run(["scorecard"], db: path).code == 0)
      #expect(try Program.run(["forecast", "--by", "pair"], db: path).code == 64)
    }
  }
}
