import Calendar
import Records
import SQLite
import TestSupport
import Testing

@testable import Names

@Suite struct `Actors changed` {
  let bench: Bench
  var db: Connection { bench.db }

  init() throws {
    bench = try Bench()
    _ = try bench.load(
      ActorLoader(),
      [
        ["name": "Huawei", "kind": "company", "side": "cn", "aliases_zh": "华为", "aliases_ru": "Хуавэй"],
        ["name": "Huawei Tech", "kind": "company", "side": "cn"],
        ["name": "HiSilicon", "kind": "company", "side": "cn"],
        ["name": "Rosatom", "kind": "company", "side": "ru", "aliases_ru": "Росатом"],
        ["name": "TVEL", "kind": "company", "side": "ru", "parent": "Rosatom"],
      ])
  }

  private func id(_ name: String) throws -> Int { try ActorBook.known(name, in: db) }
  private func error(_ body: () throws -> Void) -> ActorError? {
    do {
      try body()
      return nil
    } catch {
      return error as? ActorError
    }
  }

  @Test func `a merge counts one under the other, and unmerge takes it back`() throws {
    let (tech, huawei) = try (id("Huawei Tech"), id("Huawei"))
    try bench.write { try ActorMerge.merge(tech, into: huawei, why: "one", $0) }
    #expect(try ActorBook.canonical(of: tech, in: db) == huawei)
    try bench.write { _ = try ActorMerge.unmerge(tech, $0) }
    #expect(try ActorBook.canonical(of: tech, in: db) == tech)
    #expect(
      error { try bench.write { _ = try ActorMerge.unmerge(tech, $0) } }?.sentence
        == "Huawei Tech is not counted under another actor.")
  }

  @Test func `merges in a circle are refused with a sentence`() throws {
    let (a, b, c) = try (id("Huawei Tech"), id("Huawei"), id("HiSilicon"))
    try bench.write { try ActorMerge.merge(a, into: b, why: "one", $0) }
    try bench.write { try ActorMerge.merge(b, into: c, why: "one", $0) }
    let refusals = [(c, a), (a, c), (a, a)].map { one, two in
      error { try bench.write { try ActorMerge.merge(one, into: two, why: "x", $0) } }?.sentence
    }
    #expect(refusals[0]?.contains("stands under HiSilicon already") == true)
    #expect(refusals[1] == "Huawei Tech is counted under Huawei already.")
    #expect(refusals[2]?.contains("are one actor already") == true)
  }

  @Test func `a part of itself is refused`() throws {
    let (tvel, rosatom) = try (id("TVEL"), id("Rosatom"))
    let refusal = error { try bench.write { try ActorNames.setParent(tvel, of: rosatom, $0) } }
    #expect(refusal?.sentence.contains("under each other") == true)
    try bench.write { try ActorNames.setParent(nil, of: tvel, $0) }
    try bench.write { try ActorNames.setParent(tvel, of: rosatom, $0) }
    #expect(try db.value("SELECT parent FROM actor WHERE id = \(rosatom)", as: Int.self) == tvel)
  }

  @Test func `ties have days, and none that ends before it begins or goes in a circle`() throws {
    let (tvel, rosatom) = try (id("TVEL"), id("Rosatom"))
    let tie = ActorTie(.owner, target: rosatom, list: nil, starts: try EDTF("2007"), ends: nil)
    let number = try bench.write { try tie.add(to: tvel, $0) }
    #expect(
      try db.value(
        "SELECT date(earliest * 86400, 'unixepoch') FROM actor_tie WHERE id = \(number)", as: String.self)
        == "2007-01-01")
    let back = ActorTie(.owner, target: tvel, list: nil, starts: nil, ends: nil)
    #expect(error { _ = try bench.write { try back.add(to: rosatom, $0) } } != nil)
    let wrong = ActorTie(.list, target: nil, list: "SDN", starts: try EDTF("2022"), ends: try EDTF("2021"))
    #expect(
      error { _ = try bench.write { try wrong.add(to: tvel, $0) } }?.hint?.contains("other way round") == true
    )
    try bench.write { try ActorTie.withdraw(number, $0) }
    #expect(
      error { try bench.write { try ActorTie.withdraw(number, $0) } }?.sentence
        == "There is no tie \(number).")
    _ = try bench.write { try back.add(to: rosatom, $0) }
  }

  @Test func `names come with language and script, go, and return`() throws {
    let huawei = try id("Huawei")
    try bench.write { try ActorNames.add("华为公司", language: nil, isAmbiguous: false, to: huawei, $0) }
    let row = try db.first("SELECT language, script FROM actor_alias WHERE alias = '华为公司'") {
      [try $0.get(0, as: String.self), try $0.get(1, as: String.self)]
    }
    #expect(row == ["zh", "Hani"])
    #expect(try id("华为公司") == huawei)
    try bench.write { try ActorNames.withdraw("华为公司", of: huawei, $0) }
    #expect(try ActorBook.find("华为公司", in: db) == nil)
    try bench.write { try ActorNames.add("华为公司", language: nil, isAmbiguous: true, to: huawei, $0) }
    #expect(try db.value("SELECT count(*) FROM actor_alias WHERE alias = '华为公司'", as: Int.self) == 1)
    #expect(
      error {
        try bench.write { try ActorNames.add("华为公司", language: nil, isAmbiguous: false, to: huawei, $0) }
      } != nil)
    #expect(
      error { try bench.write { try ActorNames.withdraw("Huawei", of: huawei, $0) } }?.sentence.contains(
        "entered under") == true)
  }

  @Test func `an unknown name is answered with the nearest`() throws {
    let refusal = error { _ = try id("Хуавей") }
    #expect(refusal?.hint?.hasPrefix("Nearest: Huawei") == true)
  }

  @Test func `letters of two alphabets in one word are found, with which and where`() {
    #expect(LookAlike.remark(on: "Huаwei")?.contains("а is U+0430, Cyrillic") == true)
    #expect(LookAlike.remark(on: "ΑVIC")?.contains("Greek") == true)
    for plain in ["Huawei", "Хуавэй", "华为", "1С", "GPS-ГЛОНАСС", "ВЭБ.РФ", "МТС AI", "S7"] {
      #expect(LookAlike.remark(on: plain) == nil, "\(plain)")
    }
  }

  @Test func `a name that looks like another actor's is found, its own other names are not`() throws {
    #expect(try LookAlike.findings(in: db).isEmpty)
    _ = try bench.load(
      ActorLoader(),
      [
        ["name": "ТVЕL", "kind": "company", "side": "ru"],
        ["name": "НiSilicon", "kind": "company", "side": "cn"],
      ])
    #expect(try LookAlike.findings(in: db).map(\.name).sorted() == ["НiSilicon", "ТVЕL"].sorted())
    let since = try #require(try db.value("SELECT max(id) FROM change", as: Int.self))
    _ = try bench.load(
      ActorLoader(),
      [
        ["name": "СОМАС", "kind": "company", "side": "ru"],
        ["name": "COMAC", "kind": "company", "side": "cn"],
      ])
    #expect(try LookAlike.findings(since: since + 1, in: db).count == 2)
  }

  @Test func `the names of the seeds look like themselves`() throws {
    let bench = try Bench()
    _ = try bench.seed()
    #expect(try LookAlike.findings(in: bench.db).map(\.name) == [])
  }
}
