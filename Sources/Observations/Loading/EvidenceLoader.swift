internal import Calendar
public import Records
internal import SQLite

/// Loads a table of sources and of what each claims.
public struct EvidenceLoader: TableLoader {
  /// What people call the table.
  public static let name = "evidence"
  /// Columns that every such table has.
  public static let required = ["observation", "source_url", "supports"]
  /// Columns that it may have.
  public static let optional = [
    "uid", "observation_uid", "main", "source_title", "outlet", "attributed_to", "published", "language",
    "claim_date", "claim_amount", "claim_currency", "claim_amount_kind", "claim_stage", "credibility",
    "quote",
    "translation", "translator", "note", "document_uid", "starts", "ends", "tlp", "recorded",
  ]

  /// The words of a table, and ours.
  private static let stances = [
    "yes": "supports", "supports": "supports", "partly": "partly", "no": "contradicts",
    "contradicts": "contradicts", "disputed": "disputes", "disputes": "disputes",
  ]

  private var codes: Codes?

  /// Ready for the first row.
  public init() {}

  /// Enters a piece of evidence and, where it is not known yet, the document that it cites.
  /// - Throws: `RowRefusal` naming the cell: an unknown observation, a word that is no stance, a bad date or
  ///   number; or if it is known with other content.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let codes = try codes ?? Codes(context.connection)
    self.codes = codes
    let observation = try observation(of: row, context.connection)
    let source = try source(of: row)
    let label = try row.label()
    let document = try document(of: row, source, label, context)
    let cited = try EvidenceTable.Cited(source, document: document, context.connection)
    let date = try ObservationReading.date(row, "claim_date")
    let span = try span(of: row)
    let sum = try ObservationReading.sum(row, "claim_amount", "claim_currency")
    var content: [WantedRow.Cell] = [
      ("document", document.value), ("main", try row.flag("main").value),
      ("starts", (span?.lowerBound).value), ("ends", (span?.upperBound).value),
      ("stance", try stance(of: row).value),
      ("credibility", source.credibility.value), ("attribution", source.attribution.value),
      ("claim_date", (date?.description).value), ("claim_earliest", (date?.earliest?.number).value),
      ("claim_latest", (date?.latest?.number).value), ("claim_amount", sum.amount.value),
      ("claim_currency", sum.currency.value),
      ("claim_amount_kind", try row.choice("claim_amount_kind", ObservationReading.amountKinds).value),
      ("claim_stage", try codes.optional(.stage, row, "claim_stage").value), ("cited_url", cited.url.value),
      ("cited_title", cited.title.value),
      ("cited_outlet", cited.outlet.value), ("cited_published", cited.published.value),
      ("cited_language", cited.language.value), ("quote", row.text("quote").value),
      ("translation", row.text("translation").value), ("translator", row.text("translator").value),
      ("note", row.text("note").value),
    ]
    var initial: [WantedRow.Cell] = [
      ("observation", observation.id.value),
      ("recorded", (try row.instant("recorded") ?? context.desk.now).description.value),
    ]
    // A row without a label says nothing about the label.
    let mark: WantedRow.Cell = ("tlp", (label ?? context.label).rawValue.value)
    if label == nil { initial.append(mark) } else { content.append(mark) }
    return try WantedRow(
      table: "evidence", key: [("uid", uid(of: row, observation: observation.uid).value)], content: content,
      initial: initial, canBeProvisional: true
    ).store(context)
  }

  /// Which piece of evidence it is: as the row carries it, else by what it claims and where.
  private func uid(of row: TableRow, observation: String) -> String {
    let told = [
      "source_url", "source_title", "outlet", "published", "claim_date", "claim_amount", "claim_stage",
      "quote",
    ]
    return row["uid"] ?? Identity.loaded(["evidence", observation] + told.map { row.text($0) ?? "" })
  }

  private func stance(of row: TableRow) throws -> String {
    let word = try row.required("supports")
    if let stance = Self.stances[word.lowercased()] { return stance }
    throw RowRefusal(
      column: "supports", value: word, reason: "there is no such stance",
      hint: "One of: supports, partly, contradicts, disputes; in a table also yes, no, disputed.")
  }

  private func observation(of row: TableRow, _ db: Connection) throws -> (id: Int, uid: String) {
    let name = try row["observation_uid"] ?? row.required("observation")
    guard let id = try ObservationTable.resolve(loaded: name, in: db),
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
    source.title = row.text("source_title")
    source.outlet = row.text("outlet")
    source.published = try ObservationReading.date(row, "published")
    source.language = row["language"]
    source.credibility = try SourceReading.credibility(row)
    source.attribution = try row.choice("attributed_to", SourceReading.attributions)
    return source
  }

  private func document(
    of row: TableRow, _ source: Observation.Source, _ label: Label?, _ context: LoadContext
  ) throws -> Int {
    guard source.url != nil || source.title != nil || source.outlet != nil else {
      throw RowRefusal(
        column: "source_url", reason: "the row names no source", hint: "Give source_url, or outlet and title."
      )
    }
    return try EvidenceTable.document(of: source, uid: row["document_uid"], label: label, context)
  }

  private func span(of row: TableRow) throws(RowRefusal) -> Range<Int>? {
    guard let starts = row["starts"], let ends = row["ends"] else { return nil }
    guard let from = Int(starts), let to = Int(ends), 0 <= from, from < to else {
      throw RowRefusal(
        column: "starts", value: "\(starts)-\(ends)", reason: "starts and ends are no span of bytes")
    }
    return from..<to
  }
}
