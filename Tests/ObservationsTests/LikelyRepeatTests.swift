import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `What is about to be entered` {
  private let typed = [
    "event_date": "2019-06-05", "title": "MTS and Huawei sign an agreement on 5G networks",
    "mechanism": "commercial", "effect": "advances", "stage": "signed", "actors": "MTS;Huawei",
  ]

  private func logging(_ file: EntenteFile) throws -> Logging { try Logging(file.connection) }

  @Test func `is held against what is there, with why`() throws {
    let file = try seeded()
    #expect(try logging(file).known(as: typed).isEmpty)
    let number = try Logging.enter(typed, why: "log", file, TestFile.desk).number
    var other = typed
    other["event_date"] = "2019-06-06"
    other["title"] = "Huawei and MTS sign agreement to build 5G networks in Russia"
    let known = try #require(try logging(file).known(as: other).first)
    #expect(known.observation == number && known.score >= Repeats.threshold)
    #expect(known.reasons.contains("a day apart") && known.reasons.contains("both: Huawei, MTS"))
    #expect(known.words.contains("o\(number) (2019-06-05: MTS and Huawei"))
  }

  @Test func `is another act where day, actors or stage differ`() throws {
    let file = try seeded()
    _ = try Logging.enter(typed, why: "log", file, TestFile.desk)
    for change in [
      ["event_date": "2020-06-05"], ["actors": "Rostec;Tencent", "title": "A fund for robots is opened"],
      [
        "event_date": "2019-06-20", "stage": "cancelled", "effect": "sets-back",
        "title": "MTS drops the network of Huawei",
      ],
    ] {
      #expect(try logging(file).known(as: typed.merging(change) { $1 }).isEmpty, "\(change)")
    }
  }

  @Test func `is found by an actor's name in another script`() throws {
    let file = try seeded()
    _ = try Logging.enter(typed, why: "log", file, TestFile.desk)
    let chinese = typed.merging(["actors": "МТС;华为", "title": "华为与俄罗斯电信公司签署5G协议"]) { $1 }
    #expect(try logging(file).known(as: chinese).first?.reasons.contains("both: Huawei, MTS") == true)
  }

  @Test func `may start from another, without its day, promise and source`() throws {
    let file = try seeded()
    let full = typed.merging([
      "source_url": "https://example.org/5g", "grade": "2", "due": "2020", "summary": "S", "sectors": "5g",
      "place": "Moscow", "amount": "1", "currency": "USD",
    ]) { $1 }
    let number = try Logging.enter(full, why: "log", file, TestFile.desk).number
    let cells = try Logging.cells(like: number, withTitle: false, in: file.connection)
    #expect(
      cells == [
        "mechanism": "commercial", "effect": "advances", "stage": "signed", "actors": "Huawei@cn; MTS@ru",
        "sectors": "5g", "place": "Moscow", "tlp": "AMBER",
      ])
    #expect(try Logging.cells(like: number, withTitle: true, in: file.connection)["title"] == typed["title"])
  }
}
