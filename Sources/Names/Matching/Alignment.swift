/// Which words of one name answer to which of another, and what that is worth.
struct Alignment {
  var score = 0.0
  private(set) var reasons: [String] = []

  private var left: [NameWord]
  private var right: [NameWord]

  init(_ left: [NameWord], _ right: [NameWord], _ weights: Weights) {
    self.left = left
    self.right = right
    joinSplitWords()
    joinSpelled()
    let pairs = matched(weights)
    let total = self.left.map(weights.of).reduce(0, +) + self.right.map(weights.of).reduce(0, +)
    guard total > 0, !pairs.isEmpty else { return }
    let shared = pairs.map {
      $0.likeness * (weights.of(self.left[$0.left]) + weights.of(self.right[$0.right]))
    }
    score = shared.reduce(0, +) / total
    explain(pairs)
    weigh(pairs)
  }

  private struct Pair {
    var left: Int
    var right: Int
    var likeness: Double
  }

  // MARK: Words

  /// Words that one name writes as one and the other as several become one: vanderbilt, van der bilt.
  private mutating func joinSplitWords() {
    right = Self.joined(right, asIn: left)
    left = Self.joined(left, asIn: right)
  }

  private static func joined(_ words: [NameWord], asIn others: [NameWord]) -> [NameWord] {
    var words = words
    for other in others where other.isOwn && other.length >= 5 || other.script == .han && other.isOwn {
      guard !words.contains(where: { other.likeness(to: $0) > 0.85 }) else { continue }
      for count in 2...3 where words.count >= count {
        for start in 0...(words.count - count) {
          let part = words[start..<start + count]
          guard part.allSatisfy({ $0.number == nil && $0.role != .legal }), part.contains(where: \.isOwn)
          else { continue }
          let whole = NameWord(joining: part)
          guard other.likeness(to: whole) >= 0.85 else { continue }
          words.replaceSubrange(start..<start + count, with: [whole])
          return joined(words, asIn: others)
        }
      }
    }
    return words
  }

  /// Words whose beginnings the other name has as initials become those: Сибирское отделение РАН, СО РАН.
  private mutating func joinSpelled() {
    right = Self.spelled(right, in: left)
    left = Self.spelled(left, in: right)
  }

  private static func spelled(_ words: [NameWord], in others: [NameWord]) -> [NameWord] {
    guard words.count >= 2 else { return words }
    for short in others where short.isOwn && short.isInitials && others.count > 1 {
      let letters = Array(short.text.unicodeScalars)
      guard letters.count >= 2, !words.contains(where: { $0.text == short.text }) else { continue }
      for start in words.indices {
        guard let end = end(of: letters[...], in: words, from: start) else { continue }
        var whole = short
        whole.written = words[start..<end].map(\.written).joined(separator: " ")
        return Array(words[..<start]) + [whole] + Array(words[end...])
      }
    }
    return words
  }

  /// Where the run of words ends that begin with these letters; a word made of two may give two (ДВО,
  /// Дальневосточное отделение).
  private static func end(of letters: ArraySlice<Unicode.Scalar>, in words: [NameWord], from start: Int)
    -> Int?
  {
    if letters.isEmpty { return start }
    guard start < words.count, letters.starts(with: words[start].initials) else { return nil }
    let rest = letters.dropFirst(words[start].initials.count)
    if let end = end(of: rest, in: words, from: start + 1) { return end }
    guard let next = rest.first, words[start].isCompound(of: next) else { return nil }
    return end(of: rest.dropFirst(), in: words, from: start + 1)
  }

  /// The best pairs first, each word once.
  private func matched(_ weights: Weights) -> [Pair] {
    var all: [Pair] = []
    for i in left.indices {
      for j in right.indices {
        let likeness = left[i].likeness(to: right[j])
        if likeness > 0 { all.append(Pair(left: i, right: j, likeness: likeness)) }
      }
    }
    all.sort { ($1.likeness, $0.left, $0.right) < ($0.likeness, $1.left, $1.right) }
    var (usedLeft, usedRight): (Set<Int>, Set<Int>) = ([], [])
    return all.filter { pair in
      guard !usedLeft.contains(pair.left), !usedRight.contains(pair.right) else { return false }
      usedLeft.insert(pair.left)
      usedRight.insert(pair.right)
      return true
    }
  }

  // MARK: What speaks against it

  /// Other numbers, other forms of body, and own words on both sides that do not answer to each other.
  private mutating func weigh(_ pairs: [Pair]) {
    let restLeft = left.indices.filter { i in !pairs.contains { $0.left == i } }.map { left[$0] }
    let restRight = right.indices.filter { i in !pairs.contains { $0.right == i } }.map { right[$0] }
    let numbers = (restLeft.contains { $0.number != nil }, restRight.contains { $0.number != nil })
    if numbers.0 || numbers.1 {
      score *= numbers.0 && numbers.1 ? 0.6 : 0.7
      reasons.append("the numbers differ")
    }
    let forms = (form(left), form(right))
    if let a = forms.0, let b = forms.1, a != b {
      score *= 0.7
      reasons.append("another form of body")
    }
    if restLeft.contains(where: \.isOwn), restRight.contains(where: \.isOwn) { score *= 0.85 }
    let inPlace = pairs.filter { left[$0.left].role == .place }.sorted { $0.left < $1.left }
    if zip(inPlace, inPlace.dropFirst()).contains(where: { $0.right > $1.right }) { score *= 0.9 }
    let places = (
      restLeft.first { $0.role == .place && !$0.isHome }, restRight.first { $0.role == .place && !$0.isHome }
    )
    if let a = places.0, let b = places.1 {
      score *= 0.75
      reasons.append("\(a.written) is not \(b.written)")
    }
    let missing = (restLeft + restRight).filter { $0.role != .legal && $0.role != .stop }.map(\.written)
    if !missing.isEmpty { reasons.append("only in one: \(missing.joined(separator: ", "))") }
  }

  /// Company or not, where the name says it.
  private func form(_ words: [NameWord]) -> Bool? {
    if words.contains(where: { $0.role == .nonprofit }) { return false }
    return words.contains { $0.role == .legal } ? true : nil
  }

  // MARK: What speaks for it

  private mutating func explain(_ pairs: [Pair]) {
    for pair in pairs.sorted(by: { $0.left < $1.left }) {
      let (a, b) = (left[pair.left], right[pair.right])
      guard a.role != .stop, a.role != .legal else { continue }
      if a.text == b.text {
        reasons.append("both have \(a.written)")
      } else if a.meanings.contains(where: b.meanings.contains) {
        reasons.append("\(a.written) means \(b.written)")
      } else if a.script == b.script {
        reasons.append("\(a.written) is spelled like \(b.written)")
      } else {
        reasons.append("\(a.written) sounds like \(b.written)")
      }
    }
  }
}
