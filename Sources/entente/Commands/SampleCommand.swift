import ArgumentParser
import Formats
import Observations
import Records
import SQLite

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw observations for a second coder, or list the samples.",
    usage: "entente sample --seed <n> --n <n> [--by <stratum>] [filters] [options]",
    discussion: """
      The same seed draws the same observations of the same file. What the first
      coder said is kept as it stands now, so that later corrections do not count as
      agreement. Without --n the samples are listed. Left out is what has no source
      that another could read.

      EXAMPLE
        entente sample --seed 7 --n 50 --by mechanism
        entente code
        entente agreement
      """)

  @OptionGroup var options: FileOptions
  @Option(help: ArgumentHelp("A whole number; it decides which are drawn.", valueName: "n")) var seed: Int?
  @Option(help: ArgumentHelp("How many to draw.", valueName: "n")) var n: Int?
  @Option(help: ArgumentHelp("Draw in shares of: mechanism, effect or year.", valueName: "stratum"))
  var by: Sample.Stratum?
  @OptionGroup(title: "Filters") var filters: FilterOptions
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if n != nil, !view.lens.isClear {
      throw ValidationError("--as-of and --max-tlp go with the list of samples, not with drawing one.")
    }
    if (seed == nil) != (n == nil) { throw ValidationError("--seed and --n go together.") }
    if let n, n < 1 { throw ValidationError("--n \(n): a sample has at least one observation.") }
  }

  func run() throws {
    guard let seed, let n else { return try list() }
    let session = try Session(options, .write)
    var sample = Sample(seed: seed, count: n, stratum: by)
    sample.filter = filters.filter
    let drawn = try sample.draw(session.file, session.desk)
    var table = Table(columns: ["sample", "position", "observation"].map { Table.Column($0) })
    for (index, number) in drawn.observations.enumerated() {
      table.append([
        .text("s\(drawn.number)"), .number(String(index + 1)),
        .text(ShortID(.observation, number).description),
      ])
    }
    try rows.print(table)
    session.mark(try Markings.highest(of: table.rows.map { $0[2].shown }, in: session.file.connection))
    let left = drawn.unreadable == 0 ? "" : "; \(drawn.unreadable) without a source to read were left out"
    Talk.say("entente: s\(drawn.number), \(n) of \(drawn.frame)\(left). `entente code` goes through it.")
  }

  private func list() throws {
    let session = try Session(options, through: view)
    let names = ["sample", "drawn", "by", "seed", "of", "stratum", "size", "coded"]
    let table = try Page.table(
      """
      SELECT 's' || s.id, ch.at, ch.analyst, s.seed, s.frame, s.stratum,
        (SELECT count(*) FROM coding AS k WHERE k.sample = s.id AND k.turn = 'first' AND k.withdrawn = 0),
        (SELECT count(*) FROM coding AS k WHERE k.sample = s.id AND k.turn = 'second' AND k.withdrawn = 0)
      FROM coding_sample AS s JOIN change AS ch ON ch.id = s.change WHERE s.withdrawn = 0 ORDER BY s.id
      """, names, session.file.connection)
    try rows.print(table)
    session.mark(try Markings.highest(behind: "codings", in: session.file.connection))
    if rows.format == .table, table.rows.isEmpty {
      Talk.say("No sample was drawn: entente sample --seed 7 --n 50 draws one.")
    }
  }
}
