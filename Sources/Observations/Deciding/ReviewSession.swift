public import Formats
public import Records
internal import SQLite

/// A review as it goes: keys in, decisions and screens out. It knows no terminal.
///
/// What is shown may change meanwhile, by another program or another desk: every decision is made on what was shown,
/// and where that is no longer so the person is told and shown what is there now.
public struct ReviewSession {
  /// What the next key means.
  enum Mode {
    case card, rejecting, merging, help, end
    case ownReason(LineInput)
    case target(LineInput)
    case form(ReviewForm)
    case refused(ReviewEditing)
    case field(ReviewForm, LineInput)
  }

  let file: EntenteFile
  let filter: ReviewFilter
  private let desk: () throws -> Desk
  let codes: Codes
  let reading: ObservationReading
  var db: Connection { file.connection }

  var queue: ReviewQueue
  var card: Card?
  var mode = Mode.card
  var message = ""
  /// True while one sentence is accepted act by act.
  var isSplitting = false
  /// The first line of the screen that is shown.
  var top = 0
  /// What the person is editing elsewhere.
  var editing: ReviewEditing?
  /// The form to be opened in an editor now, its bytes; nil if none is wanted. What comes of it is told by
  /// ``take(edited:)`` or ``giveUpEditing(because:)``.
  public var formToEdit: [UInt8]? { editing?.draft }
  /// What was decided here and stands, the last one last.
  private(set) var made: [(uid: String, decision: Review.Decision)] = []

  /// Begins with the open candidates of a filter.
  /// - Parameters:
  ///   - file: the file that is decided in.
  ///   - filter: which candidates, in which order.
  ///   - desk: asked at each decision: a review may go on for hours.
  /// - Throws: `SQLiteError`.
  public init(_ file: EntenteFile, filter: ReviewFilter = ReviewFilter(), desk: @escaping () throws -> Desk)
    throws
  {
    self.file = file
    self.filter = filter
    self.desk = desk
    codes = try Codes(file.connection)
    reading = ObservationReading(codes)
    queue = ReviewQueue(
      try filter.open(in: file.connection), skipped: try SkippedCandidates.read(try desk(), file.connection))
    try show()
  }

  /// How many candidates it goes through.
  public var count: Int { queue.count }

  /// Keeps what was skipped, for the next session of this analyst: to be called once, on leaving.
  /// - Throws: `SQLiteError`.
  public func keepSkips() throws {
    try SkippedCandidates.keep(queue.skipped, of: Set(queue.uids), in: file, desk())
  }

  /// What was decided, in a line.
  public var summary: String {
    let verdicts = Review.Verdict.allCases.compactMap { verdict in
      let count = made.count { $0.decision.verdict == verdict }
      return count == 0 ? nil : "\(count) \(verdict.rawValue)"
    }
    let left = queue.count(.waiting) + queue.count(.skipped)
    let done = verdicts.isEmpty ? "nothing decided" : verdicts.joined(separator: ", ")
    return "\(done); \(left) left to decide"
  }

  /// Takes a key.
  /// - Returns: false if the person leaves.
  /// - Throws: `SQLiteError` where the file cannot be gone on with.
  public mutating func handle(_ key: TerminalKey) throws -> Bool {
    if key == .control("c") { return false }
    message = ""
    switch mode {
    case .card: return try handleCard(key)
    case .end: return try handleEnd(key)
    case .help: mode = card == nil ? .end : .card
    case .rejecting: try handleReason(key)
    case .ownReason(let input): try handleOwnReason(key, input)
    case .merging: try handleMerging(key)
    case .target(let input): try handleTarget(key, input)
    case .form(let form): try handleForm(key, form)
    case .refused(let refused): handleRefused(key, refused)
    case .field(let form, let input): handleField(key, form, input)
    }
    return true
  }

  // MARK: Going through

  /// Shows the candidate of the place; one that is proposed no longer is passed over, the end is the end.
  mutating func show() throws {
    top = 0
    isSplitting = false
    while let uid = queue.current {
      card = try Card(uid, in: db)
      if let card {
        if !card.standing.isEmpty {
          queue.set(uid, .decided)
        } else if queue.state(of: uid) == .decided {
          queue.set(uid, .waiting)
        }
        mode = .card
        return
      }
      queue.set(uid, .gone)
      queue.advance()
    }
    card = nil
    mode = .end
  }

  /// To the next candidate; at the end, those that came meanwhile.
  mutating func advance() throws {
    queue.advance()
    if queue.current == nil {
      let place = queue.position
      queue.add(try filter.open(in: db))
      if queue.count > place { queue.advance() }
    }
    try show()
  }

  /// Back to the one before, decided or not.
  mutating func goBack() throws {
    if queue.back() { try show() } else { message = "This is the first." }
  }

  // MARK: Deciding

  /// Decides on what is shown. What cannot be decided is told, and nothing is lost by it.
  mutating func decide(_ act: (Review, Review.Subject) throws -> Review.Decision) throws {
    guard let card else { return }
    do {
      let decision = try act(Review(file, desk()), .shown(card.proposal))
      made.append((card.proposal.uid, decision))
      queue.set(card.proposal.uid, .decided)
      try follow(decision)
    } catch let error as ReviewError {
      try explain(error)
    } catch let refusal as RowRefusal {
      message = Self.words(of: refusal)
    } catch let error as SQLiteError where error.code.primary == .busy {
      message = Self.busy
    }
  }

  private static let busy =
    "Another program is writing to the file, and did not finish. Nothing was decided; try again."

  private mutating func follow(_ decision: Review.Decision) throws {
    let words =
      switch decision.verdict {
      case .accepted: "c\(decision.candidate) accepted as o\(decision.observation ?? 0)."
      case .merged: "c\(decision.candidate) merged into o\(decision.observation ?? 0)."
      case .rejected: "c\(decision.candidate) rejected."
      }
    if isSplitting {
      try show()
      isSplitting = true
      message = "\(words) s: another act of this sentence. k: on to the next."
    } else {
      try advance()
      message = "\(words) u takes it back."
    }
  }

  /// Says why it was not to be, and shows what is there now.
  private mutating func explain(_ error: ReviewError) throws {
    switch error {
    case .gone, .unknown, .withdrawn:
      card.map { queue.set($0.proposal.uid, .gone) }
      try advance()
    case .remade, .decided: try show()
    default: break
    }
    message = error.sentence + (Self.advice(for: error).map { " \($0)" } ?? "")
  }

  /// The key that helps, where the error's own hint names an option of a command.
  private static func advice(for error: ReviewError) -> String? {
    switch error {
    case .denied: "e: say what you conclude under effect. m: merge it where it disputes."
    case .undated: "e: say when it was announced under event_date."
    case .same: "s or e: another act differs in something."
    case .decided: "u takes that back."
    case .remade: "This is how it is now."
    case .gone, .unknown, .withdrawn: nil
    case .undecided, .noObservation, .leanedOn: error.hint
    }
  }

  static func words(of refusal: RowRefusal) -> String {
    let value = refusal.reason.contains(refusal.value) ? "" : ": \"\(refusal.value)\""
    return "\(refusal.reason.withoutStop)\(value). \(refusal.hint)"
  }

  /// Takes back the decision about the candidate that is shown, else the last one made here.
  mutating func undo() throws {
    let shown = card?.standing.last.map { $0.number }
    guard let number = shown ?? made.last?.decision.number else {
      message = "Nothing was decided here yet. `entente candidates undo` takes back older decisions."
      return
    }
    do {
      let undone = try Review(file, desk()).undo(decision: number, why: "undo in review")
      let uid = made.last { $0.decision.number == number }?.uid ?? card?.proposal.uid
      made.removeAll { $0.decision.number == number }
      if let uid {
        queue.set(uid, .waiting)
        queue.go(to: uid)
      }
      try show()
      let made = undone.observation.map { undone.verdict == .accepted ? "o\($0) is withdrawn; " : "" } ?? ""
      let left = card?.standing.last.map { "\($0.words) still" } ?? "open again"
      message = "Taken back: \(made)c\(undone.candidate) is \(left)."
    } catch let error as ReviewError {
      if case .undecided = error { made.removeAll { $0.decision.number == number } }
      message = error.sentence + (error.hint.map { " \($0)" } ?? "")
    } catch let error as SQLiteError where error.code.primary == .busy {
      message = Self.busy
    }
  }
}
