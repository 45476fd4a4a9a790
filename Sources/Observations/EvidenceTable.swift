internal import Calendar
internal import Documents
internal import Formats
internal import Names
public import Records
internal import SQLite

/// The SQL of evidence.
enum EvidenceTable {
  /// What the citation says that the document's own columns do not: nil where they agree.
  struct Cited {
    var title: String?
    var outlet: String?
    var published: String?
    var language: String?

    /// Compares a citation with what the document holds. An empty cell where the document has a value is
    /// kept as '': the citation leaves it out.
    init(_ source: Observation.Source, document: Int, _ db: Connection) throws {
      let held = try db.first(
        """
        SELECT d.title, out.name, d.published, d.language
        FROM document AS d LEFT JOIN outlet AS out ON out.id = d.outlet WHERE d.id = \(document)
        """
      ) { row in try (0..<4).map { try row.get($0, as: String?.self) } }
      let said = [source.title, source.outlet, source.published?.description, source.language]
      let kept = zip(said, held ?? []).map { said, held in said == held ? nil : said ?? "" }
      (title, outlet, published, language) = (kept[0], kept[1], kept[2], kept[3])
    }
  }

  /// Enters or corrects the source given with an observation itself.
  static func setMain(
    _ source: Observation.Source, of observation: Int, uid: String, label: Label?, _ context: LoadContext
  ) throws {
    let db = context.connection
    let document = try document(of: source, label: label, context)
    let cited = try Cited(source, document: document, db)
    let mark = (label ?? context.label).rawValue
    let own = Identity.loaded("evidence", uid, "main")
    if try db.value("SELECT 1 FROM evidence WHERE uid = \(own)", as: Int.self) == nil {
      try db.execute(
        """
        INSERT INTO evidence (
          uid, observation, document, main, stance, credibility, attribution, cited_title, cited_outlet, cited_published,
          cited_language, tlp, change)
        VALUES (
          \(own), \(observation), \(document), 1, 'supports', \(source.credibility), \(source.attribution), \(cited.title),
          \(cited.outlet), \(cited.published), \(cited.language), \(mark), \(context.change.id))
        """)
    } else {
      try db.execute(
        """
        UPDATE evidence SET
          document = \(document), credibility = \(source.credibility), attribution = \(source.attribution),
          cited_title = \(cited.title), cited_outlet = \(cited.outlet), cited_published = \(cited.published),
          cited_language = \(cited.language)
        WHERE uid = \(own)
        """)
    }
  }

  /// The document a citation points to: by address, else by what can be cited of it.
  static func document(of source: Observation.Source, label: Label?, _ context: LoadContext) throws -> Int {
    try DocumentTable.reference(
      url: source.url, title: source.title, outlet: source.outlet, published: source.published,
      language: source.language, label: label, context)
  }
}

/// Loads a table of further sources and conflicting claims.
public struct EvidenceLoader: TableLoader {
  public static let name = "evidence"
  public static let required = ["observation", "source_url", "supports"]
  public static let optional = [
    "uid", "observation_uid", "main", "source_title", "outlet", "attributed_to", "published", "language",
    "claim_date",
    "claim_amount", "claim_currency", "claim_stage", "credibility", "quote", "translation", "translator",
    "note",
    "document_uid", "starts", "ends", "tlp",
  ]

  static let stances = [
    "yes": "supports", "supports": "supports", "partly": "partly", "no": "contradicts",
    "contradicts": "contradicts",
    "disputed": "disputes", "disputes": "disputes",
  ]

  private var codes: Codes?

  public init() {}

  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let db = context.connection
    let codes = try codes ?? Codes(db)
    self.codes = codes
    let observation = try observation(of: row, db)
    let content = [
      "observation", "source_url", "outlet", "published", "claim_date", "claim_amount", "claim_stage",
      "quote", "note",
    ]
    .map { $0 == "observation" ? observation.uid : NFC.normalized(row[$0] ?? "") }
    let uid = row["uid"] ?? Identity.loaded(["evidence"] + content)
    // What came with the observation is kept there; a repeat says nothing new.
    if try db.value("SELECT 1 FROM evidence WHERE uid = \(uid)", as: Int.self) != nil { return .skipped }
    guard let stance = Self.stances[try row.required("supports").lowercased()] else {
      throw RowRefusal(
        column: "supports", value: row["supports"] ?? "", reason: "supports has no such value",
        hint: "One of: yes, partly, no, disputed.")
    }
    let stage = try codes.optional(.stage, row, "claim_stage")
    let source = try source(of: row)
    let label = try row["tlp"].map { text in
      guard let label = Label(text) else {
        throw RowRefusal(column: "tlp", value: text, reason: "\(text) is no label of TLP 2.0")
      }
      return label
    }
    let document = try document(of: row, source, label, context)
    let span = try span(of: row, document: document, db)
    let cited = try EvidenceTable.Cited(source, document: document, db)
    try db.execute(
      """
      INSERT INTO evidence (
        uid, observation, document, main, starts, ends, stance, credibility, attribution, claim_date, claim_amount,
        claim_currency, claim_stage, cited_title, cited_outlet, cited_published, cited_language, quote, translation,
        translator, note, tlp, change)
      VALUES (
        \(uid), \(observation.id), \(document), \(row.flag("main")), \(span?.lowerBound), \(span?.upperBound), \(stance),
        \(source.credibility), \(source.attribution), \(try ObservationReading.date(row, "claim_date")?.description),
        \(row.number("claim_amount")), \(row["claim_currency"]), \(stage), \(cited.title), \(cited.outlet),
        \(cited.published), \(cited.language), \(row["quote"]), \(row["translation"]), \(row["translator"]),
        \(row["note"].map(NFC.normalized)), \((label ?? context.label).rawValue), \(context.change.id))
      """)
    return .loaded
  }

  private func observation(of row: TableRow, _ db: Connection) throws -> (id: Int, uid: String) {
    let name = try row["observation_uid"] ?? row.required("observation")
    guard let id = try ObservationTable.resolve(name, in: db),
      let uid = try db.value("SELECT uid FROM observation WHERE id = \(id)", as: String.self)
    else {
      throw RowRefusal(
        column: "observation", value: name, reason: "there is no observation \(name), or more than one",
        hint: "Load the observations first; where several data sets share ids, name it by uid.")
    }
    return (id, uid)
  }

  private func source(of row: TableRow) throws -> Observation.Source {
    var source = Observation.Source()
    source.url = try SourceReading.address(row, "source_url")
    source.title = row["source_title"].map(NFC.normalized)
    source.outlet = row["outlet"].map(NFC.normalized)
    source.published = try ObservationReading.date(row, "published")
    source.language = row["language"]
    source.credibility = try SourceReading.credibility(row)
    source.attribution = try SourceReading.attribution(row, "attributed_to")
    return source
  }

  /// A text we hold, by its uid; else the document of the address.
  private func document(
    of row: TableRow, _ source: Observation.Source, _ label: Label?, _ context: LoadContext
  ) throws -> Int {
    if let uid = row["document_uid"],
      let id = try context.connection.value("SELECT id FROM document WHERE uid = \(uid)", as: Int.self)
    {
      return id
    }
    guard source.url != nil || source.title != nil || source.outlet != nil else {
      throw RowRefusal(
        column: "source_url", reason: "the row names no source", hint: "Give source_url, or outlet and title."
      )
    }
    return try EvidenceTable.document(of: source, label: label, context)
  }

  /// A span only counts where its text is held.
  private func span(of row: TableRow, document: Int, _ db: Connection) throws -> Range<Int>? {
    guard let from = row["starts"].flatMap({ Int($0) }), let to = row["ends"].flatMap({ Int($0) }), 0 <= from,
      from < to
    else { return nil }
    let length = try db.value(
      "SELECT length(bytes) FROM document_bytes WHERE document = \(document)", as: Int.self)
    return length.map { to <= $0 } == true ? from..<to : nil
  }
}
