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
    switch script {
    case .cyrillic:
      let forms = [text] + (Cyrillic.base(of: text).map { [$0] } ?? [])
      sounds = forms.map { Sound(latin: Cyrillic.latin($0)) }
      chinese = forms.map { Sound(pinyin: Cyrillic.pinyin($0)) }
    case .han:
      let pinyin = Pinyin.syllables(of: text).joined()
      sounds = [Sound(latin: pinyin)]
      chinese = [Sound(pinyin: pinyin)]
    default:
      sounds = [Sound(latin: text)]
      chinese = [Sound(pinyin: text)]
    }
    skeleton = sounds.last!.skeleton
    switch script {
    case .latin: isPinyin = Pinyin.isSpelled(text)
    case .cyrillic: isPinyin = Pinyin.isSpelled(Cyrillic.pinyin(Cyrillic.base(of: text) ?? text))
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
}

extension NameWord {
  /// 1 for the same word or meaning, less for words that are written or sound alike, 0 for others.
  func likeness(to other: NameWord) -> Double {
    if number != nil || other.number != nil { return number == other.number ? 1 : 0 }
    if text == other.text { return 1 }
    if !meanings.isEmpty, !other.meanings.isEmpty {
      return meanings.contains(where: other.meanings.contains) ? 1 : 0
    }
    return script == other.script ? spelling(other) : heard(other)
  }

  /// Words of three letters and fewer are alike only when they are the same.
  private func spelling(_ other: NameWord) -> Double {
    guard script != .han, min(length, other.length) >= 4 else { return 0 }
    return sounds[0].likeness(to: other.sounds[0], least: 0.74)
  }

  private func heard(_ other: NameWord) -> Double {
    var best = 0.0
    for (mine, theirs) in [(sounds, other.sounds), (chinese, other.chinese)] {
      for a in mine { for b in theirs { best = max(best, a.likeness(to: b, least: 0.7)) } }
    }
    // Two or three sounds agree by chance.
    if best < 1, min(sounds[0].symbols.count, other.sounds[0].symbols.count) < 4 { best = 0 }
    guard script == .han || other.script == .han else { return best * 0.98 }
    return max(best * 0.95, isPinyin || other.isPinyin ? 0 : transcribed(other))
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
    return sounds[0].softened.likeness(to: other.sounds[0].softened, least: 0.6) > 0 ? 0.8 : 0
  }
}
