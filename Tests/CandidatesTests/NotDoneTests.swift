import Calendar
import Candidates
import Testing

@Suite("What was not done")
struct NotDoneTests {
  /// Behind an opening that nothing helps, in the language of the sentence.
  private func told(_ body: String) throws -> [Candidate] {
    let opening =
      switch body.unicodeScalars.max() {
      case let scalar? where scalar.value >= 0x4E00: "昨天下雨了。"
      case let scalar? where 0x400...0x4FF ~= scalar.value: "Вчера шёл дождь."
      default: "It rained and that was it."
      }
    return try propose("\(opening)\n\n\(body)")
  }

  @Test(
    "A mere non-act is silent",
    arguments: [
      "Huawei and MTS did not sign a 5G contract on June 5, 2019.",
      "By June 5, 2019, Huawei and MTS had not yet formally signed a 5G contract.",
      "On June 5, 2019, ZTE failed to agree with Rostelecom on a contract for 5G networks.",
      "ZTE never delivered the 5G base stations to MTS in June 2019.",
      "On June 5, 2019, Huawei did not deliver 5G equipment to MTS.",
      "No agreement on 5G was signed by Huawei and MTS on June 5, 2019.",
      "Huawei and MTS will not sign a 5G contract on June 25, 2019.",
      "5 июня 2019 года Huawei и МТС не подписали контракт на оборудование 5G.",
      "5 июня 2019 года соглашение о 5G между Huawei и МТС так и не было подписано.",
      "5 июня 2019 года ZTE не смогла подписать контракт на сети 5G с «Ростелекомом».",
      "5 июня 2019 года Huawei не передала МТС базовые станции 5G.",
      "25 июня 2019 года Huawei и МТС не подпишут контракт на сети 5G.",
      "2019年6月5日，华为与MTS没有签署5G合同。",
      "2019年6月5日，华为与MTS未能就5G签署合同。",
      "截至2019年6月5日，华为尚未向MTS交付5G设备。",
      "2019年6月5日，华为与MTS并未达成5G协议。",
      "2019年6月25日，华为与MTS不会签署5G合同。",
    ])
  func silent(body: String) throws {
    let found = try told(body)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "What stands under a condition is no act",
    arguments: [
      "If Huawei and MTS had signed a 5G contract on June 5, 2019, the network would be running.",
      "Если бы Huawei и МТС подписали контракт на 5G 5 июня 2019 года, сеть уже работала бы.",
      "如果华为与MTS在2019年6月5日签署5G合同，网络早已建成。",
      "倘若华为2019年6月5日向MTS交付5G设备，网络早已建成。",
    ])
  func condition(body: String) throws {
    let found = try told(body)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "A negation elsewhere, and a condition behind, leave the act alone",
    arguments: [
      "On June 5, 2019, Huawei and MTS signed a 5G contract, but did not disclose the price.",
      "On June 5, 2019, Huawei and MTS signed a 5G contract that can be extended if both agree.",
      "Not only Huawei but also ZTE signed a 5G contract with MTS on June 5, 2019.",
      "5 июня 2019 года Huawei и МТС подписали контракт на 5G, но не раскрыли его сумму.",
      "5 июня 2019 года Huawei не только подписала с МТС контракт на 5G, но и открыла лабораторию.",
      "2019年6月5日，华为与MTS签署5G合同，但没有透露金额。",
      "2019年6月5日，华为与MTS不仅签署5G合同，还成立了实验室。",
    ])
  func done(body: String) throws {
    let found = try told(body)
    #expect(found.contains { $0.modality == .actual && $0.effect?.value == "advances" }, "\(found)")
  }

  @Test(
    "A refusal is an act that sets back",
    arguments: [
      "MTS refused to sign a 5G contract with Huawei on June 5, 2019.",
      "On June 5, 2019, Rostec rejected Huawei's offer of 5G equipment.",
      "5 июня 2019 года МТС отказалась подписать с Huawei контракт на 5G.",
      "2019年6月5日，MTS拒绝与华为签署5G合同。",
    ])
  func refused(body: String) throws { try expect(.actual, "sets-back", in: told(body)) }

  @Test(
    "Who rejects a report denies it",
    arguments: [
      "On June 5, 2019, Rostec rejected claims that it was buying chips from Huawei.",
      "On June 5, 2019, Rostec rejected as false a report that it was buying chips from Huawei.",
      "On June 5, 2019, Rostec denied a report that it was buying chips from Huawei.",
      "On June 5, 2019, Huawei rejected a newspaper's allegation that it was selling chips to Rostec.",
      "5 июня 2019 года «Ростех» отверг появившиеся в прессе сообщения о закупке чипов у Huawei.",
      "2019年6月5日，华为驳回有关向俄罗斯国家技术集团出售芯片的指控。",
    ])
  func denied(body: String) throws { try expect(.denied, "advances", in: told(body)) }

  private func expect(_ modality: Candidate.Modality, _ effect: String, in found: [Candidate]) {
    #expect(found.map(\.modality) == [modality], "\(found)")
    #expect(found.map(\.effect?.value) == [effect])
  }

  @Test(
    "What is not confirmed is neither done nor denied",
    arguments: [
      "On June 5, 2019, Rostec did not confirm reports that it was buying chips from Huawei.",
      "5 июня 2019 года в «Ростехе» не подтвердили информацию о закупке чипов у Huawei.",
      "2019年6月5日，俄罗斯国家技术集团没有证实从华为采购芯片的消息。",
    ])
  func unconfirmed(body: String) throws {
    let found = try told(body)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "将 before an object says nothing of the future",
    arguments: [
      ("5月10日，美国商务部将20家向俄罗斯供应芯片的中国企业列入实体清单。", "2024-05-10"),
      ("中国科学院5月10日将一台光谱仪移交俄罗斯科学院。", "2024-05-10"),
      ("美国财政部周五将三家向俄罗斯军工企业供应芯片的中国公司列入制裁名单。", "2024-05-10"),
      ("5月9日，中国科学院将望远镜交付俄罗斯科学院。", "2024-05-09"),
      ("美國財政部週四將三間向俄羅斯軍工企業供應晶片的中國公司列入制裁名單。", "2024-05-09"),
    ])
  func object(body: String, date: String) throws { try expect(.actual, on: date, of: body) }

  @Test(
    "将 before a verb or what leads one says that it will be",
    arguments: [
      ("中国科学院将于5月20日向俄罗斯科学院移交一台光谱仪。", "2024-05-20"),
      ("中国科学院5月20日将向俄罗斯科学院移交一台光谱仪。", "2024-05-20"),
      ("中国科学院5月20日将正式移交俄罗斯科学院一台光谱仪。", "2024-05-20"),
    ])
  func ahead(body: String, date: String) throws { try expect(.planned, on: date, of: body) }

  private func expect(_ modality: Candidate.Modality, on date: String, of body: String) throws {
    let found = try propose(body, published: "2024-05-12", title: "消息")
    #expect(found.map(\.date?.value.description) == [date], "\(found)")
    #expect(found.map(\.modality) == [modality])
  }
}
