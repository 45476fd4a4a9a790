import Calendar
import Candidates
import Documents
import Testing

@Suite("Proposing observations")
struct ProposeTests {
  @Test("A dated act of two bodies becomes a candidate, every field with its words")
  func act() throws {
    let body =
      "On June 5, 2019, MTS and Huawei signed a contract worth $100 million on 5G networks in Moscow."
    let stored = try text(body)
    let candidates = try Propose.candidates(in: stored, Rules.book())
    let candidate = try #require(candidates.first)
    #expect(candidates.count == 1)
    #expect(stored.text(candidate.span) == body)
    #expect(candidate.rule == .actWithDate)
    #expect(
      candidate.date.map { [$0.value.description, stored.text($0.span)] } == ["2019-06-05", "June 5, 2019"])
    #expect(candidate.mechanism.map { [$0.value, stored.text($0.span)] } == ["commercial", "contract"])
    #expect(candidate.stage.map { [$0.value, stored.text($0.span)] } == ["signed", "signed"])
    #expect(candidate.instrument?.value == "contract")
    #expect(candidate.effect?.value == "advances")
    #expect(candidate.modality == .actual)
    #expect(candidate.sectors.map(\.value) == ["5g"])
    #expect(
      candidate.actors.map { [$0.name, $0.side, stored.text($0.span)] } == [
        ["MTS", "ru", "MTS"], ["Huawei", "cn", "Huawei"],
      ])
    #expect(candidate.amount?.value == .init(value: 1e8, currency: "USD", kind: .committed))
    #expect(candidate.score > 0.9)
  }

  @Test("States take part where no body of theirs is named")
  func states() throws {
    let candidate = try #require(
      try propose("8 июня 2018 года Россия и Китай подписали соглашение о реакторах.", title: "Заголовок")
        .first)
    #expect(candidate.actors.map { "\($0.name) \($0.side)" } == ["Russia ru", "China cn"])
    #expect(candidate.mechanism?.value == "agreement")
  }

  @Test("中文: an act in Chinese")
  func chinese() throws {
    let candidate = try #require(
      try propose("2018年11月7日，中国和俄罗斯签署了关于北斗和格洛纳斯的政府间协定。", title: "标题").first)
    #expect(candidate.date?.value.description == "2018-11-07")
    #expect(candidate.sectors.map(\.value) == ["navigation"])
    #expect(candidate.instrument?.value == "intergovernmental-agreement")
  }

  @Test(
    "Near misses stay silent",
    arguments: [
      "On June 5, 2019, Huawei opened a research centre in Shenzhen.", "MTS and Huawei signed a contract.",
      "China and Russia were named in a ranking of 2019.", "Russia and China are large countries.",
      "After Russia, the United States and China, India will launch a crew in 2022.",
      "Cooperation between China and Russia may grow in the years to come.",
      "On June 5, 2019, Kazakhstan and China signed an agreement on satellites.",
    ])
  func silence(body: String) throws {
    // A sentence behind the opening: nothing dates it but itself.
    #expect(try propose("The weather was fine.\n\n" + body).isEmpty)
  }

  @Test("The opening of a text tells of its own day")
  func opening() throws {
    let candidate = try #require(try propose("MTS and Huawei signed a contract on 5G networks.").first)
    #expect(candidate.rule == .actOnPublication)
    #expect(candidate.date?.value.description == "2019-06-11")
  }

  @Test("A date of an earlier sentence counts for the paragraph, not for the next")
  func earlierDate() throws {
    let before = "The ministers met on June 5, 2019. "
    #expect(
      try propose("It rained.\n\n\(before)MTS and Huawei signed a contract.").first?.rule
        == .actWithEarlierDate)
    #expect(try propose("It rained.\n\n\(before)\n\nMTS and Huawei signed a contract.").isEmpty)
  }

  @Test("Plans and denials are told from what happened")
  func modality() throws {
    let plan = try #require(
      try propose("In October 2020 MTS and Huawei plan to launch a joint laboratory.").first)
    #expect(plan.modality == .planned)
    #expect(plan.modalitySpan != nil)
    let denial = try #require(
      try propose("On June 5, 2019, Huawei denied that it had a contract with MTS.").first)
    #expect(denial.modality == .denied)
  }

  @Test("What ends or refuses a link sets it back")
  func setBack() throws {
    let candidate = try #require(
      try propose("On April 26, 2019, DJI suspended its business in Russia.").first)
    #expect(candidate.effect?.value == "sets-back")
    #expect(candidate.stage?.value == "suspended")
  }

  @Test("A third party that restricts both is pressure; its own date is needed")
  func pressure() throws {
    let body =
      "On October 17, 2018, the United States imposed sanctions on Chinese companies for supplying the Russian firm TSK Vektor."
    let candidate = try #require(try propose(body).first)
    #expect(candidate.mechanism?.value == "pressure")
    #expect(candidate.effect?.value == "context")
    #expect(candidate.stage == nil)
    #expect(
      try propose("It rained.\n\nThe United States imposed sanctions on Chinese and Russian firms.").isEmpty)
  }

  @Test("A bound is no date")
  func bound() throws {
    #expect(try propose("It rained.\n\nCOMAC and UAC will not deliver the airliner before 2025.").isEmpty)
  }

  @Test("One act told twice is one candidate")
  func twice() throws {
    let act = "MTS and Huawei signed a contract on June 5, 2019."
    #expect(try propose("\(act)\n\n\(act)", title: "MTS and Huawei sign contract").count == 1)
  }

  @Test("Texts in a language that is not read propose nothing")
  func unread() throws {
    #expect(
      try propose(
        "Am 5. Juni 2019 haben MTS und Huawei den Vertrag über die Netze der 5G in Moskau signed.",
        title: "Der Vertrag"
      ).isEmpty)
  }
}
