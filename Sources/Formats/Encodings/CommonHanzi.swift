/// Tells Chinese from bytes that only look like it: a quarter to a half of any Chinese text is a hundred or two of
/// characters.
enum CommonHanzi {
  /// The share below which it is not believed.
  static let needed = 0.12

  /// The share of common ones among the Chinese characters; nil if much else stands beside them.
  static func share(in text: [UInt8]) -> Double? {
    var hanzi = 0
    var found = 0
    var other = 0
    for scalar in String(decoding: text.prefix(256 << 10), as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0..<0x80, 0xA0...0xBF, 0x2010...0x2030, 0x3000...0x301F, 0xFF00...0xFF5E, 0xFFFD: break
      case 0x4E00...0x9FFF:
        hanzi += 1
        if common.contains(scalar) { found += 1 }
      default: other += 1
      }
    }
    guard hanzi >= 3, other * 20 <= hanzi else { return nil }
    return Double(found) / Double(hanzi)
  }

  private static let common = Set(
    """
    的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定\
    行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些\
    然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公\
    无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组\
    见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处科技俄合作华京斯莫国\
    這個時來們會為對發動說產經進電還實開業應與間關內數學國後過無體當從點種機氣現將長係變結題問黨員設資較計論運區處據華
    """.unicodeScalars.filter { $0.value >= 0x4E00 })
}
