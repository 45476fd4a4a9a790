public import Formats

extension ReviewSession {
  /// What there is to see.
  /// - Parameters:
  ///   - columns: cells that a line may take.
  ///   - rows: how many lines there are to be; nil for a terminal that only writes on.
  ///   - isStyled: false marks words with brackets, where a terminal has no looks or they are not wanted.
  /// - Returns: exactly `rows` lines, none wider than `columns`.
  public mutating func screen(columns: Int, rows: Int?, isStyled: Bool) -> [StyledText] {
    // On less than this nothing can be read, and it is cut.
    let width = max(12, columns)
    var foot = foot(width, isStyled)
    guard let rows else {
      let (body, _) = body(width, .max, isStyled)
      return body + [StyledText(String(repeating: "─", count: width), .dim)] + foot
    }
    foot = Array(foot.prefix(max(1, rows / 2)))
    if rows >= 10 { foot.insert(StyledText(String(repeating: "─", count: width), .dim), at: 0) }
    let room = max(0, rows - foot.count)
    let (body, selected) = body(width, room, isStyled)
    var shown = clipped(body, room, selected)
    shown += Array(repeating: StyledText(), count: max(0, room - shown.count))
    let lines = (shown + foot).suffix(max(1, rows))
    // A wide character at the edge of a very narrow screen is cut too.
    return lines.map { $0.truncated(to: columns) }
  }

  /// The lines that have room, and a hint where there are more.
  private mutating func clipped(_ lines: [StyledText], _ room: Int, _ selected: Int?) -> [StyledText] {
    guard lines.count > room, room > 1 else {
      top = 0
      return Array(lines.prefix(room))
    }
    if let selected {
      if selected < top { top = selected }
      if selected > top + room - 2 { top = selected - room + 2 }
    }
    top = min(max(0, top), lines.count - room + 1)
    let below = lines.count - top - room + 1
    let hint = below > 0 ? "↓ \(below) more" : "↑ \(top) more"
    return Array(lines[top..<min(lines.count, top + room - 1)]) + [StyledText(hint, .dim)]
  }

  private func body(_ columns: Int, _ room: Int, _ isStyled: Bool) -> ([StyledText], selected: Int?) {
    guard let card, !isHelp else {
      let text = isHelp ? Self.help : endText
      return (text.flatMap { $0.wrapped(to: columns, indent: 3) }, nil)
    }
    let layout = CardLayout(card: card, columns: columns, isStyled: isStyled)
    func text(above lines: Int) -> [StyledText] {
      let all = CardLayout.Squeeze.allCases.map { layout.text(place: place, $0) }
      return (all.first { $0.count + lines < room } ?? all.last ?? []) + [StyledText()]
    }
    switch mode {
    case .rejecting, .ownReason:
      let reasons = Self.reasons.flatMap { $0.wrapped(to: columns, indent: 3) }
      return (text(above: reasons.count) + reasons, nil)
    case .merging, .target:
      let likely = mergeText.flatMap { $0.wrapped(to: columns) } + layout.likely
      return (text(above: likely.count) + likely, nil)
    case .form(let form), .field(let form, _):
      let text = text(above: 8)
      return (text + form.lines(columns: columns), text.count + form.selected)
    case .card, .refused, .help, .end: return (layout.lines(place: place, rows: room), nil)
    }
  }

  private var isHelp: Bool { if case .help = mode { true } else { false } }
  private var place: String {
    let isAgain = queue.current.map(queue.wasSkipped) ?? false
    return "\(queue.position + 1) of \(queue.count)" + (isAgain ? ", skipped before" : "")
  }

  // MARK: The foot

  private func foot(_ columns: Int, _ isStyled: Bool) -> [StyledText] {
    let told = message.isEmpty ? [] : StyledText(message, .tint(.yellow)).wrapped(to: columns)
    return Array(told.prefix(4)) + asked(columns, isStyled) + StyledText(keys, .dim).wrapped(to: columns)
  }

  /// The line that is being typed, and what may stand there.
  private func asked(_ columns: Int, _ isStyled: Bool) -> [StyledText] {
    switch mode {
    case .ownReason(let input), .target(let input):
      return input.shown(isStyled: isStyled).wrapped(to: columns)
    case .field(let form, let input):
      let known = form.known(beginning: input.text, codes, db)
      let hint = StyledText(known.joined(separator: "  "), .dim).wrapped(to: columns).prefix(3)
      return input.shown(isStyled: isStyled).wrapped(to: columns, indent: 2) + (known.isEmpty ? [] : hint)
    default: return []
    }
  }

  private var keys: String {
    switch mode {
    case .card where isSplitting: "[s] another act  [k] on to the next  [m]erge  [u]ndo  [?] help  [q]uit"
    case .card: "[a]ccept [e]dit [r]eject [m]erge [s]plit s[k]ip [b]ack [u]ndo [?] help [q]uit"
    case .end: "[k] through the skipped  [b]ack  [u]ndo  [q]uit"
    case .help: "any key goes back"
    case .rejecting: "1-\(RejectReason.allCases.count) a reason  [o]ther words  Esc back"
    case .merging: (card?.known.isEmpty == false ? "number: there  " : "") + "[o] another, as o12  Esc back"
    case .ownReason, .target: "Enter takes it  Esc back"
    case .form(let form):
      "↑ ↓ choose  Enter or 1-9 change  [e]ditor  [a]ccept\(form.corrections.isEmpty ? "" : " as corrected")  Esc back"
    case .refused: "Enter opens the editor again  Esc drops what was typed"
    case .field: "Enter takes it  Tab completes  Ctrl-U empties  Esc back"
    }
  }

  // MARK: Texts

  private static var reasons: [StyledText] {
    [StyledText("Why is it no observation?", .bold)]
      + RejectReason.allCases.enumerated().map { StyledText("\($0 + 1)  ", .bold) + StyledText($1.rawValue) }
      + [StyledText("o  ", .bold) + StyledText("other: in words of your own")]
  }

  private var mergeText: [StyledText] {
    let stance = card?.proposal.modality == "denied" ? "disputes" : "supports"
    return [
      StyledText("Merge into which observation? The sentence becomes evidence that \(stance) it.", .bold)
    ] + (card?.known.isEmpty == true ? [StyledText("None is near it; o names one, as o12.")] : [])
  }

  private var endText: [StyledText] {
    let skipped = queue.count(.skipped)
    var text = [StyledText("Nothing is left to decide.", .bold), StyledText(summary + ".")]
    if skipped > 0 { text.append(StyledText("\(skipped) skipped: k goes through them again.")) }
    return text
  }

  private static let help: [StyledText] = [
    ("a", "accept: it becomes an observation, its sentence the evidence"),
    ("e", "edit the fields in $EDITOR; what was changed comes back here, and a accepts it"),
    ("f", "correct single fields here; then a accepts"),
    ("r", "reject, with a reason"),
    ("m", "merge: the sentence becomes further evidence of an observation that is there"),
    ("s", "split: the sentence holds several acts; accept each with its own fields"),
    ("k", "skip (or blank): it comes again last, also in the next review"),
    ("b", "back to the one before"),
    ("u", "undo: takes back the decision about the one shown, else the last one"),
    ("↓ ↑", "more of a long card"),
    ("q", "quit (or Ctrl-C). Each decision is kept at once; the review resumes where it stopped"),
  ].map { StyledText("\($0)  ", .bold) + StyledText($1) }
}
