/// Which of several actors that a name fits comes first.
///
/// The score tells how alike two names are; that is not all that is known. A name without a country is sooner that of a
/// body where its language is spoken (Минтранс), and a short form sooner that of a body that has none yet in its letters
/// (CAE is not the Atomic Energy Authority, which is CAEA): each takes three hundredths. One that names the other's
/// country takes ten. All of it counts in the order only, not in the score.
struct NameOrder {
  private var script: Script
  private var hasPlace: Bool
  /// The countries that it names, as sides.
  private var countries: Set<String>
  private var isShort: Bool
  private var length: Int

  init(_ asked: ParsedName) {
    script = Script(of: asked.name)
    hasPlace = asked.words.contains { $0.role == .place }
    let meanings = Set(asked.words.flatMap(\.meanings))
    countries = Set(WordBook.shared.home.filter { meanings.contains($0.value) }.keys)
    isShort = asked.isShortForm
    length = asked.words.map(\.length).reduce(0, +)
  }

  /// What an actor is put in order by, the greater the sooner: its score, less what speaks against it. `others` are
  /// the names of the actor, those that were not looked at left out.
  func rank(_ match: NameMatcher.Match, side: String, matched: ParsedName, others: [ParsedName]) -> Double {
    var rank = match.score
    let abroad: String? = script == .cyrillic ? "cn" : script == .han ? "ru" : nil
    if !hasPlace, side == abroad { rank *= matched.words.contains(where: \.isHome) ? 0.8 : 0.97 }
    if countries.count == 1, !countries.contains(side), ["cn", "ru"].contains(side) { rank *= 0.9 }
    if isShort, !matched.isShortForm,
      others.contains(where: { $0.isShortForm && Script(of: $0.name) == script && $0.isShort(for: matched) })
    {
      rank *= 0.97
    }
    return rank
  }

  /// True if one comes before another: by rank, then where the name that fits is in the script asked in, then the one
  /// with the shorter name, a body before its parts.
  func isBefore(
    _ one: (match: NameMatcher.Match, rank: Double), _ other: (match: NameMatcher.Match, rank: Double)
  )
    -> Bool
  {
    guard one.rank == other.rank else { return one.rank > other.rank }
    let foreign = [one, other].map { Script(of: $0.match.matched) == script ? 0 : 1 }
    let lengths = [one, other].map { $0.match.matched.unicodeScalars.count }
    return (foreign[0], lengths[0], one.match.name) < (foreign[1], lengths[1], other.match.name)
  }
}

extension ParsedName {
  /// True for initials, and for two to four Chinese characters.
  var isShortForm: Bool {
    isHan ? 2...4 ~= hanLetters.count : core.count == 1 && abbreviation?.isInitials == true
  }

  /// True if it is short for another name.
  fileprivate func isShort(for long: ParsedName) -> Bool { Abbreviation.score(self, long) > 0 }

  /// The same with the country of the body marked, for the sides `cn` and `ru`; for others nothing is marked.
  func athome(in side: String) -> ParsedName {
    guard let home = WordBook.shared.home[side] else { return self }
    var name = self
    name.mark(home)
    return name
  }
}
