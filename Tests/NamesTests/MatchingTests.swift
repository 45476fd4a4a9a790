import Formats
import Records
import TestSupport
import Testing

@testable import Names

@Suite struct `Matching of names` {
  private func isOne(_ one: String, _ other: String) -> Bool {
    NameComparison(one, other).score >= NameComparison.sameBody
  }

  @Test(arguments: [
    ("Rosatom", "Росатом"), ("Газпром", "Gasprom JSC"), ("ООО «Газпром»", "OOO Gazprom"),
    ("中国农业银行", "Agricultural Bank of China"), ("Сельскохозяйственный банк Китая", "中国农业银行"),
    ("华为技术有限公司", "Huawei Technologies Co., Ltd."), ("Хуавэй", "华为"), ("斯科尔科沃", "Skolkovo"),
    ("МГТУ", "Московский государственный технический университет"), ("哈工大", "哈尔滨工业大学"),
    ("Минпромторг", "Министерство промышленности и торговли"),
    ("Van der Bilt Corp", "Vanderbilt Corporation"),
    ("JSC Murom Instrument-Making Plant", "Акционерное общество “Муромский приборостроительный завод”"),
    ("Bank of China", "China Bank"), ("華為", "华为"),
  ])
  func `one body under two names`(one: String, other: String) {
    #expect(isOne(one, other))
    #expect(isOne(other, one))
  }

  @Test(arguments: [
    ("Bank of China", "Bank of Russia"), ("Peking University", "Nanjing University"),
    ("ООО \"БАЙ\"", "ООО \"БАЙКАЛ\""),
    ("Management Company 23", "Management Company 24"), ("China Mobile", "China Telecom"), ("中国银行", "中国农业大学"),
    ("ANO Rassvet", "OOO Rassvet Plus Stroy"), ("Puffin Trust", "Puccini Trust"), ("", "Huawei"),
    ("Ltd", "OOO"),
  ])
  func `two bodies with names alike`(one: String, other: String) {
    #expect(!isOne(one, other))
    #expect(!isOne(other, one))
  }

  @Test(arguments: [
    // A body's own language leaves its country out.
    ("Минтранс", "Ministry of Transport of Russia"), ("海关总署", "General Administration of Customs of China"),
    // A short form is sooner that of a body that has none.
    ("CAE", "Chinese Academy of Engineering"),
    // Initials of a part, and of what compounds are made of.
    ("СО РАН", "Siberian Branch of the Russian Academy of Sciences"),
    ("АЭМ", "Atomenergomash"), ("三六零", "Qihoo 360"), ("比亚迪", "BYD"),
  ])
  func `the right one of several comes first`(name: String, actor: String) {
    let known: [NameMatcher.Known] = [
      (1, "Ministry of Transport of Russia", "ru"), (1, "Министерство транспорта Российской Федерации", "ru"),
      (2, "Ministry of Transport of China", "cn"), (2, "Министерство транспорта КНР", "cn"),
      (3, "General Administration of Customs of China", "cn"), (4, "Federal Customs Service of Russia", "ru"),
      (5, "China Atomic Energy Authority", "cn"), (5, "CAEA", "cn"),
      (6, "Chinese Academy of Engineering", "cn"),
      (7, "Siberian Branch of the Russian Academy of Sciences", "ru"), (7, "Сибирское отделение РАН", "ru"),
      (8, "Russian Academy of Sciences", "ru"), (9, "Atomenergomash", "ru"),
      (10, "International Atomic Energy Agency", "intl"), (11, "Qihoo 360", "cn"), (12, "BYD", "cn"),
    ]
    let first = NameMatcher(known).nearest(to: name, limit: 1, least: 0.1).first
    #expect(first?.name == actor)
  }

  @Test func `reasons are said in words`() {
    let found = NameComparison("中国农业银行", "Agricultural Bank of China")
    #expect(found.reasons.contains { $0.contains("means") })
    #expect(
      NameComparison("МГТУ", "Московский государственный технический университет").reasons == [
        "one is short for the other"
      ])
    #expect(NameComparison("Bank of China", "Bank of Russia").reasons.contains { $0.contains("is not") })
  }

  @Test(.seed(11)) func `any text can be compared, both ways alike`() {
    var random = SplitMix64(seed: 11)
    let letters = [
      "a", "B", "ж", "Ш", "华", "銀", "行", " ", "-", ".", "1", "«", "\u{301}", "II", "公司", "&", "'",
    ]
    for _ in 0..<400 {
      let (one, other) = (random.text(0...14, of: letters), random.text(0...14, of: letters))
      let score = NameComparison(one, other).score
      #expect(score >= 0 && score <= 1, "\(one) | \(other)")
      let back = NameComparison(other, one).score
      #expect(abs(back - score) < 0.35, "\(one) | \(other)")
    }
  }

  @Test(arguments: [
    ("Росатом", "Rosatom"), ("Сколково", "Skolkovo"), ("МГУ", "MGU"), ("华为", "Hua wei"),
    ("重庆银行", "Chong qing yin hang"),
    ("Институт физики", "Institut fiziki"), ("Щёлково", "Shchelkovo"),
  ])
  func `a name in Latin letters`(name: String, latin: String) {
    #expect(Transliteration.latin(of: name) == latin)
  }

  @Test func `a name in Latin letters already needs no others`() {
    #expect(Transliteration.latin(of: "Huawei 5G") == nil)
  }

  @Test func `an unknown name is offered the nearest known ones`() throws {
    let bench = try Bench()
    _ = try bench.seed()
    let matcher = try NameMatcher(bench.db)
    for (asked, wanted) in [
      ("Росстат и Сколково", "Skolkovo Foundation"), ("HUAWEI TECH", "Huawei"), ("华为技术", "Huawei"),
    ] {
      #expect(matcher.nearest(to: asked, limit: 3).contains { $0.name == wanted }, "\(asked)")
    }
    #expect(matcher.nearest(to: "zzqqx").isEmpty)
    let scores = matcher.nearest(to: "Bank of China", limit: 5).map(\.score)
    #expect(scores == scores.sorted(by: >))
  }

  @Test func `the book has a role and three languages in each row`() throws {
    let bytes = Resources.files(in: "seeds/words.csv")[0].bytes
    let table = try TableReader(csv: ByteSource(bytes: bytes, name: "words.csv"))
    #expect(table.header == ["role", "en", "ru", "zh"])
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").count - 1
    #expect(WordBook.shared.meanings.count == lines)
  }
}
