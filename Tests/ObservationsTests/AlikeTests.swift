import Formats
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `What is typed for an observation` {
  let file: EntenteFile

  init() throws { file = try seeded() }

  private func log(_ more: [String: String]) throws -> Logging.Entry {
    let cells = ["event_date": "2019-06-05", "title": "Talks", "mechanism": "dialogue"]
    return try Logging.enter(cells.merging(more) { $1 }, why: "log", file, TestFile.desk)
  }

  private func refused(_ more: [String: String]) -> RowRefusal? {
    do {
      _ = try log(more)
      return nil
    } catch { return error as? RowRefusal }
  }

  @Test(arguments: ["Huawei Technologies Co., Ltd@cn", "ООО «Хуавэй»@cn"])
  func `a new actor is compared with those that are known, its side said or not`(name: String) throws {
    let alike = try Logging(file.connection).alike(["actors": name])
    #expect(alike.map(\.known) == ["Huawei"])
    let entry = try log(["actors": name])
    #expect(
      entry.remarks.first?.contains("is new among the actors, and like Huawei (") == true, "\(entry.remarks)")
  }

  @Test func `a name that is like none is new and nothing more`() throws {
    #expect(try Logging(file.connection).alike(["actors": "Quite New Labs@ru;Huawei"]).isEmpty)
    #expect(
      try log(["actors": "Quite New Labs@ru"]).remarks.first == "Quite New Labs is new among the actors.")
  }

  @Test func `new names of a table are compared too`() throws {
    let summary = try file.ingest(
      text:
        "event_date,title,mechanism,actors_cn\n2019,T,dialogue,\"Huawei Technologies Co., Ltd;Zzyzx Qworks\"\n"
    )
    let notes = summary.notes.filter { $0.contains("new among the actors") }
    #expect(notes.count == 1 && notes[0].contains("like Huawei ("), "\(summary.notes)")
    #expect(
      try file.ingest(text: "event_date,title,mechanism,actors_cn\n2020,U,dialogue,Huawei\n").notes.isEmpty)
  }

  @Test(arguments: [("Абвгд Ёжик", "@ru."), ("测试大学院所", "@cn."), ("Zzyzx Qworks", "@cn or Zzyzx Qworks@ru.")])
  func `a refusal proposes the side that its letters suggest`(name: String, end: String) throws {
    let refusal = try #require(refused(["actors": name]))
    #expect(refusal.hint.hasSuffix(end), "\(refusal.hint)")
  }

  @Test func `a sum may be typed with its currency, and half of one is no mistake before the rest was asked`()
    throws
  {
    let logging = try Logging(file.connection)
    for half in [["amount": "100"], ["amount": "100 USD"], ["currency": "USD"], ["amount_kind": "target"]] {
      #expect(logging.refusal(of: half) == nil, "\(half)")
    }
    for wrong in [
      ["amount": "a few"], ["amount": "100 dollars"], ["amount": "-5"],
      ["amount": "5", "currency": "dollars"],
    ] {
      #expect(logging.refusal(of: wrong) != nil, "\(wrong)")
    }
    _ = try log(["amount": "100 USD", "amount_kind": "committed"])
    let held = try #require(try file.export("observations").first)
    #expect(held["amount"] == "100" && held["currency"] == "USD")
    // What is saved is whole.
    #expect(refused(["amount": "100"]) != nil)
    #expect(refused(["amount": "100 USD", "currency": "CNY"]) != nil)
    var questions = Questions(
      file.connection, among: ["amount", "currency", "amount_kind"].compactMap(FormField.named))
    let answers = [
      ["mechanism": "fund"], ["mechanism": "fund", "amount": "100"],
      ["mechanism": "fund", "amount": "100", "currency": "USD"],
    ]
    let asked = try answers.map { try questions.next(after: $0)?.name }
    #expect(asked == ["amount", "currency", "amount_kind"])
  }

  @Test func `a promise is for a day that may still come, and an exit does not advance`() throws {
    let early = try #require(refused(["event_date": "2025-12", "due": "2024"]))
    #expect(early.column == "due" && early.reason == "2024 is before the act of 2025-12")
    #expect(refused(["event_date": "2025-12", "due": "2025"]) == nil)
    #expect(refused(["event_date": "2025", "due": "2025-06"]) == nil)
    let exit = try #require(refused(["effect": "advances", "stage": "cancelled"]))
    #expect(exit.column == "stage" && exit.hint.contains("sets-back"))
    #expect(refused(["effect": "sets-back", "stage": "cancelled"]) == nil)
  }

  @Test(arguments: [("格洛纳斯", 2), ("два  слова", 0), ("北斗", 1)])
  func `a quote is kept where it stands first, and one that does not stand there is told`(
    quote: String, times: Int
  )
    throws
  {
    try file.ingest(text: "北斗 and 格洛纳斯 and 格洛纳斯 in one text of some length.", as: "t.txt")
    _ = try log([:])
    let outcome = try EvidenceEntry(file, TestFile.desk).add(
      ["supports": "supports", "quote": quote, "outlet": "TASS", "source_title": "T"], to: "o1",
      document: "d1",
      why: "more")
    let start =
      try file.connection.value(
        "SELECT starts FROM evidence WHERE id = \(outcome.number)", as: Int?.self) ?? nil
    #expect((start == nil) == (times == 0))
    #expect(
      outcome.remarks.contains { $0.contains("does not stand so") } == (times == 0), "\(outcome.remarks)")
    #expect(outcome.remarks.contains { $0.contains("stands 2 times") } == (times == 2), "\(outcome.remarks)")
  }

  @Test func `a stance that there is not is told with the words of the flag`() throws {
    _ = try log([:])
    let error = #expect(throws: RowRefusal.self) {
      try EvidenceEntry(file, TestFile.desk).add(
        ["supports": "maybe", "source_url": "https://example.org/a"], to: "o1", why: "w")
    }
    #expect(error?.hint.contains("supports, partly, contradicts, disputes") == true)
  }
}
