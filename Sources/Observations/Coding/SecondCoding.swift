public import Records
internal import SQLite

/// The second coder at work on a sample: what is shown, and what is kept. What the first coder said is not among it.
public struct SecondCoding {
  private let file: EntenteFile
  private let desk: Desk
  /// The number of the sample.
  public let sample: Int
  private var db: Connection { file.connection }

  /// Codes in the name of `desk`.
  public init(_ file: EntenteFile, _ desk: Desk, sample: Int) {
    (self.file, self.desk, self.sample) = (file, desk, sample)
  }

  /// The next observation of the sample that this person has not coded, in its order; nil when all are.
  public func next() throws -> Int? {
    try db.value(
      """
      SELECT k.observation FROM coding AS k JOIN observation AS o ON o.id = k.observation AND o.withdrawn = 0
      WHERE k.sample = \(sample) AND k.turn = 'first' AND k.withdrawn = 0 AND k.coder <> \(desk.analyst)
        AND NOT EXISTS (SELECT 1 FROM coding AS z WHERE z.sample = k.sample AND z.observation = k.observation
          AND z.turn = 'second' AND z.coder = \(desk.analyst) AND z.withdrawn = 0)
      ORDER BY k.position LIMIT 1
      """)
  }

  /// How many this person has coded, and how many there are for them.
  public func progress() throws -> (done: Int, all: Int) {
    let done = try db.value(
      "SELECT count(*) FROM coding WHERE sample = \(sample) AND turn = 'second' AND coder = \(desk.analyst) AND withdrawn = 0",
      as: Int.self)
    let all = try db.value(
      "SELECT count(*) FROM coding WHERE sample = \(sample) AND turn = 'first' AND coder <> \(desk.analyst) AND withdrawn = 0",
      as: Int.self)
    return (done ?? 0, all ?? 0)
  }

  /// What the coder reads: each source with its quote. Where no source has a quote, which act is meant is told by the
  /// title of the observation: a text may tell several.
  public func page(of observation: Int) throws -> [String] {
    var lines: [String] = []
    var hasQuote = false
    try db.forEach(
      """
      SELECT document, outlet, published, title, url, quote, translation FROM evidence_list
      WHERE observation_number = \(observation) ORDER BY main DESC, evidence
      """
    ) { row in
      let texts = try (0..<7).map { try row.get($0, as: String?.self) }
      lines.append(texts[..<5].compactMap { $0 }.joined(separator: ", "))
      if let quote = texts[5] { lines.append("    \(quote)") }
      if let translation = texts[6] { lines.append("    \(translation)") }
      hasQuote = hasQuote || texts[5] != nil
    }
    if !hasQuote,
      let title = try db.value("SELECT title FROM observation WHERE id = \(observation)", as: String.self)
    {
      lines.append("The act meant: \(title)")
    }
    return lines
  }

  /// Keeps a coding.
  /// - Parameters:
  ///   - cells: the fields of ``FormField/coded``; those left out are left empty.
  ///   - observation: its number.
  ///   - again: in the place of what this person said before.
  /// - Throws: ``SampleError``; `RowRefusal` for a value that cannot be taken.
  public func enter(_ cells: [String: String], for observation: Int, again: Bool = false) throws {
    var fields: [String: String] = [:]
    for field in FormField.coded {
      let value = SampleTable.normal(field, cells[field.name] ?? "")
      if !value.isEmpty { fields[field.name] = value }
    }
    let checked = try checked(fields)
    try file.write(desk, why: "code o\(observation) of s\(sample)", beginning: Batch(kind: .live)) { change in
      try SampleTable.set(checked, of: coding(observation, again: again, change), change, in: db)
    }
  }

  /// - Throws: `RowRefusal`: for the mechanism or date that is missing, as in any table.
  private func checked(_ fields: [String: String]) throws -> [String: String] {
    let row = TableRow(line: 0, cells: fields.merging(["title": "-"]) { $1 })
    let observation = try ObservationReading(Codes(db)).observation(from: row)
    var checked = fields
    // Of pressure the effect is context, said or not.
    checked["effect"] = observation.effect
    return checked
  }

  private func coding(_ observation: Int, again: Bool, _ change: Change) throws -> Int {
    guard
      let (first, position) = try db.first(
        """
        SELECT coder, position FROM coding
        WHERE sample = \(sample) AND observation = \(observation) AND turn = 'first' AND withdrawn = 0
        """, { (try $0.get(0, as: String.self), try $0.get(1, as: Int.self)) })
    else { throw SampleError.notInSample("o\(observation)", sample: sample) }
    guard first != desk.analyst else { throw SampleError.ownCoding("o\(observation)", analyst: first) }
    let known = try db.value(
      "SELECT id FROM coding WHERE sample = \(sample) AND observation = \(observation) AND turn = 'second' AND coder = \(desk.analyst)",
      as: Int.self)
    if let known {
      guard again else { throw SampleError.coded(observation, sample: sample, analyst: desk.analyst) }
      try db.execute("UPDATE coding SET withdrawn = 0 WHERE id = \(known) AND withdrawn = 1")
      return known
    }
    try db.execute(
      """
      INSERT INTO coding (sample, observation, position, turn, coder, change)
      VALUES (\(sample), \(observation), \(position), 'second', \(desk.analyst), \(change.id))
      """)
    return db.lastRowID
  }
}
