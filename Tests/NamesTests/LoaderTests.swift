import Names
import Records
import SQLite
import TestSupport
import Testing

@Suite("Loading vocabularies and actors")
struct LoaderTests {
  let bench: Bench
  init() throws { bench = try Bench() }

  let actor = [
    "name": "Roscosmos", "kind": "agency", "side": "ru", "parent": "",
    "aliases_ru": "Роскосмос;ГК «Роскосмос»",
  ]

  @Test("The embedded seeds load whole, and a second run changes nothing")
  func seedsLoad() throws {
    let counts = try bench.seed()
    #expect(counts.count == 19)
    #expect(counts.allSatisfy { $0.refused.isEmpty })
    let version = try RulesVersion.current(in: bench.db)
    #expect(version.count == 12)
    let again = try bench.seed()
    #expect(again.allSatisfy { $0.loaded == 0 && $0.updated == 0 && $0.refused.isEmpty })
    #expect(try RulesVersion.current(in: bench.db) == version)
  }

  @Test("A sector may stand before its parent")
  func childFirst() throws {
    let rows = [("5g", "telecom"), ("telecom", "")].map {
      ["code": $0.0, "label": $0.0, "parent": $0.1, "dual_use": "no", "definition": "x"]
    }
    #expect(try bench.load(SectorLoader(), rows) == [.loaded, .loaded])
    #expect(try bench.db.value("SELECT parent FROM sector WHERE code = '5g'") == "telecom")
    #expect(try bench.load(SectorLoader(), rows) == [.skipped, .skipped])
  }

  @Test("A known code with other content is refused, and taken as a correction on demand")
  func correction() throws {
    let row = ["code": "visit", "label": "Visit", "definition": "x", "order": "2"]
    var other = row
    other["definition"] = "y"
    #expect(try bench.load(InstrumentLoader(), [row, row]) == [.loaded, .skipped])
    let refusal = #expect(throws: RowRefusal.self) { try bench.load(InstrumentLoader(), [other]) }
    #expect(refusal?.column == "definition")
    #expect(try bench.load(InstrumentLoader(), update: true, [other]) == [.updated])
    #expect(try bench.db.value("SELECT count(*) FROM instrument_history") == 1)
  }

  @Test("An actor named in passing is completed by its row")
  func completion() throws {
    let id = try bench.write { try ActorBook.ensure(name: "Roscosmos", side: "ru", $0) }
    #expect(try bench.load(ActorLoader(), [actor]) == [.updated])
    #expect(try bench.load(ActorLoader(), [actor]) == [.skipped])
    let held = try bench.db.first(
      "SELECT id, kind, provisional FROM actor WHERE name = 'Roscosmos'", \.values)
    #expect(held == [id.value, "agency".value, .integer(0)])
  }

  @Test("A parent that comes later is entered in passing and keeps its child")
  func laterParent() throws {
    var child = actor
    child["name"] = "Glavkosmos"
    child["parent"] = "Roscosmos"
    child["aliases_ru"] = ""
    #expect(try bench.load(ActorLoader(), [child, actor]) == [.loaded, .updated])
    #expect(try bench.load(ActorLoader(), [child]) == [.skipped])
  }

  @Test("An actor with other aliases is refused with a hint; as a correction the old alias is taken back")
  func aliases() throws {
    var other = actor
    other["aliases_ru"] = "Роскосмос"
    #expect(try bench.load(ActorLoader(), [actor]) == [.loaded])
    let refusal = #expect(throws: RowRefusal.self) { try bench.load(ActorLoader(), [other]) }
    #expect(refusal?.hint.isEmpty == false)
    #expect(try bench.load(ActorLoader(), update: true, [other]) == [.updated])
    #expect(try ActorBook.find("ГК «Роскосмос»", in: bench.db) == nil)
    #expect(try bench.db.value("SELECT script FROM actor_alias WHERE alias = 'Роскосмос'") == "Cyrl")
  }

  @Test("People are found by name, by alias, and in any case")
  func book() throws {
    _ = try bench.load(ActorLoader(), [actor])
    let id = try ActorBook.find("Roscosmos", in: bench.db)
    #expect(id != nil)
    #expect(try ActorBook.find("РОСКОСМОС", in: bench.db) == id)
    #expect(try ActorBook.find("roscosmos", in: bench.db) == id)
    #expect(try ActorBook.find("Roscosmo", in: bench.db) == nil)
    #expect(try bench.write { try ActorBook.ensure(name: "роскосмос", side: "ru", $0) } == id)
  }

  @Test("An alias of two bodies finds neither, unless the side tells them apart")
  func ambiguous() throws {
    let rows = [("Beijing Institute of Technology", "cn"), ("Baltic Institute of Technology", "ru")].map {
      ["name": $0.0, "kind": "university", "side": $0.1, "aliases_en": "BIT"]
    }
    _ = try bench.load(ActorLoader(), rows)
    #expect(try ActorBook.find("BIT", in: bench.db) == nil)
    #expect(
      try ActorBook.find("BIT", side: "ru", in: bench.db)
        == ActorBook.find("Baltic Institute of Technology", in: bench.db))
  }

  @Test(
    "A cue of an unknown code, or without a word, is refused",
    arguments: [["drone-wars", "drone"], ["cn", "*"]])
  func cues(row: [String]) throws {
    let row = ["language": "en", "code": row[0], "cue": row[1]]
    #expect(throws: RowRefusal.self) { try bench.load(CueLoader(kind: .state), [row]) }
  }

  @Test("A cue's strength is kept; one that no table states is strong, and another word is refused")
  func strengths() throws {
    func row(_ cue: String, _ strength: String?) -> [String: String] {
      var row = ["language": "en", "code": "cn", "cue": cue]
      row["strength"] = strength
      return row
    }
    let loader = CueLoader(kind: .state)
    #expect(
      try bench.load(loader, [row("a", "weak"), row("b", ""), row("c", nil)]) == [.loaded, .loaded, .loaded])
    let held = try bench.db.rows("SELECT strength FROM cue ORDER BY cue") { try $0.get(0, as: String.self) }
    #expect(held == ["weak", "strong", "strong"])
    #expect(try bench.load(loader, [row("a", nil)]) == [.skipped])
    let refusal = #expect(throws: RowRefusal.self) { try bench.load(loader, [row("d", "feeble")]) }
    #expect(refusal?.column == "strength")
    #expect(throws: RowRefusal.self) { try bench.load(loader, [row("a", "strong")]) }
  }

  @Test("One spelling in two languages is kept for both, and the lists read back as they were written")
  func sharedSpelling() throws {
    var row = actor
    row["aliases_en"] = "RKA;Roskosmos;RKA"
    row["aliases_ru"] = "Роскосмос;RKA"
    row["aliases_zh"] = "RKA"
    #expect(try bench.load(ActorLoader(), [row, row]) == [.loaded, .skipped])
    func lists() throws -> [String] {
      try ["en", "ru", "zh"].map { language in
        try bench.db.rows(
          "SELECT alias FROM actor_alias WHERE language = \(language) AND withdrawn = 0 ORDER BY position"
        ) { try $0.get(0, as: String.self) }.joined(separator: ";")
      }
    }
    #expect(try lists() == ["RKA;Roskosmos", "Роскосмос;RKA", "RKA"])
    row["aliases_ru"] = "Роскосмос"
    #expect(try bench.load(ActorLoader(), update: true, [row]) == [.updated])
    #expect(try lists() == ["RKA;Roskosmos", "Роскосмос", "RKA"])
    #expect(try ActorBook.find("RKA", in: bench.db) != nil)
  }

  @Test("Aliases are marked as ambiguous where the table says so; a table that does not say leaves them")
  func ambiguousAliases() throws {
    var row = actor
    row["aliases_en"] = "RKA;Roskosmos"
    row["ambiguous"] = "RKA"
    #expect(try bench.load(ActorLoader(), [row, row]) == [.loaded, .skipped])
    func marked() throws -> [String] {
      try bench.db.rows("SELECT alias FROM actor_alias WHERE ambiguous = 1") { try $0.get(0) }
    }
    #expect(try marked() == ["RKA"])
    row["ambiguous"] = nil
    #expect(try bench.load(ActorLoader(), [row]) == [.skipped])
    row["ambiguous"] = "Roskosmos"
    #expect(throws: RowRefusal.self) { try bench.load(ActorLoader(), [row]) }
    #expect(try bench.load(ActorLoader(), update: true, [row]) == [.updated])
    #expect(try marked() == ["Roskosmos"])
    row["ambiguous"] = "NASA"
    let refusal = #expect(throws: RowRefusal.self) { try bench.load(ActorLoader(), [row]) }
    #expect(refusal?.column == "ambiguous")
  }

  @Test("A table leaves aliases of a language that it has no column for")
  func otherLanguages() throws {
    _ = try bench.load(ActorLoader(), [actor])
    try bench.write {
      try $0.connection.execute(
        "INSERT INTO actor_alias (actor, alias, language, script, position) VALUES (1, 'Roskosmos', 'de', 'Latn', 9)"
      )
    }
    #expect(try bench.load(ActorLoader(), [actor]) == [.skipped])
    var other = actor
    other["aliases_ru"] = ""
    #expect(try bench.load(ActorLoader(), update: true, [other]) == [.updated])
    #expect(try ActorBook.find("Roskosmos", in: bench.db) == 1)
  }

  @Test(
    "A semicolon in a name, and one that parts no aliases, is refused with a hint",
    arguments: [
      ("name", "A; B"), ("parent", "A;B"), ("aliases_en", "AT&amp;T;Bell"), ("aliases_zh", "航天；国家航天"),
    ])
  func semicolons(column: String, cell: String) throws {
    var row = actor
    row[column] = cell
    let refusal = #expect(throws: RowRefusal.self) { try bench.load(ActorLoader(), [row]) }
    #expect(refusal?.column == column)
    #expect(refusal?.hint.isEmpty == false)
    #expect(throws: RowRefusal.self) { try bench.write { try ActorBook.ensure(name: "A;B", side: "ru", $0) } }
  }

  @Test(
    "What belongs to a code, what does not, and an example are kept; a table without them changes nothing")
  func scope() throws {
    let row = ["code": "visit", "label": "Visit", "definition": "x", "order": "2"]
    let full = row.merging(["include": "a", "exclude": "b", "example_id": "o0001"]) { $1 }
    #expect(try bench.load(InstrumentLoader(), [full, row, full]) == [.loaded, .skipped, .skipped])
    let held = try bench.db.first("SELECT include, exclude, example FROM instrument", \.values)
    #expect(held == ["a".value, "b".value, "o0001".value])
    var emptied = full
    emptied["include"] = ""
    #expect(throws: RowRefusal.self) { try bench.load(InstrumentLoader(), [emptied]) }
    let sector = [
      "code": "5g", "label": "5G", "parent": "", "dual_use": "no", "definition": "x", "exclude": "y",
    ]
    #expect(try bench.load(SectorLoader(), [sector]) == [.loaded])
    #expect(try bench.db.value("SELECT exclude FROM sector") == "y")
  }
}
