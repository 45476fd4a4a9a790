public import Calendar
internal import Formats
public import Records
public import SQLite

/// The SQL of documents.
public enum DocumentTable {
  /// Enters a text with all that was read off it. A text whose bytes are known is passed over; one that is
  /// known without its bytes, by its uid or by its address, completes that document.
  /// - Parameters:
  ///   - document: what was read off the bytes.
  ///   - label: nil takes the label of the context.
  ///   - retrieved: when the text was fetched, if that is known.
  ///   - isIndexed: false where the caller puts it into the search index, later in the same transaction.
  ///   - context: the run it belongs to.
  /// - Returns: the document's number, and what became of the text.
  /// - Throws: `SQLiteError`.
  public static func insert(
    _ document: Document, label: Label? = nil, retrieved: Instant? = nil, isIndexed: Bool = true,
    _ context: LoadContext
  ) throws -> (id: Int, outcome: LoadOutcome) {
    let sha256 = document.sha256
    let uid = document.uid
    if let id = try held(sha256, uid, in: context.connection) {
      return (id, .skipped)
    }
    let outlet = try outlet(of: document, context)
    if let id = try reference(awaiting: document, uid, in: context.connection) {
      try complete(id, with: document, sha256, outlet, retrieved, context)
      try attach(document, to: id, isNew: false, context)
      if isIndexed { try index(document, as: id, isNew: false, in: context.connection) }
      return (id, .updated)
    }
    let published = document.published
    try context.connection.execute(
      """
      INSERT INTO document (
        uid, sha256, media, encoding, container, part, path, url, url_key, host, title, outlet, language, published, earliest, latest, retrieved, tlp,
        recorded, change)
      VALUES (
        \(uid), \(sha256), \(document.media), \(document.encoding), \(document.container), \(document.part), \(document.path), \(document.url), \(document.urlKey), \(document.host),
        \(document.title), \(outlet), \(document.language), \(published?.description), \(published?.earliest?.number), \(published?.latest?.number),
        \(retrieved?.description), \((label ?? context.label).rawValue), \(context.desk.now.description), \(context.change.id))
      """)
    let id = context.connection.lastRowID
    try attach(document, to: id, isNew: true, context)
    if isIndexed { try index(document, as: id, isNew: true, in: context.connection) }
    return (id, .loaded)
  }

  /// True if the bytes of a text are known.
  public static func isHeld(_ document: Document, in connection: Connection) throws -> Bool {
    try held(document.sha256, document.uid, in: connection) != nil
  }

  /// A text that was taken back is not revived by receiving it again.
  private static func held(_ sha256: String, _ uid: String, in connection: Connection) throws -> Int? {
    try connection.value(
      "SELECT id FROM document WHERE sha256 = \(sha256) OR (uid = \(uid) AND withdrawn = 1)")
  }

  private static func outlet(of document: Document, _ context: LoadContext) throws -> Int? {
    if let name = document.outlet { return try OutletTable.ensure(name: name, context) }
    return try document.host.flatMap { try OutletTable.find(host: $0, in: context.connection) }
  }

  /// The document that waits for this very text, else one that waits for the text of this address.
  private static func reference(awaiting document: Document, _ uid: String, in db: Connection) throws -> Int?
  {
    try db.value(
      """
      SELECT id FROM document
      WHERE (uid = \(uid) OR url_key = \(document.urlKey)) AND sha256 IS NULL AND withdrawn = 0
      ORDER BY uid = \(uid) DESC, id LIMIT 1
      """)
  }

  /// What the reference says stays; the text fills in the rest.
  private static func complete(
    _ id: Int, with document: Document, _ sha256: String, _ outlet: Int?, _ retrieved: Instant?,
    _ context: LoadContext
  ) throws {
    let published = document.published
    try context.connection.execute(
      """
      UPDATE document SET
        sha256 = \(sha256), media = \(document.media), encoding = \(document.encoding), container = \(document.container),
        part = \(document.part), path = \(document.path),
        host = CASE WHEN url IS NULL THEN \(document.host) ELSE host END,
        url_key = coalesce(url_key, \(document.urlKey)), url = coalesce(url, \(document.url)),
        title = coalesce(title, \(document.title)),
        outlet = coalesce(outlet, \(outlet)), language = coalesce(language, \(document.language)),
        earliest = CASE WHEN published IS NULL THEN \(published?.earliest?.number) ELSE earliest END,
        latest = CASE WHEN published IS NULL THEN \(published?.latest?.number) ELSE latest END,
        published = coalesce(published, \(published?.description)), retrieved = coalesce(\(retrieved?.description), retrieved)
      WHERE id = \(id)
      """)
  }

  /// Text, authors, categories, claims, and what is derived from them.
  private static func attach(_ document: Document, to id: Int, isNew: Bool, _ context: LoadContext) throws {
    let db = context.connection
    try db.execute(
      """
      INSERT INTO document_text (id, original, reading, change)
      VALUES (\(id), \(document.original ?? document.bytes),
        \(document.original.map { _ in document.text(0..<document.bytes.count) }), \(context.change.id))
      """)
    for (position, name) in document.authors.enumerated() {
      try db.execute(
        """
        INSERT INTO document_author (document, position, name, change)
        VALUES (\(id), \(position), \(name), \(context.change.id))
        """)
    }
    for (position, name) in document.categories.enumerated() {
      try db.execute(
        """
        INSERT INTO document_category (document, position, name, change)
        VALUES (\(id), \(position), \(name), \(context.change.id))
        """)
    }
    if isNew {
      try insert(firstOfEach(document.claims), to: id, context)
      try PassageTable.insert(document.passages, of: id, in: db)
    } else {
      for claim in document.claims { try add(claim, to: id, context) }
      try PassageTable.replace(document.passages, of: id, in: db)
    }
  }

  /// Puts a document into the search index.
  public static func index(_ document: Document, as id: Int, isNew: Bool, in db: Connection) throws {
    if !isNew { try SearchIndex.remove(kind: "document", record: id, in: db) }
    try SearchIndex.add(
      kind: "document", record: id, title: document.title ?? "", body: document.bytes, in: db)
  }

  /// Writes down what something says about a document, once.
  static func add(_ claim: Claim, to document: Int, _ context: LoadContext) throws {
    let known = try context.connection.value(
      """
      SELECT 1 FROM document_claim
      WHERE document = \(document) AND field = \(claim.field.rawValue) AND value = \(claim.value)
        AND origin = \(claim.origin.rawValue)
      """, as: Int.self)
    if known == nil { try insert([claim], to: document, context) }
  }

  /// Of claims that say the same from the same place the first.
  private static func firstOfEach(_ claims: [Claim]) -> [Claim] {
    var first: [Claim] = []
    for claim in claims
    where !first.contains(where: {
      $0.field == claim.field && $0.value == claim.value && $0.origin == claim.origin
    }) {
      first.append(claim)
    }
    return first
  }

  // One by one: where a table has triggers, SQLite puts down what a run brings before it begins.
  private static let claims = RowInsertion(
    "INSERT INTO document_claim (document, field, value, origin, starts, ends, change) VALUES",
    row: "(?, ?, ?, ?, ?, ?, ?)", together: [1])

  private static func insert(_ claims: [Claim], to document: Int, _ context: LoadContext) throws {
    try context.connection.insert(claims.count, by: Self.claims) { index, row in
      let claim = claims[index]
      try row.put(document)
      try row.put(claim.field.rawValue)
      try row.put(claim.value)
      try row.put(claim.origin.rawValue)
      try row.put(claim.span?.lowerBound)
      try row.put(claim.span?.upperBound)
      try row.put(context.change.id)
    }
  }

  /// Finds what a person named: `d12`, a path as typed, or a uid.
  public static func resolve(_ name: String, in connection: Connection) throws -> Int? {
    if Identity.isUID(name) { return try connection.value("SELECT id FROM document WHERE uid = \(name)") }
    let paths = try connection.rows("SELECT id FROM document WHERE path = \(name) LIMIT 2") {
      try $0.get(0, as: Int.self)
    }
    if paths.count == 1 { return paths[0] }
    guard let short = ShortID(name), short.kind == .document else { return nil }
    return try connection.value("SELECT id FROM document WHERE id = \(short.number)")
  }
}
