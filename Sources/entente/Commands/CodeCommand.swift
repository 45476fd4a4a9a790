import ArgumentParser
import Formats
import Observations
import Records
import SQLite

struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Code the observations of a sample again, without seeing the first coding.",
    usage: "entente code [--sample <id>] [--edit | --set <field=value> ...] [<id>]",
    discussion: """
      Shows the sources with their quotes and asks for each field; --edit asks in
      your editor; --set codes one for scripts. Goes on with the next that you have
      not coded; Ctrl-D leaves. You are the second coder: not who entered it.

      EXAMPLE
        entente code --analyst mei
        entente code --show
        entente code o12 --set event_date=2019-06-05 --set mechanism=fund
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "An observation of the sample; else the next one.") var id: String?
  @Option(help: ArgumentHelp("Which sample (s1); else the newest.", valueName: "id")) var sample: String?
  @Option(help: ArgumentHelp("A field and its code; may be repeated.", valueName: "field=value")) var set:
    [String] = []
  @Flag(help: "Fill it in as a form in your editor.") var edit = false
  @Flag(help: "Show what is to be coded, and leave.") var show = false
  @Flag(help: "Code anew what you coded before.") var again = false

  func validate() throws {
    let names = FormField.coded.map(\.name)
    for entry in set {
      guard let cut = entry.firstIndex(of: "="), names.contains(String(entry[..<cut])) else {
        throw ValidationError("--set \(entry): write FIELD=VALUE. Fields: \(names.joined(separator: ", ")).")
      }
    }
  }

  func run() throws {
    if edit, Editor.command == nil { throw EditorError.none }
    let session = try Session(options, show ? .read : .write)
    let connection = session.file.connection
    let coding = SecondCoding(
      session.file, session.desk, sample: try SampleTable.resolve(sample, in: connection))
    if let id {
      guard let number = try ObservationTable.resolve(id, in: connection) else {
        throw LookupError.unknown(id)
      }
      return try code(number, coding, connection)
    }
    while let number = try coding.next() {
      try code(number, coding, connection)
      // A script codes one at a time.
      if show || edit || !set.isEmpty { return }
    }
    let (done, all) = try coding.progress()
    Talk.say(
      all == 0
        ? "entente: \(session.desk.analyst) entered all of s\(coding.sample): another person codes it, --analyst NAME."
        : "entente: nothing is left to code in s\(coding.sample): \(done) of \(all) are done.")
  }

  private func code(_ number: Int, _ coding: SecondCoding, _ connection: Connection) throws {
    let page = try coding.page(of: number)
    let heading = "o\(number) of s\(coding.sample)"
    Talk.say(try Markings.highest(of: ["o\(number)"], in: connection).marking)
    if show { return try Output.write(([heading] + page).map { Page.escaped($0) + "\n" }.joined()) }
    if !set.isEmpty { return try keep(given, number, coding) }
    if edit { return try fillIn(number, [heading] + page, coding, connection) }
    guard Terminal.isInput, Terminal.isTalk else {
      throw ValidationError("Prompts need a terminal: give --set FIELD=VALUE, or --edit.")
    }
    Talk.say("\n\(heading)")
    for line in page.flatMap({ Page.wrapped(Page.escaped($0), to: max(40, Terminal.width - 2)) }) {
      Talk.say("  \(line)")
    }
    try keep(LogPrompts(connection).ask(only: FormField.coded), number, coding)
  }

  private var given: [String: String] {
    var cells: [String: String] = [:]
    for entry in set {
      let cut = entry.firstIndex(of: "=")!
      cells[String(entry[..<cut])] = String(entry[entry.index(after: cut)...])
    }
    return cells
  }

  private func fillIn(_ number: Int, _ heading: [String], _ coding: SecondCoding, _ connection: Connection)
    throws
  {
    let form = try ObservationForm(
      [:], fields: FormField.coded, heading: heading, requires: ["event_date", "mechanism"], Codes(connection)
    )
    let command = "entente code --sample s\(coding.sample) o\(number) --edit, with what stands in"
    try FormFile(form, resume: command).edit(in: connection) { try keep($0.typed, number, coding) }
  }

  private func keep(_ cells: [String: String], _ number: Int, _ coding: SecondCoding) throws {
    try coding.enter(cells, for: number, again: again)
    let (done, all) = try coding.progress()
    Talk.say("entente: o\(number) is coded, \(done) of \(all) in s\(coding.sample).")
  }
}
