import Formats
import Records
import SQLite
import TestSupport
import Testing

@testable import Observations

@Suite struct `Editing a proposal as a form` {
  private func session(_ bench: ReviewBench) throws -> ReviewSession {
    try ReviewSession(bench.file) { TestFile.desk }
  }

  private func page(_ session: inout ReviewSession) -> String {
    session.screen(columns: 80, rows: 40, isStyled: false).map(\.plain).joined(separator: "\n")
  }

  /// The form with lines replaced, as an editor would save it.
  private func edited(_ session: ReviewSession, _ changes: [String: String]) throws -> [UInt8] {
    let form = String(decoding: try #require(session.formToEdit), as: UTF8.self)
    let lines = form.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let name = line.prefix { $0 != ":" }
      return changes[String(name)].map { "\(name): \($0)" } ?? String(line)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  @Test func `what was changed is a correction by field, and shows in the figures`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("e"))
    let form = String(decoding: try #require(session.formToEdit), as: UTF8.self)
    #expect(form.contains(ReviewBench.contract) && form.contains("actors: Huawei@cn; MTS@ru"))
    try session.take(
      edited: edited(
        session, ["stage": "ratified", "sectors": "", "actors": "Huawei; Rostec", "credibility": "3"]))
    #expect(session.formToEdit == nil)
    #expect(page(&session).contains("Changed: stage, sectors, actors_ru, credibility."))
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
    #expect(try session.type("a"))
    #expect(try bench.text("SELECT stage FROM observation") == "ratified")
    #expect(try bench.count("SELECT count(*) FROM observation_sector") == 0)
    #expect(try bench.text("SELECT credibility || '' FROM evidence WHERE starts IS NOT NULL") == "3")
    let fields = try ReviewStats(bench.db).fields
    let told = fields.filter { $0.changed + $0.removed + $0.added > 0 }.map(\.name)
    #expect(told == ["stage", "sector", "actor"])
    #expect(fields.first { $0.name == "actor" }?.changed == 1)
  }

  @Test func `a form left alone, emptied, or an editor that fails changes nothing`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("e"))
    try session.take(edited: try #require(session.formToEdit))
    #expect(page(&session).contains("left as it was") && page(&session).contains("[a]ccept [e]dit"))
    #expect(try session.type("e"))
    try session.take(edited: [])
    #expect(page(&session).contains("came back empty") && page(&session).contains("[a]ccept [e]dit"))
    #expect(try session.type("e"))
    session.giveUpEditing(because: "The editor gave up.")
    #expect(page(&session).contains("The editor gave up.") && page(&session).contains("[a]ccept [e]dit"))
    #expect(try session.type("e"))
    session.giveUpEditing(because: "There is none.", isListing: true)
    #expect(page(&session).contains("1 event_date"))
    #expect(try bench.count("SELECT count(*) FROM decision") == 0)
  }

  @Test func `what is refused is told, and opened again with the reason above its line`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(try session.type("e"))
    try session.take(edited: edited(session, ["stage": "rx", "title": "Договор"]))
    #expect(page(&session).contains("there is no stage") && page(&session).contains("Enter opens the editor"))
    #expect(session.formToEdit == nil)
    #expect(try session.type([.enter]))
    let again = String(decoding: try #require(session.formToEdit), as: UTF8.self)
    #expect(again.contains("#! there is no stage") && again.contains("title: Договор"))
    // Refused once more, the reasons of before are gone.
    try session.take(edited: edited(session, ["stage": "ry"]))
    #expect(try session.type([.enter]))
    let third = String(decoding: try #require(session.formToEdit), as: UTF8.self)
    #expect(third.split(separator: "\n").count { $0.hasPrefix("#! ") } == 1)
    try session.take(edited: edited(session, ["stage": "ratified"]))
    #expect(page(&session).contains("Changed: title, stage."))
    #expect(try session.type("a"))
    #expect(try bench.text("SELECT stage || ' ' || title FROM observation") == "ratified Договор")
  }

  @Test func `what is refused can be dropped, and fields corrected before go along`() throws {
    let bench = try ReviewBench()
    var session = try session(bench)
    #expect(
      try session.type("f2") && session.type([.control("u")]) && session.type("T") && session.type([.enter]))
    #expect(try session.type("e"))
    #expect(String(decoding: try #require(session.formToEdit), as: UTF8.self).contains("title: T\n"))
    try session.take(edited: Array("nonsense\n".utf8))
    #expect(try session.type([.escape]))
    #expect(page(&session).contains("dropped") && page(&session).contains("2 title         T"))
    #expect(try session.type("a"))
    #expect(try bench.text("SELECT title FROM observation") == "T")
  }
}
