/// One word of a name, or one phrase with a meaning.
struct NameWord {
  /// In small letters without accents; of Chinese the simplified characters.
  var text: String
  /// As it stands in the name.
  var written: String
  var script: Script
  /// Rows of the word book; empty for a word of the name's own.
  var meanings: [Int] = []
  var role: WordBook.Role?
  /// Initials before a name (РСК «МиГ», ФТИ имени Иоффе): they say what kind of body it is.
  var isKind = false
  /// The country of the body that the name is of: its own language leaves it out.
  var isHome = false
  /// A country and a thing in two characters (俄航): short for a longer name, not one that is heard.
  private(set) var isCut = false
  /// Capitals for the most part, and few (CSSC, СПбГУ): a letter apart is another body.
  private(set) var isInitials: Bool
  /// A number in digits, Roman or in words.
  var number: Int?
  /// How many letters it has.
  var length: Int
  /// How it sounds, read as languages in general write; of a Russian adjective, also the name it is made of.
  var sounds: [Sound]
  /// How it sounds if its Latin letters are pinyin, or its Cyrillic ones Palladius' way of writing Chinese.
  var chinese: [Sound]
  var skeleton: Sound
  /// Of Latin and Cyrillic letters, whether they spell syllables of Chinese: then it is no name that Chinese transcribes.
  var isPinyin = false

  init(_ text: String, written: String, script: Script) {
    self.text = text
    self.written = written
    self.script = script
    length = text.unicodeScalars.count
    isInitials = Self.isInitials(written)
    switch script {
    case .cyrillic:
      let forms = Cyrillic.forms(of: text)
      sounds = forms.map { Sound(latin: Cyrillic.latin($0)) }
      chinese = forms.map { Sound(pinyin: Cyrillic.pinyin($0)) }
    case .han:
      isCut = WordBook.shared.isCut(text)
      let pinyin = Pinyin.syllables(of: text).joined()
      sounds = [Sound(latin: pinyin)]
      chinese = [Sound(pinyin: pinyin)]
    default:
      sounds = [Sound(latin: text)]
      chinese = [Sound(pinyin: text)]
    }
    skeleton = sounds[0].skeleton
    switch script {
    case .latin: isPinyin = Pinyin.isSpelled(text)
    case .cyrillic:
      let base = Cyrillic.base(of: text) ?? text
      isPinyin = Pinyin.isSpelled(Cyrillic.pinyin(base))
      if base != text { skeleton = Sound(latin: Cyrillic.latin(base)).skeleton }
    default: break
    }
  }

  /// Several words read as one.
  init(joining words: ArraySlice<NameWord>) {
    self.init(
      words.map(\.text).joined(), written: words.map(\.written).joined(separator: " "),
      script: words.first!.script)
  }

  /// True for a word that is the name's own: no number, and no word of the book.
  var isOwn: Bool { role == nil && number == nil }

  /// What initials take of it: the first letter of each of its written words, but for those that fill.
  var initials: [Unicode.Scalar] {
    guard script != .han, role != .stop else { return [] }
    return written.split { $0 == " " || $0 == "-" }.compactMap { part in
      let text = NameFold.word(String(part))
      return WordBook.shared.isStop(text) ? nil : text.unicodeScalars.first
    }
  }

  /// True if it may be made of two words, the second with this letter.
  func isCompound(of letter: Unicode.Scalar) -> Bool {
    length >= 8 && script != .han && !written.contains(" ")
      && text.unicodeScalars.dropFirst(3).contains(letter)
  }

  private static func isInitials(_ written: String) -> Bool {
    let (all, capitals) = written.unicodeScalars.reduce(into: (0, 0)) { count, scalar in
      count.0 += 1
      if scalar.properties.isUppercase { count.1 += 1 }
    }
    return all <= 4 && capitals == all || all <= 6 && capitals >= 3 && capitals < all && capitals * 2 >= all
  }
}

extension NameWord {
  /// 1 for the same word or meaning, less for words that are written or sound alike, 0 for others.
  func likeness(to other: NameWord) -> Double {
    if number != nil || other.number != nil { return number == other.number ? 1 : 0 }
    if text == other.text { return 1 }
    if !meanings.isEmpty, !other.meanings.isEmpty {
      guard meanings.contains(where: other.meanings.contains) else { return 0 }
      // A name is sooner written in other letters than translated: Россия сегодня, Rossiya Segodnya, Russia Today.
      return script == other.script ? 1 : 0.97
    }
    return script == other.script ? spelling(other) : heard(other)
  }

  /// Words of three letters and fewer are alike only when they are the same, and so are initials.
  private func spelling(_ other: NameWord) -> Double {
    guard script != .han, min(length, other.length) >= 4, !isInitials, !other.isInitials else { return 0 }
    return sounds[0].likeness(to: other.sounds[0], least: 0.74)
  }

  private func heard(_ other: NameWord) -> Double {
    var best = 0.0
    for (mine, theirs) in [(sounds, other.sounds), (chinese, other.chinese)] {
      for a in mine { for b in theirs { best = max(best, a.likeness(to: b, least: 0.7)) } }
    }
    // Two or three sounds agree by chance.
    if best < 1, min(sounds[0].symbols.count, other.sounds[0].symbols.count) < 4 { best = 0 }
    guard script == .han || other.script == .han else {
      return best < 1 && (isInitials || other.isInitials) ? 0 : best * 0.98
    }
    if isPinyin || other.isPinyin { return isCut || other.isCut ? 0 : best * 0.95 }
    // Words with a meaning and initials are not transcribed.
    let (han, foreign) = script == .han ? (self, other) : (other, self)
    guard han.isOwn, !han.isCut else { return 0 }
    if foreign.isInitials { return han.isSpelled(by: foreign) ? 0.85 : 0 }
    return max(best * 0.95, transcribed(other))
  }

  /// True if its syllables in pinyin begin with the letters of initials: 比亚迪 (bi ya di), BYD.
  private func isSpelled(by initials: NameWord) -> Bool {
    initials.script == .latin && Pinyin.syllables(of: text).map { $0.prefix(1) }.joined() == initials.text
  }

  /// A foreign name in Chinese characters: 斯科尔科沃, Skolkovo. Where few consonants are left the vowels must agree too.
  private func transcribed(_ other: NameWord) -> Double {
    let short = min(skeleton.symbols.count, other.skeleton.symbols.count)
    if short >= 3 { return skeleton.likeness(to: other.skeleton, least: short >= 4 ? 0.7 : 1) * 0.9 }
    guard short == 2, skeleton == other.skeleton,
      min(sounds[0].symbols.count, other.sounds[0].symbols.count) >= 3
    else {
      return 0
    }
    let likeness = sounds[0].softened.likeness(to: other.sounds[0].softened, least: 0.6)
    return likeness > 0 ? 0.6 + 0.25 * likeness : 0
  }
}
