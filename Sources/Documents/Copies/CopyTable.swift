internal import Records
internal import SQLite

/// The SQL of copies: which sequences of words stand in which text, and the edges between texts of one origin.
enum CopyTable {
  // MARK: Sketches

  /// What stands in this many texts is a form or a banner; the first of them say so as well as all.
  private static let commonest = 200

  static func setSketch(_ sketch: Sketch, of document: Int, in db: Connection) throws {
    // A text never changes, so neither does its sketch.
    try db.repeating("INSERT OR IGNORE INTO sketch (document, size, sequences) VALUES (?, ?, ?)") { row in
      try row.bind(1, document)
      try row.bind(2, sketch.size)
      try row.bind(3, blob: sketch.packed)
      try row.run()
    }
    try db.insert(min(sketch.sequences.count, Sketch.indexed), by: insertion) { index, row in
      try row.put(Int(sketch.sequences[index]))
      try row.put(document)
      try row.put(sketch.size)
    }
  }

  private static let insertion = RowInsertion(
    "INSERT OR IGNORE INTO sketch_sequence (sequence, document, size) VALUES", row: "(?, ?, ?)",
    together: [Sketch.indexed, 1])

  /// Texts that share enough of a sketch to be held against it, the most alike first.
  static func alike(_ sketch: Sketch, besides document: Int, in db: Connection) throws -> [Int] {
    var likeness: [(id: Int, value: Double)] = []
    try db.repeating("SELECT sequences FROM sketch WHERE document = ?") { query in
      let shared = try sharing(sketch, in: db).sorted { $0.document < $1.document }
      var at = 0
      while at < shared.count {
        let (id, size) = shared[at]
        let count = shared[at...].prefix { $0.document == id }.count
        at += count
        guard id != document, count > 1 || !sketch.isAsLong(as: size) else { continue }
        try query.bind(1, id)
        try query.forEach { row in
          let count = row.withBytes(0) { sketch.shared(with: $0) }
          guard count > 2 else { return }
          // Half of what may be expected: a sample of so few strays that far.
          let value = Double(count) / sketch.sharedByCopy(ofSize: size)
          if value >= 0.5 { likeness.append((id, value)) }
        }
      }
    }
    return likeness.sorted { ($1.value, $0.id) < ($0.value, $1.id) }.map(\.id)
  }

  private typealias Shared = (document: Int, size: Int)

  /// The texts in which a sequence of the sketch stands, once for each; of a common one the first.
  private static func sharing(_ sketch: Sketch, in db: Connection) throws -> [Shared] {
    guard sketch.sequences.count >= Sketch.indexed else { return try sharingEach(sketch, in: db) }
    // All sequences are asked for at once: most stand in no other text. The texts of one come together and in order.
    let most = commonest * Sketch.indexed
    var all: [Shared] = []
    var (count, last, ofLast) = (0, -1, 0)
    try db.repeating(together) { query in
      for place in 0..<Sketch.indexed { try query.bind(place + 1, Int(sketch.sequences[place])) }
      try query.bind(Sketch.indexed + 1, most)
      try query.forEach { row in
        let sequence = row.integer(0)
        ofLast = sequence == last ? ofLast + 1 : 1
        (count, last) = (count + 1, sequence)
        if ofLast <= commonest { all.append((row.integer(1), row.integer(2))) }
      }
    }
    return count < most ? all : try sharingEach(sketch, in: db)
  }

  private static let together =
    "SELECT sequence, document, size FROM sketch_sequence WHERE sequence IN ("
    + [SQL](repeating: "?", count: Sketch.indexed).joined(separator: ", ") + ") LIMIT ?"

  private static func sharingEach(_ sketch: Sketch, in db: Connection) throws -> [Shared] {
    var all: [Shared] = []
    try db.repeating(
      "SELECT document, size FROM sketch_sequence WHERE sequence = ? ORDER BY document LIMIT ?"
    ) {
      query in
      try query.bind(2, commonest)
      for sequence in sketch.sequences.prefix(Sketch.indexed) {
        try query.bind(1, Int(sequence))
        try query.forEach { all.append(($0.integer(0), $0.integer(1))) }
      }
    }
    return all
  }

  /// Texts held that were published at the same address.
  static func atAddress(of document: Int, in db: Connection) throws -> [Int] {
    try db.rows(
      """
      SELECT other.id FROM document AS d JOIN document AS other ON other.url_key = d.url_key
      WHERE d.id = \(document) AND other.id <> d.id AND other.sha256 IS NOT NULL
      ORDER BY other.id LIMIT 16
      """
    ) { try $0.get(0) }
  }

  /// The bytes of a text that was not taken back.
  static func text(of document: Int, in db: Connection) throws -> [UInt8]? {
    try db.value(
      """
      SELECT b.bytes FROM document_bytes AS b JOIN document AS d ON d.id = b.document
      WHERE b.document = \(document) AND d.withdrawn = 0
      """)
  }

  // MARK: Groups

  /// The documents of one origin with this one, itself among them.
  static func group(of document: Int, in db: Connection) throws -> [Int] {
    try db.rows(
      """
      WITH RECURSIVE reach (member) AS (
        SELECT \(document)
        UNION
        SELECT s.original FROM reach JOIN same_origin AS s ON s.document = reach.member AND s.withdrawn = 0
        UNION
        SELECT s.document FROM reach JOIN same_origin AS s ON s.original = reach.member AND s.withdrawn = 0
      )
      SELECT member FROM reach ORDER BY member
      """
    ) { try $0.get(0) }
  }

  /// The documents that a person said are no copies of one of these.
  static func parted(from documents: [Int], in db: Connection) throws -> Set<Int> {
    var parted: Set<Int> = []
    for document in documents {
      try db.forEach(
        """
        SELECT original FROM same_origin WHERE document = \(document) AND withdrawn = 1
        UNION SELECT document FROM same_origin WHERE original = \(document) AND withdrawn = 1
        """
      ) { parted.insert(try $0.get(0)) }
    }
    return parted
  }

  /// True if the first of two documents was published, else received, before the second.
  static func isEarlier(_ one: Int, _ other: Int, in db: Connection) throws -> Bool {
    try db.value(
      """
      SELECT id FROM document WHERE id IN (\(one), \(other))
      ORDER BY latest IS NULL, latest, recorded, id LIMIT 1
      """) == one
  }

  // MARK: Edges

  /// The edge between two documents, whichever way it points.
  static func edge(_ one: Int, _ other: Int, in db: Connection) throws -> (id: Int, withdrawn: Bool)? {
    try db.first(
      """
      SELECT id, withdrawn FROM same_origin
      WHERE (document = \(one) AND original = \(other)) OR (document = \(other) AND original = \(one)) LIMIT 1
      """
    ) { (try $0.get(0), try $0.get(1)) }
  }

  /// Says that a document is a copy of another; an edge that was taken back stands again.
  static func join(
    _ document: Int, to original: Int, why: String, score: Double?, _ context: LoadContext
  ) throws {
    let db = context.connection
    if let known = try edge(document, original, in: db) {
      return try db.execute(
        "UPDATE same_origin SET withdrawn = 0, why = \(why), score = \(score) WHERE id = \(known.id)")
    }
    try insert(document, original, why: why, score: score, withdrawn: false, context)
  }

  /// Says that two documents are no copies of each other, whether or not they were taken for that.
  static func part(_ document: Int, from other: Int, why: String, _ context: LoadContext) throws {
    let db = context.connection
    if let known = try edge(document, other, in: db) {
      guard !known.withdrawn else { return }
      return try db.execute("UPDATE same_origin SET withdrawn = 1 WHERE id = \(known.id)")
    }
    try insert(document, other, why: "not joined: \(why)", score: nil, withdrawn: true, context)
  }

  private static func insert(
    _ document: Int, _ original: Int, why: String, score: Double?, withdrawn: Bool, _ context: LoadContext
  ) throws {
    let db = context.connection
    let names = try [document, original].map { id in
      try db.value("SELECT uid FROM document WHERE id = \(id)", as: String.self) ?? ""
    }
    try db.execute(
      """
      INSERT INTO same_origin (uid, document, original, why, score, withdrawn, change)
      VALUES (
        \(Identity.loaded(["same origin"] + names.sorted())), \(document), \(original), \(why), \(score), \(withdrawn),
        \(context.change.id))
      """)
  }
}
