import Formats
import TestSupport
import Testing

@Suite struct `Actors, notes and citations on the command line` {
  private func run(_ path: String, _ arguments: String...) throws -> Tool.Outcome {
    try Program.run(arguments, db: path)
  }

  @Test func `a merge is seen by list, trend and dossier, and undone`() throws {
    try Starting.file { path in
      let count = { (name: String) in
        try run(path, "list", "--actor", name, "--format", "csv").text.split(separator: "\n").count - 1
      }
      let (huawei, zte) = try (count("Huawei"), count("ZTE"))
      let before = try run(path, "trend", "--by", "actor", "--top", "0", "--format", "csv").text
      #expect(try run(path, "actors", "merge", "中兴", "华为", "--why", "test").code == 0)
      let both = try count("Huawei")
      #expect(both >= max(huawei, zte) && both <= huawei + zte)
      #expect(try count("ZTE") == both)
      #expect(try run(path, "show", "ZTE").text.hasPrefix("Huawei\n"))
      #expect(try run(path, "show", "ZTE").text.contains("Counted as one"))
      #expect(try !run(path, "trend", "--by", "actor", "--top", "0", "--format", "csv").text.contains("ZTE"))
      let again = try run(path, "actors", "merge", "Huawei", "ZTE", "--why", "back")
      #expect(again.code == 1)
      #expect(again.errors.contains("stands under Huawei already"))
      #expect(try run(path, "actors", "unmerge", "ZTE", "--why", "test").code == 0)
      #expect(try run(path, "trend", "--by", "actor", "--top", "0", "--format", "csv").text == before)
    }
  }

  @Test func `a name is matched, with a score and reasons`() throws {
    try Starting.file { path in
      let found = try run(path, "actors", "match", "ООО Росатом", "--format", "json")
      let rows = try JSONValue.parse(found.output).array ?? []
      #expect(rows.first?.object?.first { $0.key == "actor" }?.value.string == "Rosatom")
      let unknown = try run(path, "show", "Rosattom")
      #expect(unknown.code == 1)
      #expect(unknown.errors.contains("Nearest: Rosatom"))
      let mixed = try run(path, "actors", "match", "Rоsatom")
      #expect(mixed.errors.contains("U+043E"))
    }
  }

  @Test func `ties, names and parents are entered and taken back`() throws {
    try Starting.file { path in
      let tie = try run(
        path, "actors", "tie", "Huawei", "--kind", "list", "--to", "US Entity List", "--from", "2019-05-16")
      #expect(tie.text == "1\n")
      #expect(try run(path, "show", "Huawei").text.contains("US Entity List"))
      #expect(try run(path, "timeline", "Huawei", "--format", "csv").text.contains("2019-05-16,tie begins"))
      #expect(try run(path, "actors", "tie", "Huawei", "--kind", "owner", "--to", "Nobody Known").code == 1)
      #expect(try run(path, "actors", "tie", "Huawei", "--kind", "cousin", "--to", "ZTE").code == 64)
      #expect(try run(path, "actors", "untie", "1", "--why", "test").code == 0)
      #expect(try run(path, "actors", "untie", "1", "--why", "test").code == 1)
      let names = try run(path, "actors", "names", "Huawei", "--add", "Нuаwei", "--format", "csv")
      #expect(names.errors.contains("mixes Latin and Cyrillic"))
      #expect(names.text.contains("华为,zh,Hani,Hua wei,"))
      #expect(try run(path, "doctor").text.contains("Нuаwei"))
      #expect(try run(path, "actors", "names", "Huawei", "--withdraw", "Нuаwei").code == 0)
      #expect(
        try run(path, "actors", "parent", "Rosatom", "--of", "Atomenergomash").errors.contains(
          "under each other"))
    }
  }

  @Test func `log says what is odd about a new name`() throws {
    try Starting.file { path in
      let logged = try run(
        path, "log", "--date", "2020", "--mechanism", "fund", "--title", "A fund", "--actor",
        "Sbеrbank Fund@ru")
      #expect(logged.code == 0)
      #expect(logged.errors.contains("U+0435"))
      let loaded = try Program.run(
        ["ingest", "-"], db: path,
        input: "event_date,title,mechanism,actors_cn\n2020,Another,fund,Hаier Fund\n")
      #expect(loaded.errors.contains("U+0430"))
    }
  }

  @Test func `notes, tags and judgements show on the page and go`() throws {
    try Starting.file { path in
      #expect(try run(path, "note", "o9", "ask again", "--tlp", "RED").text == "1\n")
      #expect(try run(path, "tag", "o9", "follow-up").code == 0)
      #expect(
        try run(
          path, "judge", "It lapses.", "--on", "o9", "--likelihood", "very likely", "--basis", "o1"
        ).text == "1\n")
      let page = try run(path, "show", "o9")
      for part in ["ask again", "follow-up", "very likely", "It lapses."] {
        #expect(page.text.contains(part))
      }
      #expect(page.errors.contains("TLP:RED"))
      let clear = try run(path, "show", "o9", "--max-tlp", "CLEAR")
      #expect(!clear.text.contains("ask again"))
      let both = try run(
        path, "judge", "It lapses.", "--likelihood", "likely", "--confidence", "low", "--basis", "x")
      #expect(both.code == 64)
      #expect(both.errors.contains("never stand in one sentence"))
      let worded = try run(path, "judge", "It will probably lapse.", "--confidence", "low", "--basis", "x")
      #expect(worded.code == 1)
      #expect(try run(path, "untag", "o9", "follow-up").code == 0)
      #expect(try run(path, "note", "--withdraw", "1").code == 0)
      #expect(try run(path, "judge", "--withdraw", "1").code == 0)
      let after = try run(path, "show", "o9").text
      for part in ["ask again", "follow-up", "It lapses."] { #expect(!after.contains(part)) }
    }
  }

  @Test func `sources are cited in four styles`() throws {
    try Starting.file { path in
      let plain = try run(path, "cite", "o9")
      #expect(plain.code == 0)
      #expect(plain.text.contains("https://"))
      #expect(try run(path, "cite", "o9", "--style", "bibtex").text.hasPrefix("@online{entente-d"))
      let csl = try run(path, "cite", "o9", "o10", "--style", "csl-json")
      #expect(try (JSONValue.parse(csl.output).array ?? []).count >= 2)
      #expect(
        try run(path, "cite", "d1", "--translation", "A Title of Ours").text.contains("[A Title of Ours]"))
      #expect(try run(path, "cite", "o9999").code == 1)
      #expect(try run(path, "cite", "o9", "--style", "apa").code == 64)
    }
  }
}
