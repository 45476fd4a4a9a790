internal import Formats
internal import Records

// What each key does, by what is shown.

extension ReviewSession {
  mutating func handleCard(_ key: TerminalKey) throws -> Bool {
    switch key {
    case .character("a"):
      let another = isSplitting
      try decide { try $0.accept($1, corrections: [:], why: nil, another: another) }
    case .character("e"): try openEditor(isAnother: isSplitting)
    case .character("f"): try openForm(isAnother: isSplitting)
    case .character("s"): try openForm(isAnother: true)
    case .character("r"): ifOpen { $0.mode = .rejecting }
    case .character("m"): ifOpen { $0.mode = .merging }
    case .character("k"), .character(" "): try skip()
    case .character("b"): try goBack()
    case .character("u"): try undo()
    case .character("?"), .character("h"): mode = .help
    case .character("q"), .control("d"): return false
    default: scroll(key)
    }
    return true
  }

  mutating func handleEnd(_ key: TerminalKey) throws -> Bool {
    switch key {
    case .character("k"), .character(" "):
      queue.recallSkipped()
      try advance()
    case .character("b"): try goBack()
    case .character("u"): try undo()
    case .character("?"), .character("h"): mode = .help
    case .character("q"), .control("d"), .escape, .enter: return false
    default: break
    }
    return true
  }

  mutating func scroll(_ key: TerminalKey) {
    switch key {
    case .down: top += 1
    case .up: top -= 1
    case .pageDown: top += 10
    case .pageUp: top -= 10
    default: break
    }
  }

  /// A candidate that was decided is decided again only after it was taken back, or act by act.
  private mutating func ifOpen(_ body: (inout ReviewSession) -> Void) {
    guard let standing = card?.standing.last, !isSplitting else { return body(&self) }
    message = "It was decided already: \(standing.words). u takes that back."
  }

  private mutating func skip() throws {
    if let uid = queue.current, queue.state(of: uid) == .waiting { queue.set(uid, .skipped) }
    try advance()
  }

  private mutating func openForm(isAnother: Bool) throws {
    guard let form = try newForm(isAnother: isAnother) else { return }
    mode = .form(form)
    top = 0
  }

  /// The fields of what is shown; nil if it was decided already, which is told.
  mutating func newForm(isAnother: Bool) throws -> ReviewForm? {
    guard let card else { return nil }
    if let standing = card.standing.last, !isAnother {
      message = "It was decided already: \(standing.words). u takes that back, s accepts another act."
      return nil
    }
    return try ReviewForm(card.proposal, isAnother: isAnother)
  }

  // MARK: Rejecting

  mutating func handleReason(_ key: TerminalKey) throws {
    switch key {
    case .character(let character):
      if let digit = character.wholeNumberValue, 1...RejectReason.allCases.count ~= digit {
        try reject(RejectReason.allCases[digit - 1].rawValue)
      } else if character == "o" {
        mode = .ownReason(LineInput("Reason:"))
      }
    case .escape: mode = .card
    default: break
    }
  }

  mutating func handleOwnReason(_ key: TerminalKey, _ input: LineInput) throws {
    var input = input
    switch key {
    case .enter where !input.text.trimmed.isEmpty: try reject(input.text.trimmed)
    case .escape: mode = .rejecting
    default:
      _ = input.take(key)
      mode = .ownReason(input)
    }
  }

  private mutating func reject(_ why: String) throws {
    mode = .card
    try decide { try $0.reject($1, why: why) }
  }

  // MARK: Merging

  mutating func handleMerging(_ key: TerminalKey) throws {
    switch key {
    case .character(let character):
      if let digit = character.wholeNumberValue, let known = card?.known, 1...9 ~= digit {
        guard digit <= known.count else { return }
        try merge(into: known[digit - 1].observation)
      } else if character == "o" {
        mode = .target(LineInput("Observation:", text: "o"))
      }
    case .escape: mode = .card
    default: break
    }
  }

  mutating func handleTarget(_ key: TerminalKey, _ input: LineInput) throws {
    var input = input
    switch key {
    case .enter:
      let name = input.text.trimmed
      guard let number = try ObservationTable.resolve(name, in: db) else {
        mode = .target(input)
        message = ReviewError.noObservation(name).description
        return
      }
      try merge(into: number)
    case .escape: mode = .merging
    default:
      _ = input.take(key)
      mode = .target(input)
    }
  }

  private mutating func merge(into observation: Int) throws {
    let another = isSplitting
    mode = .card
    try decide { try $0.merge($1, into: observation, why: nil, another: another) }
  }

  // MARK: Correcting

  mutating func handleForm(_ key: TerminalKey, _ form: ReviewForm) throws {
    var form = form
    switch key {
    case .down, .character("j"), .tab: form.move(by: 1)
    case .up, .character("k"): form.move(by: -1)
    case .pageDown: form.move(by: 10)
    case .pageUp: form.move(by: -10)
    case .enter: return edit(form)
    case .escape, .character("q"):
      mode = .card
      top = 0
      return
    case .character("a"): return try accept(form)
    case .character("e"): return edit(form, isListed: true)
    case .character(let character):
      guard let digit = character.wholeNumberValue, 1...9 ~= digit else { break }
      form.selected = digit - 1
      return edit(form)
    default: break
    }
    mode = .form(form)
  }

  private mutating func edit(_ form: ReviewForm) {
    mode = .field(form, LineInput("\(form.field):", text: form.cells[form.field] ?? ""))
  }

  private mutating func accept(_ form: ReviewForm) throws {
    let was = isSplitting
    isSplitting = was || form.isAnother
    try decide { try $0.accept($1, corrections: form.corrections, why: nil, another: form.isAnother) }
    // What was typed stays where it could not be taken.
    guard case .form = mode else { return }
    isSplitting = was
    mode = .form(form)
  }

  mutating func handleField(_ key: TerminalKey, _ form: ReviewForm, _ input: LineInput) {
    var (form, input) = (form, input)
    switch key {
    case .enter:
      let value = input.text.trimmed
      if let refusal = form.refusal(of: value, reading) {
        message = Self.words(of: refusal)
        mode = .field(form, input)
        return
      }
      form.cells[form.field] = value.isEmpty ? nil : value
      mode = .form(form)
    case .escape: mode = .form(form)
    case .tab:
      input.replace(with: ReviewForm.completed(input.text, form.known(beginning: input.text, codes, db)))
      mode = .field(form, input)
    default:
      _ = input.take(key)
      mode = .field(form, input)
    }
  }
}
