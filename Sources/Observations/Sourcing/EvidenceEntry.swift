internal import Documents
internal import Formats
public import Records
internal import SQLite

/// Adding a source to an observation by hand: the cells are those of a row of evidence.csv, read and refused by the
/// same loader.
public struct EvidenceEntry {
  /// What became of it.
  public struct Outcome: Sendable {
    /// The number of the piece of evidence.
    public var number: Int
    /// False: it was there already, and nothing was written.
    public var isNew: Bool
    /// What the person should know: a new outlet, a quote that does not stand in the text, sources that disagree.
    public var remarks: [String]
  }

  private let file: EntenteFile
  private let desk: Desk
  private var db: Connection { file.connection }

  /// For one run: nothing is read or written yet.
  public init(_ file: EntenteFile, _ desk: Desk) {
    self.file = file
    self.desk = desk
  }

  /// Adds a piece of evidence, in one change.
  /// - Parameters:
  ///   - cells: columns of evidence.csv; what the document says of itself need not be said again.
  ///   - observation: as people name it.
  ///   - document: a document of the file, as people name it; nil: the source is in the cells.
  ///   - why: for the log.
  /// - Returns: its number, and what the person should know.
  /// - Throws: `RowRefusal` naming what cannot be taken.
  public func add(
    _ cells: [String: String], to observation: String, document: String? = nil, why: String
  ) throws -> Outcome {
    let (id, uid) = try known(observation)
    let source = try source(document, url: cells["source_url"])
    var cells = cells.merging(try citation(source, url: cells["source_url"])) { typed, _ in typed }
    var remarks = try cells["outlet"].map(newOutlet) ?? []
    if let quote = cells["quote"], let text = try source.flatMap({ try StoredText($0, in: db) }) {
      let spans = Self.spans(of: quote, in: text.bytes)
      cells["starts"] = (spans.first?.lowerBound).map(String.init)
      cells["ends"] = (spans.first?.upperBound).map(String.init)
      if spans.isEmpty { remarks.append("The quote does not stand so in the text of d\(text.id).") }
      if spans.count > 1 {
        remarks.append(
          "The quote stands \(spans.count) times in the text of d\(text.id); the first place is kept.")
      }
    }
    cells["uid"] = Identity.typed(at: desk)
    (cells["observation"], cells["observation_uid"]) = (observation, uid)
    do {
      let number = try file.write(desk, why: why, beginning: Batch(kind: .live)) { try store(cells, id, $0) }
      return Outcome(number: number, isNew: true, remarks: try remarks + disagreements(id))
    } catch let known as KnownEvidence {
      return Outcome(number: known.number, isNew: false, remarks: [])
    }
  }

  private struct KnownEvidence: Error { var number: Int }

  private func known(_ name: String) throws -> (id: Int, uid: String) {
    let found = try ObservationTable.resolve(name, in: db).flatMap { id in
      try db.first("SELECT uid FROM observation WHERE id = \(id) AND withdrawn = 0") {
        (id: id, uid: try $0.get(0, as: String.self))
      }
    }
    guard let found else {
      throw RowRefusal(
        column: "observation", value: name, reason: "there is no such observation",
        hint: "`entente list` shows what there is; a withdrawn one takes no evidence.")
    }
    return found
  }

  // MARK: The source

  private func source(_ document: String?, url: String?) throws -> Int? {
    if let document {
      guard let id = try DocumentTable.resolve(document, in: db),
        try db.value("SELECT withdrawn FROM document WHERE id = \(id)", as: Bool.self) == false
      else {
        throw RowRefusal(
          column: "document", value: document, reason: "there is no such document",
          hint: "Name one that `entente search` lists (d12), or give the address of the source.")
      }
      return id
    }
    guard let url else { return nil }
    return try db.value(
      "SELECT id FROM document WHERE url_key = \(WebAddress.key(of: url)) AND withdrawn = 0 ORDER BY id LIMIT 1"
    )
  }

  /// What the document says of itself, and of a new address who publishes there.
  private func citation(_ document: Int?, url: String?) throws -> [String: String] {
    var cells: [String: String] = [:]
    if let document {
      let names = ["source_url", "source_title", "outlet", "published", "language", "document_uid"]
      let held = try db.first(
        """
        SELECT d.url, d.title, out.name, d.published, d.language, d.uid
        FROM document AS d LEFT JOIN outlet AS out ON out.id = d.outlet WHERE d.id = \(document)
        """, \.values)
      for (name, value) in zip(names, held ?? []) where value != .null { cells[name] = CellText.of(value) }
    } else if let host = url.flatMap(WebAddress.host),
      let outlet = try OutletTable.find(host: host, in: db)
    {
      cells["outlet"] = try db.value("SELECT name FROM outlet WHERE id = \(outlet)")
    }
    return cells
  }

  private func newOutlet(_ name: String) throws -> [String] {
    try OutletTable.find(name: NFC.normalized(name).trimmed, in: db) == nil
      ? ["\(name) is new among the outlets."] : []
  }

  /// Where the words stand, from the first place on.
  static func spans(of quote: String, in text: [UInt8]) -> [Range<Int>] {
    let words = Array(quote.trimmed.utf8)
    guard !words.isEmpty, words.count <= text.count else { return [] }
    var found: [Range<Int>] = []
    var start = 0
    while start <= text.count - words.count {
      let end = start + words.count
      guard text[start] == words[0], text[start..<end].elementsEqual(words) else {
        start += 1
        continue
      }
      found.append(start..<end)
      start = end
    }
    return found
  }

  // MARK: Writing

  private func store(_ cells: [String: String], _ observation: Int, _ change: Change) throws -> Int {
    var loader = EvidenceLoader()
    _ = try loader.load(
      TableRow(line: 0, cells: cells),
      LoadContext(connection: db, change: change, desk: desk, label: db.defaultLabel()))
    let stored = try db.first(
      "SELECT id, credibility FROM evidence WHERE uid = \(cells["uid"])"
    ) { (id: try $0.get(0, as: Int.self), credibility: try $0.get(1, as: Int?.self)) }
    guard let stored else { preconditionFailure("a row that was loaded is there") }
    if let same = try same(as: stored.id) { throw KnownEvidence(number: same) }
    if stored.credibility == 1 { try Confirmation.check(observation, in: db) }
    return stored.id
  }

  /// Another piece that says the same of the same text.
  private func same(as number: Int) throws -> Int? {
    try db.value(
      """
      SELECT k.id FROM evidence AS n JOIN evidence AS k ON k.observation = n.observation AND k.document = n.document
      WHERE n.id = \(number) AND k.id <> n.id AND k.withdrawn = 0 AND k.provisional = 0 AND k.stance = n.stance
        AND k.claim_date IS n.claim_date AND k.claim_amount IS n.claim_amount AND k.claim_currency IS n.claim_currency
        AND k.claim_stage IS n.claim_stage AND k.attribution IS n.attribution AND k.quote IS n.quote
      ORDER BY k.id LIMIT 1
      """)
  }

  private func disagreements(_ observation: Int) throws -> [String] {
    let kinds = try db.rows("SELECT DISTINCT kind FROM conflicts WHERE number = \(observation) ORDER BY kind")
    {
      try $0.get(0, as: String.self)
    }
    return kinds.isEmpty
      ? [] : ["Its sources disagree (\(kinds.joined(separator: ", "))): `entente conflicts o\(observation)`."]
  }
}

/// The rule of the number 1.
enum Confirmation {
  /// - Throws: `RowRefusal` if the observation has not two sources that are no copies of each other.
  static func check(_ observation: Int, in db: Connection) throws {
    let sources =
      try db.value(
        "SELECT independent_sources FROM sourcing WHERE observation = \(observation)", as: Int.self)
      ?? 0
    guard sources < 2 else { return }
    throw RowRefusal(
      column: "credibility", value: "1",
      reason: "1 means confirmed by two independent origins; here \(sources == 1 ? "is one" : "is none")",
      hint: "Take 2, and add a second source that is no copy of the first.")
  }
}
