internal import Calendar
public import Documents
internal import Names

/// The step from a text to what it names.
public enum Mentions {
  /// Everything that a text names, with exact spans, in order of place.
  public static func find(in text: StoredText, _ rulebook: Rulebook) -> [Mention] {
    find(in: text, rulebook.finder.matches(in: text.bytes, language: text.language))
  }

  /// As above, where the names have been found already.
  static func find(in text: StoredText, _ matches: [Match]) -> [Mention] {
    (names(matches) + figures(of: text)).sorted {
      ($0.span.lowerBound, $0.kind.rawValue) < ($1.span.lowerBound, $1.kind.rawValue)
    }
  }

  static func names(_ matches: [Match]) -> [Mention] {
    var seen: Set<Mention> = []
    return matches.compactMap { match in
      // A general word, as "innovation", names no technology.
      guard let kind = Mention.Kind(match.kind), !(kind == .sector && match.code == "unspecified") else {
        return nil
      }
      let mention = Mention(
        kind, code: kind == .actor ? nil : match.code, actor: match.actor, span: match.span)
      return seen.insert(mention).inserted ? mention : nil
    }
  }

  /// Dates and sums, sentence by sentence: the year of one may stand in the one before.
  private static func figures(of text: StoredText) -> [Mention] {
    var mentions: [Mention] = []
    var lastYear: Int?
    for passage in text.passages where passage.kind == .sentence || passage.kind == .title {
      let lexemes = Lexemes(text.bytes, passage.span)
      for found in Dates.all(in: lexemes, published: text.published?.latest, lastYear: lastYear) {
        mentions.append(Mention(.date, code: found.date.description, span: found.span))
        lastYear = found.date.latest?.year ?? lastYear
      }
      for amount in Amounts.all(in: lexemes) {
        mentions.append(
          Mention(.amount, code: "\(plain(amount.value)) \(amount.currency)", span: amount.span))
      }
    }
    return mentions
  }

  /// A whole sum without a decimal point.
  private static func plain(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}

extension Mention.Kind {
  /// nil for the cues that only say how an act stands.
  fileprivate init?(_ kind: NameKind) {
    switch kind {
    case .actor: self = .actor
    case .sector: self = .sector
    case .mechanism: self = .mechanism
    case .instrument: self = .instrument
    case .area: self = .area
    case .place: self = .place
    case .state: self = .state
    case .stage, .effect, .modality: return nil
    }
  }
}
