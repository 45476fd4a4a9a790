// Which way the words around a date look, and whether they bound it.
extension DateParser {
  /// How many lexemes before and behind a date are looked at.
  private static let reach = 10

  /// True where the clause around lexeme `i` says that something will be: "will", "is to", "планируется", 将.
  func looksAhead(_ i: Int, end: Int? = nil) -> Bool {
    if lexeme(i).word == .by || lexeme(i - 1).word == .by { return !isHan(i - 1) }
    if looksBack(i) { return false }
    if opensAhead(i, end: end ?? i + 1) { return true }
    var at = i - 1
    let first = max(0, i - Self.reach)
    while at >= first {
      switch word(at) {
      case .ahead: return true
      case .said: return false
      default: if endsClause(at) { at = 0 }
      }
      at -= 1
    }
    at = end ?? i + 1
    let last = min(lexemes.count, at + Self.reach)
    while at < last {
      switch word(at) {
      case .ahead: return true
      case .said, .that, .clause: return false
      default: if endsClause(at), at > (end ?? i + 1) { return false }
      }
      at += 1
    }
    return false
  }

  /// "Back in September", «ещё в сентябре», 早在9月: it has been, whatever the words around it look at.
  private func looksBack(_ i: Int) -> Bool {
    let at = word(i - 1) == .inside || word(i - 1) == .on ? i - 2 : i - 1
    return at >= 0 && (word(at) == .already || word(at) == .ago && lexeme(at).kind == .word && !isHan(at))
  }

  /// "Starting as early as September, the institute, founded with the help of both, will admit students": what opens
  /// the sentence as a beginning looks ahead if its verb does, however far off that stands.
  private func opensAhead(_ i: Int, end: Int) -> Bool {
    guard i <= 5, i > 0, word(0) == .since || word(0) == .part && value(0) == 11 || word(0) == .from else {
      return false
    }
    for at in end..<max(end, min(lexemes.count, end + 4 * Self.reach)) {
      switch word(at) {
      case .ahead: return true
      case .said, .that, .clause: return false
      default: if lexeme(at).kind == .mark, lexeme(at).value == 0x3B { return false }
      }
    }
    return false
  }

  /// A comma, a semicolon, a full stop, 。 or ；
  private func endsClause(_ i: Int) -> Bool {
    lexeme(i).kind == .mark && [0x2C, 0x3B, 0x2E, 0x3002, 0x3A].contains(lexeme(i).value)
  }

  /// What the words before and behind say of a date that is not the day of the act.
  func bound(_ phrase: DatePhrase) -> DateBound? {
    var at = phrase.first - 1
    while word(at) == .article || word(at) == .inside && isHan(at) || word(at) == .on
      || word(at) == .unit && word(at - 1) != .ordinal && !isHan(at)
    {
      at -= 1
    }
    let isNot = word(at - 1) == .not || word(at - 1) == .than && word(at - 3) == .not
    // 或之后, 及以前, "or later"
    let behind = word(phrase.end) == .and ? phrase.end + 1 : phrase.end
    if behind > phrase.end, !isHan(behind) {
      switch word(behind) {
      case .later, .after: return .notBefore
      case .earlier, .before: return .notAfter
      default: break
      }
    }
    switch word(behind) {
    case .onward: return .notBefore
    case .back: return .notBefore
    case .front: return .deadline
    default: break
    }
    switch word(at) {
    case .since: return .notBefore
    // "beginning January 7"
    case .part: return value(at) == 11 ? .notBefore : nil
    case .through: return lexeme(at).length <= 7 ? .notAfter : nil
    case .after: return isNot ? .deadline : .notBefore
    case .before: return isNot ? .notBefore : .notAfter
    case .until: return isHan(at) ? nil : lexeme(at).length == 4 ? .deadline : isNot ? .notBefore : .notAfter
    case .by: return .deadline
    case .to where isHan(at): return .deadline
    case .than:
      // "more than two weeks ago"
      if case .away(_, let number, _) = phrase.term { return number < 0 ? .notAfter : .notBefore }
      return earlierOrLater(at - 1)
    case .earlier: return isNot ? .notBefore : nil
    case .later: return isNot ? .deadline : nil
    // С 2014 года: since. "с 13 по 14 июня" is a range, "a letter from June 5" a date.
    case .from where lexeme(at).length == 2:
      if case .range = phrase.term { return nil }
      return .notBefore
    default: return nil
    }
  }

  private func earlierOrLater(_ i: Int) -> DateBound? {
    let isNot = word(i - 1) == .not
    switch word(i) {
    case .earlier: return isNot ? .notBefore : .notAfter
    case .later: return isNot ? .deadline : .notBefore
    default: return nil
    }
  }
}

/// What a text says of a date that is not the day of an act.
public enum DateBound: String, Sendable {
  /// Since, after, not before.
  case notBefore = "not-before"
  /// Before, until.
  case notAfter = "not-after"
  /// By, to the end of, not later than: the target of a promise.
  case deadline
}
