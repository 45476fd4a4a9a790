public import Formats
internal import Records

/// Something that was not taken, and why; everything else was.
public struct Refusal: Sendable, Equatable {
  /// Path as it was found, or "standard input"; of seeds the name of their file.
  public var file: String
  /// 1-based; nil where the whole file is refused.
  public var line: Int?
  /// 1-based, in bytes.
  public var column: Int?
  /// Text of the cell in question; empty where it is about no one cell.
  public var value: String
  /// What is wrong, in a phrase.
  public var reason: String
  /// What would be right; may be empty.
  public var hint: String

  init(file: String, line: Int? = nil, reason: String, hint: String) {
    self.file = file
    self.line = line
    value = ""
    self.reason = reason
    self.hint = hint
  }

  init(file: String, _ row: RefusedRow) {
    self.init(file: file, line: row.line, reason: row.reason, hint: row.hint)
    column = row.column
    value = row.value
  }

  /// Of a map: the place is in the map.
  init(_ error: SheetMapError) {
    self.init(file: error.path, line: error.line, reason: error.reason, hint: error.help)
    column = error.column
  }

  /// `file:line:column: reason: "value" hint`
  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(
      separator: ":")
    let said = value.isEmpty ? "" : ": \"\(Refusal.short(value))\""
    return "\(place): \(reason.withoutStop)\(said)\(hint.isEmpty ? "" : " (\(hint))")"
  }

  static func short(_ value: String) -> String { TerminalText.truncated(TerminalText.escaped(value), to: 60) }
}

/// What a run of `ingest` did.
public struct IngestSummary: Sendable {
  /// Texts that became documents.
  public var documents = 0
  /// Those of them that are copies of a text that was there.
  public var copies = 0
  /// Proposals that the rules found in those documents.
  public var candidates = 0
  /// Those of them that repeat an observation that was there: see ``Repeats``.
  public var repeats = 0
  /// Rows that became observations.
  public var observations = 0
  /// Rows of other tables, by table.
  public var tables: [String: Int] = [:]
  /// Rows that changed a row that was there.
  public var updated = 0
  /// Texts and rows that were there already.
  public var skipped = 0
  /// Files and rows that were not taken, in the order of reading.
  public var refused: [Refusal] = []

  /// What was changed in reading, a sentence each.
  public private(set) var notes: [String] = []

  /// What maps made of the sheets, by file.
  public private(set) var sheets: [String: SheetReport] = [:]

  /// Of a run that has not begun.
  public init() {}

  mutating func note(_ report: SheetReport, of file: String) {
    sheets[file] = report
    if report.passedOver > 0 {
      let rows = report.passedOver == 1 ? "row is" : "rows are"
      notes.append("\(file): \(report.passedOver) \(rows) passed over")
    }
    if !report.dropped.isEmpty {
      notes.append("\(file): not loaded, for want of a place: \(report.dropped.joined(separator: ", "))")
    }
  }

  mutating func note(_ sentence: String) { notes.append(sentence) }

  mutating func noteReplaced(_ count: Int, in file: String, part: String?) {
    let place = part.map { "\(file), \($0)" } ?? file
    notes.append("\(place): \(count) \(count == 1 ? "place is" : "places are") no text and became U+FFFD")
  }

  /// `{"documents":n,"candidates":n,"observations":n,"skipped":n,"refused":[{"file","line","reason"}]}` and more.
  public var json: JSONValue {
    .object([
      JSONMember("documents", .integer(Int64(documents))),
      JSONMember("copies", .integer(Int64(copies))),
      JSONMember("candidates", .integer(Int64(candidates))),
      JSONMember("repeats", .integer(Int64(repeats))),
      JSONMember("observations", .integer(Int64(observations))),
      JSONMember(
        "tables",
        .object(tables.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer(Int64($0.value))) })),
      JSONMember("updated", .integer(Int64(updated))), JSONMember("skipped", .integer(Int64(skipped))),
      JSONMember("refused", .array(refused.map(\.json))),
      JSONMember("notes", .array(notes.map { .string($0) })),
      JSONMember(
        "sheets",
        .array(
          sheets.sorted { $0.key < $1.key }.map { file, report in
            .object([JSONMember("file", .string(file))] + report.members)
          })),
    ])
  }

  /// What a dry run of sheets would make of them, a line for each row; empty without sheets.
  public var preview: String {
    sheets.sorted { $0.key < $1.key }.map { file, report in
      var reasons: [Int: String] = [:]
      for refusal in refused where refusal.file == file {
        let said = refusal.value.isEmpty ? "" : ": \"\(Refusal.short(refusal.value))\""
        if let line = refusal.line, reasons[line] == nil { reasons[line] = refusal.reason + said }
      }
      return report.page(refused: reasons)
    }.joined(separator: "\n")
  }

  /// How many texts and rows the file did not have before, or has otherwise now.
  var entered: Int { documents + observations + tables.values.reduce(0, +) + updated }

  /// What was done, for a person.
  public var sentence: String {
    var parts = [
      "\(documents) documents\(copied)", "\(candidates) candidates\(repeated)",
      "\(observations) observations",
    ]
    parts += tables.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    if updated > 0 { parts.append("\(updated) updated") }
    return parts.joined(separator: ", ") + "; \(skipped) skipped, \(refused.count) refused"
  }

  private var repeated: String {
    repeats == 0
      ? "" : " (\(repeats) of them \(repeats == 1 ? "repeats" : "repeat") observations already here)"
  }

  private var copied: String {
    copies == 0 ? "" : " (\(copies) \(copies == 1 ? "copy" : "copies") of texts already held)"
  }

  mutating func count(_ outcome: LoadOutcome, of table: String) {
    switch outcome {
    case .skipped: skipped += 1
    case .updated: updated += 1
    case .loaded where table == ObservationLoader.name: observations += 1
    case .loaded: tables[table, default: 0] += 1
    }
  }
}

extension Refusal {
  var json: JSONValue {
    .object([
      JSONMember("file", .string(file)), JSONMember("line", line.map { .integer(Int64($0)) } ?? .null),
      JSONMember("column", column.map { .integer(Int64($0)) } ?? .null),
      JSONMember("value", .string(Self.short(value))),
      JSONMember("reason", .string(reason)), JSONMember("hint", .string(hint)),
    ])
  }
}
