import Candidates
import Testing

@Suite("Who takes part and who does not")
struct BystanderTests {
  @Test(
    "The press of a country, and who only looks on, is no party",
    arguments: [
      "Huawei signed a 5G contract with Serbia on June 5, the Russian agency TASS reported.",
      "CATL and Samruk Energy signed a battery agreement on June 5, Interfax, a Russian news agency, reported.",
      "The Russian newspaper Kommersant wrote that on June 5 Huawei signed a 5G contract with Serbia.",
      "据俄罗斯媒体报道，华为6月5日与塞尔维亚签署5G合同。",
      "Kazakhstan and Huawei signed a 5G contract on June 5 while a Russian minister looked on.",
      "Huawei and Kazakhtelecom signed a 5G contract on June 5 in the presence of the Russian minister.",
      "Huawei и «Казахтелеком» подписали контракт на сети 5G 5 июня в присутствии российского министра.",
      "6月5日，华为与塞尔维亚电信在俄罗斯部长见证下签署5G合同。",
    ])
  func bystanders(body: String) throws {
    let found = try propose(body, title: "-")
    #expect(found.isEmpty, "\(found)")
  }

  @Test(
    "Agencies that act are parties, and leaders of both sides looking on hide nobody",
    arguments: [
      "On June 5, 2019, the Russian space agency said it had signed a satellite agreement with China.",
      "On June 5, 2019, Huawei and MTS signed a 5G contract in the presence of Vladimir Putin and Xi Jinping.",
      "5 июня 2019 года в присутствии Владимира Путина и Си Цзиньпина Huawei и МТС подписали контракт на 5G.",
    ])
  func parties(body: String) throws { #expect(try propose(body).count == 1) }

  @Test(
    "Third parties of the same act are offered, too",
    arguments: [
      ("Russia, China and Mongolia signed an agreement on satellite navigation on June 5, 2019.", "Mongolia"),
      ("Россия, Китай и Монголия 5 июня 2019 года подписали соглашение о спутниковой навигации.", "Mongolia"),
      ("2019年6月5日，中国、俄罗斯和哈萨克斯坦签署卫星导航协议。", "Kazakhstan"),
      ("Iran, Russia and China held a naval drill on March 5, 2019.", "Iran"),
      ("On June 5, 2019, Huawei, Rostelecom and Siemens signed a contract on 5G networks.", "Siemens"),
    ])
  func third(body: String, name: String) throws {
    let actors = try #require(try propose(body).first?.actors)
    #expect(actors.filter { $0.side == "other" }.map(\.name) == [name], "\(actors)")
    #expect(Set(actors.map(\.side)) == ["cn", "ru", "other"])
  }

  @Test(
    "A country elsewhere in the sentence is no third party",
    arguments: [
      "On June 5, 2019, Huawei and MTS signed a 5G contract at a fair in Mongolia.",
      "5 июня 2019 года Huawei и МТС подписали в Монголии контракт на 5G.",
    ])
  func place(body: String) throws {
    #expect(try propose(body).first?.actors.map(\.side).sorted() == ["cn", "ru"])
  }

  @Test(
    "Leaving a market sets back; winning against somebody, a tourist arrested and an opinion are no acts of the two"
  )
  func others() throws {
    for body in [
      "5 июня 2019 года Xiaomi ушла с российского рынка смартфонов.",
      "5 июня 2019 года Huawei закрывает офис в Москве.",
    ] {
      #expect(try propose(body).map(\.effect?.value) == ["sets-back"], "\(body)")
    }
    for body in [
      "Sber beat Alibaba in an AI contest in Paris on June 5, 2019.",
      "A Chinese tourist was arrested in Moscow on June 5, 2019 for flying a drone near the Kremlin.",
      "Mr. Hill believes that Moscow and Beijing will smuggle chips through a shadow supply chain by 2030.",
      "5 июня 2019 года китайский турист задержан в Москве за полёт дрона у Кремля.",
    ] { #expect(try propose(body, title: "-").isEmpty, "\(body)") }
  }
}
