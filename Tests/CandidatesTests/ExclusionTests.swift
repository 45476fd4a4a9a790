import Documents
import Testing

@testable import Candidates

@Suite("Why a sentence becomes no candidate")
struct ExclusionTests {
  /// The reasons for a body behind an opening that nothing helps.
  func reasons(_ body: String, opening: String = "It rained and that was it.") throws -> [Exclusion] {
    try Propose.silences(in: text("\(opening)\n\n\(body)"), Rules.book())
  }

  @Test(
    "Each reason has its sentence",
    arguments: [
      ("MTS and Huawei signed a contract.", Exclusion.undated),
      ("On June 5, 2019, Huawei opened a research centre in Shenzhen.", .oneSide),
      ("On June 5, 2019, it rained in China and Russia.", .noAct),
      ("On June 5, 2019, China and Russia signed an agreement on pandas.", .general),
      ("On June 5, 2019, India, like China, bought missiles from Russia.", .aside),
      ("Analysts say that MTS and Huawei will launch a network in June 2020.", .forecast),
      ("MTS and Huawei plan to launch a network every year, next in June 2020.", .habit),
      ("On June 5, 2019, MTS and Huawei repainted a tower in Kazakhstan.", .thirdPartner),
      ("On June 5, 2019, MTS and Huawei shared the lead in a rating.", .ranking),
      ("Huawei said on June 5, 2019 that Russia repainted towers.", .onlySaid),
      ("I believe that MTS and Huawei will launch a network in June 2020.", .opinion),
      ("On June 5, 2019, Russia signed an order to give a medal to China's envoy.", .honour),
    ])
  func sentences(body: String, reason: Exclusion) throws {
    let found = try reasons(body)
    #expect(found.contains(reason), "\(found)")
    #expect(try propose("It rained and that was it.\n\n\(body)").isEmpty)
  }

  @Test(
    "Rivals for an order of a third country are no pair",
    arguments: [
      "Rosatom and CNNC are bidding for a reactor in Kazakhstan.\n\nIn May 2019 CNNC and Rosatom engineers saw the site.",
      "Росатом и CNNC конкурируют за реактор в Казахстане.\n\nВ мае 2019 года делегации CNNC и Росатома осмотрели площадку.",
      "俄罗斯国家原子能公司与中核集团在哈萨克斯坦竞标核电站。\n\n2019年5月，中核集团与俄罗斯国家原子能公司的代表团察看了现场。",
    ])
  func rivals(body: String) throws { #expect(try propose(body).isEmpty) }
}
