import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

private let folder = "\(packageRoot)/Tests/Sheets"

extension EntenteFile {
  /// Loads a sheet of Tests/Sheets by its map.
  func ingest(sheet: String, map: String, dryRun: Bool = false) throws -> IngestSummary {
    var options = Ingest.Options()
    options.map = try SheetMap(path: "\(folder)/\(map)")
    options.dryRun = dryRun
    return try ingest("\(folder)/\(sheet)", options: options)
  }

  /// Loads a sheet and a map that are written here.
  func ingest(
    _ sheet: [UInt8], as name: String = "sheet.csv", map: String, dryRun: Bool = false, update: Bool = false,
    dataset: String? = nil
  ) throws -> IngestSummary {
    try TestFile.folder { folder in
      try TestFile.write(Array(map.utf8), to: "\(folder)/map.toml")
      try TestFile.write(sheet, to: "\(folder)/\(name)")
      var options = Ingest.Options()
      options.map = try SheetMap(path: "\(folder)/map.toml")
      (options.dryRun, options.update, options.dataset) = (dryRun, update, dataset)
      return try ingest("\(folder)/\(name)", options: options)
    }
  }
}

private let plain = """
  [columns]
  event_date = "Day"
  title = "What"
  [columns.mechanism]
  constant = "dialogue"

  """

@Suite struct SheetTests {
  @Test func `a sheet with semicolons, decimal commas, a title and a total comes in by its map`() throws {
    let file = try seeded()
    let summary = try file.ingest(sheet: "projects.csv", map: "projects.toml")
    #expect(summary.observations == 3)
    #expect(summary.refused.map(\.line) == [8], "\(summary.refused)")
    let rows = try file.export("observations")
    #expect(rows.map { $0["event_date"] } == ["2019-06-05", "2019-12-11", "2019"])
    #expect(rows.map { $0["amount"] } == ["1000500000", "", "250000"])
    #expect(rows.map { $0["currency"] } == ["USD", "", "USD"])
    #expect(rows.map { $0["stage"] } == ["signed", "running", "completed"])
    #expect(rows[0]["actors_ru"] == "Russian Direct Investment Fund")
    #expect(rows[1]["actors_cn"] == "Huawei")
    #expect(rows.map { $0["id"] } == ["1", "2", "3"])
    #expect(rows.map { $0["dataset"] } == ["desk-projects", "desk-projects", "desk-projects"])
    #expect(rows[1]["Comment of the desk"] == "asked; no answer")
    #expect(summary.notes.contains { $0.contains("1 row is passed over") })
  }

  @Test(arguments: [Encoding.utf8, .windows1251, .utf16LE])
  func `a Russian sheet with words in its dates and sums comes in by its map, in any encoding`(
    encoding: Encoding
  ) throws {
    let file = try seeded()
    let text = String(decoding: try TestFile.bytes(of: "\(folder)/agreements.csv"), as: UTF8.self)
    let map = String(decoding: try TestFile.bytes(of: "\(folder)/agreements.toml"), as: UTF8.self)
    // Two of its lines have Chinese, which windows-1251 has not.
    let kept =
      encoding == .windows1251
      ? text.replacing("华为", by: "Huawei").replacing("¥", by: "юаней").replacing("—", by: "-") : text
    let ours = encoding == .windows1251 ? map.replacing("\"—\"", by: "\"-\"") : map
    let summary = try file.ingest(kept.bytes(in: encoding), map: ours)
    #expect(summary.observations == 3, "\(summary.refused.map(\.description))")
    #expect(summary.refused.map(\.line) == [5])
    #expect(summary.refused.first?.value == "Что-то ещё")
    let rows = try file.export("observations")
    #expect(rows.map { $0["event_date"] } == ["2019-06-05", "2019-06", "2019-06-05"])
    #expect(rows.map { $0["amount"] } == ["1200000000", "", "12500000"])
    #expect(rows.map { $0["currency"] } == ["RUB", "", "USD"])
    #expect(
      rows.map { $0["actors_ru"] } == [
        "Rosatom;United Aircraft Corporation", "Lomonosov Moscow State University", "ITMO University",
      ])
    #expect(rows.map { $0["actors_cn"] } == ["COMAC", "Peking University", "Huawei"])
    #expect(rows.map { $0["sectors"] } == ["aviation", "unspecified", "telecom"])
    #expect(rows.allSatisfy { $0["Ответственный"] == nil })
  }

  @Test func `a sheet with many actors in one cell comes in by a map that is itself a table`() throws {
    let file = try seeded()
    let summary = try file.ingest(sheet: "contacts.csv", map: "contacts.csv.map.csv")
    #expect(summary.observations == 2, "\(summary.refused.map(\.description))")
    #expect(summary.refused.map(\.line) == [4])
    #expect(summary.refused.first?.reason.contains("nothing tells its side") == true)
    let rows = try file.export("observations")
    #expect(rows.map { $0["event_date"] } == ["2019-06-05", "2019-12-11"])
    #expect(rows.map { $0["actors_ru"] } == ["Roscosmos", "MTS;Rostelecom"])
    #expect(rows.map { $0["actors_cn"] } == ["China National Space Administration;Acme Widgets", "Huawei"])
    #expect(rows.map { $0["instrument"] } == ["meeting", "visit"])
    #expect(rows[0]["Remark (2)"] == "second")
    #expect(rows[0]["extras"] == #"{"Remark":"first","Remark (2)":"second"}"#)
  }

  @Test func `loading a sheet again is no change, and its export comes in elsewhere`() throws {
    let file = try seeded()
    _ = try file.ingest(sheet: "contacts.csv", map: "contacts.csv.map.csv")
    let changes = try file.count("SELECT count(*) FROM change")
    let again = try file.ingest(sheet: "contacts.csv", map: "contacts.csv.map.csv")
    #expect(again.observations == 0)
    #expect(again.skipped == 2)
    let after = try file.count("SELECT count(*) FROM change")
    #expect(after == changes)
    let other = try seeded()
    let csv = try file.csv("observations")
    #expect(csv.contains("Remark (2)"))
    let loaded = try other.ingest(text: csv)
    #expect(loaded.refused.isEmpty, "\(loaded.refused)")
    let copy = try other.csv("observations")
    #expect(copy == csv)
  }

  @Test func `a row whose id is known with other content is refused, and taken as a correction with update`()
    throws
  {
    let file = try seeded()
    let map = plain + "[columns.id]\nfrom = \"No\"\n"
    _ = try file.ingest(Array("No;Day;What;Mood\n1;2019;Talks;good\n".utf8), map: map)
    let changed = Array("No;Day;What;Mood\n1;2019;Talks;bad\n".utf8)
    let refused = try file.ingest(changed, map: map)
    #expect(refused.refused.first?.line == 2)
    #expect(refused.refused.first?.reason.contains("known with other content") == true)
    let updated = try file.ingest(changed, map: map, update: true)
    #expect(updated.updated == 1)
    let rows = try file.export("observations")
    #expect(rows.map { $0["Mood"] } == ["bad"])
  }

  @Test func `a dry run tells what rows become and counts values without a meaning, and keeps nothing`()
    throws
  {
    let file = try seeded()
    let summary = try file.ingest(sheet: "agreements.csv", map: "agreements.toml", dryRun: true)
    let report = try #require(summary.sheets.values.first)
    #expect(report.unmapped.map { "\($0.column) \($0.value) \($0.count)" } == ["mechanism Что-то ещё 1"])
    #expect(report.rows.count == 4)
    #expect(report.rows[0].number == 2)
    #expect(report.rows[0].cells["amount"] == "1200000000")
    #expect(summary.preview.contains("row 2: 2019-06-05, agreement, aviation: Соглашение"))
    #expect(summary.preview.contains("row 5: refused: "))
    let held = try file.count("SELECT count(*) FROM observation")
    #expect(held == 0)
  }

  @Test func `ragged rows are filled, longer ones and open quotes cost one row each`() throws {
    let file = try seeded()
    let sheet = "sep=;\rDay;What;More\r2019;Short\r\r2020;Long;a;b\r2021;\"Open;x\r2022;Last;x;;\r;;\r"
    let summary = try file.ingest(Array(sheet.utf8), map: plain)
    #expect(summary.refused.map(\.line) == [5, 6], "\(summary.refused)")
    let rows = try file.export("observations")
    #expect(rows.map { $0["title"] } == ["Short", "Last"])
  }

  @Test func `a sheet of our own columns in another dialect needs no map`() throws {
    let file = try seeded()
    let text = "event_date\ttitle\tmechanism\tПримечание\n05.06.2019\tПереговоры\tdialogue\tда\n"
    let summary = try file.ingest(bytes: text.bytes(in: .utf16LE), as: "ours.csv")
    #expect(summary.observations == 1, "\(summary.refused)")
    let rows = try file.export("observations")
    #expect(rows[0]["Примечание"] == "да")
    #expect(rows[0]["event_date"] == "2019-06-05")
  }

  @Test(arguments: [
    ("[columns]\nevent_date = \"Dya\"\n", "map.toml:2:14: the sheet has no column \"Dya\""),
    ("[columns]\nevent_dat = \"Day\"\n", "map.toml:2:13: observations have no column \"event_dat\""),
    ("tabel = \"x\"\n", "map.toml:1:9: there is no setting \"tabel\""),
    ("[columns.title]\nfrom = Day\n", "map.toml:2:8: Day is no value"),
    ("[columns.actors]\nfrom = \"Day\"\nside = \"china\"\n", "map.toml:3:8: there is no side \"china\""),
    ("Дата = 1\n", "map.toml:1:1: a key is missing or not in quotes"),
  ])
  func `a mistake in a map is told with its place`(map: String, said: String) throws {
    let file = try seeded()
    do {
      let summary = try file.ingest(Array("Day,What\n2019,Talks\n".utf8), map: map)
      #expect(summary.refused.first?.description.contains(said) == true, "\(summary.refused)")
    } catch let error as SheetMapError {
      #expect(error.sentence.contains(said), "\(error.sentence)")
    }
  }

  @Test func `a draft is a map that can be read, and proposes what header and values show`() throws {
    let file = try seeded()
    let draft = try MapDraft(path: "\(folder)/projects.csv", sheet: nil, file).text(for: "projects.csv")
    for line in [
      "header = 4", "skip = [\"total\"]", "decimal = \",\"", "[columns.event_date]\nfrom = \"Date\"",
      "from = \"Volume (USD mln)\"\ntimes = 1000000", "constant = \"USD\"", "[columns.actors_ru]",
      "\"Competition\" = \"competition\"", "#   Comment of the desk",
    ] { #expect(draft.contains(line), "\(line) in\n\(draft)") }
    let map = draft.replacing("# \"", by: "\"").replacing("\"?\"", by: "\"other\"")
    let summary = try file.ingest(try TestFile.bytes(of: "\(folder)/projects.csv"), map: map, dryRun: true)
    #expect(summary.sheets.count == 1, "\(summary.refused)")
    let russian = try MapDraft(path: "\(folder)/agreements.csv", sheet: nil, file).text(for: "agreements.csv")
    for line in [
      "[columns.event_date]\nfrom = \"Дата\"", "[columns.title]\nfrom = \"Наименование\"",
      "[columns.actors]\nfrom = \"Участники\"\nbetween = [\"/\"]", "\"КНР:\" = \"cn\"",
      "[columns.mechanism.values]",
    ] { #expect(russian.contains(line), "\(line) in\n\(russian)") }
    let contacts = try MapDraft(path: "\(folder)/contacts.csv", sheet: nil, file).text(for: "contacts.csv")
    for line in [
      "dates = \"month-first\"", "[columns.actors]\nfrom = \"Who took part\"", "\"(PRC)\" = \"cn\"",
    ] {
      #expect(contacts.contains(line), "\(line) in\n\(contacts)")
    }
  }
}

extension String {
  /// With every occurrence of a text replaced.
  func replacing(_ text: String, by other: String) -> String {
    var result = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(text) {
        result += other
        rest = rest.dropFirst(text.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result
  }

  /// UTF-16 with its mark, or windows-1251 for what Russian is written with.
  func bytes(in encoding: Encoding) -> [UInt8] {
    switch encoding {
    case .utf16LE: [0xFF, 0xFE] + utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    case .windows1251:
      unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x410...0x44F: UInt8(scalar.value - 0x410 + 0xC0)
        case 0x401: 0xA8
        case 0x451: 0xB8
        case 0x2116: 0xB9
        default: UInt8(scalar.value)
        }
      }
    default: Array(utf8)
    }
  }
}
