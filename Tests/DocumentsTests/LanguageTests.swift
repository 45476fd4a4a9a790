import Documents
import Testing

@Suite("The language of a text")
struct LanguageTests {
  @Test(
    "Short texts and texts of several scripts",
    arguments: [
      ("The two sides signed a memorandum on Tuesday.", "en"), ("Huawei signs 5G deal with MTS", "en"),
      ("Rosatom ships fuel to China", "en"), ("China and Russia launch joint moon project", "en"),
      ("Huawei (华为技术有限公司) said it will open a research centre in Moscow", "en"),
      ("Skolkovo (Сколково) and Tsinghua agreed to open the laboratory", "en"),
      ("Beijing-based CNSA (中国国家航天局) and Roscosmos (Роскосмос) signed the agreement", "en"),
      ("Россия и Китай подписали соглашение", "ru"), ("Роскосмос", "ru"),
      ("Новый завод открыт в Казани", "ru"),
      ("Компания Huawei Technologies и Tus-Holdings запускают проект с МТС", "ru"),
      ("Путин прибыл в Пекин", "ru"), ("Сбер вложит 5 млрд", "ru"),
      ("Соглашение подписали Tsinghua University Science Park и Skolkovo Innovation Center", "ru"),
      ("双方签署合作协议", "zh"), ("中俄", "zh"), ("華為與俄羅斯簽署協議，雙方將合作", "zh"),
      ("MTS与Huawei签署5G协议", "zh"), ("俄罗斯Skolkovo创新中心将与Tsinghua University合作", "zh"),
      ("中國與俄羅斯的科技合作", "zh"), ("北斗和GLONASS", "zh"),
      ("Росія та Китай підписали угоду", "uk"), ("Київ заявив про співпрацю", "uk"),
      ("Це було у Києві", "uk"),
      ("Беларусь і Кітай падпісалі пагадненне", "be"), ("Гэта было ў Мінску", "be"),
      ("Русия и Китай подписаха споразумение за сътрудничество", "bg"),
      ("Това ще се случи след година, каза той", "bg"),
      ("Ресей мен Қытай келісімге қол қойды", "kk"), ("Қазақстан Республикасы", "kk"),
      ("Русија и Кина потписале су споразум", "sr"),
      ("Русија и Кина потпишаа договор за соработка со ќе", "mk"),
      ("Орос Хятад хоёр гэрээнд гарын үсэг зурлаа, өнөөдөр", "mn"),
      ("中国とロシアは協定に署名した", "ja"), ("ファーウェイ", "ja"), ("중국과 러시아가 협정에 서명했다", "ko"),
      ("러시아 Rosatom과 중국 CNNC", "ko"),
      ("Russland und China haben ein Abkommen unterzeichnet", "de"),
      ("La Russie et la Chine ont signé un accord", "fr"),
      ("Rusia y China firman un acuerdo sobre el espacio", "es"),
      ("A Rússia e a China não assinaram o acordo", "pt"),
      ("Rosja i Chiny podpisały umowę o współpracy na rzecz się", "pl"),
      ("Ρωσία και Κίνα", "-"), ("روسيا والصين", "-"), ("12345 67", "-"), ("Xyzzy Qwfp", "-"),
    ])
  func guessed(text: String, language: String) {
    let bytes = Array(text.utf8)
    #expect(Language.guess(bytes, 0..<bytes.count) ?? "-" == language)
  }

  @Test("A language that is named is taken by its code")
  func named() throws {
    #expect(try read("Title\n\nLanguage: Russian\n\nXyz qwf.").language == "ru")
    #expect(try read("---\nlang: zh-CN\n---\nXyz qwf.").language == "zh")
    #expect(try read("标题\n\n语言：中文\n\nXyz qwf.").language == "zh")
  }

  @Test("What a page says of its language is believed only where its text does not tell")
  func metadata() throws {
    var reading = Reading(bytes: Array("Россия и Китай подписали соглашение.".utf8))
    reading.claims = [Claim(.language, "en", .metadata)]
    #expect(try Read.document(reading).language == "ru")
    reading.bytes = Array("12345".utf8)
    #expect(try Read.document(reading).language == "en")
  }
}
