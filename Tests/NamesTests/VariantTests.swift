import Testing

@testable import Names

@Suite("One name in many spellings")
struct VariantTests {
  private func texts(_ name: String, _ kind: NameKind = .actor, in text: String) -> [String] {
    let finder = NameFinder([NameEntry(kind: kind, code: "x", actor: 1, language: "zh", written: name)])
    let bytes = Array(text.utf8)
    return finder.matches(in: bytes, language: "zh").map { String(decoding: bytes[$0.span], as: UTF8.self) }
  }

  @Test(
    "Traditional characters find simplified ones, and the other way round",
    arguments: [("华为", "與華為公司"), ("俄羅斯", "在俄罗斯"), ("签署", "簽署協議"), ("启迪控股", "啟迪控股"), ("中国联通", "中國聯通")])
  func traditional(name: String, text: String) {
    let found = texts(name, in: text)
    #expect(found.map(HanVariants.simplified) == [HanVariants.simplified(name)])
  }

  @Test("The table of characters is sorted, and no simplified form is itself changed")
  func table() {
    let pairs = HanVariants.pairs
    #expect(pairs.count > 2500)
    #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.traditional < $1.traditional })
    #expect(HanVariants.simplified("聯合國 x 1 é") == "联合国 x 1 é")
    for pair in pairs {
      let simplified = Unicode.Scalar(pair.simplified)!
      #expect(HanVariants.simplified(simplified) == simplified)
    }
  }

  @Test(
    "Marks nobody sees, ends of lines, quotes and accents make no difference",
    arguments: [
      ("Хуавэй", "Ху\u{AD}авэй", "Ху\u{AD}авэй"), ("Хуавэй", "с Хуа-\nвэем", "Хуа-\nвэем"),
      ("Россия", "Росси\u{301}я", "Росси\u{301}я"), ("Хуавэй", "Хуавэи\u{306}", "Хуавэи\u{306}"),
      ("Alfa-Bank", "Alfa-\nBank", "Alfa-\nBank"), ("Alfa-Bank", "Alfa Bank", "Alfa Bank"),
      ("俄罗斯科学院", "俄罗斯\n科学院", "俄罗斯\n科学院"), ("Huawei", "Huáwèi", "Huáwèi"), ("Huawei", "Ｈｕａｗｅｉ", "Ｈｕａｗｅｉ"),
      ("Госкорпорация «Росатом»", "«Госкорпорация „Росатом“»", "Госкорпорация „Росатом“"),
      ("Huawei", "Huawei's", "Huawei"), ("Huawei", "Huawei-built", "Huawei"), ("华为", "华为（Huawei）", "华为"),
    ])
  func spellings(name: String, text: String, found: String) {
    // Swift compares what looks the same as the same: the bytes have to be.
    #expect(texts(name, in: text).map { Array($0.utf8) } == [Array(found.utf8)])
  }

  @Test(
    "An empty line ends a name, and a longer word hides it",
    arguments: ["Alfa\n\nBank", "Alfa Banker", "xAlfa Bank"])
  func ends(text: String) { #expect(texts("Alfa Bank", in: text).isEmpty) }
}
