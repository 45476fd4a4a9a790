public import Calendar
public import Records
internal import SQLite

/// What a person may correct of a document. Its bytes, and what was read off them, stay.
public struct DocumentCorrection: Sendable {
  /// Title of the text.
  public var title: String?
  /// Name of who published it; a new one makes an outlet.
  public var outlet: String?
  /// Day of publication.
  public var published: EDTF?
  /// `en`, `ru`, `zh`, or another code.
  public var language: String?
  /// Its address.
  public var url: String?
  /// Where a copy is kept.
  public var archivedURL: String?
  /// When it was fetched.
  public var retrieved: Instant?
  /// nil: stays as it is.
  public var label: Label?

  /// A correction that says nothing yet.
  public init() {}
}

extension DocumentTable {
  /// Makes a document say what the correction says; what a person said is kept as a claim too.
  /// Of `changed`, the fields that say something else than before, those with an origin become claims.
  /// - Throws: `RowRefusal` for an address that another document is known by; `SQLiteError`.
  public static func correct(
    _ id: Int, _ said: DocumentCorrection, changed: Set<String>, _ context: LoadContext
  ) throws {
    let db = context.connection
    if changed.contains("url"), let url = said.url, let other = try document(at: url, besides: id, in: db) {
      throw RowRefusal(
        column: "url", value: url, reason: "that is the address of d\(other)",
        hint: "Evidence can cite d\(other) itself.")
    }
    let outlet = try said.outlet.map { try OutletTable.ensure(name: $0, context) }
    let claims: [(String, Claim.Field, String?)] = [
      ("title", .title, said.title), ("outlet", .outlet, said.outlet),
      ("published", .published, said.published?.description), ("language", .language, said.language),
    ]
    try db.execute(
      """
      UPDATE document SET
        title = \(said.title), outlet = \(outlet), published = \(said.published?.description),
        earliest = \(said.published?.earliest?.number), latest = \(said.published?.latest?.number),
        language = \(said.language), url = \(said.url), url_key = \(said.url.map(WebAddress.key)),
        host = \(said.url.flatMap(WebAddress.host)), archived_url = \(said.archivedURL),
        retrieved = \(said.retrieved?.description), tlp = coalesce(\(said.label?.rawValue), tlp)
      WHERE id = \(id)
      """)
    for (name, field, value) in claims where changed.contains(name) {
      if let value { try add(Claim(field, value, .analyst), to: id, context) }
    }
  }

  /// A document without a text that waits for that of this address.
  private static func document(at url: String, besides id: Int, in db: Connection) throws -> Int? {
    try db.value(
      """
      SELECT id FROM document
      WHERE url_key = \(WebAddress.key(of: url)) AND id <> \(id) AND sha256 IS NULL AND withdrawn = 0
      """)
  }
}
