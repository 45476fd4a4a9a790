/// What a sum is, where the words beside it say so; the codes are those of `amount_kind` in the tables.
public enum AmountKind: String, Sendable {
  /// What is aimed at.
  case target
  /// "Up to".
  case upperBound = "upper-bound"
  /// "More than", "at least".
  case lowerBound = "lower-bound"
  /// What a company is thought to be worth.
  case valuation
  /// Each year.
  case perYear = "per-year"
}

// The words before and behind a sum.
extension Amounts {
  func qualify(_ found: inout Found, from first: Int, to end: Int) {
    if let (kind, at) = before(first) {
      found.kind = kind ?? found.kind
      found.qualifier = lexemes[at].start..<lexemes[first - 1].end
    }
    if let stop = yearBehind(end) {
      found.kind = .perYear
      found.qualifier = found.qualifier ?? lexemes[end].start..<lexemes[stop - 1].end
    } else if found.kind == nil, let kind = kindAround(first) {
      found.kind = kind
    }
  }

  /// "over", "no more than", "up to", 约 directly before the sum, and where they begin.
  private func before(_ first: Int) -> (AmountKind?, Int)? {
    var at = first - 1
    // "более чем на", "a", "the"
    var skipped = 0
    while [.on, .than, .single, .article].contains(word(at)), skipped < 3 {
      at -= 1
      skipped += 1
    }
    let isNot = word(at - 1) == .not
    let start = isNot ? at - 1 : at
    switch word(at) {
    // "for $5 million" is no bound, "over $5 million" is.
    case .forWord: return lexeme(at).length == 4 ? (.lowerBound, start) : nil
    case .over, .more: return (isNot ? .upperBound : .lowerBound, start)
    case .less: return (isNot ? .lowerBound : .upperBound, start)
    case .atLeast: return (.lowerBound, word(at - 1) == .at ? at - 1 : at)
    case .upTo: return (.upperBound, at)
    case .to: return word(at - 1) == .upTo ? (.upperBound, at - 1) : nil
    // До 10 млн; a range has said so already.
    case .until: return (.upperBound, at)
    case .about: return (nil, at)
    case .shift: return lexeme(at).kind == .han ? (nil, at) : nil
    default: return nil
    }
  }

  /// "a year", "per annum", "annually", "в год": the index behind it.
  private func yearBehind(_ i: Int) -> Int? {
    if word(i) == .annual { return i + 1 }
    if [.single, .per, .inside].contains(word(i)), word(i + 1) == .unit,
      lexeme(i + 1).value == Unit.year.rawValue,
      lexeme(i + 1).length <= 6
    {
      return i + 2
    }
    return nil
  }

  /// Words a little before the sum: "annual", "a valuation of", "a target of".
  private func kindAround(_ first: Int) -> AmountKind? {
    for back in 1...4 {
      if lexeme(first - back).kind == .mark, !isMark(first - back, "-\"") { return nil }
      switch word(first - back) {
      case .annual: return .perYear
      case .valuation: return .valuation
      case .target: return .target
      default: continue
      }
    }
    return nil
  }
}
