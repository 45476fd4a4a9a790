import ArgumentParser
import Observations
import Records

struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Correct a record, with a reason; what it said before is kept.",
    usage: "entente edit <id> --set <field=value> ... --why <text> [options]",
    discussion: """
      Names: o279, d12, e4 (evidence), a uid, the code of an initiative, the name of
      an actor or outlet; actor:TASS tells which is meant. Fields are those of the
      table that `entente export` writes, and actors (NAME or NAME@SIDE=ROLE). A
      list is set as a whole, or with FIELD+=VALUE and FIELD-=VALUE. An empty value
      empties the field. Without --set an observation is opened in $EDITOR as a
      form.

      EXAMPLE
        entente edit o279 --set stage=signed --set sectors+=5g --why "contract seen"
        entente edit o279 --set actors-=MTS --set actors+=Rosatom --why "misread"
        entente edit actor:Huawei --set "aliases_ru+=Хуавэй" --why "press spelling"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The record.") var id: String
  @Option(
    parsing: .singleValue, help: ArgumentHelp("Set a field; may be repeated.", valueName: "field=value"))
  var set: [String] = []
  @Flag(help: "Open it in $EDITOR, as without --set.") var edit = false
  @Option(
    help: ArgumentHelp("Take a form that was filled in; - for standard input.", valueName: "path"),
    completion: .file())
  var form: String?
  @Option(help: ArgumentHelp("Why, for the log of changes.", valueName: "text")) var why: String

  func validate() throws {
    if !set.isEmpty, edit || form != nil {
      throw ValidationError("--set goes without a form: give --set, or --edit, or --form PATH.")
    }
    if form == "-", edit {
      throw ValidationError("--edit needs the form in a file, not from standard input.")
    }
    if set.isEmpty, form == nil, !edit, !Terminal.isInput || !Terminal.isTalk {
      throw ValidationError("--set is missing: write --set FIELD=VALUE; a form needs a terminal.")
    }
    for text in set {
      do { _ = try Assignment(text) } catch { throw ValidationError("--set \(text): write FIELD=VALUE.") }
    }
  }

  func run() throws {
    let session = try Session(options, .write)
    let record = try Record(named: id, in: session.file.connection)
    guard set.isEmpty else {
      let assignments = try set.map { try Assignment($0) }
      return try say(Edit(session.file, session.desk).set(assignments, of: record, why: why), record, session)
    }
    try fillIn(record, session)
  }

  private func fillIn(_ record: Record, _ session: Session) throws {
    guard record.kind == .observation else {
      throw ValidationError("The form is for observations; write --set FIELD=VALUE.")
    }
    if form == nil, Editor.command == nil { throw EditorError.none }
    let connection = session.file.connection
    let work = Edit(session.file, session.desk)
    let name = try record.name(in: connection)
    guard try !record.isWithdrawn(in: connection) else { throw EditError.withdrawn(name) }
    let page = try ObservationForm(
      work.cells(of: record), fields: FormField.corrected, heading: ["\(name) of \(options.resolvedPath)."],
      Codes(connection))
    let command = "entente edit \(name) --why '...' --form"
    let file = try form.map { FormFile(at: $0, page, resume: command) } ?? FormFile(page, resume: command)
    let take = { (filled: ObservationForm.Filled) in
      try say(work.take(filled.changes, for: record, why: why), record, session)
    }
    if form == nil || edit {
      try file.edit(in: connection, take)
    } else {
      try file.read(in: connection, take)
    }
  }

  private func say(_ outcome: Edit.Outcome, _ record: Record, _ session: Session) throws {
    let name = try record.name(in: session.file.connection)
    Talk.say(
      outcome.changed.isEmpty
        ? "entente: \(name) says so already; nothing was written."
        : "entente: \(name): \(outcome.changed.joined(separator: ", ")) set.")
  }
}
