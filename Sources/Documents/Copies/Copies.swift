public import Records
public import SQLite

/// Copies of texts: the same story under another title, address or dateline, cut or with a footer, is one origin.
///
/// An edge says that two documents are one text; documents that edges connect are a group. Nothing is rewritten:
/// a copy keeps its claims, and parting it takes the edges back.
public enum Copies {
  /// What a search for copies did.
  public struct Search: Sendable {
    /// The documents that the text was joined with, one of each group.
    public var joined: [Int] = []
    /// How many texts it was held against, word by word.
    public var comparisons = 0
  }

  /// The likeliest are tried first: after so many in vain the rest share a form or a footer.
  private static let patience = 4

  /// Looks for texts held that are copies of this one, and joins it with them.
  /// - Parameters:
  ///   - document: its number.
  ///   - bytes: its text, as spans count in it.
  ///   - context: of the run.
  /// - Returns: what it was joined with.
  /// - Throws: `SQLiteError`.
  @discardableResult
  public static func find(of document: Int, _ bytes: [UInt8], _ context: LoadContext) throws -> Search {
    let db = context.connection
    let sketch = Sketch(bytes)
    let known = try CopyTable.alike(sketch, besides: document, in: db)
    let neighbours = try CopyTable.atAddress(of: document, in: db)
    try CopyTable.setSketch(sketch, of: document, in: db)
    var search = Search()
    guard !known.isEmpty || !neighbours.isEmpty else { return search }
    let wording = Wording(bytes)
    var group = Set(try CopyTable.group(of: document, in: db))
    var parted = try CopyTable.parted(from: Array(group), in: db)
    var misses = 0
    for other in neighbours + known where misses < patience {
      guard !group.contains(other), let text = try CopyTable.text(of: other, in: db) else { continue }
      let isSame = neighbours.contains(other)
      search.comparisons += 1
      let resemblance = Resemblance(wording, Wording(text), sameAddress: isSame)
      misses = resemblance.isCopy ? 0 : misses + 1
      guard resemblance.isCopy else { continue }
      let others = try CopyTable.group(of: other, in: db)
      guard parted.isDisjoint(with: others) else { continue }
      try join(document, other, resemblance, sameAddress: isSame, context)
      search.joined.append(other)
      group.formUnion(others)
      parted.formUnion(try CopyTable.parted(from: others, in: db))
    }
    return search
  }

  /// The edge points from the later text to the earlier one.
  private static func join(
    _ document: Int, _ other: Int, _ resemblance: Resemblance, sameAddress: Bool, _ context: LoadContext
  ) throws {
    let names = [ShortID(.document, document).description, ShortID(.document, other).description]
    let (short, long) = resemblance.isFirstShorter ? (names[0], names[1]) : (names[1], names[0])
    let percent = Int(resemblance.share * 100)
    let why =
      "\(percent) % of the wording of \(short) stands in \(long)"
      + (sameAddress ? ", and they have one address" : "")
    let score = (resemblance.share * 1000).rounded() / 1000
    let isOriginal = try CopyTable.isEarlier(document, other, in: context.connection)
    try CopyTable.join(
      isOriginal ? other : document, to: isOriginal ? document : other, why: why, score: score, context)
  }

  /// Looks for the copies of every text held anew, as after a load by an older version.
  /// - Returns: how many texts were joined.
  public static func findAll(_ context: LoadContext) throws -> Int {
    var count = 0
    for id in try StoredText.all(in: context.connection) {
      guard let text = try CopyTable.text(of: id, in: context.connection) else { continue }
      count += try find(of: id, text, context).joined.isEmpty ? 0 : 1
    }
    return count
  }

  /// Sketches every text held anew. Edges are truth, and stay.
  public static func sketchAll(in connection: Connection) throws {
    for id in try StoredText.all(in: connection) {
      guard let text = try CopyTable.text(of: id, in: connection) else { continue }
      try CopyTable.setSketch(Sketch(text), of: id, in: connection)
    }
  }

  // MARK: What a person says

  /// Joins two documents, also such as are known by their address only.
  /// - Throws: ``CopyError``.
  public static func join(_ document: Int, to original: Int, why: String, _ context: LoadContext) throws {
    for id in [document, original] { try check(id, in: context.connection) }
    guard document != original else { throw CopyError.itself(document) }
    guard try !CopyTable.group(of: document, in: context.connection).contains(original) else {
      throw CopyError.joined(document, original)
    }
    try CopyTable.join(document, to: original, why: why, score: nil, context)
  }

  /// Takes a document out of its group for good: it is not joined with any of it again, unless by hand. The others
  /// stay together as far as they are copies of each other.
  /// - Returns: the documents it was parted from.
  /// - Throws: ``CopyError``.
  @discardableResult
  public static func part(_ document: Int, why: String, _ context: LoadContext) throws -> [Int] {
    let db = context.connection
    try check(document, in: db)
    let others = try CopyTable.group(of: document, in: db).filter { $0 != document }
    guard !others.isEmpty else { throw CopyError.alone(document) }
    for other in others { try CopyTable.part(document, from: other, why: why, context) }
    for other in others where others.count > 1 {
      if let text = try CopyTable.text(of: other, in: db) { try find(of: other, text, context) }
    }
    return others
  }

  private static func check(_ document: Int, in db: Connection) throws {
    guard try db.value("SELECT 1 FROM document WHERE id = \(document) AND withdrawn = 0", as: Int.self) != nil
    else { throw CopyError.unknown(document) }
  }
}

/// Why documents cannot be joined or parted.
public enum CopyError: Explained {
  /// No document has this number.
  case unknown(Int)
  /// A document is no copy of itself.
  case itself(Int)
  /// The two are of one origin already.
  case joined(Int, Int)
  /// The document is in no group.
  case alone(Int)

  /// Names the documents and what stands against it.
  public var sentence: String {
    switch self {
    case .unknown(let id): "There is no document d\(id)."
    case .itself(let id): "The document d\(id) is no copy of itself."
    case .joined(let one, let other): "The documents d\(one) and d\(other) are of one origin already."
    case .alone(let id): "The document d\(id) is no copy, and there are no copies of it."
    }
  }

  /// The command that shows what there is.
  public var hint: String? { "`entente copies` shows the groups." }
}
