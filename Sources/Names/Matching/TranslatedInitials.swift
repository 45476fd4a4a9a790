/// Initials of a name in another language than the one at hand: МАГАТЭ for International Atomic Energy Agency.
///
/// The word book tells with which letters the words of a name begin in the language of the initials. Their order is
/// another there, so each word may come at any place.
enum TranslatedInitials {
  /// How well initials fit the translated words of a name: 0 not at all, up to 0.8.
  static func score(_ short: ParsedName.Short, _ long: ParsedName) -> Double {
    guard short.isInitials, 3...8 ~= short.letters.count else { return 0 }
    let words = long.words.filter { $0.role != .stop }
    guard 2...8 ~= words.count, words.allSatisfy({ $0.script != short.script && $0.number == nil }) else {
      return 0
    }
    let most = short.letters.count > 5 ? 3 : 1
    let options = words.map { Self.options($0, short.script, most) }
    guard options.contains(where: { !$0.isEmpty }) else { return 0 }
    let search = Search(letters: short.letters, options: options, mayBeOfState: short.script == .cyrillic)
    guard let best = search.best(0, 0) else { return 0 }
    // Legal forms and places may give a letter; they need not.
    let full = words.indices.count { best.used & 1 << $0 != 0 || ![.legal, .place].contains(words[$0].role) }
    let coverage = Double(best.used.nonzeroBitCount - best.ofState) / Double(full)
    guard best.used.nonzeroBitCount >= 2, coverage >= (short.letters.count <= 4 ? 1 : 0.6) else { return 0 }
    // Few letters fit many names.
    let length = [3: 0.5, 4: 0.66, 5: 0.75][short.letters.count] ?? 0.8
    return length * (0.5 + 0.5 * coverage) * (1 - 0.06 * Double(best.extra))
  }

  /// What a word may give: capitals all of them, small letters as many as are wanted, from the first on.
  private static func options(_ word: NameWord, _ script: Script, _ most: Int) -> [[Unicode.Scalar]] {
    var found: Set<String> = []
    for meaning in word.meanings { found.formUnion(WordBook.shared.meanings[meaning].initials[script] ?? []) }
    return found.flatMap { option -> [[Unicode.Scalar]] in
      let letters = Array(option.lowercased().unicodeScalars)
      return option.first!.isUppercase
        ? [letters] : (1...min(most, letters.count)).map { Array(letters.prefix($0)) }
    }
  }

  private struct Search {
    var letters: [Unicode.Scalar]
    var options: [[[Unicode.Scalar]]]
    /// The г of государственный (of the state) is left out in other languages.
    var mayBeOfState: Bool

    /// The best way to spell the letters from `index` on with the words that are not in `used`, bits of words; the bit
    /// behind them is the г.
    func best(_ index: Int, _ used: Int) -> Way? {
      if index == letters.count { return Way(used: used, ofState: used >> options.count, extra: 0) }
      var best: Way?
      func take(_ count: Int, _ used: Int, extra: Int) {
        guard var way = self.best(index + count, used) else { return }
        way.extra += extra
        if best.map({ (way.used.nonzeroBitCount, -way.extra) > ($0.used.nonzeroBitCount, -$0.extra) }) ?? true
        {
          best = way
        }
      }
      for word in options.indices where used & 1 << word == 0 {
        for option in options[word] where letters[index...].starts(with: option) {
          take(option.count, used | 1 << word, extra: option.count - 1)
        }
      }
      let state = 1 << options.count
      if mayBeOfState, letters[index] == "г", index > 0, used & state == 0 { take(1, used | state, extra: 1) }
      return best
    }
  }

  private struct Way {
    var used: Int
    var ofState: Int
    var extra: Int
  }
}
