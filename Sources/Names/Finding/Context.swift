/// Names that are also words, or the names of others, count only where the text shows who is meant.
///
/// An ambiguous name is kept if the same text also has another, plain name of the body. One in letters is
/// kept besides if a word for its side stands near: a state, a city, another body. Chinese has words for its
/// own state everywhere, so there another name is needed.
enum Context {
  /// How far a word still counts as near, in bytes.
  static let reach = 200

  /// The finds without those that nothing supports. Both are sorted by place.
  static func supported(_ finds: [Find], _ rules: UnsafeBufferPointer<NameRule>) -> [Find] {
    guard finds.contains(where: { rules[$0.entry].isAmbiguous }) else { return finds }
    var known: Set<Int> = []
    for find in finds where rules[find.entry].vouches { known.insert(rules[find.entry].actor) }
    return finds.indices.compactMap { index in
      let rule = rules[finds[index].entry]
      let isMeant =
        !rule.isAmbiguous || known.contains(rule.actor)
        || (!rule.isHan && hasSide(rule.sides, near: index, finds, rules))
      return isMeant ? finds[index] : nil
    }
  }

  private static func hasSide(
    _ sides: Sides, near index: Int, _ finds: [Find], _ rules: UnsafeBufferPointer<NameRule>
  ) -> Bool {
    func lends(_ other: Find) -> Bool {
      let rule = rules[other.entry]
      return !rule.isAmbiguous && !rule.sides.isDisjoint(with: sides)
    }
    let find = finds[index]
    let before = finds[..<index].reversed().prefix { $0.start + reach >= find.start }
    let after = finds[(index + 1)...].prefix { $0.start <= find.end + reach }
    return before.contains(where: lends) || after.contains(where: lends)
  }
}
