public import Calendar
internal import Formats
public import Records
internal import SQLite

extension DocumentTable {
  /// The document of an address, or of what can be cited where there is none. One not known yet is entered
  /// without a text. Where the citation disagrees with the document, what it says becomes a claim of origin
  /// `table`; the document's own columns keep what was said first.
  /// - Parameters:
  ///   - uid: of a document that is known elsewhere by it; found by it first, and entered with it.
  ///   - url: its address, as cited.
  ///   - title: as cited.
  ///   - outlet: the name of who published it, as cited.
  ///   - published: its day, as cited.
  ///   - language: as cited.
  ///   - label: of a new document; nil takes the label of the context.
  ///   - context: the run it belongs to.
  /// - Returns: its number, also of one that was taken back: an address is known once.
  /// - Throws: `SQLiteError`, also where nothing at all is cited.
  public static func reference(
    uid: String? = nil, url: String?, title: String?, outlet: String?, published: EDTF?, language: String?,
    label: Label? = nil, _ context: LoadContext
  ) throws -> Int {
    let cited = Citation(
      uid: uid, url: url, title: title, outlet: outlet, published: published, language: language)
    if let id = try find(cited, in: context.connection) {
      for claim in try cited.claims(differingFrom: id, context) { try add(claim, to: id, context) }
      return id
    }
    let outlet = try outlet.map { try OutletTable.ensure(name: $0, context) }
    let hosting = try outlet ?? cited.host.flatMap { try OutletTable.find(host: $0, in: context.connection) }
    try context.connection.execute(
      """
      INSERT INTO document (uid, url, url_key, host, title, outlet, language, published, earliest, latest, tlp, recorded, change)
      VALUES (
        \(uid ?? cited.ownUID), \(url), \(cited.urlKey), \(cited.host), \(cited.title),
        \(url == nil ? outlet : hosting), \(language), \(published?.description), \(published?.earliest?.number), \(published?.latest?.number),
        \((label ?? context.label).rawValue), \(context.desk.now.description), \(context.change.id))
      """)
    let id = context.connection.lastRowID
    // Found by its title until its text comes.
    if let title {
      try SearchIndex.add(kind: "document", record: id, title: title, body: [], in: context.connection)
    }
    return id
  }

  private static func find(_ cited: Citation, in db: Connection) throws -> Int? {
    if let uid = cited.uid, let id = try db.value("SELECT id FROM document WHERE uid = \(uid)", as: Int.self)
    {
      return id
    }
    guard let key = cited.urlKey else {
      // A text known elsewhere by its uid is no other one that is cited alike.
      if cited.uid != nil { return nil }
      return try db.value("SELECT id FROM document WHERE uid = \(cited.ownUID)")
    }
    let found = try db.rows(
      "SELECT id, sha256 FROM document WHERE url_key = \(key) ORDER BY withdrawn, id"
    ) { (id: try $0.get(0, as: Int.self), sha256: try $0.get(1, as: String?.self)) }
    return found.first { cited.canBe($0.sha256) }?.id
  }
}

/// A document as another text or table cites it.
private struct Citation {
  var uid: String?
  var url: String?
  var title: String?
  var outlet: String?
  var published: EDTF?
  var language: String?

  init(
    uid: String?, url: String?, title: String?, outlet: String?, published: EDTF?, language: String?
  ) {
    self.uid = uid
    self.url = url
    self.title = title.map(NFC.normalized)
    self.outlet = outlet.map { NFC.normalized($0).trimmed }
    self.published = published
    self.language = language
  }

  var host: String? { url.flatMap(WebAddress.host) }

  var urlKey: String? { url.map(WebAddress.key) }

  /// What it is known by where no uid is given.
  var ownUID: String {
    if let urlKey { return Identity.loaded("address", urlKey) }
    return Identity.loaded("citation", title ?? "", outlet ?? "", published?.description ?? "")
  }

  /// A page may have had several texts: one known by its uid is the text of that uid and no other, so that
  /// spans are never counted in the wrong one.
  func canBe(_ sha256: String?) -> Bool {
    guard let uid, uid != ownUID, let sha256 else { return true }
    return Identity.loaded("document", sha256) == uid
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
