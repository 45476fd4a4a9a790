import Calendar
import Documents
import Testing

@testable import Candidates

@Suite("Acts that no list of verbs knows")
struct StructureTests {
  /// Behind an opening: nothing dates a sentence but itself.
  func behind(_ body: String) throws -> [Candidate] { try propose("It rained and that was it.\n\n\(body)") }

  @Test(
    "Bodies of both sides and a day are an act, whatever the verb",
    arguments: [
      "On June 5, 2019, MTS and Huawei repainted a tower.",
      "5 июня 2019 года МТС и Huawei перекрасили вышку.",
      "2019年6月5日，斯科尔科沃与华为粉刷了一座塔。",
    ])
  func parties(body: String) throws {
    let opening =
      ["5": "Шёл дождь, и было холодно весь день.", "2": "天气很好，阳光明媚。"][body.prefix(1)] ?? "It rained all day."
    let found = try propose("\(opening)\n\n\(body)")
    #expect(found.map(\.rule) == [.partiesWithDate])
    #expect(found.first?.date?.value.description == "2019-06-05")
    #expect(found.first?.modality == .actual)
    #expect(found.first?.effect?.value == "advances")
  }

  @Test("Two clauses with a day each are two acts")
  func clauses() throws {
    let found = try behind(
      "MTS and Huawei repainted a tower on June 5, 2019, and Huawei walled it in on June 7, 2019.")
    #expect(found.map { $0.date?.value.description } == ["2019-06-05", "2019-06-07"])
  }

  @Test("The date at the head of a chronicle's line is that of its act, told in the present")
  func chronicle() throws {
    let found = try behind("**3 March 2019**: Huawei repaints a tower with MTS.")
    #expect(found.first?.date?.value.description == "2019-03-03")
  }

  @Test("What is signed then is signed on the same day")
  func sameDay() throws {
    let body =
      "On June 5, 2019, MTS and Huawei opened a laboratory. The two companies then initialled an agreement on 5G."
    let stored = try text("It rained.\n\n\(body)")
    let found = try Propose.candidates(in: stored, Rules.book())
    #expect(found.map { $0.date?.value.description } == ["2019-06-05", "2019-06-05"])
    #expect(found.last?.date.map { stored.text($0.span) } == "then")
  }

  @Test(
    "Years later are counted from the act before",
    arguments: [
      (
        "In May 2014 MTS and Huawei signed a contract on 5G. Two years later the two companies opened a laboratory.",
        "2016"
      ),
      (
        "В мае 2014 года МТС и Huawei подписали контракт. Два года спустя обе компании открыли лабораторию.",
        "2016"
      ),
    ])
  func later(body: String, year: String) throws {
    #expect(try behind(body).last?.date?.value.description == year)
  }

  @Test("A verdict in a text that speaks of secrets is an illicit transfer")
  func verdict() throws {
    let found = try propose(
      "Шёл дождь, и было холодно весь день.\n\n5 июня 2019 года в Москве задержали инженера, который передал Китаю секретные чертежи."
    )
    #expect(found.map(\.rule) == [.illicit])
    #expect(found.first?.effect?.value == "sets-back")
  }

  @Test("A measure against those who supply the other side is pressure, whatever it is called")
  func pressure() throws {
    let found = try behind(
      "On June 5, 2019, the European Union listed two Chinese companies for selling engines to Russia.")
    #expect(found.map(\.rule) == [.pressure])
    #expect(found.first?.effect?.value == "context")
  }

  @Test(
    "Verbs are known by their form",
    arguments: [
      ("repainted", true), ("won", true), ("needed", true), ("hundred", false), ("united", false),
      ("перекрасили", true),
      ("открыта", true), ("введён", true), ("канал", false), ("страна", false),
    ])
  func verbs(word: String, isDone: Bool) {
    #expect(Verbs.isDone(Word(kind: .letters, span: 0..<1, text: word)) == isDone)
  }
}
