import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Columns that say a marking` {
  private func labels(_ file: EntenteFile) throws -> [String] {
    try file.connection.rows("SELECT tlp FROM observation ORDER BY title") { try $0.get(0, as: String.self) }
  }

  private var clear: Ingest.Options {
    var options = Ingest.Options()
    options.label = .clear
    return options
  }

  @Test(arguments: ["TLP", "Tlp", " tlp"])
  func `count in capitals as in small letters, in tables and in lines of JSON`(name: String) throws {
    let file = try seeded()
    let csv =
      "event_date,Title,MECHANISM,\(name)\n2019,a,fund,RED\n2019,b,fund,\n2019,c,fund,AMBER+STRICT\n2019,d,fund,PINK\n"
    let summary = try file.ingest(text: csv, as: "t.csv", options: clear)
    #expect(summary.refused.map(\.line) == [5], "\(summary.refused)")
    #expect(summary.refused.first?.reason.contains("PINK is no label") == true)
    let json = #"{"event_date":"2019","title":"e","mechanism":"fund","\#(name)":"RED"}"# + "\n"
    _ = try file.ingest(text: json, as: "t.jsonl", options: clear)
    #expect(try labels(file) == ["RED", "CLEAR", "AMBER+STRICT", "RED"])
    #expect(try file.export("observations").allSatisfy { $0["TLP"] == nil })
  }

  @Test(arguments: [
    "Marking", "Classification", "Гриф", "Гриф секретности", "密级", "TLP label", "Confidentiality",
  ])
  func `under another name are never passed over`(name: String) throws {
    let file = try seeded()
    let rows = "2019,open,fund,\n2019,shut,fund,secret\n"
    let summary = try file.ingest(text: "event_date,title,mechanism,\(name)\n" + rows, options: clear)
    #expect(summary.observations == 1)
    let refusal = try #require(summary.refused.first)
    #expect(refusal.line == 3 && refusal.reason.contains("says a marking") && refusal.hint.contains("tlp"))
    let sheet = try file.ingest(
      Array("Day;What;\(name)\n2019;shut;secret\n".utf8),
      map: "[columns]\nevent_date = \"Day\"\ntitle = \"What\"\n[columns.mechanism]\nconstant = \"fund\"\n")
    #expect(sheet.observations == 0 && sheet.refused.count == 1)
    // A map says what its values are; the column may stay besides.
    let mapped = try file.ingest(
      Array("Day;What;\(name)\n2019;shut;secret\n".utf8),
      map: """
        [columns]
        event_date = "Day"
        title = "What"
        [columns.mechanism]
        constant = "fund"
        [columns.tlp]
        from = "\(name)"
        values = { "secret" = "RED" }
        keep = true
        """)
    #expect(mapped.observations == 1, "\(mapped.refused)")
    #expect(try labels(file) == ["CLEAR", "RED"])
    // What was exported comes in again.
    let copy = try seeded()
    #expect(try copy.ingest(text: file.csv("observations")).refused.isEmpty)
  }

  @Test func `are held against the label, and a cell that is one by its own words counts anywhere`() throws {
    let file = try seeded()
    let text = """
      event_date,title,mechanism,tlp,Marking,Remark
      2019,a,fund,CLEAR,RED,
      2019,b,fund,RED,GREEN,
      2019,c,fund,,,TLP:AMBER
      2019,d,fund,,,Project classification: open

      """
    let summary = try file.ingest(text: text)
    #expect(summary.refused.map(\.line) == [2, 4], "\(summary.refused)")
    #expect(summary.refused.first?.reason == "Marking says RED, and tlp CLEAR")
    let extras = #"{"event_date":"2019","title":"x","mechanism":"fund","extras":{"Marking":"RED"}}"# + "\n"
    #expect(try file.ingest(text: extras, as: "x.jsonl").refused.count == 1)
  }

  @Test func `of a table that keeps no columns of others refuse the sheet`() throws {
    let file = try seeded()
    let summary = try file.ingest(
      Array("Id;Url;Says;Гриф\nx1;https://example.org/a;yes;ДСП\n".utf8),
      map:
        "table = \"evidence\"\n[columns]\nobservation = \"Id\"\nsource_url = \"Url\"\nsupports = \"Says\"\n")
    #expect(summary.refused.first?.reason.contains("nothing takes the marking") == true, "\(summary.refused)")
  }

  @Test func `are proposed by a draft`() throws {
    try TestFile.folder { folder in
      let path = "\(folder)/list.csv"
      try TestFile.write(
        Array("Дата;Название;Тип;Гриф\n2019;Фонд;fund;ДСП\n2020;Парк;park;TLP:RED\n".utf8), to: path)
      let draft = try MapDraft(path: path, sheet: nil, seeded()).text(for: path)
      #expect(draft.contains("[columns.tlp]\nfrom = \"Гриф\""), "\(draft)")
      #expect(draft.contains("# \"ДСП\" = \"?\"") && draft.contains("\"TLP:RED\" = \"RED\""), "\(draft)")
    }
  }

  @Test func `columns of ours in capitals are ours in every table, and two of one name are not mixed up`()
    throws
  {
    let file = try seeded()
    let outlets = try file.ingest(
      text: "Outlet,Host,Affiliation\nNew Wire,wire.example.org,independent\n", as: "outlets.csv")
    #expect(outlets.refused.isEmpty && outlets.tables["outlets"] == 1, "\(outlets.refused)")
    _ = try file.ingest(
      text: "event_date,title,mechanism,Amount,amount,currency\n2019,a,fund,about five,5,USD\n")
    let row = try #require(try file.export("observations").first)
    #expect(row["amount"] == "5" && row["Amount"] == "about five")
  }
}

@Suite struct `A draft that is not filled in` {
  private func draft(_ sheet: String, _ body: (_ path: String, _ map: String) throws -> Void) throws {
    try TestFile.folder { folder in
      let path = "\(folder)/list.csv"
      try TestFile.write(Array(sheet.utf8), to: path)
      try body(path, MapDraft(path: path, sheet: nil, seeded()).text(for: path))
    }
  }

  @Test func `loads nothing that nobody said`() throws {
    try draft("Kind;Town\nfund;Moscow\npark;Harbin\n") { path, map in
      let file = try seeded()
      let summary = try file.ingest(TestFile.bytes(of: path), map: map)
      #expect(summary.observations == 0)
      #expect(
        summary.refused.first?.reason.contains("nothing becomes event_date") == true, "\(summary.refused)")
      // Answered as it asks.
      let answered = map.replacing("# [columns.event_date]", by: "[columns.event_date]\nconstant = \"2019\"")
        .replacing("# [columns.title]", by: "[columns.title]\nfrom = \"Kind\"")
      #expect(try file.ingest(TestFile.bytes(of: path), map: answered).observations == 2, "\(answered)")
    }
  }

  @Test func `reads no day that can be read in two ways`() throws {
    try draft("Date;Title;Type\n05/06/2019;a;fund\n") { path, map in
      let file = try seeded()
      #expect(map.contains("# dates = "), "\(map)")
      #expect(try file.ingest(TestFile.bytes(of: path), map: map).observations == 0)
      let answered = map.replacing("# dates = ", by: "dates = ")
      #expect(try file.ingest(TestFile.bytes(of: path), map: answered).observations == 1)
    }
  }

  @Test func `is refused where a question mark stands for an answer`() throws {
    for map in [
      "[columns.title]\nconstant = \"?\"\n",
      "[columns.mechanism]\nfrom = \"a\"\nvalues = { \"x\" = \" ? \" }\n",
    ] {
      #expect(throws: SheetMapError.self) { try seeded().ingest(Array("a\nx\n".utf8), map: map) }
    }
  }
}
