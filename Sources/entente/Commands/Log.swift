import ArgumentParser
import Observations
import Records
import SQLite

struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Log one observation: from flags, or from prompts on a terminal.",
    usage: "entente log --date <date> --mechanism <code> --title <text> [options]",
    discussion: """
      With no flags and a terminal, it asks field by field; Tab completes names. An
      actor is given as NAME, or NAME@SIDE where the name is new (sides: cn, ru,
      joint, intl, other).

      EXAMPLE
        entente log --date 2019-06-05 --mechanism commercial --instrument contract \\
          --stage signed --effect advances --sector 5g --actor MTS --actor Huawei \\
          --title "MTS and Huawei sign a 5G agreement" \\
          --source https://example.org/5g --outlet TASS --grade B2
      """)

  @OptionGroup var options: FileOptions
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

  func run() throws {
    var cells = cells
    if cells.isEmpty {
      guard Terminal.isInput, Terminal.isTalk else {
        throw ValidationError("Give at least --date, --mechanism and --title; prompts need a terminal.")
      }
      let session = try Session(options, .create)
      cells = try LogPrompts(session.file.connection).ask()
      return try save(cells, session)
    }
    for (flag, cell) in [("--date", "event_date"), ("--mechanism", "mechanism"), ("--title", "title")]
    where cells[cell] == nil {
      throw ValidationError("\(flag) is missing: an observation needs --date, --mechanism and --title.")
    }
    try save(cells, Session(options, .create))
  }

  private func save(_ cells: [String: String], _ session: Session) throws {
    let entry = try Logging.enter(cells, why: why, session.file, session.desk)
    for remark in entry.remarks { Talk.say("entente: \(remark)") }
    try Output.write("\(ShortID(.observation, entry.number))\n")
  }
}
