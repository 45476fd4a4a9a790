/// Two names held against each other.
public struct NameComparison: Sendable {
  /// 0 to 1: how likely it is that both name one body. From ``sameBody`` on they are taken as one.
  public var score: Double
  /// What speaks for it and against it, a sentence each.
  public var reasons: [String]

  /// The score from which two names count as names of one body.
  public static let sameBody = 0.72

  /// Compares two names in Latin, Cyrillic or Chinese letters.
  public init(_ left: String, _ right: String) {
    self.init(ParsedName(left), ParsedName(right), Weights())
  }

  init(_ left: ParsedName, _ right: ParsedName, _ weights: Weights) {
    var aligned = Alignment(left.words, right.words, weights)
    if aligned.score < 0.95, left.expanded != nil || right.expanded != nil {
      var other = Alignment(left.expanded ?? left.words, right.expanded ?? right.words, weights)
      other.score *= 0.965
      if other.score > aligned.score { aligned = other }
    }
    (score, reasons) = (aligned.score, [])
    let short = Abbreviation.score(left, right)
    let joined = Self.joined(left, right)
    guard max(short, joined) > score else {
      reasons = aligned.reasons
      return
    }
    score = max(short, joined)
    reasons = [short == score ? "one is short for the other" : "written as one word they are alike"]
  }

  /// Names that are parted into words differently, without blanks and legal forms: Andrang Heta, 'Ndrangheta.
  private static func joined(_ left: ParsedName, _ right: ParsedName) -> Double {
    let (a, b) = (left.core, right.core)
    guard a.count != b.count, !a.isEmpty, !b.isEmpty, a.contains(where: \.isOwn), b.contains(where: \.isOwn),
      a.count <= 4, b.count <= 4, (a + b).allSatisfy({ $0.script != .han })
    else { return 0 }
    let (whole, other) = (NameWord(joining: a[...]), NameWord(joining: b[...]))
    guard min(whole.length, other.length) >= 6 else { return 0 }
    return whole.sounds[0].likeness(to: other.sounds[0], least: 0.8) * 0.98
  }
}

/// How much each word of a name counts.
struct Weights {
  /// For words of the book, by meaning; for others, by text: how rare it is, 0 to 1. Without a collection all that is
  /// known is what kind of word it is.
  var rarity: (NameWord) -> Double? = { _ in nil }

  func of(_ word: NameWord) -> Double {
    switch word.role {
    case .legal: 0.03
    case .stop: 0.001
    case .nonprofit, .unitary: 0.1
    case .generic: max(0.15, 0.6 * (rarity(word) ?? 0.7))
    case .place where word.isHome: 0.1
    case .place: max(0.2, 0.7 * (rarity(word) ?? 0.7))
    case nil where word.number != nil: 0.6
    case nil where word.isKind: 0.3
    case nil:
      (word.length == 1 ? 0.2 : word.length <= 3 && word.script != .han ? 0.7 : 1)
        * max(0.4, rarity(word) ?? 1)
    }
  }
}
