internal import Formats

/// A card as lines of a terminal. Where no looks can be had, marked words stand in brackets.
struct CardLayout {
  let card: Card
  let columns: Int
  let isStyled: Bool

  /// How much is left out where there is little room.
  enum Squeeze: Int, CaseIterable, Comparable {
    /// Everything, with blank lines between.
    case none
    /// One line of what stands before and after the sentence.
    case snug
    /// Blank lines around the sentence only.
    case close
    /// No blank lines.
    case tight
    /// Nothing of what stands before and after the sentence.
    case alone

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The whole card, as roomy as `rows` lines allow.
  func lines(place: String, rows: Int) -> [StyledText] {
    let all = Squeeze.allCases.map { squeeze in
      text(place: place, squeeze) + gap(squeeze <= .close) + fields + notes + gap(squeeze <= .snug) + origin
        + (card.known.isEmpty ? [] : gap(squeeze <= .snug) + known)
    }
    return all.first { $0.count <= rows } ?? all[Squeeze.close.rawValue]
  }

  /// Head and sentence only: what stays in sight while something is asked.
  func text(place: String, _ squeeze: Squeeze) -> [StyledText] {
    head(place) + gap(squeeze <= .close) + around(card.before, squeeze, isBefore: true) + sentence
      + around(card.after, squeeze, isBefore: false)
  }

  private func gap(_ isThere: Bool) -> [StyledText] { isThere ? [StyledText()] : [] }

  // MARK: Head

  private func head(_ place: String) -> [StyledText] {
    let facts = [
      "c\(card.proposal.id)", "d\(card.proposal.document)", card.outlet, card.proposal.published,
      card.language,
    ]
    var first = StyledText(place, .bold)
    for fact in facts { if let fact { first += StyledText(" · \(fact)", .dim) } }
    let title = card.title.map { StyledText(Card.line($0.utf8), .bold).wrapped(to: columns) } ?? []
    var lines = [first.truncated(to: columns)] + title.prefix(2)
    if title.count > 2 { lines[2] = (lines[2] + StyledText(" …", .bold)).truncated(to: columns) }
    return lines
      + card.standing.flatMap {
        (StyledText("✓ ", .tint(.green)) + StyledText("\($0.words)\($0.why.map { ": \($0)" } ?? "")", .bold))
          .wrapped(to: columns, indent: 2)
      }
  }

  // MARK: The sentence

  private func around(_ text: String?, _ squeeze: Squeeze, isBefore: Bool) -> [StyledText] {
    guard let text, squeeze != .alone else { return [] }
    let room = squeeze == .none ? 2 : 1
    let lines = StyledText(text, .dim).wrapped(to: columns - 2)
    var shown = isBefore ? Array(lines.suffix(room)) : Array(lines.prefix(room))
    if lines.count > room {
      if isBefore {
        shown[0] = (StyledText("… ", .dim) + shown[0]).truncated(to: columns - 2)
      } else {
        shown[room - 1] = (shown[room - 1].truncated(to: columns - 4) + StyledText(" …", .dim))
      }
    }
    return shown.map { StyledText("  ") + $0 }
  }

  private var sentence: [StyledText] {
    var text = StyledText()
    var place = 0
    if card.isCut.before { text.append("… ", .dim) }
    for mark in merged {
      text.append(Card.line(card.sentence[place..<mark.range.lowerBound]))
      let words = Card.line(card.sentence[mark.range])
      text.append(isStyled ? words : "[\(words)]", Self.style(of: mark.field))
      place = mark.range.upperBound
    }
    text.append(Card.line(card.sentence[place...]))
    if card.isCut.after { text.append(" …", .dim) }
    return text.wrapped(to: columns - 2).map { StyledText("  ") + $0 }
  }

  /// Marks that overlap are one, and look like the first.
  private var merged: [Card.Mark] {
    let sorted = card.marks.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    var marks: [Card.Mark] = []
    for mark in sorted {
      if let last = marks.last, mark.range.lowerBound < last.range.upperBound {
        let end = max(last.range.upperBound, mark.range.upperBound)
        marks[marks.count - 1].range = last.range.lowerBound..<end
      } else {
        marks.append(mark)
      }
    }
    return marks
  }

  private static func style(of field: String) -> StyledText.Style {
    switch field.split(separator: " ").first ?? "" {
    case "date": .mark(.yellow)
    case "actor": .mark(.cyan)
    case "sector": .mark(.magenta)
    case "amount", "currency", "amount_kind": .mark(.blue)
    case "modality": .mark(.red)
    default: .mark(.green)
    }
  }

  // MARK: Fields

  private var fields: [StyledText] {
    let name = min(14, card.lines.map { TerminalText.width($0.name) }.max() ?? 0) + 2
    let value = card.lines.map { TerminalText.width(TerminalText.escaped($0.value)) }.max() ?? 0
    let isWide = columns >= 60
    return card.lines.flatMap { line in
      var text = StyledText(line.name, .dim).padded(to: name) + StyledText(line.value, .bold)
      if let words = line.words {
        if isWide { text = text.padded(to: name + min(value, columns / 2 - 4)) }
        text += StyledText("  “\(words)”", isStyled ? Self.tint(of: line.name) : .plain)
        if line.isElsewhere { text.append(" elsewhere in the text", .dim) }
      }
      return text.wrapped(to: columns, indent: name)
    }
  }

  private static func tint(of field: String) -> StyledText.Style {
    style(of: field).colour.map { .tint($0) } ?? .plain
  }

  /// What accepting would mean where that does not go without saying.
  private var notes: [StyledText] {
    let day = card.proposal.published
    let said =
      switch card.proposal.modality {
      case "planned":
        "A plan: accepted, it occurred \(day.map { "on \($0), when it was said" } ?? "when it was said (no day is known)"), and its date is when it is due."
      case "denied": "A denial: say what you conclude (e, effect), merge it where it disputes, or reject it."
      default: ""
      }
    return said.isEmpty ? [] : StyledText(said, .tint(.yellow)).wrapped(to: columns)
  }

  private var origin: [StyledText] {
    let proposal = card.proposal
    let meaning = ProposalWords.meaning(ofRule: proposal.rule).map { ": \($0)" } ?? ""
    let rule = StyledText("rule ", .dim) + StyledText(proposal.rule) + StyledText(meaning, .dim)
    let score =
      StyledText("score ", .dim) + StyledText(Self.hundredths(proposal.score))
      + StyledText(": \(ProposalWords.meaningOfScore)", .dim)
    return rule.wrapped(to: columns, indent: 5) + score.wrapped(to: columns, indent: 6)
  }

  // MARK: What is known

  private var known: [StyledText] {
    StyledText("Known already? m merges it there.", .bold).wrapped(to: columns) + likely
  }

  /// The observations it may repeat, numbered.
  var likely: [StyledText] {
    card.known.enumerated().flatMap { index, known in
      (StyledText("\(index + 1)  ", .bold) + StyledText("o\(known.observation) ", .tint(.cyan))
        + StyledText("\(known.occurred) \(known.title)")
        + StyledText(" (\(Self.hundredths(known.score)): \(known.reasons.joined(separator: ", ")))", .dim))
        .wrapped(to: columns, indent: 3)
    }
  }

  /// 0.875 as 0.88.
  static func hundredths(_ share: Double) -> String {
    let hundredths = Int((min(max(share, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
