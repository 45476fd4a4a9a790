import ArgumentParser
import Calendar
import Formats
import Observations
import Records

struct History: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tell what became of a record: who changed which field, when and why.",
    usage: "entente history [options] <id>",
    discussion: """
      The oldest change first, a line a field; actors, sectors, evidence and
      whatever else belongs to the record included. Names as for `entente edit`; p1
      is a declared date, and any other row goes by its table and number: alarm:3,
      forecast:12, coverage:1.

      EXAMPLE
        entente history o279
        entente history actor:Huawei --format csv
        entente history p1
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The record.") var id: String
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    let row = try TruthRow(named: id, in: connection)
    let story =
      try row.map { try Story(of: $0, in: connection) }
      ?? Story(of: Record(named: id, preferring: [.actor], in: connection), in: connection)
    let changes = story.changes
    var table = Table(
      columns: ["change", "at", "analyst", "record", "field", "old", "new", "why"].map { Table.Column($0) })
    for change in changes {
      table.append([
        .number(String(change.change)), .text(change.at), .text(change.analyst), .text(change.record),
        .text(change.field), .text(change.old), .text(change.new), .text(change.why),
      ])
    }
    // A terminal has no room for eight columns: each change has a line of its own above its fields.
    if rows.format == .table { try Output.write(Self.page(changes)) } else { try rows.print(table) }
    session.mark(try Markings.highest(ofChanges: Array(Set(changes.map(\.change))), in: connection))
  }

  private static func page(_ changes: [FieldChange]) -> String {
    var page = ""
    var last: Int?
    for change in changes {
      if change.change != last {
        let who = TerminalText.escaped("\(change.at)  \(change.analyst): \(change.why)")
        page += (last == nil ? "" : "\n") + Terminal.bold(who) + "\n"
        last = change.change
      }
      let value =
        change.old.isEmpty
        ? change.new : change.new.isEmpty ? "\(change.old) -> nothing" : "\(change.old) -> \(change.new)"
      let head = "  \(TerminalText.escaped("\(change.record) \(change.field)")): "
      let lines = Page.wrapped(Page.escaped(value), to: max(30, Terminal.width - 4))
      let isShort = lines.count == 1 && TerminalText.width(head + lines[0]) <= Terminal.width
      page += isShort ? head + lines[0] + "\n" : head.trimmed.indented + lines.map { "    \($0)\n" }.joined()
    }
    return page
  }
}

extension String {
  /// As the head of lines that stand under it.
  fileprivate var indented: String { "  \(self)\n" }
}

struct Changes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the log of changes, each with the records it touched.",
    usage: "entente changes [--since <date>] [options]",
    discussion: """
      EXAMPLE
        entente changes --since 2026-11-01 --analyst mei
      """)

  @OptionGroup var options: FileOptions
  @Option(
    help: ArgumentHelp("Made on this day, in this month or year, or later (UTC).", valueName: "date"),
    transform: EDTF.init(argument:))
  var since: EDTF?
  @Option(help: ArgumentHelp("At most so many, the latest.", valueName: "n")) var limit: Int?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if let since, since.earliest == nil {
      throw ValidationError("--since \(since): name a day, a month or a year: 2026-11-01, 2026-11, 2026.")
    }
    if let limit, limit < 0 { throw ValidationError("--limit \(limit): a number from 0 on.") }
  }

  func run() throws {
    let session = try Session(options, through: view)
    var list = ChangeList()
    // Here the name is a question: whose changes, not who asks.
    (list.since, list.analyst, list.limit) = (since?.earliest, options.analyst, limit)
    let (table, numbers) = try list.table(in: session.file.connection)
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(isNarrow ? table.only(["change", "at", "analyst", "why", "records"]) : table)
    if rows.format == .table { Talk.say("\(numbers.count) \(numbers.count == 1 ? "change" : "changes")") }
    session.mark(try Markings.highest(ofChanges: numbers, in: session.file.connection))
  }
}
