internal import Calendar
internal import Documents
internal import Records
internal import SQLite

/// The SQL of evidence.
enum EvidenceTable {
  /// What a citation says that the document's own columns do not: nil where they agree, '' where the citation
  /// leaves it out. So what was loaded comes out again whatever the document learns later.
  struct Cited {
    var url: String?
    var title: String?
    var outlet: String?
    var published: String?
    var language: String?

    init(_ source: Observation.Source, document: Int, _ db: Connection) throws {
      let held = try db.first(
        """
        SELECT d.url, d.title, out.name, d.published, d.language
        FROM document AS d LEFT JOIN outlet AS out ON out.id = d.outlet WHERE d.id = \(document)
        """
      ) { row in try (0..<5).map { try row.get($0, as: String?.self) } }
      let said = [source.url, source.title, source.outlet, source.published?.description, source.language]
      let kept = zip(said, held ?? []).map { said, held in said != nil && said == held ? nil : said ?? "" }
      (url, title, outlet, published, language) = (kept[0], kept[1], kept[2], kept[3], kept[4])
    }
  }

  static func mainUID(of observation: String) -> String { Identity.loaded("evidence", observation, "main") }

  /// Enters or corrects the source given with an observation itself.
  /// `changed` are the columns that say something else than before; nil: all are new. Only another address
  ///   means another document: one whose text is held may be cited by a title that is not its own.
  static func setMain(
    _ observation: Observation, of id: Int, uid: String, changed: Set<String>? = nil, _ context: LoadContext
  ) throws {
    let db = context.connection
    let source = observation.source
    let own = mainUID(of: uid)
    let known = try db.first(
      """
      SELECT id, document, withdrawn FROM evidence WHERE observation = \(id) AND ((main = 1 AND withdrawn = 0) OR uid = \(own))
      ORDER BY withdrawn LIMIT 1
      """
    ) {
      (
        id: try $0.get(0, as: Int.self), document: try $0.get(1, as: Int.self),
        gone: try $0.get(2, as: Bool.self)
      )
    }
    var document = known?.document
    if known?.gone ?? true || changed?.contains("source_url") ?? true { document = nil }
    let cites = try document ?? Self.document(of: source, label: observation.label, context)
    let cited = try Cited(source, document: cites, db)
    guard let known else {
      return try db.execute(
        """
        INSERT INTO evidence (
          uid, observation, document, main, provisional, stance, credibility, attribution, cited_url, cited_title,
          cited_outlet, cited_published, cited_language, tlp, recorded, change)
        VALUES (
          \(own), \(id), \(cites), 1, 1, 'supports', \(source.credibility), \(source.attribution), \(cited.url), \(cited.title),
          \(cited.outlet), \(cited.published), \(cited.language), \((observation.label ?? context.label).rawValue),
          \((observation.recorded ?? context.desk.now).description), \(context.change.id))
        """)
    }
    try db.execute(
      """
      UPDATE evidence SET
        document = \(cites), credibility = \(source.credibility), attribution = \(source.attribution),
        cited_url = \(cited.url), cited_title = \(cited.title), cited_outlet = \(cited.outlet), cited_published = \(cited.published),
        cited_language = \(cited.language), tlp = coalesce(\(observation.label?.rawValue), tlp), withdrawn = 0,
        starts = CASE WHEN document = \(cites) THEN starts END, ends = CASE WHEN document = \(cites) THEN ends END
      WHERE id = \(known.id)
      """)
  }

  /// Takes back the source given with an observation, where it no longer gives one.
  static func withdrawMain(of observation: Int, _ context: LoadContext) throws {
    try context.connection.execute(
      "UPDATE evidence SET withdrawn = 1 WHERE observation = \(observation) AND main = 1 AND withdrawn = 0")
  }

  /// The document a citation points to: the text of that uid, else the address, else what can be cited of it.
  static func document(
    of source: Observation.Source, uid: String? = nil, label: Label?, _ context: LoadContext
  ) throws -> Int {
    try DocumentTable.reference(
      uid: uid, url: source.url, title: source.title, outlet: source.outlet, published: source.published,
      language: source.language, label: label, context)
  }
}
