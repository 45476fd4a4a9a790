import ArgumentParser
import Documents
import Formats
import Names
import Observations
import Records
import SQLite

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show one observation, source, document, initiative, actor or outlet.",
    usage: "entente show [options] <id>",
    discussion: """
      Names: o279 or the id of a loaded file (o0009) for an observation, d12 for a
      document, e4 for a piece of evidence, c3 for a candidate, a uid, or the code of
      an initiative. The name of an actor, in any script, prints its dossier: names,
      ties, timeline, partners, open pledges, sources. The name of an outlet prints
      its letters and what rests on it; outlet:NAME where an actor is called so too.

      EXAMPLE
        entente show o9
        entente show d1 --text
        entente show lunar-station
        entente show 华为
        entente show outlet:TASS
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "What to show.")
  var id: String
  @Flag(help: "For a document: its text too.")
  var text = false
  @OptionGroup(title: "View") var view: ViewOptions

  func run() throws {
    let session = try Session(options, through: view)
    let connection = session.file.connection
    if let number = try ObservationTable.resolve(id, in: connection) {
      try Output.write(observation(number, connection))
      return try mark(ShortID(.observation, number), Record(.observation, number), session)
    }
    if let initiative = try InitiativePage(id, day: session.day, in: connection) {
      let subject = Record(.initiative, initiative.number)
      try Output.write(Page.of(initiative, code: id, connection))
      return session.mark(
        try max(
          Markings.highest(ofInitiatives: [id], in: connection),
          Markings.highest(ofRemarksOn: subject, in: connection)))
    }
    switch ShortID(id) {
    case let short? where short.kind == .document:
      try Output.write(document(short.number, connection))
      try mark(short, Record(.document, short.number), session)
    case let short? where short.kind == .candidate:
      try Output.write(candidate(short.number, connection))
      session.mark(try Markings.highest(of: [short.description], in: connection))
    case let short? where short.kind == .evidence:
      guard let page = try Page.of(evidence: short.number, connection) else {
        let isThere =
          try connection.value("SELECT 1 FROM evidence WHERE id = \(short.number)", as: Int.self) != nil
        throw isThere ? LookupError.withdrawn(id) : LookupError.unknown(id)
      }
      try Output.write(page)
      try mark(short, Record(.evidence, short.number), session)
    default:
      guard let outlet = try outlet(connection) else { return try actor(session) }
      try Output.write(Page.of(outlet: outlet, connection))
      session.mark(
        try max(
          Markings.highest(behind: "evidence", in: connection),
          Markings.highest(ofRemarksOn: Record(.outlet, outlet), in: connection)))
    }
  }

  private func mark(_ id: ShortID, _ subject: Record, _ session: Session) throws {
    let db = session.file.connection
    session.mark(
      max(
        try Markings.highest(of: [id.description], in: db), try Markings.highest(ofRemarksOn: subject, in: db)
      ))
  }

  /// The outlet that is meant: one that no actor is called by, or that was said to be one.
  private func outlet(_ connection: Connection) throws -> Int? {
    if id.hasPrefix("outlet:") {
      return try Outlets.known(String(id.dropFirst("outlet:".count)), in: connection)
    }
    guard ShortID(id) == nil, let found = try Outlets.find(id, in: connection) else { return nil }
    guard try ActorBook.find(id, in: connection) != nil else { return found }
    Talk.say("entente: An outlet is called so too: `entente show outlet:\(TerminalText.escaped(id))`.")
    return nil
  }

  private func actor(_ session: Session) throws {
    let connection = session.file.connection
    // What looks like an id is not taken for a mistyped name.
    if ShortID(id) != nil || Identity.isUID(id), try ActorBook.find(id, in: connection) == nil,
      try connection.value("SELECT 1 FROM actor WHERE uid = \(id)", as: Int.self) == nil
    {
      throw LookupError.unknown(id)
    }
    let dossier = try Dossier(of: ActorBook.known(id, in: connection), day: session.day, in: connection)
    let fields = try dossier.fields()
    var page = Page.fields(fields.filter { $0.name != "name" }, heading: fields.first?.value ?? id)
    for section in try dossier.sections() {
      page += "\n" + Terminal.bold(section.heading) + "\n" + section.table.text(width: Terminal.width)
      if section.more > 0 { page += "... and \(section.more) more\n" }
    }
    try Output.write(page)
    session.mark(try Markings.highest(ofDossier: dossier.number, in: connection))
  }

  private func observation(_ number: Int, _ connection: Connection) throws -> String {
    let fields = try ObservationView.fields(of: number, in: connection)
    guard !fields.isEmpty else { throw LookupError.withdrawn(id) }
    let sources = try ObservationView.sources(of: number, in: connection)
    var page = Page.fields(fields, heading: fields.first { $0.name == "title" }?.value ?? id)
    page += "\n" + Terminal.bold("Sources") + "\n"
    page += try ObservationView.sourcing(of: number, in: connection).map { "\($0)\n" }.joined()
    page += sources.rows.isEmpty ? "none\n" : "\n" + Page.records(sources)
    page += try Page.remarks(on: Record(.observation, number), connection)
    let notes = try Notes.table(onSourcesOf: number, in: connection)
    return notes.rows.isEmpty
      ? page : page + "\n" + Terminal.bold("Notes on its sources") + "\n" + Page.records(notes)
  }

  private func document(_ number: Int, _ connection: Connection) throws -> String {
    let fields = try Page.row("SELECT * FROM documents WHERE number = \(number)", connection)
    guard !fields.isEmpty else { throw LookupError.unknown(id) }
    var page = Page.fields(fields, heading: fields.first { $0.name == "title" }?.value ?? id)
    let claims = try Page.table(
      "SELECT field, value, origin FROM document_claim WHERE document = \(number) AND withdrawn = 0 ORDER BY id",
      ["field", "value", "origin"], connection)
    if !claims.rows.isEmpty {
      page += "\n" + Terminal.bold("What it says of itself") + "\n" + claims.text(width: Terminal.width)
      let days = try connection.value(
        """
        SELECT count(DISTINCT value) FROM document_claim
        WHERE document = \(number) AND field = 'published' AND withdrawn = 0
        """, as: Int.self)
      if let days, days > 1 {
        page +=
          "The days of publication disagree. Believed first: the head, the dateline, the address, the metadata.\n"
      }
    }
    let copies = try Page.table(
      """
      SELECT c.document, c.published, c.outlet, c.title, c.why FROM copies AS c
      WHERE c.origin_number = (SELECT o.origin FROM origins AS o WHERE o.document = \(number)) ORDER BY c.number
      """, ["document", "published", "outlet", "title", "why"], connection)
    if !copies.rows.isEmpty {
      page += "\n" + Terminal.bold("Of one origin") + "\n" + copies.text(width: Terminal.width)
    }
    let names = ["kind", "names", "text", "starts", "ends"]
    let mentions = try Page.table(
      "SELECT kind, names, text, starts, ends FROM mentions WHERE document_number = \(number) ORDER BY starts",
      names, connection)
    if !mentions.rows.isEmpty {
      page += "\n" + Terminal.bold("Mentions") + "\n" + mentions.text(width: Terminal.width)
    }
    page += try Page.remarks(on: Record(.document, number), connection)
    if text,
      let body = try connection.value(
        "SELECT CAST(bytes AS TEXT) FROM document_bytes WHERE document = \(number)", as: String.self)
    {
      page += "\n" + Page.escaped(body) + "\n"
    }
    return page
  }

  private func candidate(_ number: Int, _ connection: Connection) throws -> String {
    let fields = try Page.row("SELECT * FROM candidates WHERE number = \(number)", connection)
    guard !fields.isEmpty else { throw LookupError.unknown(id) }
    let names = ["field", "text", "starts", "ends"]
    let spans = try Page.table(
      """
      SELECT x.field, CAST(substr(b.bytes, x.starts + 1, x.ends - x.starts) AS TEXT), x.starts, x.ends
      FROM (SELECT candidate, field, starts, ends FROM candidate_span
            UNION ALL SELECT candidate, 'sector ' || sector, starts, ends FROM candidate_sector
            UNION ALL SELECT candidate, 'actor ' || name, starts, ends FROM candidate_actor) AS x
      JOIN candidate AS k ON k.id = x.candidate JOIN document_bytes AS b ON b.document = k.document
      WHERE x.candidate = \(number) ORDER BY x.starts
      """, names, connection)
    return Page.fields(fields, heading: "Candidate \(id)") + "\n" + Terminal.bold("What each field rests on")
      + "\n"
      + spans.text(width: Terminal.width)
  }
}

/// Something asked for that is not there.
enum LookupError: Explained {
  case unknown(String)
  case withdrawn(String)
  case noDocument(String)

  var sentence: String {
    switch self {
    case .unknown(let id): "There is nothing called \(TerminalText.escaped(id)) in this file."
    case .withdrawn(let id): "\(TerminalText.escaped(id)) was withdrawn."
    case .noDocument(let id): "\(TerminalText.escaped(id)) is no document of this file."
    }
  }
  var hint: String? {
    switch self {
    case .unknown: "`entente list` and `entente search` show what there is; ids look like o12, d3, c7."
    case .withdrawn(let id): "`entente history \(TerminalText.escaped(id))` tells who took it back, and why."
    case .noDocument: "Name one: d12. `entente search` shows what there is."
    }
  }
}
