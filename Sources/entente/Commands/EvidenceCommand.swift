import ArgumentParser
import Calendar
import Formats
import Observations
import Records

struct EvidenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evidence",
    abstract: "Add a source to an observation, or list the sources.",
    discussion: """
      Each piece of evidence keeps what its own text claims: the date, the sum, the
      stage. The observation keeps what you concluded. `entente conflicts` lists
      where they disagree.

      EXAMPLE
        entente evidence list o9
        entente evidence add o9 --source https://example.org/a --claim-date 2014-10
      """,
    subcommands: [ListEvidence.self, AddEvidence.self], defaultSubcommand: ListEvidence.self)
}

struct AddEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a source to an observation.",
    usage: "entente evidence add <id> (--source <url> | --document <id>) [options]",
    discussion: """
      What the file knows of the address or the document need not be said again. A
      quote is looked up in the text, if the file holds it. Prints the number of the
      new piece; `entente edit e12` corrects one.

      EXAMPLE
        entente evidence add o9 --source https://example.org/a --outlet TASS \\
            --stance contradicts --claim-date 2014-10 --attribution named-official
        entente evidence add o9 --document d3 --credibility 2 \\
            --quote "成立于2014年" --translation "founded in 2014" --translator mei
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The observation.") var id: String
  @Option(help: ArgumentHelp("The address of the source.", valueName: "url")) var source: String?
  @Option(help: ArgumentHelp("A document of the file: d12.", valueName: "id")) var document: String?
  @Option(help: ArgumentHelp("supports, partly, contradicts or disputes.", valueName: "stance"))
  var stance = "supports"
  @Option(help: ArgumentHelp("1 to 6; 6: cannot be judged.", valueName: "number")) var credibility: String?
  @Option(
    help: ArgumentHelp(
      "official-document, named-official, company, unnamed-source, leak, own-investigation or data.",
      valueName: "who")) var attribution: String?
  @OptionGroup(title: "What the source claims") var claims: ClaimOptions
  @Option(help: ArgumentHelp("Its words.", valueName: "text")) var quote: String?
  @Option(help: ArgumentHelp("The words in English.", valueName: "text")) var translation: String?
  @Option(help: ArgumentHelp("Who translated.", valueName: "name")) var translator: String?
  @OptionGroup(title: "The source, where the file does not know it") var citation: CitationOptions
  @Option(help: ArgumentHelp(valueName: "text")) var note: String?
  @Option(help: ArgumentHelp(valueName: "label")) var tlp: LabelArgument?
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why: String?

  func validate() throws {
    if source == nil, document == nil, citation.title == nil, citation.outlet == nil {
      throw ValidationError("Name the source: --source URL or --document d12.")
    }
    if source != nil, document != nil { throw ValidationError("Give --source or --document, not both.") }
  }

  private var cells: [String: String] {
    let typed: [(String, String?)] = [
      ("source_url", source), ("supports", stance), ("credibility", credibility),
      ("attributed_to", attribution),
      ("claim_date", claims.claimDate), ("claim_amount", claims.claimAmount),
      ("claim_currency", claims.claimCurrency), ("claim_amount_kind", claims.claimAmountKind),
      ("claim_stage", claims.claimStage), ("quote", quote), ("translation", translation),
      ("translator", translator), ("source_title", citation.title), ("outlet", citation.outlet),
      ("published", citation.published), ("language", citation.language), ("note", note),
      ("tlp", tlp?.label.rawValue),
    ]
    return Dictionary(uniqueKeysWithValues: typed.compactMap { name, text in text.map { (name, $0) } })
  }

  func run() throws {
    let session = try Session(options, .write)
    let entry = EvidenceEntry(session.file, session.desk)
    let outcome = try entry.add(cells, to: id, document: document, why: why ?? "evidence on \(id)")
    if !outcome.isNew { Talk.say("entente: \(id) has it already; nothing was written.") }
    for remark in outcome.remarks { Talk.say("entente: \(remark)") }
    try Output.write("\(ShortID(.evidence, outcome.number))\n")
  }
}

/// What a text claims about the act.
struct ClaimOptions: ParsableArguments {
  @Option(help: ArgumentHelp("When it happened, by this source.", valueName: "date")) var claimDate: String?
  @Option(help: ArgumentHelp("In full units, with --claim-currency.", valueName: "number")) var claimAmount:
    String?
  @Option(help: ArgumentHelp(valueName: "code")) var claimCurrency: String?
  @Option(help: ArgumentHelp("committed, target, valuation ...", valueName: "code")) var claimAmountKind:
    String?
  @Option(help: ArgumentHelp(valueName: "code")) var claimStage: String?
}

/// What a text is.
struct CitationOptions: ParsableArguments {
  @Option(help: ArgumentHelp(valueName: "text")) var title: String?
  @Option(help: ArgumentHelp(valueName: "name")) var outlet: String?
  @Option(help: ArgumentHelp(valueName: "date")) var published: String?
  @Option(help: ArgumentHelp(valueName: "code")) var language: String?
}

struct ListEvidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List sources, with what each claims.",
    usage: "entente evidence list [<id>] [options]",
    discussion: """
      EXAMPLE
        entente evidence list o9
        entente evidence list --stance contradicts --stance disputes --format csv
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Of this observation; else of all.") var id: String?
  @Option(help: ArgumentHelp("May be repeated.", valueName: "stance")) var stance: [String] = []
  @Option(help: ArgumentHelp("As cited, whole; may be repeated.", valueName: "name")) var outlet: [String] =
    []
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    var asked = EvidenceRows()
    asked.observation = try id.map(session.observation)
    (asked.stances, asked.outlets) = (stance, outlet)
    let table = try asked.table(in: session.file.connection)
    try rows.print(
      table, narrow: ["id", "observation", "stance", "grade", "outlet", "claims", "title"])
    if rows.format == .table { Talk.say("\(table.rows.count) pieces of evidence") }
    session.mark(try session.label(ofObservationsIn: table))
  }
}
