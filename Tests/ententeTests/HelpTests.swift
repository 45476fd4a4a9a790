import TestSupport
import Testing

@Suite struct `Help` {
  static let commands = [
    "init", "log", "ingest", "review", "candidates", "candidates list", "candidates accept",
    "candidates reject", "candidates merge", "candidates undo", "propose",
    "copies", "copies list", "copies join", "copies part", "copies find",
    "coverage", "coverage add", "coverage list",
    "declare", "declare add", "declare list", "declare withdraw",
    "edit", "withdraw", "restore", "history", "changes", "seal", "verify",
    "actors", "actors list", "actors match", "actors merge", "actors unmerge", "actors tie", "actors untie",
    "actors names", "actors parent", "note", "tag", "untag", "judge",
    "sample", "code", "agreement", "show", "list", "timeline", "cite",
    "evidence", "evidence list", "evidence add", "conflicts", "outlet", "outlet list", "outlet grade",
    "outlet letters", "outlet impact", "initiatives", "initiatives list", "initiatives show",
    "initiatives due", "initiatives sums", "initiatives add",
    "search", "sql", "trend", "alarms", "forecast", "scorecard", "report", "export", "backup", "doctor",
    "seed", "rebuild", "schema", "completions", "functions", "network",
  ]

  @Test(arguments: commands)
  func `of each command has an example and fits 80 columns`(_ command: String) throws {
    let outcome = try Program.run(
      command.split(separator: " ").map(String.init) + ["--help"], environment: ["COLUMNS": "80"])
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("EXAMPLE"))
    for line in outcome.text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test(arguments: commands)
  func `of each command runs on to the end of its lines`(_ command: String) throws {
    let outcome = try Program.run(
      command.split(separator: " ").map(String.init) + ["--help"], environment: ["COLUMNS": "80"])
    let overview = outcome.text.split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { !$0.hasPrefix("USAGE") }.dropFirst(2)
    for (line, next) in zip(overview, overview.dropFirst())
    where !line.isEmpty && !next.isEmpty && !line.hasPrefix(" ") && !next.hasPrefix(" ") {
      #expect(line.count >= 50, "\(line)")
    }
  }

  @Test func `lists every command there is, and this list has them all`() throws {
    let text = try Program.run(["--help"]).text
    let listed = text.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }.filter { $0.first?.isLowercase == true }
    for command in Self.commands where !command.contains(" ") {
      #expect(text.contains("  \(command) "), "\(command)")
    }
    for name in listed where name != "entente" && name != "help" {
      #expect(Self.commands.contains(name), "\(name)")
    }
  }

  @Test(arguments: commands.filter { !$0.contains(" ") })
  func `and README or tutorial know each command`(_ command: String) throws {
    let pages = try ["README.md", "docs/tutorial.md"].map {
      String(decoding: try TestFile.bytes(of: "\(packageRoot)/\($0)"), as: UTF8.self)
    }
    #expect(pages.contains { $0.contains("entente \(command)") || $0.contains("`\(command)`") })
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completion scripts are printed`(_ shell: String) throws {
    let outcome = try Program.run(["completions", shell])
    #expect(outcome.code == 0 && outcome.text.contains("entente"))
  }
}
