internal import Calendar
public import Documents
internal import Names

/// The step from a text to what it names.
public enum Mentions {
  /// Everything that a text names, with exact spans, in order of place.
  public static func find(in text: StoredText, _ rulebook: Rulebook) -> [Mention] {
    find(rulebook.finder.matches(in: text.bytes, language: text.language), Figures(of: text))
  }

  /// As above, where names, dates and sums have been found already.
  static func find(_ matches: [Match], _ figures: Figures) -> [Mention] {
    var mentions = names(matches)
    for found in figures.each {
      for date in found.dates {
        mentions.append(Mention(.date, code: date.date.description, span: date.span))
      }
      for amount in found.amounts {
        mentions.append(
          Mention(.amount, code: "\(plain(amount.value)) \(amount.currency)", span: amount.span))
      }
    }
    return mentions.sorted { $0.place < $1.place }
  }

  static func names(_ matches: [Match]) -> [Mention] {
    var mentions: [Mention] = []
    mentions.reserveCapacity(matches.count + matches.count / 4)
    // Matches come in order of place: those of one place stand together.
    var sameStart = 0
    for match in matches {
      // A general word, as "innovation", names no technology.
      guard let kind = Mention.Kind(match.kind), !(kind == .sector && match.code == "unspecified") else {
        continue
      }
      let mention = Mention(
        kind, code: kind == .actor ? nil : match.code, actor: match.actor, span: match.span)
      if mentions.last?.span.lowerBound != match.start { sameStart = mentions.count }
      if mentions[sameStart...].contains(mention) { continue }
      mentions.append(mention)
    }
    return mentions
  }

  /// A whole sum without a decimal point.
  private static func plain(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 1e15 ? String(Int64(value)) : String(value)
  }
}

extension Mention {
  /// Where it stands among others: by its first byte, then by the name of its kind.
  fileprivate var place: Int {
    let rank =
      switch kind {
      case .actor: 0
      case .amount: 1
      case .area: 2
      case .date: 3
      case .instrument: 4
      case .mechanism: 5
      case .place: 6
      case .sector: 7
      case .state: 8
      }
    return span.lowerBound << 4 | rank
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
    case .stage, .effect, .modality, .leader, .pointer, .exclusion: return nil
    }
  }
}
