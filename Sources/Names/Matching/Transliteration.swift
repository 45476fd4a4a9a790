/// Names in Latin letters, for those who do not read the script.
public enum Transliteration {
  /// The name in Latin letters: Cyrillic as BGN/PCGN has it without its marks, Chinese in pinyin without tones, one
  /// syllable a word; nil if it is in Latin letters already.
  ///
  ///     Transliteration.latin(of: "Росатом")   // "Rosatom"
  ///     Transliteration.latin(of: "华为公司")   // "Hua wei gong si"
  public static func latin(of name: String) -> String? {
    guard name.unicodeScalars.contains(where: { isForeign($0) }) else { return nil }
    var latin = ""
    var run = ""
    var script: Script?
    func close() {
      guard let script else { return }
      latin += script == .han ? spaced(Pinyin.syllables(of: run), after: latin) : cased(run)
      run = ""
    }
    for scalar in name.unicodeScalars {
      let next = isForeign(scalar) ? Script(letter: scalar) : nil
      if next != script { close() }
      script = next
      if next == nil { latin.unicodeScalars.append(scalar) } else { run.unicodeScalars.append(scalar) }
    }
    close()
    return latin
  }

  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    let script = Script(letter: scalar)
    return script == .cyrillic || script == .han
  }

  private static func spaced(_ syllables: [String], after latin: String) -> String {
    let text = syllables.joined(separator: " ")
    guard latin.isEmpty, let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// Word for word, capitals as they were: an abbreviation stays one.
  private static func cased(_ word: String) -> String {
    let latin = Cyrillic.latin(word.lowercased())
    guard let first = word.first, first.isUppercase else { return latin }
    if word.count > 1, word.allSatisfy({ !$0.isLowercase }) { return latin.uppercased() }
    return latin.prefix(1).uppercased() + latin.dropFirst()
  }
}
