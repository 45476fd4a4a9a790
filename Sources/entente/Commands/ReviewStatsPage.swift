import Formats
import Observations
import Records
import SQLite
import Statistics

extension ReviewCommand {
  func printStats() throws {
    let session = try Session(options, through: view)
    defer { session.mark((try? Markings.highest(behind: "candidates", in: session.file.connection)) ?? .red) }
    let stats = try ReviewStats(session.file.connection)
    guard rows.format == .table || rows.format == .markdown else {
      return try rows.print(ReviewStatsPage.long(stats))
    }
    for (heading, table) in ReviewStatsPage.tables(stats) where !table.rows.isEmpty {
      try Output.write(rows.format == .table ? "\(Terminal.bold(heading))\n" : "## \(heading)\n\n")
      try rows.print(table)
      try Output.write("\n")
    }
    Talk.say(ReviewStatsPage.note)
  }
}

/// The figures of reviews as tables.
enum ReviewStatsPage {
  static let note = """
    right: accepted without a correction, of all decided; in brackets the 95 % interval after Wilson.
    A title is not proposed but taken from the sentence: a better one is no correction.
    """

  static func tables(_ stats: ReviewStats) -> [(heading: String, table: Table)] {
    [
      ("Proposals", groups(stats)), ("Corrected by field, of those accepted", fields(stats)),
      ("Rejected by reason", reasons(stats)),
    ]
  }

  private static func groups(_ stats: ReviewStats) -> Table {
    let names = [
      "texts", "per text", "open", "decided", "accepted", "unchanged", "merged", "rejected", "right",
    ]
    var table = Table(columns: [Table.Column("of")] + names.map { Table.Column($0, alignment: .right) })
    for group in stats.groups {
      let name = group.kind == .all ? "all" : "\(group.kind.rawValue) \(group.name)"
      let counts = [group.open, group.decided, group.accepted, group.unchanged, group.merged, group.rejected]
      table.append(
        [.text(name), number(group.texts), .number(perText(group))] + counts.map(number) + [
          .text(right(group))
        ])
    }
    return table
  }

  private static func fields(_ stats: ReviewStats) -> Table {
    let names = ["proposed", "kept", "changed", "removed", "added"]
    var table = Table(columns: [Table.Column("field")] + names.map { Table.Column($0, alignment: .right) })
    for field in stats.fields {
      let counts = [field.proposed, field.kept, field.changed, field.removed, field.added]
      table.append([.text(field.name)] + counts.map(number))
    }
    return table
  }

  private static func reasons(_ stats: ReviewStats) -> Table {
    var table = Table(columns: [Table.Column("reason"), Table.Column("rejected", alignment: .right)])
    for reason in stats.reasons { table.append([.text(reason.name), number(reason.count)]) }
    return table
  }

  /// One figure a row: what other programs read.
  static func long(_ stats: ReviewStats) -> Table {
    var table = Table(columns: ["group", "name", "measure", "value"].map { Table.Column($0) })
    func add(_ group: String, _ name: String, _ measure: String, _ value: Cell) {
      table.append([.text(group), .text(name), .text(measure), value])
    }
    for group in stats.groups {
      let counts = [
        ("texts", group.texts), ("proposals", group.proposals), ("open", group.open),
        ("decided", group.decided),
        ("accepted", group.accepted), ("unchanged", group.unchanged), ("merged", group.merged),
        ("rejected", group.rejected),
      ]
      for (measure, count) in counts { add(group.kind.rawValue, group.name, measure, number(count)) }
      guard let interval = WilsonInterval(successes: group.unchanged, trials: group.decided) else { continue }
      for (measure, share) in [
        ("right", interval.share), ("right_low", interval.lower), ("right_high", interval.upper),
      ] {
        add(group.kind.rawValue, group.name, measure, .number(rounded(share, to: 1000)))
      }
    }
    for field in stats.fields {
      let counts = [
        ("proposed", field.proposed), ("kept", field.kept), ("changed", field.changed),
        ("removed", field.removed),
        ("added", field.added),
      ]
      for (measure, count) in counts { add("field", field.name, measure, number(count)) }
    }
    for reason in stats.reasons { add("reason", reason.name, "rejected", number(reason.count)) }
    return table
  }

  private static func number(_ count: Int) -> Cell { .number(String(count)) }

  private static func perText(_ group: ReviewStats.Group) -> String {
    group.texts == 0 ? "" : rounded(Double(group.proposals) / Double(group.texts), to: 10)
  }

  private static func right(_ group: ReviewStats.Group) -> String {
    guard let interval = WilsonInterval(successes: group.unchanged, trials: group.decided) else { return "" }
    return "\(percent(interval.share)) % (\(percent(interval.lower))-\(percent(interval.upper)))"
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private static func rounded(_ value: Double, to parts: Double) -> String {
    CellText.of(.real((value * parts).rounded() / parts))
  }
}
