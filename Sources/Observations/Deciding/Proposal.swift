internal import Records
internal import SQLite

/// A candidate as it is decided on: its fields, each with the bytes it rests on.
struct Proposal: Sendable {
  /// One field and its span.
  struct Field: Equatable, Sendable {
    var name: String
    var value: String
    var side: String?
    var role: String?
    var actor: Int?
    var span: Range<Int>?
  }

  let id: Int
  let uid: String
  let document: Int
  let span: Range<Int>
  let rule: String
  let rules: String
  let score: Double
  let modality: String
  let sentence: String
  let published: String?
  let label: String
  var fields: [Field] = []

  /// - Throws: ``ReviewError`` if there is no such candidate, or its text was taken back.
  init(_ id: Int, in db: Connection) throws {
    let found = try db.first(
      """
      SELECT k.uid, k.document, k.starts, k.ends, k.rule, k.rules, k.modality,
        CAST(substr(b.bytes, k.starts + 1, k.ends - k.starts) AS TEXT), d.published, d.tlp, k.score
      FROM candidate AS k
      JOIN document AS d ON d.id = k.document AND d.withdrawn = 0
      JOIN document_bytes AS b ON b.document = k.document
      WHERE k.id = \(id)
      """
    ) { row in
      (
        try row.get(0, as: String.self), try row.get(1, as: Int.self),
        try row.get(2, as: Int.self)..<row.get(3, as: Int.self), try row.get(4, as: String.self),
        try row.get(5, as: String.self), try row.get(6, as: String.self), try row.get(7, as: String.self),
        try row.get(8, as: String?.self), try row.get(9, as: String.self), try row.get(10, as: Double.self)
      )
    }
    guard let found else {
      let isKnown = try db.value("SELECT 1 FROM candidate WHERE id = \(id)", as: Int.self) != nil
      throw isKnown ? ReviewError.withdrawn(id) : ReviewError.unknown(id)
    }
    self.id = id
    (uid, document, span, rule, rules, modality, sentence, published, label, score) = found
    fields = try Self.fields(of: id, in: db)
  }

  /// The number that a candidate has now; nil if it is proposed no longer.
  static func number(of uid: String, in db: Connection) throws -> Int? {
    try db.value("SELECT id FROM candidate WHERE uid = \(uid)")
  }

  /// True if both say the same, whatever rules and numbers they come from.
  func agrees(with other: Proposal) -> Bool {
    uid == other.uid && modality == other.modality && published == other.published && label == other.label
      && fields == other.fields
  }

  /// Every field that was proposed, from the columns and from the tables beside them.
  private static func fields(of id: Int, in db: Connection) throws -> [Field] {
    let names = [
      "date", "mechanism", "instrument", "effect", "stage", "flow", "modality", "amount", "currency",
      "amount_kind",
    ]
    var spans: [String: Range<Int>] = [:]
    try db.forEach("SELECT field, starts, ends FROM candidate_span WHERE candidate = \(id) ORDER BY id") {
      spans[try $0.get(0)] = try $0.get(1)..<$0.get(2)
    }
    var fields: [Field] = []
    try db.forEach(
      """
      SELECT date, mechanism, instrument, effect, stage, flow, modality, amount, currency, amount_kind
      FROM candidate WHERE id = \(id)
      """
    ) { row in
      for (name, value) in zip(names, row.values) where value != .null {
        fields.append(Field(name: name, value: CellText.of(value), span: spans[name]))
      }
    }
    fields += try db.rows(
      "SELECT sector, starts, ends FROM candidate_sector WHERE candidate = \(id) ORDER BY starts, id"
    ) {
      Field(name: "sector", value: try $0.get(0), span: try $0.get(1)..<$0.get(2))
    }
    fields += try db.rows(
      "SELECT name, side, role, actor, starts, ends FROM candidate_actor WHERE candidate = \(id) ORDER BY starts, id"
    ) {
      Field(
        name: "actor", value: try $0.get(0), side: try $0.get(1), role: try $0.get(2), actor: try $0.get(3),
        span: try $0.get(4)..<$0.get(5))
    }
    return fields
  }

  /// The proposal as the cells of a row. A plan is an act of saying so: it occurred on the day of the text, and
  /// its date is when it is due.
  func cells() throws -> [String: String] {
    var cells: [String: String] = ["title": title, "tlp": label]
    for field in fields {
      switch field.name {
      case "date": cells["event_date"] = field.value
      case "sector": cells["sectors"] = joined(cells["sectors"], field.value)
      case "actor":
        let column = "actors_\(field.side == "intl" ? "other" : field.side ?? "other")"
        cells[column] = joined(cells[column], field.value)
        if let role = unusualRole(field) { cells["roles"] = joined(cells["roles"], "\(field.value)=\(role)") }
      case "modality": break
      default: cells[field.name] = field.value
      }
    }
    // From a text only pressure on the link itself is proposed.
    if cells["mechanism"] == "pressure" { cells["pressure_on"] = "link" }
    if modality == "planned" {
      cells["due"] = cells["event_date"]
      cells["event_date"] = published
      cells["stage"] = cells["stage"] ?? "pledged"
    }
    return cells
  }

  /// A part that would not be taken for granted: that of a host.
  private func unusualRole(_ actor: Field) -> String? {
    let mechanism = fields.first { $0.name == "mechanism" }?.value ?? ""
    let side = actor.side.flatMap { Observation.Participant.Side(rawValue: $0) } ?? .other
    return actor.role == Observation.usualRole(mechanism: mechanism, side: side).rawValue ? nil : actor.role
  }

  private func joined(_ list: String?, _ value: String) -> String {
    guard let list else { return value }
    return list.split(separator: ";").contains(Substring(value)) ? list : "\(list);\(value)"
  }

  /// The sentence, cut at a blank: a proposal invents no words of its own.
  private var title: String {
    guard sentence.count > 160 else { return sentence }
    let start = sentence.prefix(160)
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + "…"
  }
}
