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
  static func setMain(_ observation: Observation, of id: Int, uid: String, _ context: LoadContext) throws {
    let db = context.connection
    let source = observation.source
    let document = try document(of: source, label: observation.label, context)
    let cited = try Cited(source, document: document, db)
    let own = mainUID(of: uid)
    if try db.value("SELECT 1 FROM evidence WHERE uid = \(own)", as: Int.self) == nil {
      try db.execute(
        """
        INSERT INTO evidence (
          uid, observation, document, main, provisional, stance, credibility, attribution, cited_url, cited_title,
          cited_outlet, cited_published, cited_language, tlp, recorded, change)
        VALUES (
          \(own), \(id), \(document), 1, 1, 'supports', \(source.credibility), \(source.attribution), \(cited.url), \(cited.title),
          \(cited.outlet), \(cited.published), \(cited.language), \((observation.label ?? context.label).rawValue),
          \((observation.recorded ?? context.desk.now).description), \(context.change.id))
        """)
    } else {
      try db.execute(
        """
        UPDATE evidence SET
          document = \(document), credibility = \(source.credibility), attribution = \(source.attribution),
          cited_url = \(cited.url), cited_title = \(cited.title), cited_outlet = \(cited.outlet), cited_published = \(cited.published),
          cited_language = \(cited.language), tlp = coalesce(\(observation.label?.rawValue), tlp), withdrawn = 0
        WHERE uid = \(own)
        """)
    }
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
