import Formats
import SQLFunctions
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The SQL functions as other programs load them. The test build has the extension beside the program; what
/// `make extension` writes is the same code with the Swift library inside.
@Suite struct `The loaded extension` {
  static let path = "\(Program.folder)/libEntenteExtension.so"
  /// Every example in one statement each, and values that do not come out round.
  static let statements =
    ententeFunctions.map(\.example) + [
      "SELECT rate_ratio_high(7, 12.5, 3, 11.25)", "SELECT poisson_ci_low(13, 7.7)",
      "SELECT nb_cdf(4, 3.3, 1.7)",
      "SELECT trend(month, substr(month, 6) + substr(month, 3, 2)) FROM months('2014', '2019')",
      "SELECT changepoint(month, substr(month, 6) + 0) FROM months('2014', '2019')",
      "SELECT sen_slope(month, substr(month, 6) * 1.7 + substr(month, 3, 2)) FROM months('2014', '2019')",
    ]

  /// The same through `entente sql`: what the others are held against.
  private func ours() throws -> [String] {
    try TestFile.temporary { path in
      _ = try Program.run(["init"], db: path)
      return try Self.statements.map { statement in
        let outcome = try Program.run(["sql", "\(exact) FROM (\(named(statement)))"], db: path)
        #expect(outcome.code == 0, "\(statement): \(outcome.errors)")
        return outcome.text.split(separator: "\n").last.map(String.init) ?? ""
      }
    }
  }

  /// The statement's only column under the name x.
  private func named(_ statement: String) -> String { "WITH t (x) AS (\(statement)) SELECT x FROM t" }

  /// All digits of a number, all bytes of a text.
  private let exact = "SELECT CASE typeof(x) WHEN 'real' THEN format('%!.26g', x) ELSE hex(x) END"

  private func isBuilt(_ test: String = #function) -> Bool {
    if access(Self.path, R_OK) == 0 { return true }
    skip(test, because: "libEntenteExtension.so is not beside the tests")
    return false
  }

  @Test func `gives sqlite3 the same as entente sql`() throws {
    guard isBuilt() else { return }
    guard let tool = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    let script = Self.statements.map { "\(exact) FROM (\(named($0)));\n" }.joined()
    let outcome = try Tool.run(tool, [":memory:"], input: Array((".load \(Self.path)\n" + script).utf8))
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let found = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for (index, value) in try ours().enumerated() {
      #expect(index < found.count && found[index] == value, "\(Self.statements[index])")
    }
  }

  @Test func `gives Debian's Python the same as entente sql, on several connections and threads`() throws {
    guard isBuilt() else { return }
    guard access("/usr/bin/python3", X_OK) == 0 else { return skip(because: "there is no /usr/bin/python3") }
    let program = """
      import sqlite3, sys, threading
      def ask(out):
          db = sqlite3.connect(":memory:")
          db.enable_load_extension(True)
          db.load_extension(sys.argv[1])
          for line in statements:
              out.append(db.execute(line).fetchone()[0])
          db.close()
      statements = sys.stdin.read().split("\\0")
      answers = [[] for _ in range(4)]
      threads = [threading.Thread(target=ask, args=(a,)) for a in answers]
      [t.start() for t in threads]; [t.join() for t in threads]
      assert all(a == answers[0] for a in answers)
      print("\\n".join(answers[0]))
      """
    let probe = try Tool.run("/usr/bin/python3", ["-c", "import sqlite3"])
    guard probe.code == 0 else { return skip(because: "/usr/bin/python3 has no sqlite3") }
    let input = Self.statements.map { "\(exact) FROM (\(named($0)))" }.joined(separator: "\0")
    let outcome = try Tool.run("/usr/bin/python3", ["-c", program, Self.path], input: Array(input.utf8))
    #expect(outcome.code == 0, "\(outcome.errors)")
    let found = outcome.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    for (index, value) in try ours().enumerated() {
      #expect(index < found.count && found[index] == value, "\(Self.statements[index])")
    }
  }

  @Test func `answers Datasette`() throws {
    guard isBuilt() else { return }
    guard let tool = Tool.find("datasette") else { return skip(because: "datasette is not in PATH") }
    try TestFile.temporary { path in
      _ = try Program.run(["init"], db: path)
      let query =
        "/test.json?sql=select+rate_ratio(12,12,4,12)+as+r,+(select+count(*)+from+months('2019','2020'))+as+n&_shape=array"
      let outcome = try Tool.run(tool, [path, "--load-extension", Self.path, "--get", query])
      #expect(outcome.text.contains(#"[{"r": 3.0, "n": 24}]"#), "\(outcome.text) \(outcome.errors)")
    }
  }

  @Test func `tells an error in words`() throws {
    guard isBuilt() else { return }
    guard let tool = Tool.find("sqlite3") else { return skip(because: "sqlite3 is not installed") }
    let outcome = try Tool.run(tool, [":memory:", ".load \(Self.path)", "SELECT wilson_low('a', 3)"])
    #expect(outcome.errors.contains("wilson_low: argument 1 is TEXT, not a whole number"))
  }
}

@Suite struct `functions` {
  @Test func `are listed in every format`() throws {
    for format in RowFormat.allCases {
      let outcome = try Program.run(["functions", "--format", format.rawValue])
      #expect(outcome.code == 0)
      // Markdown escapes the underscores.
      let text = outcome.text.filter { $0 != "\\" }
      for function in ententeFunctions { #expect(text.contains(function.name), "\(format) \(function.name)") }
    }
  }

  @Test func `fit 80 columns`() throws {
    for line in try Program.run(["functions"]).text.split(separator: "\n") {
      #expect(line.count <= 80, "\(line)")
    }
  }

  @Test func `are found by part of their name, and none is said`() throws {
    let some = try Program.run(["functions", "nb_", "--format", "jsonl"])
    #expect(some.text.split(separator: "\n").count == 3)
    let none = try Program.run(["functions", "zeta"])
    #expect(none.code == 0 && none.text.isEmpty && none.errors.contains("zeta"))
  }
}
