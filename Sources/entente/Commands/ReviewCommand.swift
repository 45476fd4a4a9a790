import ArgumentParser
import Documents
import Formats
import Observations
import Records

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Go through the proposals on a terminal and decide with single keys.",
    usage: "entente review [options]",
    discussion: """
      Shows each proposal with its sentence, what each field rests on, and what it
      may repeat. A decision is kept at once; the review resumes where it stopped,
      and what was skipped comes last. e opens the fields in $EDITOR, f corrects
      single ones here. For scripts there is `entente candidates`.

      EXAMPLE
        entente review --document d3
        entente review --order score --min-score 0.8
        entente review --stats
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("Only of this document (d1).", valueName: "id")) var document: String?
  @Option(help: ArgumentHelp("Only those that this rule made.", valueName: "name")) var rule: String?
  @Option(help: ArgumentHelp("Only those that score no less: 0 to 1.", valueName: "score")) var minScore:
    Double?
  @Option(help: ArgumentHelp("Only of texts in this language: en, ru, zh.", valueName: "code"))
  var language: String?
  @Option(help: ArgumentHelp("What comes first: by place in the texts, or by score.", valueName: "order"))
  var order: ReviewFilter.Order = .place
  @Flag(help: "Print what became of the proposals, instead of reviewing.") var stats = false
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if !stats, !view.lens.isClear { throw ValidationError("--as-of and --max-tlp go with --stats.") }
    if let minScore, !(0...1).contains(minScore) {
      throw ValidationError("--min-score \(minScore): a score is between 0 and 1.")
    }
    guard stats || (Terminal.isInput && Terminal.isOutput) else {
      throw ValidationError(
        "`entente review` wants a terminal. In scripts use `entente candidates list`, accept, reject, merge, undo."
      )
    }
  }

  func run() throws {
    if stats { return try printStats() }
    let session = try Session(options, .write)
    var review = try ReviewSession(session.file, filter: filter(session)) {
      try Desk(analyst: options.analyst, environment: Environment.all)
    }
    guard review.count > 0 else { return Talk.say("entente: there is nothing to review.") }
    guard let screen = Screen() else { throw ValidationError("`entente review` wants a terminal.") }
    let ended = Result { try go(through: &review, on: screen) }
    screen.close()
    try review.keepSkips()
    Talk.say("entente: \(review.summary).")
    if let signal = try ended.get() { TerminalSignals.die(by: signal) }
  }

  private func filter(_ session: Session) throws -> ReviewFilter {
    var number: Int?
    if let document {
      number = try DocumentTable.resolve(document, in: session.file.connection)
      if number == nil { throw LookupError.unknown(document) }
    }
    return ReviewFilter(document: number, rule: rule, minScore: minScore, language: language, order: order)
  }

  /// Lends the terminal to the person's editor, where the review asks for it.
  private func edit(_ review: inout ReviewSession, on screen: Screen) throws {
    guard let form = review.formToEdit else { return }
    let edited = Result { try screen.lend { try FormFile.edited(form) } }
    do {
      try review.take(edited: edited.get())
    } catch EditorError.none {
      review.giveUpEditing(
        because: "Neither $VISUAL nor $EDITOR is set: correct the fields here.", isListing: true)
    } catch let error as any Explained where error is EditorError || error is WriteError {
      review.giveUpEditing(because: error.sentence)
    }
  }

  /// Until the person leaves.
  /// - Returns: the signal that ended it, if one did.
  private func go(through review: inout ReviewSession, on screen: Screen) throws -> Int32? {
    while true {
      let size = screen.size
      screen.draw(review.screen(columns: size.columns, rows: size.rows, isStyled: screen.isStyled))
      switch screen.next() {
      case .key(let key):
        if try !review.handle(key) { return nil }
        try edit(&review, on: screen)
      case .redraw: continue
      case .end(let signal): return signal
      }
    }
  }
}
