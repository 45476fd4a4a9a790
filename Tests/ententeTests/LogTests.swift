import TestSupport
import Testing

@Suite struct `Logging at the command line` {
  @Test func `enters one observation and prints its id`() throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(
        [
          "log", "--date", "2019-06-05", "--mechanism", "commercial", "--stage", "signed", "--effect",
          "advances", "--sector", "5g",
          "--actor", "MTS", "--actor", "Huawei", "--title", "MTS and Huawei sign a 5G agreement", "--source",
          "https://example.org/5g",
          "--outlet", "TASS", "--grade", "B2", "--flow", "cn-to-ru", "--amount", "1000000", "--currency",
          "USD", "--initiative", "mts-huawei-5g",
        ], db: path)
      #expect(outcome.code == 0)
      #expect(outcome.text == "o1\n")
      let row = try Program.run(
        [
          "sql", "SELECT actors_cn, actors_ru, grades, initiatives, series FROM observations", "--format",
          "csv",
        ], db: path)
      #expect(
        row.text == "actors_cn,actors_ru,grades,initiatives,series\nHuawei,MTS,B2,mts-huawei-5g,counted\n")
      let change = try Program.run(
        [
          "sql", "SELECT analyst, why FROM changes WHERE id = (SELECT max(id) FROM changes)", "--format",
          "csv",
        ], db: path)
      #expect(change.text == "analyst,why\nmei,log\n")
    }
  }

  @Test func `refuses what a table would be refused for, and enters nothing`() throws {
    try TestFile.temporary { path in
      let outcome = try Program.run(
        ["log", "--date", "2019-02-30", "--mechanism", "fund", "--title", "T"], db: path)
      #expect(outcome.code == 1 && outcome.errors.contains("2019-02-30"))
      let unknown = try Program.run(
        ["log", "--date", "2019", "--mechanism", "fund", "--title", "T", "--actor", "Hauwei"], db: path)
      #expect(unknown.code == 1 && unknown.errors.contains("Huawei"))
      #expect(
        try Program.run(["sql", "SELECT count(*) FROM observation", "--format", "csv"], db: path).text
          == "count(*)\n0\n")
    }
  }
}
