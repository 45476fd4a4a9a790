import Calendar
import Candidates
import Documents
import Testing

@Suite("Reports of meetings, and what leaders say")
struct MeetingTests {
  private func one(_ body: String, title: String = "A title") throws -> (Candidate, StoredText)? {
    let stored = try text(body, title: title)
    let found = try Propose.candidates(in: stored, Rules.book())
    #expect(found.count == 1, "\(found.map { stored.text($0.span) })")
    return found.first.map { ($0, stored) }
  }

  @Test(
    "What the report of a meeting tells without a date is of the day of the text",
    arguments: [
      (
        "Putin holds talks with Xi Jinping",
        "It lasted two hours.\n\nThe two leaders also discussed work on reactors.",
        "nuclear"
      ),
      (
        "Путин провёл переговоры с Си Цзиньпином",
        "Беседа длилась два часа.\n\nЛидеры двух стран обсудили также сотрудничество в области атомной энергетики.",
        "nuclear"
      ),
      ("习近平同普京举行会谈", "天气很好。\n\n两国元首还讨论了核能合作。", "nuclear"),
    ])
  func report(title: String, body: String, sector: String) throws {
    let (candidate, stored) = try #require(try one(body, title: title))
    #expect(candidate.date?.value.description == "2019-06-11")
    #expect(candidate.date.map { stored.text($0.span) } == "2019-06-11")
    #expect(candidate.rule == .actOnPublication)
    #expect(candidate.mechanism?.value == "dialogue")
    #expect(candidate.sectors.map(\.value).contains(sector))
    #expect(Set(candidate.actors.map(\.name)) == ["China", "Russia"])
  }

  @Test(
    "What a speaker says that they are at is under way on that day",
    arguments: [
      ("Putin holds talks with Xi Jinping", "We are working on a new space programme.", "space"),
      (
        "Путин провёл переговоры с Си Цзиньпином", "Сегодня мы активно разрабатываем космическую программу.",
        "space"
      ),
      ("习近平同普京举行会谈", "我们正在建设核电站。", "nuclear"),
    ])
  func underWay(title: String, body: String, sector: String) throws {
    let (candidate, _) = try #require(try one("1.\n\n\(body)", title: title))
    #expect(candidate.stage?.value == "running" && candidate.modality == .actual)
    #expect(candidate.date?.value.description == "2019-06-11")
    #expect(candidate.sectors.map(\.value) == [sector])
    #expect(Set(candidate.actors.map(\.name)) == ["China", "Russia"])
  }

  @Test("What a speaker lists technology by technology is one proposal each, a talk about them is one")
  func listed() throws {
    let title = "Putin holds talks with Xi Jinping"
    let listed = try propose(
      "It lasted.\n\nWe have agreed to go on with reactors. We are developing a new satellite.", title: title)
    #expect(listed.map { $0.sectors.map(\.value) } == [["nuclear"], ["space"]])
    let talk = try propose(
      "It lasted.\n\nThe two leaders discussed work on reactors. The two leaders also discussed satellites.",
      title: title)
    #expect(talk.count == 1)
  }

  @Test("Praise is words only; our plant in their country is of both")
  func praise() throws {
    let title = "Putin met with Xi Jinping"
    let (praise, _) = try #require(
      try one("It rained.\n\nThe two leaders expressed satisfaction with the work on reactors.", title: title)
    )
    #expect(praise.effect?.value == "statement" && praise.mechanism?.value == "dialogue")
    let (ours, _) = try #require(
      try one("It rained.\n\nA result is the launching of our third reactor in China.", title: title))
    #expect(Set(ours.actors.map(\.name)) == ["China", "Russia"])
    #expect(try propose("It rained.\n\nOur third reactor in China will be launched.", title: title).isEmpty)
  }

  @Test("What is under way in the report of any meeting is of its day, where both are named")
  func anyMeeting() throws {
    let title = "Putin met with the Minister of Atomic Energy"
    let (supply, _) = try #require(
      try one(
        "It rained.\n\nIt snowed.\n\nRussia is supplying equipment for a reactor in China.", title: title))
    #expect(supply.date?.value.description == "2019-06-11" && supply.stage?.value == "running")
    #expect(try propose("It rained.\n\nIt snowed.\n\nRussia built a reactor in China.", title: title).isEmpty)
    #expect(
      try propose("It rained.\n\nIt snowed.\n\nRussia is supplying equipment for a reactor in China.").isEmpty
    )
  }

  @Test("Behind another date, or about other things, it is left alone")
  func notOfTheDay() throws {
    let title = "Putin holds talks with Xi Jinping"
    #expect(
      try propose(
        "A plant was opened in 2012.\n\nThe two leaders discussed work on reactors.", title: title
      ).isEmpty)
    #expect(try propose("It rained.\n\nThe two leaders discussed football.", title: title).isEmpty)
  }

  @Test("A title that stands beside the text says whom it is about")
  func titleBeside() throws {
    let bytes = Array(
      "It lasted two hours.\n\nThe two leaders discussed work on reactors.\n\nPublished: June 11, 2019\n".utf8
    )
    var stored = StoredText(try Read.document(bytes: bytes))
    stored.published = try EDTF("2019-06-11")
    stored.publishedSpan = bytes.count - 14..<bytes.count - 1
    stored.passages.removeAll { $0.kind == .title }
    stored.title = nil
    #expect(try Propose.candidates(in: stored, Rules.book()).isEmpty)
    stored.title = "Putin met with Xi Jinping, President of China"
    #expect(try Propose.candidates(in: stored, Rules.book()).count == 1)
  }

  @Test("A leader stands for his state where he acts, not where he tells of others")
  func leaders() throws {
    let (candidate, _) = try #require(
      try one("On June 5, 2019, Vladimir Putin and Xi Jinping signed an agreement on reactors."))
    #expect(Set(candidate.actors.map(\.name)) == ["China", "Russia"])
    #expect(
      try propose("Vladimir Putin said that Huawei opened a laboratory in Shenzhen on June 5, 2019.").isEmpty)
    let (drills, _) = try #require(
      try one("Vladimir Putin said that the joint naval drills were held in China on May 5, 2019."))
    #expect(drills.mechanism?.value == "military")
  }

  @Test(
    "What has just been done was done on the day of the text",
    arguments: [
      "MTS and Huawei have just signed a contract on 5G networks to be built in December 2020.",
      "МТС и Huawei только что подписали контракт на сети 5G.", "俄罗斯MTS公司与华为刚刚签署了5G合同。",
    ])
  func just(body: String) throws {
    let (candidate, _) = try #require(try one("It rained.\n\n\(body)"))
    #expect(candidate.date?.value.description == "2019-06-11")
  }

  @Test(
    "What states talk about is not done",
    arguments: [
      "On June 5, 2019, China and Russia discussed drills and the supply of missiles.",
      "5 июня 2019 года Россия и Китай обсудили учения и поставки ракет.",
      "2019年6月5日，中国和俄罗斯讨论了联合军演和导弹供应。",
    ])
  func talk(body: String) throws {
    let (candidate, _) = try #require(try one("\(body)"))
    #expect(candidate.mechanism?.value == "dialogue")
    #expect(candidate.modality == .actual)
  }

  @Test(
    "Orders and medals for persons are no cooperation",
    arguments: [
      "On June 5, 2019, Russia awarded the Order of Friendship to the Chinese ambassador.",
      "5 июня 2019 года Россия наградила посла Китая орденом Дружбы.",
      "2019年6月5日，俄罗斯向中国大使颁发友谊勋章。",
    ])
  func honours(body: String) throws { #expect(try propose(body).isEmpty) }

  @Test("What begins a sentence as a beginning looks ahead, and what participles add is not the act")
  func beginning() throws {
    let body =
      "Starting as early as September, the joint laboratory of Huawei and MTS, founded with help of both, will admit students."
    let (candidate, _) = try #require(try one(body))
    #expect(candidate.date?.value.description == "2019-09")
    #expect(candidate.modality == .planned)
  }

  @Test("Our Chinese partners are those of a Russian")
  func ours() throws {
    let (candidate, _) = try #require(
      try one(
        "It rained.\n\nOn June 5, 2019, our Chinese partners signed the contract on lasers.",
        title: "Russia and China"))
    #expect(Set(candidate.actors.map(\.name)) == ["China", "Russia"])
  }

  @Test(
    "What somebody thinks, or is asked about, is no act",
    arguments: [
      "I think MTS and Huawei will build a network in June 2020.",
      "In June 2019 you said that MTS and Huawei opened a laboratory.",
      "Я думаю, что МТС и Huawei построят сеть в июне 2020 года.", "我认为，俄罗斯MTS公司与华为将在2020年6月建设网络。",
    ])
  func opinions(body: String) throws { #expect(try propose("It rained.\n\n\(body)").isEmpty) }
}
