import Records
import SQLite
import TestSupport
import Testing

@Suite struct IdentityTests {
  @Test func `parts are told apart by where they end`() {
    #expect(Identity.loaded("ab", "c") != Identity.loaded("a", "bc"))
    #expect(Identity.loaded("abc") != Identity.loaded("a", "b", "c"))
    #expect(Identity.loaded("a", "") != Identity.loaded("a"))
    #expect(Identity.loaded("1:a") != Identity.loaded("", "a"))
    #expect(Identity.loaded("e\u{301}") != Identity.loaded("é"), "bytes, not what Swift holds for equal")
  }

  @Test func `the same parts give the same uid on every desk, for ever`() {
    let uid = Identity.loaded("seed", "o279")
    #expect(uid == Identity.loaded(["seed", "o279"]))
    #expect(uid == "92552d15-3472-8b9f-ab4d-0a5ba493bd1f")
    #expect(Identity.isUID(uid))
    #expect(Array(uid)[14] == "8" && "89ab".contains(Array(uid)[19]), "version 8 of RFC 9562")
  }

  @Test func `a typed uid carries the clock of its desk and is never given twice`() {
    let uids = (0..<1_000).map { _ in Identity.typed(at: TestFile.desk) }
    #expect(Set(uids).count == uids.count)
    #expect(uids.allSatisfy { Identity.isUID($0) && Array($0)[14] == "7" })
    #expect(Set(uids.map { $0.prefix(13) }).count == 1, "the first 48 bits are the milliseconds")
  }

  @Test(arguments: [
    "", "14b1bf5f-7f46-84b0-8cc5-c9ce01ffa7f", "14B1BF5F-7F46-84B0-8CC5-C9CE01FFA7F7",
    "14b1bf5f7f4684b08cc5c9ce01ffa7f7", "14b1bf5f-7f46-84b0-8cc5-c9ce01ffa7fg",
    "４4b1bf5f-7f46-84b0-8cc5-c9ce01ffa7",
    "{14b1bf5f-7f46-84b0-8cc5-c9ce01ffa7f7}", "14b1bf5f-7f46-84b0-8cc5-c9ce01ffa7f7-",
  ])
  func `what is no uid is not taken for one`(text: String) { #expect(!Identity.isUID(text)) }

  @Test(arguments: [
    ("o279", ShortID(.observation, 279)), ("D12", ShortID(.document, 12)), ("c3", ShortID(.candidate, 3)),
    ("e0007", ShortID(.evidence, 7)),
  ])
  func `a short id is read as people type it`(text: String, id: ShortID) {
    #expect(ShortID(text) == id)
    #expect(ShortID(id.description) == id)
  }

  @Test(arguments: ["", "o", "279", "x1", "o-1", "o 1", "o1 ", "o1.5", "o٣", "oo1", "o99999999999999999999"])
  func `what is no short id is not taken for one`(text: String) { #expect(ShortID(text) == nil) }
}

@Suite struct LabelTests {
  @Test(arguments: [
    ("TLP:AMBER+STRICT", Label.amberStrict), ("amber", .amber), ("tlp:green", .green), ("WHITE", .clear),
    ("RED", .red),
    ("CLEAR", .clear),
  ])
  func `a label is read in any case, with and without TLP`(text: String, label: Label) {
    #expect(Label(text) == label)
  }

  @Test(arguments: ["", "TLP:", "AMBER STRICT", "TLP:REDD", "TLP:TLP:RED", "rouge", " RED"])
  func `an unknown label is never guessed`(text: String) { #expect(Label(text) == nil) }

  @Test func `labels are in the order of the table in the file`() throws {
    let db = try TestFile.memory().connection
    let rows = try db.all("SELECT code, rank FROM label ORDER BY rank")
    #expect(rows == Label.allCases.map { [.text($0.rawValue), .integer(Int64($0.rank))] })
    #expect(Label.allCases.sorted() == Label.allCases && Label.allCases.max() == .red)
    #expect(Label.allCases.map(\.marking).allSatisfy { Label($0)?.marking == $0 })
  }
}

@Suite struct SettingsTests {
  @Test func `a setting is set, changed with history, and not written again for nothing`() throws {
    let file = try TestFile.memory()
    let db = file.connection
    #expect(try db.setting("x") == nil)
    for value in ["a", "b", "b"] {
      try file.write(TestFile.desk, why: "set") { try db.setSetting("x", to: value, $0) }
    }
    #expect(try db.setting("x") == "b")
    #expect(try db.all("SELECT value, until FROM setting_history") == [[.text("a"), .integer(2)]])
  }

  @Test func `a setting that was withdrawn can be set again, to the same value too`() throws {
    let file = try TestFile.memory()
    let db = file.connection
    try file.write(TestFile.desk, why: "set") { try db.setSetting("x", to: "a", $0) }
    try db.execute("UPDATE setting SET withdrawn = 1")
    #expect(try db.setting("x") == nil)
    try file.write(TestFile.desk, why: "set") { try db.setSetting("x", to: "a", $0) }
    #expect(try db.setting("x") == "a")
  }

  @Test func `the default label is AMBER until another is set, and an unknown one is refused`() throws {
    let file = try TestFile.memory()
    let db = file.connection
    #expect(try db.defaultLabel() == .amber)
    try file.write(TestFile.desk, why: "set") { try db.setSetting("default_tlp", to: "TLP:GREEN", $0) }
    #expect(try db.defaultLabel() == .green)
    try file.write(TestFile.desk, why: "set") { try db.setSetting("default_tlp", to: "REDD", $0) }
    #expect(
      refusal { _ = try db.defaultLabel() }?.hasPrefix("The file's setting default_tlp is \"REDD\"") == true)
  }
}

@Suite struct DeskTests {
  @Test func `the clock is the one in ENTENTE_NOW`() throws {
    let desk = try Desk(environment: ["ENTENTE_NOW": "2026-11-24T08:00:00Z", "USER": "ann"])
    #expect(desk.now == TestFile.instant && desk.analyst == "ann")
  }

  @Test func `a wrong ENTENTE_NOW is refused in a sentence, an empty one is none`() throws {
    #expect(
      refusal { _ = try Desk(environment: ["ENTENTE_NOW": "soon"]) }
        == "ENTENTE_NOW is \"soon\", which is no instant. Write it as 2026-11-24T08:00:00Z, or unset it.")
    #expect(refusal { _ = try Desk(environment: ["ENTENTE_NOW": "2026-11-24T08:00:00"]) } != nil, "no zone")
    #expect(refusal { _ = try Desk(environment: ["ENTENTE_NOW": ""]) } == nil)
  }

  @Test(arguments: [
    (["ENTENTE_ANALYST": "ann", "LOGNAME": "root", "USER": "root"], "ann"),
    (["LOGNAME": "bo", "USER": "root"], "bo"),
    (["ENTENTE_ANALYST": "", "USER": "cy"], "cy"),
  ])
  func `the analyst is the first that is named`(environment: [String: String], name: String) throws {
    #expect(try Desk(environment: environment).analyst == name)
    #expect(try Desk(analyst: "given", environment: environment).analyst == "given")
    #expect(try Desk(analyst: "", environment: environment).analyst == name)
  }
}
