/// The inflected forms of Russian nouns, adjectives and verbs, by their paradigms.
///
/// A word is taken for a form of every lemma that its ending allows; which of these lemmas there are is decided
/// by the words of the file (see ``SearchVocabulary``). Forms that no one writes do no harm: they are not there.
enum RussianForms {
  /// Stems shorter than this have no forms: of two letters nothing can be told.
  private static let shortestStem = 2

  /// What a folded word may be a form of.
  static func hypotheses(_ word: String) -> [WordForms] {
    if let set = RussianParadigms.irregular.first(where: { $0.contains(word) }) {
      return [WordForms(lemma: set[0], isLemma: true, forms: Set(set))]
    }
    guard word.count > shortestStem else { return [] }
    var found: [WordForms] = []
    for paradigm in RussianParadigms.all {
      for ending in [paradigm.lemma] + paradigm.endings where word.hasSuffix(ending) {
        let isLemma = ending == paradigm.lemma || paradigm.alsoLemmas.contains(ending)
        let stem = String(word.dropLast(ending.count))
        guard stem.count >= (isLemma ? shortestStem : 3), paradigm.allows(stem) else { continue }
        found.append(forms(stem, paradigm, isLemma: isLemma))
        // The forms without an ending have a vowel that the others lose.
        if !isLemma, paradigm.lemma.isEmpty || paradigm.lemma == "ь" {
          for full in Self.filled(stem) where paradigm.allows(full) {
            found.append(forms(full, paradigm, isLemma: false))
          }
        }
      }
    }
    return found
  }

  private static func forms(_ stem: String, _ paradigm: RussianParadigm, isLemma: Bool) -> WordForms {
    var forms: Set<String> = [stem + paradigm.lemma]
    let short = paradigm.hasFleetingLemma ? emptied(stem) : []
    for ending in paradigm.endings {
      forms.insert(stem + ending)
      if ending.isEmpty || ending == "ь" { forms.formUnion(filled(stem).map { $0 + ending }) }
      for other in short where !ending.isEmpty { forms.insert(other + ending) }
      for other in paradigm.mutated(stem) { forms.insert(other + ending) }
    }
    return WordForms(lemma: stem + paradigm.lemma, isLemma: isLemma, forms: forms)
  }

  /// сделк -> сделок, песн -> песен, деньг -> денег.
  private static func filled(_ stem: String) -> [String] {
    guard let last = stem.last, let before = stem.dropLast().last, isConsonant(last), !isVowel(before) else {
      return []
    }
    if before == "ь" || before == "й" { return [stem.dropLast(2) + "е" + String(last)] }
    return ["о", "е"].map { stem.dropLast() + $0 + String(last) }
  }

  /// рынок -> рынк, китаец -> китайц, владелец -> владельц.
  private static func emptied(_ stem: String) -> [String] {
    guard stem.count >= 4, let last = stem.last, isConsonant(last), let vowel = stem.dropLast().last,
      vowel == "о" || vowel == "е", let before = stem.dropLast(2).last
    else { return [] }
    let head = stem.dropLast(2)
    if isVowel(before) { return [head + "й" + String(last)] }
    return before == "л" ? [head + "ь" + String(last), head + String(last)] : [head + String(last)]
  }

  static func isVowel(_ letter: Character) -> Bool { "аеиоуыэюя".contains(letter) }
  static func isConsonant(_ letter: Character) -> Bool { "бвгджзклмнпрстфхцчшщ".contains(letter) }
}
