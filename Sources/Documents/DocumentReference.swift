public import Calendar
internal import Formats
public import Records
internal import SQLite

extension DocumentTable {
  /// The document of an address, or of what can be cited where there is none. One not known yet is entered
  /// without a text. Where the citation disagrees with the document, what it says becomes a claim of origin
  /// `table`; the document's own columns keep what was said first.
  /// - Returns: its number, also of one that was taken back: an address is known once.
  public static func reference(
    url: String?, title: String?, outlet: String?, published: EDTF?, language: String?, label: Label? = nil,
    _ context: LoadContext
  ) throws -> Int {
    let cited = Citation(url: url, title: title, outlet: outlet, published: published, language: language)
    if let id = try find(cited, context) {
      for claim in try cited.claims(differingFrom: id, context) { try add(claim, to: id, context) }
      return id
    }
    let outlet = try outlet.map { try OutletTable.ensure(name: $0, context) }
    let hosting = try outlet ?? cited.host.flatMap { try OutletTable.find(host: $0, in: context.connection) }
    try context.connection.execute(
      """
      INSERT INTO document (uid, url, host, title, outlet, language, published, earliest, latest, tlp, recorded, change)
      VALUES (
        \(cited.uid), \(url), \(cited.host), \(cited.title), \(url == nil ? outlet : hosting), \(language),
        \(published?.description), \(published?.earliest?.number), \(published?.latest?.number),
        \((label ?? context.label).rawValue), \(context.desk.now.description), \(context.change.id))
      """)
    let id = context.connection.lastRowID
    // Found by its title until its text comes.
    if let title {
      try SearchIndex.add(kind: "document", record: id, title: title, body: "", in: context.connection)
    }
    return id
  }

  private static func find(_ cited: Citation, _ context: LoadContext) throws -> Int? {
    guard let url = cited.url else {
      return try context.connection.value("SELECT id FROM document WHERE uid = \(cited.uid)")
    }
    return try context.connection.value(
      "SELECT id FROM document WHERE url = \(url) ORDER BY withdrawn, id LIMIT 1")
  }
}

/// A document as another text or table cites it.
private struct Citation {
  var url: String?
  var title: String?
  var outlet: String?
  var published: EDTF?
  var language: String?

  init(url: String?, title: String?, outlet: String?, published: EDTF?, language: String?) {
    self.url = url
    self.title = title.map(NFC.normalized)
    self.outlet = outlet.map { NFC.normalized($0).trimmed }
    self.published = published
    self.language = language
  }

  var host: String? { url.flatMap(WebAddress.host) }

  var uid: String {
    if let url { return Identity.loaded("address", url) }
    return Identity.loaded("citation", title ?? "", outlet ?? "", published?.description ?? "")
  }

  func claims(differingFrom document: Int, _ context: LoadContext) throws -> [Claim] {
    let held = try context.connection.first(
      """
      SELECT d.title, out.name, d.published, d.language
      FROM document AS d LEFT JOIN outlet AS out ON out.id = d.outlet WHERE d.id = \(document)
      """
    ) { row in try (0..<4).map { try row.get($0, as: String?.self) } }
    let said: [(Claim.Field, String?)] = [
      (.title, title), (.outlet, outlet), (.published, published?.description), (.language, language),
    ]
    return zip(said, held ?? []).compactMap { said, held in
      said.1.flatMap { $0 == held ? nil : Claim(said.0, $0, .table) }
    }
  }
}
