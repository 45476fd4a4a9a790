import ArgumentParser
import Formats
import Observations
import Records
import Statistics

struct AgreementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreement",
    abstract: "How far the second coders agree with the first, field by field.",
    usage: "entente agreement [--sample <id>] [options]",
    discussion: """
      kappa: agreement beyond chance (Cohen), 1 always, 0 as often as by chance, with
      its 95 % interval. agree: the share coded alike. A list (sectors) agrees as a
      whole; left empty is a code like any other. No kappa where both gave one and
      the same code throughout.

      EXAMPLE
        entente agreement
        entente agreement --sample s1 --format csv
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("Only of this sample (s1); else of all.", valueName: "id")) var sample: String?
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    let number = try sample.map { try SampleTable.resolve($0, in: connection) }
    let names = ["field", "n", "agreed", "agree", "kappa", "lower", "upper"]
    var table = Table(columns: names.map { Table.Column($0) })
    let fields = try CodedPairs.read(sample: number, in: connection)
    for field in fields where !field.pairs.isEmpty {
      let kappa = try CohenKappa(field.pairs)
      table.append(
        [
          .text(field.name), .number(String(kappa.count)), .number(String(kappa.agreed)),
          Self.cell(kappa.share),
        ]
          + [kappa.kappa, kappa.interval?.lower, kappa.interval?.upper].map(Self.cell))
    }
    try rows.print(table)
    session.mark(try Markings.highest(behind: "codings", in: connection))
    if table.rows.isEmpty {
      Talk.say("Nothing was coded twice: `entente sample` and `entente code` do that.")
    }
  }

  /// Three decimals: a sample of some hundreds tells no more.
  private static func cell(_ value: Double?) -> Cell {
    value.map { .number(JSONWriter.text(($0 * 1000).rounded() / 1000)) } ?? .empty
  }
}
