import ArgumentParser
import Calendar
import Formats
import Records
import TimeSeries
import Trends

struct AlarmsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alarms",
    abstract: "Tell once what is new: unusual months, firsts, overdue promises, silences.",
    usage: "entente alarms [--dry-run] [options]",
    discussion: """
      Raises what was never raised in this file, and lists what is open. Exit code 3:
      something is new; 0: nothing is. A first is news if its act was entered live
      and lies in the last 90 days; unusual months and silences, if they could be
      told in the last 180. Those are statistical: they want a watch on record, and
      each kind is wrong as often a year as --false-alarms says if nothing changes.
      Through --as-of or --max-tlp nothing is raised.

      EXAMPLE
        entente alarms
        entente alarms --new --format json
        entente alarms --acknowledge 3 --why "known: the spring forum"
      """)

  @OptionGroup var options: FileOptions
  @Flag(help: "Raise nothing; list what would be new as well.") var dryRun = false
  @Flag(help: "List also what was acknowledged.") var all = false
  @Flag(help: "List only what is new; without any, print nothing.") var new = false
  @Option(help: ArgumentHelp("Take an alarm off the list, by its key or number.", valueName: "key"))
  var acknowledge: String?
  @Option(help: ArgumentHelp("With --acknowledge: what was made of it.", valueName: "text")) var why: String?
  @Option(help: ArgumentHelp("Firsts so many days back are news.", valueName: "n")) var days: Int =
    AlarmSettings.usual.newsDays
  @Option(
    help: ArgumentHelp("False alarms a year of each statistical kind, over all strata.", valueName: "rate"))
  var falseAlarms: Double = AlarmSettings.usual.falseAlarms
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    guard (1...3650).contains(days) else { throw ValidationError("--days \(days): write 1 to 3650.") }
    guard falseAlarms > 0, falseAlarms <= 12 else {
      throw ValidationError("--false-alarms \(falseAlarms): write a number above 0, 12 at most.")
    }
    if all, new { throw ValidationError("--all and --new exclude each other.") }
    if (acknowledge == nil) != (why == nil) {
      throw ValidationError("--acknowledge KEY goes with --why TEXT.")
    }
    if acknowledge != nil, dryRun || all || new || !view.lens.isClear {
      throw ValidationError("--acknowledge goes alone, with --why.")
    }
  }

  func run() throws {
    if let acknowledge, let why { return try takeOff(acknowledge, why) }
    let raises = !dryRun && view.lens.isClear
    let session = try Session(options, raises ? .write : .read, through: view)
    let connection = session.file.connection
    let settings = AlarmSettings(today: session.day, newsDays: days, falseAlarms: falseAlarms)
    // What a lens shows is what was told; looking for more through it would tell it twice.
    let search = view.lens.isClear ? try AlarmSearch.run(settings, in: connection) : nil
    let found = try AlarmTable.new(of: search?.found ?? [], in: connection)
    let raised = raises ? try AlarmTable.raise(found, in: session.file, at: session.desk) : []
    let isNew = { (entry: AlarmTable.Entry) in entry.number.map(raised.contains) ?? true }
    let entries =
      try AlarmTable.list(all: all, in: connection) + (raises ? [] : found.map { .init(found: $0) })
    try show(new ? entries.filter(isNew) : entries, isNew, search, session)
    if entries.contains(where: isNew) { throw ExitCode(3) }
  }

  private func show(
    _ entries: [AlarmTable.Entry], _ isNew: (AlarmTable.Entry) -> Bool, _ search: AlarmSearch?,
    _ session: Session
  ) throws {
    if new, entries.isEmpty, rows.format == .table { return }
    let table = AlarmList.table(entries, isNew: isNew)
    let isNarrow = rows.format == .table && Terminal.isOutput
    try rows.print(isNarrow ? table.only(["id", "state", "since", "sentence"]) : table)
    if rows.format == .table {
      let count = entries.count(where: isNew)
      let open = entries.count { $0.acknowledged == nil }
      Talk.say("\(count) new\(dryRun ? " (not raised)" : ""), \(open) open")
      for sentence in search?.withheld ?? [] { Talk.say(sentence) }
      if let search, !search.coverage.isWatched { Talk.say(search.coverage.line) }
    }
    session.mark(entries.map(\.alarm.label).max() ?? .clear)
  }

  private func takeOff(_ name: String, _ why: String) throws {
    let session = try Session(options, .write)
    let sentence = try AlarmTable.acknowledge(name, why: why, in: session.file, at: session.desk)
    Talk.say("entente: acknowledged: \(TerminalText.escaped(sentence))")
  }
}

/// Alarms as rows.
enum AlarmList {
  private static let columns = [
    "id", "state", "kind", "since", "sentence", "observations", "false_alarms_a_year", "power", "method",
    "raised", "raised_by", "acknowledged", "acknowledged_by", "why", "tlp", "key",
  ]

  static func table(_ entries: [AlarmTable.Entry], isNew: (AlarmTable.Entry) -> Bool) -> Table {
    var table = Table(columns: columns.map { Table.Column($0) })
    for entry in entries {
      let alarm = entry.alarm
      let evidence = alarm.evidence.map { ShortID(.observation, $0).description }.joined(separator: ";")
      table.append([
        entry.number.map { .integer($0) } ?? .empty,
        .text(isNew(entry) ? "new" : entry.acknowledged == nil ? "open" : "acknowledged"),
        .text(alarm.kind.rawValue), .text(alarm.since), .text(alarm.sentence), text(evidence),
        alarm.chance.map { .number(TrendNumber.ratio($0.rate)) } ?? .empty,
        alarm.chance?.power.map { .number(TrendNumber.fixed($0, 2)) } ?? .empty,
        text(alarm.chance?.method), text(entry.raised?.at), text(entry.raised?.by),
        text(entry.acknowledged?.at), text(entry.acknowledged?.by), text(entry.why),
        .text(alarm.label.rawValue), .text(alarm.key),
      ])
    }
    return table
  }

  private static func text(_ text: String?) -> Cell {
    text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .empty
  }
}
