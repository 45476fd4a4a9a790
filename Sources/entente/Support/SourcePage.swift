import Formats
import Observations
import Records
import SQLite

/// Pages about where things are known from.
extension Page {
  /// One piece of evidence, with what it is evidence of; nil if there is none of this number.
  static func of(evidence number: Int, _ connection: Connection) throws -> String? {
    let fields = try EvidenceRows.fields(of: number, in: connection)
    guard !fields.isEmpty else { return nil }
    let heading = fields.first { $0.name == "title" }?.value ?? ShortID(.evidence, number).description
    return try Page.fields(fields, heading: heading) + remarks(on: Record(.evidence, number), connection)
  }

  /// One outlet, with its letters and what rests on it.
  static func of(outlet: Int, _ connection: Connection) throws -> String {
    let fields = try Outlets.fields(of: outlet, in: connection)
    var page = Page.fields(fields.filter { $0.name != "name" }, heading: fields.first?.value ?? "")
    let letters = try Outlets.letters(of: outlet, in: connection)
    if !letters.rows.isEmpty { page += "\n" + Terminal.bold("Letters") + "\n" + Page.records(letters) }
    let rests = try Outlets.impact(of: outlet, letter: nil, in: connection)
    if !rests.rows.isEmpty {
      let shown = rests.only(["observation", "occurred", "evidence", "stance", "grade", "rests", "title"])
      page += "\n" + Terminal.bold("What rests on it") + "\n"
      page += Table(columns: shown.columns, rows: Array(shown.rows.prefix(20))).text(width: Terminal.width)
      if shown.rows.count > 20 { page += "... and \(shown.rows.count - 20) more: `entente outlet impact`\n" }
    }
    return try page + remarks(on: Record(.outlet, outlet), connection)
  }
}
