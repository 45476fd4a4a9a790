import Formats
import TestSupport
import Testing

@Suite struct `entente review and entente candidates` {
  /// Runs the review on a pseudo-terminal of 80 by 24, with keys typed ahead.
  private func review(
    _ keys: String, db: String, environment: [String: String] = [:], _ arguments: String = ""
  ) throws -> Tool.Outcome? {
    guard let script = Tool.find("script") else {
      skip(because: "there is no program script, which makes a terminal")
      return nil
    }
    let line =
      "stty cols 80 rows 24; stty -a > before; entente review \(arguments); code=$?; stty -a > after; exit $code"
    let folder = String(db.dropLast("/test.db".count))
    let settings = ["ENTENTE_DB": db, "TERM": "xterm", "SHELL": "/bin/sh"].merging(environment) { $1 }
    return try Tool.run(
      "/bin/sh", ["-c", "cd '\(folder)' && exec '\(script)' -qec '\(line)' /dev/null"],
      input: Array(keys.utf8),
      environment: Program.environment(settings))
  }

  private func verdicts(_ path: String) throws -> [String: Int] {
    let outcome = try Program.run(
      ["sql", "SELECT verdict, count(*) FROM candidates GROUP BY 1", "--format", "csv"], db: path)
    var counts: [String: Int] = [:]
    for line in outcome.text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",")
      counts[String(cells[0])] = Int(cells[1])
    }
    return counts
  }

  @Test func `single keys decide on a terminal, which is left as it was found`() throws {
    try Starting.file { path in
      guard let outcome = try review("r2kr7q", db: path) else { return }
      #expect(outcome.code == 0, "\(outcome.text)")
      #expect(try verdicts(path)["rejected"] == 2)
      #expect(outcome.text.contains("\u{1B}[?1049h") && outcome.text.contains("\u{1B}[?1049l"))
      #expect(outcome.text.contains("2 rejected"))
      let folder = String(path.dropLast("/test.db".count))
      #expect(try TestFile.bytes(of: "\(folder)/before") == TestFile.bytes(of: "\(folder)/after"))
    }
  }

  @Test func `Ctrl-C leaves, Ctrl-Z and the end of input do no harm`() throws {
    try Starting.file { path in
      guard let first = try review("r1\u{3}r1", db: path) else { return }
      #expect(first.code == 0)
      _ = try review("\u{1A}r1", db: path)
      #expect(try verdicts(path)["rejected"] == 2)
      let folder = String(path.dropLast("/test.db".count))
      #expect(try TestFile.bytes(of: "\(folder)/before") == TestFile.bytes(of: "\(folder)/after"))
    }
  }

  @Test func `a dumb terminal is written on only, and NO_COLOR marks with brackets`() throws {
    try Starting.file { path in
      guard let dumb = try review("q", db: path, environment: ["TERM": "dumb"]) else { return }
      #expect(!dumb.text.contains("\u{1B}") && dumb.text.contains("[a]ccept"))
      let plain = try review("q", db: path, environment: ["NO_COLOR": "1"])
      #expect(plain?.text.contains("\u{1B}[1m") == false)
    }
  }

  @Test func `without a terminal it says where to go, and exits with 64`() throws {
    try Starting.file { path in
      let outcome = try Program.run(["review"], db: path, input: "a\n")
      #expect(outcome.code == 64 && outcome.errors.contains("entente candidates"))
      #expect(try verdicts(path)["accepted"] == nil)
    }
  }

  @Test func `several candidates are decided each by itself, and what fails is named`() throws {
    try Starting.file { path in
      let ids = try open(path)
      let outcome = try Program.run(["candidates", "accept", ids[0], "c9999", ids[1]], db: path)
      #expect(outcome.code == 2 && outcome.errors.contains("c9999"))
      #expect(outcome.text.split(separator: "\n").count == 2)
      let rejected = try Program.run(
        ["candidates", "reject", "-", "--why", "no"], db: path, input: "\(ids[2])\n\(ids[3]), nothing\n")
      #expect(rejected.code == 2 && rejected.errors.contains("nothing"))
      #expect(try verdicts(path) == ["accepted": 2, "rejected": 2, "open": ids.count - 4])
    }
  }

  @Test func `merge, undo and figures, for scripts`() throws {
    try Starting.file { path in
      let ids = try open(path)
      #expect(try Program.run(["candidates", "merge", ids[0], "--into", "o12"], db: path).code == 0)
      let missing = try Program.run(["candidates", "merge", ids[1], "--into", "o99999"], db: path)
      #expect(missing.code == 1 && missing.errors.contains("o99999"))
      #expect(try Program.run(["candidates", "undo", ids[0], "--why", "no"], db: path).code == 0)
      #expect(try Program.run(["candidates", "undo", ids[0], "--why", "no"], db: path).code == 1)
      #expect(try Program.run(["candidates", "accept", ids[0]], db: path).code == 0)
      let stats = try Program.run(["review", "--stats", "--format", "csv"], db: path)
      #expect(stats.code == 0)
      #expect(stats.text.contains("all,,accepted,1\n") && stats.text.contains("all,,right,1\n"))
      #expect(stats.text.contains("all,,merged,0\n"))
      let page = try Program.run(["review", "--stats"], db: path)
      #expect(page.text.contains("100 % (21-100)") && page.text.contains("Corrected by field"))
    }
  }

  /// Candidates that can be accepted as they are.
  private func open(_ path: String) throws -> [String] {
    let outcome = try Program.run(
      [
        "sql", "SELECT id FROM candidates WHERE verdict = 'open' ORDER BY modality <> 'actual', number",
        "--format",
        "csv",
      ], db: path)
    return outcome.text.split(separator: "\n").dropFirst().map(String.init)
  }
}
