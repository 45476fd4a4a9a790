/// The inflected forms of English words: plural, possessive, past and participle.
enum EnglishForms {
  /// What a folded word may be a form of.
  static func hypotheses(_ word: String) -> [WordForms] {
    if let set = irregularSets.first(where: { $0.contains(word) }) {
      return [WordForms(lemma: word, isLemma: true, forms: Set(set + [set[0] + "s", set[0] + "ing"]))]
    }
    var bases: Set<String> = []
    for ending in ["s", "es", "d", "ed", "ing"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      guard stem.count >= 3 else { continue }
      bases.insert(stem)
      if ending == "ing" || ending == "ed" { bases.formUnion([stem + "e", undoubled(stem)]) }
      if stem.hasSuffix("i") { bases.insert(stem.dropLast() + "y") }
    }
    let own = WordForms(lemma: word, isLemma: true, forms: forms(of: word))
    return [own] + bases.sorted().map { WordForms(lemma: $0, isLemma: false, forms: forms(of: $0)) }
  }

  private static func forms(of base: String) -> Set<String> {
    guard base.count >= 3 else { return [base] }
    var forms: Set = [base, base + "s", base + "ed", base + "ing"]
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: base.hasSuffix) { forms.insert(base + "es") }
    if base.hasSuffix("e") { forms.formUnion([base + "d", base.dropLast() + "ing"]) }
    if base.hasSuffix("y") { forms.formUnion([base.dropLast() + "ies", base.dropLast() + "ied"]) }
    if let last = base.last, !"aeiouyws".contains(last) {
      forms.formUnion([base + String(last) + "ed", base + String(last) + "ing"])
    }
    return forms
  }

  private static func undoubled(_ stem: String) -> String {
    guard let last = stem.last, stem.dropLast().last == last else { return stem }
    return String(stem.dropLast())
  }

  private static let irregularSets: [[String]] = [
    ["hold", "held"], ["build", "built"], ["sell", "sold"], ["buy", "bought"], ["make", "made", "making"],
    ["win", "won", "winning"], ["meet", "met"], ["lead", "led"], ["say", "said"], ["give", "gave", "given"],
    ["take", "took", "taken", "taking"], ["begin", "began", "begun", "beginning"], ["send", "sent"],
    ["withdraw", "withdrew", "withdrawn"], ["freeze", "froze", "frozen"], ["break", "broke", "broken"],
    ["choose", "chose", "chosen"], ["rise", "rose", "risen"], ["fall", "fell", "fallen"],
    ["grow", "grew", "grown"], ["steal", "stole", "stolen"], ["write", "wrote", "written", "writing"],
    ["find", "found"], ["pay", "paid"], ["lose", "lost", "losing"], ["spend", "spent"], ["bring", "brought"],
    ["man", "men"], ["woman", "women"], ["person", "people"], ["child", "children"],
    ["company", "companies"], ["analysis", "analyses"], ["crisis", "crises"],
  ]
}
