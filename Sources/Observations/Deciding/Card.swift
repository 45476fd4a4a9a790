internal import SQLite

/// A candidate with all that is looked at to decide about it.
struct Card {
  /// A field as it is shown: what is proposed, and the words it rests on.
  struct Line {
    var name: String
    var value: String
    var words: String?
    /// True if the words stand outside the sentence.
    var isElsewhere = false
  }

  /// Words of the sentence that support a field.
  struct Mark {
    /// Bytes of ``sentence``.
    var range: Range<Int>
    var field: String
  }

  /// An observation that the candidate may repeat.
  struct Known {
    var observation: Int
    var occurred: String
    var title: String
    var score: Double
    var reasons: [String]
  }

  let proposal: Proposal
  var title: String?
  var outlet: String?
  var language: String?
  /// The sentences before and after; nil at the ends of a text.
  var before: String?
  var after: String?
  /// The bytes of the sentence that are shown: all, unless it is very long.
  var sentence: [UInt8] = []
  var isCut = (before: false, after: false)
  var marks: [Mark] = []
  var lines: [Line] = []
  var known: [Known] = []
  var standing: [DecisionTable.Standing] = []
}

extension Card {
  /// A card shows no more of a sentence; nobody reads on beyond.
  static let longest = 3000

  /// The card of a candidate as it is now; nil if it is proposed no longer.
  init?(_ uid: String, in db: Connection) throws {
    guard let id = try Proposal.number(of: uid, in: db) else { return nil }
    do {
      proposal = try Proposal(id, in: db)
    } catch is ReviewError {
      return nil
    }
    let document = try db.first(
      """
      SELECT d.title, out.name, d.language, b.bytes
      FROM document AS d JOIN document_bytes AS b ON b.document = d.id LEFT JOIN outlet AS out ON out.id = d.outlet
      WHERE d.id = \(proposal.document)
      """, \.values)
    guard let document, let bytes = [UInt8](document[3]) else { return nil }
    (title, outlet, language) = (String(document[0]), String(document[1]), String(document[2]))
    standing = try DecisionTable.standing(of: uid, in: db)
    try readSurroundings(bytes, db)
    readFields(bytes)
    // What was made of it is no repeat of it.
    let own = standing.map(\.observation)
    known = try Self.known(to: id, in: db).filter { !own.contains($0.observation) }
  }

  private mutating func readSurroundings(_ bytes: [UInt8], _ db: Connection) throws {
    let span = proposal.span.clamped(to: 0..<bytes.count)
    let first = proposal.fields.compactMap(\.span).map(\.lowerBound).filter(span.contains).min()
    let shown = Self.window(of: span, around: first ?? span.lowerBound, in: bytes)
    sentence = Array(bytes[shown])
    isCut = (shown.lowerBound > span.lowerBound, shown.upperBound < span.upperBound)
    marks = proposal.fields.compactMap { field in
      guard let words = field.span, shown.lowerBound <= words.lowerBound, words.upperBound <= shown.upperBound
      else { return nil }
      return Mark(
        range: words.lowerBound - shown.lowerBound..<words.upperBound - shown.lowerBound, field: field.name)
    }
    let (document, start, end) = (proposal.document, span.lowerBound, span.upperBound)
    before = try db.first(
      """
      SELECT starts, ends FROM passage
      WHERE document = \(document) AND kind = 'sentence' AND starts < \(start) AND ends <= \(start)
      ORDER BY starts DESC LIMIT 1
      """
    ) { try Self.words(bytes, $0.get(0)..<$0.get(1), fromEnd: true) }
    after = try db.first(
      """
      SELECT starts, ends FROM passage
      WHERE document = \(document) AND kind = 'sentence' AND starts >= \(end) ORDER BY starts LIMIT 1
      """
    ) { try Self.words(bytes, $0.get(0)..<$0.get(1), fromEnd: false) }
  }

  private mutating func readFields(_ bytes: [UInt8]) {
    for field in proposal.fields where !["currency", "amount_kind"].contains(field.name) {
      let name =
        field.name == "actor" ? "actor \(field.side ?? "")" : Self.shownNames[field.name] ?? field.name
      let isPlain = field.name == "actor" && field.role != nil && field.role != "party"
      let value =
        field.name == "amount"
        ? sum(field.value) : isPlain ? "\(field.value) (\(field.role ?? ""))" : field.value
      let words = field.span.map { Self.words(bytes, $0, fromEnd: false) }
      let isElsewhere = field.span.map { !proposal.span.contains($0.lowerBound) } ?? false
      lines.append(Line(name: name, value: value, words: words, isElsewhere: isElsewhere))
    }
  }

  private static let shownNames = ["modality": "status"]

  /// Money on one line, its digits in threes.
  private func sum(_ amount: String) -> String {
    let said = { (name: String) in proposal.fields.first { $0.name == name }?.value }
    var digits = ""
    for (index, digit) in amount.reversed().enumerated() {
      if index > 0, index % 3 == 0, amount.allSatisfy(\.isNumber) { digits.append(",") }
      digits.append(digit)
    }
    let kind = said("amount_kind").map { " (\($0))" } ?? ""
    return "\(String(digits.reversed())) \(said("currency") ?? "")\(kind)"
  }

  private static func known(to candidate: Int, in db: Connection) throws -> [Known] {
    try Repeats.likely(candidate: candidate, limit: 3, in: db).compactMap { found in
      try db.first("SELECT occurred, title FROM observation WHERE id = \(found.observation)") {
        Known(
          observation: found.observation, occurred: try $0.get(0), title: try $0.get(1), score: found.score,
          reasons: found.reasons)
      }
    }
  }

  /// The part of a long sentence around its first mark.
  private static func window(of span: Range<Int>, around place: Int, in bytes: [UInt8]) -> Range<Int> {
    guard span.count > longest else { return span }
    let start = max(span.lowerBound, min(place - longest / 8, span.upperBound - longest))
    return whole(start..<start + longest, in: bytes)
  }

  /// A range cut between characters: what continues one at an end is left out.
  private static func whole(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return start..<end
  }

  /// Words of the text on one line, and no more of them than a screen has room for.
  private static func words(_ bytes: [UInt8], _ span: Range<Int>, fromEnd: Bool) -> String {
    let span = span.clamped(to: 0..<bytes.count)
    let longest = 600
    guard span.count > longest else { return line(bytes[span]) }
    if fromEnd { return "…" + line(bytes[whole(span.upperBound - longest..<span.upperBound, in: bytes)]) }
    return line(bytes[whole(span.lowerBound..<span.lowerBound + longest, in: bytes)]) + "…"
  }

  /// Line ends and tabs of a text that was broken into lines are blanks here.
  static func line(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    for byte in bytes {
      let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isBlank { out.append(byte) } else if out.last != 0x20 { out.append(0x20) }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
