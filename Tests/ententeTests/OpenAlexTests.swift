import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct `The page on papers` {
  /// Runs the page's commands on the series that lies beside the package; the page shows what they print.
  /// RECORD_SNAPSHOTS=1 writes what is printed now into the page.
  @Test func `shows what its commands print`() throws {
    guard
      let series = Shared.path("data/open/openalex_coauthorship_CN_RU_partners_1990_2023.csv")
    else { return }
    let path = "\(packageRoot)/docs/openalex.md"
    let text = String(decoding: try TestFile.bytes(of: path), as: UTF8.self)
    let now = try TestFile.folder { folder in
      symlink(series, "\(folder)/openalex.csv")
      return try Console(page: text).run(in: folder)
    }
    guard now != text else { return }
    if getenv("RECORD_SNAPSHOTS") != nil { try TestFile.write(Array(now.utf8), to: path) }
    let lines = zip(text.split(separator: "\n"), now.split(separator: "\n")).first { $0 != $1 }
    Issue.record("docs/openalex.md: was \"\(lines?.0 ?? "")\", now \"\(lines?.1 ?? "")\"")
  }

  @Test func `a single change of level dates the growth of China-Russia 2014`() throws {
    guard Shared.path("data/open/openalex_coauthorship_CN_RU_partners_1990_2023.csv") != nil else { return }
    let page = String(decoding: try TestFile.bytes(of: "\(packageRoot)/docs/openalex.md"), as: UTF8.self)
    #expect(page.contains("A single change of level would be dated 2014"))
  }
}

@Suite struct `Declared dates` {
  @Test func `are kept with their instant, listed, and withdrawn with the reason`() throws {
    try TestFile.temporary { path in
      let first = try Program.run(["declare", "2022-02-24", "--title", "War"], db: path)
      #expect(first.code == 0 && first.text == "p1\n", "\(first.errors)")
      let listed = try Program.run(["declare", "list", "--format", "csv"], db: path).text
      #expect(listed == "id,date,title,note,declared,withdrawn\np1,2022-02-24,War,,2026-11-24T08:00:00Z,\n")
      #expect(try Program.run(["declare", "withdraw", "p1", "--why", "twice"], db: path).code == 0)
      #expect(try Program.run(["declare", "list", "--format", "csv"], db: path).text.contains(",twice"))
      let asked = try Program.run(["trend", "--around", "p1"], db: path)
      #expect(asked.code == 1 && asked.errors.contains("p1 was withdrawn: twice."))
      #expect(try Program.run(["declare", "2022/..", "--title", "x"], db: path).code == 1)
      #expect(try Program.run(["trend", "--control", "x"], db: path).code == 64)
    }
  }

  @Test func `on the starting events nothing is said, as nobody watched`() throws {
    try Starting.file { path in
      let entry = try Program.run(["declare", "2022-02-24", "--title", "War"], db: path)
      #expect(entry.errors.contains("declared after they were seen"))
      let around = try Program.run(["trend", "--around", "p1"], db: path)
      #expect(around.code == 0 && around.text.contains("No verdict: no source is on record as watched."))
      let trend = try Program.run(["trend", "--explain"], db: path)
      #expect(
        trend.text.contains("Convenience collection: counts describe the file, not the world; no verdicts."))
      #expect(!trend.text.contains("a year") || !trend.text.contains("rise x"))
    }
  }

  /// One count is adjusted over everything in the report, and not over one of its tables.
  @Test func `a report adjusts over all its tables`() throws {
    try Starting.file { path in
      _ = try Program.run(["coverage", "add", "TASS", "--from", "2015-01-01"], db: path)
      func tests(_ arguments: [String]) throws -> Set<String> {
        let text = try Program.run(arguments + ["--format", "json"], db: path).text
        return Set(
          text.split(separator: "\n").filter { $0.contains("\"tests\":") && !$0.contains("level") }.map {
            $0.filter(\.isNumber)
          })
      }
      let mechanisms = try #require(Int(try tests(["trend", "--by", "mechanism"]).first ?? ""))
      let sectors = try #require(Int(try tests(["trend", "--by", "sector"]).first ?? ""))
      #expect(try tests(["report"]) == ["\(mechanisms + sectors)"])
      let short = try tests(["trend", "--by", "pair", "--top", "1"])
      let whole = try tests(["trend", "--by", "pair", "--top", "0"])
      #expect(short == whole)
    }
  }

  @Test func `counts agree with the rows behind them, on the starting events`() throws {
    try Starting.file { path in
      for dimension in ["mechanism", "sector", "pair"] {
        let counts = try Program.run(["trend", "--by", dimension, "--format", "csv"], db: path).text
        let sum = counts.split(separator: "\n").dropFirst().compactMap { line in
          // count is the third cell from the end; labels may hold commas, numbers do not.
          Int(line.split(separator: ",", omittingEmptySubsequences: false).dropLast(2).last ?? "")
        }.reduce(0, +)
        let rows = try Program.run(["trend", "--by", dimension, "--rows", "--format", "json"], db: path).text
        #expect(rows.split(separator: "\n").count - 2 == sum, "\(dimension)")
      }
    }
  }

  @Test
  func `trend --format json carries method, settings, statements and caveats, the same bytes each time`()
    throws
  {
    try Starting.file { path in
      _ = try Program.run(["coverage", "add", "TASS", "--from", "2015-01-01"], db: path)
      let one = try Program.run(
        ["trend", "--by", "sector", "--period", "quarter", "--format", "json"], db: path)
      let two = try Program.run(
        ["trend", "--by", "sector", "--period", "quarter", "--format", "json"], db: path)
      #expect(one.code == 0 && one.output == two.output)
      for key in [
        "\"method\"", "\"settings\"", "\"sql\"", "\"ratio_per_year\"", "\"p_adjusted\"", "\"caveats\"",
        "\"smallest_detectable_ratio\"", "\"methods\"", "\"seasonal-mann-kendall\"", "\"recent\"",
      ] {
        #expect(one.text.contains(key), "\(key)")
      }
      let text = try Program.run(["trend", "--by", "sector", "--period", "quarter", "--explain"], db: path)
        .text
      #expect(text.contains("By other methods (no verdict rests on them):"))
      #expect(text.contains("negative-binomial: ") && !text.contains("pettitt: "))
      let asked = try Program.run(
        ["trend", "--by", "sector", "--method", "pettitt", "--method", "ears"], db: path)
      #expect(asked.text.contains("pettitt: after ") && !asked.text.contains("negative-binomial: "))
      #expect(try Program.run(["trend", "--method", "guess"], db: path).code == 64)
      #expect(try Program.run(["trend", "--method", "ears", "--format", "csv"], db: path).code == 64)
      #expect(text.contains("Method\n") && text.contains("Settings\n") && text.contains("SQL\n"))
      for line in text.split(separator: "\n").prefix(60) { #expect(line.count <= 80, "\(line)") }
    }
  }
}
