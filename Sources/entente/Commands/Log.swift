import ArgumentParser
import Formats
import Observations
import Records
import SQLite

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Log one observation: from flags, or from prompts on a terminal.",
    usage: "entente log --date <date> --mechanism <code> --title <text> [options]",
    discussion: """
      With no flags and a terminal, it asks field by field; Tab completes names, ?
      explains. An actor is given as NAME, or NAME@SIDE where the name is new (sides:
      cn, ru, joint, intl, other). --edit opens the fields as a form in $VISUAL or
      $EDITOR. Where it looks like an act that is in the file, or a new actor like
      one that is known, it asks first; without a terminal that takes --yes.

      EXAMPLE
        entente log --date 2019-06-05 --mechanism commercial --instrument contract \\
          --stage signed --effect advances --sector 5g --actor MTS --actor Huawei \\
          --title "MTS and Huawei sign a 5G agreement" \\
          --source https://example.org/5g --outlet TASS --grade B2
      """)

  @OptionGroup var options: FileOptions
  @Flag(help: "Fill it in as a form in your editor.") var edit = false
  @Option(
    help: ArgumentHelp("Start from another: who, what form, which field, where (o12).", valueName: "id"))
  var like: String?
  @Option(
    help: ArgumentHelp("Take a form that was filled in; - for standard input.", valueName: "path"),
    completion: .file())
  var form: String?
  @Flag(help: "Enter it although it, or a new actor, looks like one in the file.") var yes = false
  @Flag(help: "It is old material: its delay says nothing.") var backfill = false
  @Option(help: ArgumentHelp("When it occurred (EDTF); there is no default.", valueName: "date")) var date:
    String?
  @Option(help: ArgumentHelp(valueName: "text")) var title: String?
  @Option(help: ArgumentHelp(valueName: "text")) var summary: String?
  @Option(help: ArgumentHelp(valueName: "code"), completion: .custom(Known.mechanisms)) var mechanism: String?
  @Option(help: ArgumentHelp(valueName: "code")) var instrument: String?
  @Option(help: ArgumentHelp("advances, sets-back, statement or context.", valueName: "code")) var effect:
    String?
  @Option(help: ArgumentHelp(valueName: "code")) var stage: String?
  @Option(help: ArgumentHelp("Target date of a promise (EDTF).", valueName: "date")) var due: String?
  @Option(help: ArgumentHelp("cn-to-ru, ru-to-cn, both, none or unknown.", valueName: "code")) var flow:
    String?
  @Option(help: ArgumentHelp("none-known, party, end-use or weapon.", valueName: "code")) var military:
    String?
  @Option(help: ArgumentHelp("May be repeated.", valueName: "code"), completion: .custom(Known.sectors))
  var sector: [String] = []
  @Option(help: ArgumentHelp("May be repeated.", valueName: "name"), completion: .custom(Known.actors))
  var actor: [String] = []
  @Option(help: ArgumentHelp("City.", valueName: "name")) var place: String?
  @Option(help: ArgumentHelp("Two letters.", valueName: "code")) var country: String?
  @Option(help: ArgumentHelp("In full units.", valueName: "n")) var amount: String?
  @Option(help: ArgumentHelp("Three letters.", valueName: "code")) var currency: String?
  @Option(
    help: ArgumentHelp("committed, target, upper-bound, valuation, per-year or portfolio.", valueName: "kind")
  ) var amountKind: String?
  @Option(help: ArgumentHelp("May be repeated.", valueName: "code")) var initiative: [String] = []
  @Flag(help: "It sums up parts that are observations of their own.") var umbrella = false
  @Flag(help: "Others took part.") var multilateral = false
  @Option(help: ArgumentHelp("For pressure: link, cn or ru.", valueName: "code")) var pressureOn: String?
  @Option(help: ArgumentHelp("Address of the source.", valueName: "url")) var source: String?
  @Option(help: ArgumentHelp(valueName: "text")) var sourceTitle: String?
  @Option(help: ArgumentHelp(valueName: "date")) var sourceDate: String?
  @Option(help: ArgumentHelp("Language of the source.", valueName: "code")) var language: String?
  @Option(help: ArgumentHelp("Who published it.", valueName: "name")) var outlet: String?
  @Option(
    help: ArgumentHelp(
      "Admiralty grade: letter for the outlet (where it has none), number for the item, as B2.",
      valueName: "grade")) var grade: String?
  @Option(help: ArgumentHelp(valueName: "kind")) var attribution: String?
  @Option(help: ArgumentHelp("May be repeated.", valueName: "label")) var tag: [String] = []
  @Option(help: ArgumentHelp(valueName: "label")) var tlp: String?
  @Option(help: ArgumentHelp("Why it is entered, for the log of changes.", valueName: "text")) var why:
    String = "log"

  /// The flags as the cells of a row: the same reading as of a table refuses the same mistakes.
  private var cells: [String: String] {
    let single: [(String, String?)] = [
      ("event_date", date), ("title", title), ("summary", summary), ("mechanism", mechanism),
      ("instrument", instrument),
      ("effect", effect), ("stage", stage), ("due", due), ("flow", flow), ("military", military),
      ("place", place),
      ("country", country), ("amount", amount), ("currency", currency), ("amount_kind", amountKind),
      ("pressure_on", pressureOn), ("source_url", source), ("source_title", sourceTitle),
      ("source_date", sourceDate),
      ("language", language), ("outlet", outlet), ("attribution", attribution), ("tlp", tlp),
      ("grade", grade),
    ]
    var cells: [String: String] = [:]
    for (name, value) in single { cells[name] = value }
    let lists = [("sectors", sector), ("actors", actor), ("initiative", initiative), ("tags", tag)]
    for (name, values) in lists where !values.isEmpty { cells[name] = values.joined(separator: ";") }
    if umbrella { cells["umbrella"] = "1" }
    if multilateral { cells["multilateral"] = "1" }
    return cells
  }

  func validate() throws {
    if form == "-", edit {
      throw ValidationError("--edit needs the form in a file, not from standard input.")
    }
    guard !edit, form == nil else { return }
    let own = cells
    if own.isEmpty {
      guard Terminal.isInput, Terminal.isTalk else {
        throw ValidationError("Give at least --date, --mechanism and --title; prompts need a terminal.")
      }
      return
    }
    let needed = [("--date", "event_date"), ("--mechanism", "mechanism"), ("--title", "title")]
    for (flag, cell) in needed where own[cell] == nil && (like == nil || cell != "mechanism") {
      throw ValidationError("\(flag) is missing: an observation needs --date, --mechanism and --title.")
    }
  }

  func run() throws {
    let own = cells
    if edit || form != nil { return try fillIn(own) }
    if own.isEmpty {
      let session = try Session(options, .create)
      let cells = try LogPrompts(session.file.connection).ask(beginning: start(own, session, withTitle: true))
      return try save(cells, session)
    }
    let session = try Session(options, .create)
    try save(start(own, session, withTitle: false), session)
  }

  /// What the options say, on top of what another observation has in common with it.
  private func start(_ own: [String: String], _ session: Session, withTitle: Bool) throws -> [String: String]
  {
    guard let like else { return own }
    let connection = session.file.connection
    guard let number = try ObservationTable.resolve(like, in: connection) else {
      throw LookupError.unknown(like)
    }
    return try Logging.cells(like: number, withTitle: withTitle, in: connection).merging(own) { $1 }
      .filter { !$0.value.isEmpty }
  }

  private func fillIn(_ own: [String: String]) throws {
    if edit, Editor.command == nil { throw EditorError.none }
    let session = try Session(options, .create)
    let connection = session.file.connection
    let page = try ObservationForm(
      start(own, session, withTitle: true), fields: FormField.entered,
      heading: ["One observation for \(options.resolvedPath)."], Codes(connection))
    let command = "entente log --form"
    let file = try form.map { FormFile(at: $0, page, resume: command) } ?? FormFile(page, resume: command)
    let take = { (filled: ObservationForm.Filled) in try save(filled.typed, session) }
    if edit { try file.edit(in: connection, take) } else { try file.read(in: connection, take) }
  }

  private func save(_ cells: [String: String], _ session: Session) throws {
    if !yes {
      try askAboutNames(cells, session)
      try askAboutRepeats(cells, session)
    }
    let entry = try Logging.enter(
      cells, why: why, as: backfill ? .backfill : .live, session.file, session.desk)
    for remark in entry.remarks { Talk.say("entente: \(remark)") }
    try Output.write("\(ShortID(.observation, entry.number))\n")
  }

  private func askAboutNames(_ cells: [String: String], _ session: Session) throws {
    let alike = try Logging(session.file.connection).alike(cells)
    guard !alike.isEmpty else { return }
    guard Terminal.isInput, Terminal.isTalk else { throw AlikeRefusal(alike) }
    for actor in alike { Talk.say("  " + TerminalText.escaped(actor.words)) }
    let answer = LineEditor().read(prompt: "Enter it as another body? [y/N] ")?.trimmed.lowercased()
    guard answer == "y" || answer == "yes" else { throw PromptError.givenUp }
  }

  /// On a terminal a person decides; a script has to say so beforehand.
  private func askAboutRepeats(_ cells: [String: String], _ session: Session) throws {
    let known = try Logging(session.file.connection).known(as: cells)
    guard !known.isEmpty else { return }
    guard Terminal.isInput, Terminal.isTalk else { throw RepeatRefusal(known: known) }
    Talk.say("This looks like something that is in the file:")
    for act in known { Talk.say("  " + TerminalText.escaped(act.words)) }
    let answer = LineEditor().read(prompt: "Enter it all the same? [y/N] ")?.trimmed.lowercased()
    guard answer == "y" || answer == "yes" else { throw PromptError.givenUp }
  }
}
