internal import Documents
internal import Names

/// Who is named in a sentence and takes no part: the press of a country, which tells of an act, and those who look on.
enum Bystanders {
  /// How far behind a word for a state the word for its press may stand, and how far off the verb of telling.
  private static let near = 32
  private static let far = 96

  /// The sentence without their words.
  static func without(_ sentence: Sentence, _ bytes: [UInt8], _ rulebook: Rulebook) -> Sentence {
    guard sentence.span.count <= Word.longestSentence,
      sentence.matches.contains(where: { $0.kind == .state || $0.kind == .leader })
    else { return sentence }
    let watching = onlookers(sentence, bytes, rulebook)
    var without = sentence
    without.matches.removeAll { match in
      isOfPress(match, sentence, bytes, rulebook)
        || watching.map { isPresent(match, in: $0, rulebook) } ?? false
    }
    return without.matches.count < sentence.matches.count ? without : sentence
  }

  // MARK: The press

  /// "The Russian agency TASS", "Interfax, a Russian news agency", 俄罗斯媒体, in a sentence where it tells something.
  private static func isOfPress(
    _ match: Match, _ sentence: Sentence, _ bytes: [UInt8], _ rulebook: Rulebook
  ) -> Bool {
    let isState =
      match.actor.flatMap { rulebook.actors[$0] }.map { $0.kind == "state" && $0.side != "other" } ?? false
    guard match.kind == .state && match.code != "both" || isPlace(match) || isState else { return false }
    let words = rulebook.exclusions
    let behind = match.end..<end(of: near, from: match.end, sentence, bytes)
    guard !behind.isEmpty else { return false }
    let isPress =
      words.reporter.isIn(bytes, behind)
      || words.agency.isIn(bytes, behind)
        && hasMedium(match.end..<(behind.upperBound + near), sentence, rulebook)
    return isPress && tells(match, sentence, bytes)
  }

  private static func hasMedium(_ range: Range<Int>, _ sentence: Sentence, _ rulebook: Rulebook) -> Bool {
    sentence.matches.contains { match in
      range.contains(match.start) && match.actor.flatMap { rulebook.actors[$0]?.kind } == "media"
    }
  }

  /// A verb of telling on either side of it.
  private static func tells(_ match: Match, _ sentence: Sentence, _ bytes: [UInt8]) -> Bool {
    let range =
      max(sentence.span.lowerBound, match.start - near)..<min(sentence.span.upperBound, match.end + far)
    return telling.isIn(bytes, range)
  }

  private static let telling = Stems([
    " said", " says", "report", " told", " wrote", " writes", "according to", "сообщ", "пишет", "пишут",
    "написал",
    "передаёт", "передает", "переда", "по данным", "со ссылкой", "报道", "報道", "消息", "称", "透露",
  ])

  /// Up to the next mark, of at most so many bytes.
  private static func end(of reach: Int, from start: Int, _ sentence: Sentence, _ bytes: [UInt8]) -> Int {
    let limit = min(sentence.span.upperBound, start + reach)
    return bytes[start..<max(start, limit)].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }
      ?? max(start, limit)
  }

  // MARK: Onlookers

  /// The part of a sentence that names who looks on: behind "in the presence of", before "looked on" and 见证. nil where
  /// it names both sides: their leaders stand for what their states do.
  private static func onlookers(_ sentence: Sentence, _ bytes: [UInt8], _ rulebook: Rulebook) -> Range<Int>? {
    let words = rulebook.exclusions
    guard let part = behind(words.onlooker, sentence, bytes) ?? before(words.looking, sentence, bytes) else {
      return nil
    }
    let sides = Story.sides(sentence.matches.filter { isPresent($0, in: part, rulebook) }, rulebook)
    return sides.isSuperset(of: ["cn", "ru"]) ? nil : part
  }

  private static func isPresent(_ match: Match, in part: Range<Int>, _ rulebook: Rulebook) -> Bool {
    part.contains(match.start) && ([.state, .leader, .actor].contains(match.kind) || isPlace(match))
  }

  /// A word for one of the two may be one for the country, too.
  private static func isPlace(_ match: Match) -> Bool {
    match.kind == .place && (match.code == "CN" || match.code == "RU")
  }

  private static func behind(_ phrases: Phrases, _ sentence: Sentence, _ bytes: [UInt8]) -> Range<Int>? {
    guard let lead = phrases.all(in: bytes, sentence.span).first else { return nil }
    return lead.upperBound..<end(of: far, from: lead.upperBound, sentence, bytes)
  }

  /// From the comma, "while" or 在 before the verb.
  private static func before(_ phrases: Phrases, _ sentence: Sentence, _ bytes: [UInt8]) -> Range<Int>? {
    guard let verb = phrases.all(in: bytes, sentence.span).first else { return nil }
    let first = max(sentence.span.lowerBound, verb.lowerBound - far)
    let open = openings.compactMap { mark in
      (first..<verb.lowerBound).last { bytes[$0..<verb.lowerBound].starts(with: mark) }
    }.max()
    return open.map { $0..<verb.lowerBound }
  }

  private static let openings = [",", " while ", " as ", "，", "在", " пока "].map { Array($0.utf8) }
}
