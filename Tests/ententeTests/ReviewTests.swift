import Formats
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct `entente review and entente candidates` {
  private func review(_ db: String, environment: [String: String] = [:]) throws -> PseudoTerminal {
    let settings = ["ENTENTE_DB": db, "TERM": "xterm"].merging(environment) { $1 }
    return try PseudoTerminal(["review"], environment: Program.environment(settings))
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
      let terminal = try review(path)
      try terminal.wait(for: "[q]uit")
      #expect(terminal.isRaw && terminal.text.contains("\u{1B}[?1049h"))
      terminal.send("r2")
      try terminal.wait(for: "rejected. u takes it back.")
      terminal.send("kr")
      try terminal.wait(for: "an affair of other countries")
      terminal.send("7q")
      #expect(try terminal.end() == 0)
      #expect(!terminal.isRaw && terminal.text.contains("\u{1B}[?1049l"))
      #expect(terminal.text.contains("2 rejected"))
      #expect(try verdicts(path)["rejected"] == 2)
    }
  }

  @Test func `e opens the proposal in the person's editor, and what was changed is accepted`() throws {
    try Starting.file { path in
      let editor = ["EDITOR": "sed -i -e 's/^title:.*/title: Edited/'", "VISUAL": ""]
      let terminal = try review(path, environment: editor)
      try terminal.wait(for: "[q]uit")
      terminal.send("e")
      try terminal.wait(for: "Changed: title.")
      #expect(terminal.isRaw)
      terminal.send("a")
      try terminal.wait(for: "accepted as")
      terminal.send("q")
      #expect(try terminal.end() == 0 && !terminal.isRaw)
      let titles = try Program.run(["sql", "SELECT title FROM observation WHERE title = 'Edited'"], db: path)
      #expect(titles.text.contains("Edited"))
    }
  }

  @Test func `an editor that fails, or none, is told, and nothing is decided`() throws {
    try Starting.file { path in
      for (editor, words) in [("false", "gave up with code 1"), ("", "correct the fields here")] {
        let terminal = try review(path, environment: ["EDITOR": editor, "VISUAL": ""])
        try terminal.wait(for: "[q]uit")
        terminal.send("e")
        try terminal.wait(for: words)
        terminal.send("\u{3}")
        #expect(try terminal.end() == 0 && !terminal.isRaw)
        #expect(terminal.text.contains("nothing decided"))
      }
    }
  }

  @Test(arguments: ["\u{3}", "\u{4}"])
  func `Ctrl-C and Ctrl-D leave with what was decided`(_ key: String) throws {
    try Starting.file { path in
      let terminal = try review(path)
      try terminal.wait(for: "[q]uit")
      terminal.send("r1")
      try terminal.wait(for: "rejected. u takes it back.")
      terminal.send("\(key)r1")
      #expect(try terminal.end() == 0 && !terminal.isRaw)
      #expect(try verdicts(path)["rejected"] == 1)
    }
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGSEGV, SIGABRT])
  func `a signal ends it by that signal, and the terminal is given back`(_ signal: Int32) throws {
    try Starting.file { path in
      let terminal = try review(path)
      try terminal.wait(for: "[q]uit")
      terminal.raise(signal)
      #expect(try terminal.end() == 128 + signal)
      #expect(!terminal.isRaw && terminal.text.contains("\u{1B}[?1049l"))
    }
  }

  @Test func `a dumb terminal is written on only, and NO_COLOR marks with brackets`() throws {
    try Starting.file { path in
      let dumb = try review(path, environment: ["TERM": "dumb"])
      try dumb.wait(for: "[q]uit")
      dumb.send("q")
      #expect(try dumb.end() == 0 && !dumb.text.contains("\u{1B}"))
      let plain = try review(path, environment: ["NO_COLOR": "1"])
      try plain.wait(for: "[q]uit")
      plain.send("q")
      #expect(try plain.end() == 0 && !plain.text.contains("\u{1B}[1m"))
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
