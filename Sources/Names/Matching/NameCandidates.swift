extension NameMatcher {
  /// The entries that are worth a comparison: those that share a word or a meaning, have a word that sounds like one, or
  /// may be short for the name. Where they are many, those that share most; a word that hundreds have finds none alone.
  func candidates(_ asked: ParsedName, _ weights: Weights) -> [Int] {
    var shared = Shared(count: entries.count)
    for word in asked.expanded ?? [] {
      shared.begin(weights.of(word))
      for meaning in word.meanings { shared.add(byMeaning[meaning]) }
    }
    for word in asked.words where word.role != .stop && word.role != .legal {
      shared.begin(weights.of(word))
      for sound in word.sounds + word.chinese { shared.add(bySound[sound]) }
      shared.add(byText[word.text])
      for meaning in word.meanings { shared.add(byMeaning[meaning]) }
      guard word.isOwn else { continue }
      for known in ownWords where word.likeness(to: known) > 0 { shared.add(byText[known.text]) }
    }
    let whole = asked.words.map(weights.of).reduce(0, +)
    var found = shared.found
    if found.count > Self.most {
      let worth = found.map { shared.weight[$0] / (whole + entries[$0].weight) }
      found = Array(
        found.indices.sorted { (worth[$1], found[$0]) < (worth[$0], found[$1]) }.prefix(Self.most)
          .map { found[$0] })
    }
    var isFound = Array(repeating: false, count: entries.count)
    for number in found { isFound[number] = true }
    let short = entries.indices.filter {
      !isFound[$0] && Abbreviation.score(asked, entries[$0].parsed) > 0
    }
    return (found + short).sorted()
  }

  /// So many are compared at most.
  private static let most = 400

  /// Which entries share words with a name, and how much those weigh.
  private struct Shared {
    private(set) var weight: [Double]
    private(set) var found: [Int] = []
    /// The last word that each shared.
    private var last: [Int]
    private var word = 0
    private var wordWeight = 0.0

    init(count: Int) {
      weight = Array(repeating: 0, count: count)
      last = Array(repeating: 0, count: count)
    }

    /// The next word.
    mutating func begin(_ weight: Double) {
      word += 1
      wordWeight = weight
    }

    /// These have it.
    mutating func add(_ numbers: [Int]?) {
      for number in numbers ?? [] where last[number] != word {
        if weight[number] == 0 { found.append(number) }
        last[number] = word
        weight[number] += wordWeight
      }
    }
  }
}
