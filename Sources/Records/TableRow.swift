public import Calendar
public import SQLite

/// One row of a loaded table, by column name, wherever it came from (CSV, JSONL).
public struct TableRow: Sendable {
  /// Line it began on, 1-based.
  public var line: Int
  /// Texts by column; an empty cell is "".
  public var cells: [String: String]
  /// Where each column's cell stands on its line, 1-based, in bytes; empty where unknown.
  public var columns: [String: Int]

  /// A row of cells that were read elsewhere.
  public init(line: Int, cells: [String: String], columns: [String: Int] = [:]) {
    self.line = line
    self.cells = cells
    self.columns = columns
  }

  /// The cell without surrounding blanks; nil if it is empty or the table has no such column.
  public subscript(name: String) -> String? {
    guard let cell = cells[name] else { return nil }
    let trimmed = cell.trimmed
    return trimmed.isEmpty ? nil : trimmed
  }

  /// The cell, or a refusal that says what is missing.
  public func required(_ name: String) throws(RowRefusal) -> String {
    if let cell = self[name] { return cell }
    throw RowRefusal(
      column: name, value: "", reason: "\(name) is empty", hint: "It is required in every row.")
  }

  /// The parts of a cell that holds a list, joined by `;`.
  public func list(_ name: String) -> [String] {
    (self[name] ?? "").split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// True for 1, yes, true; false for 0, no, false, empty.
  public func flag(_ name: String) throws(RowRefusal) -> Bool {
    switch self[name]?.lowercased() {
    case nil, "0", "no", "false": return false
    case "1", "yes", "true": return true
    case let other?: throw RowRefusal(column: name, value: other, reason: "\(name) is neither 0 nor 1")
    }
  }

  /// A label of TLP 2.0; nil if the cell is empty.
  public func label() throws(RowRefusal) -> Label? {
    guard let text = self["tlp"] else { return nil }
    if let label = Label(text) { return label }
    throw RowRefusal(
      column: "tlp", value: text, reason: "\(text) is no label of TLP 2.0",
      hint: "One of: \(Label.allCases.map(\.rawValue).joined(separator: ", ")).")
  }

  /// An instant; nil if the cell is empty.
  public func instant(_ name: String) throws(RowRefusal) -> Instant? {
    guard let text = self[name] else { return nil }
    if let instant = Instant(text) { return instant }
    throw RowRefusal(
      column: name, value: text, reason: "\(text) is no instant", hint: "Write 2026-11-24T08:00:00Z.")
  }

  /// One of a closed list of words; nil if the cell is empty.
  public func choice(_ name: String, _ allowed: [String]) throws(RowRefusal) -> String? {
    guard let text = self[name] else { return nil }
    if allowed.contains(text) { return text }
    throw RowRefusal(
      column: name, value: text, reason: "\(name) has no value \"\(text)\"",
      hint: "One of: \(allowed.joined(separator: ", ")).")
  }

  /// A finite number.
  public func number(_ name: String) throws(RowRefusal) -> Double? {
    guard let cell = self[name] else { return nil }
    let plain = cell.utf8.allSatisfy {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "+-.eE".utf8.contains($0)
    }
    guard plain, let number = Double(cell), number.isFinite else {
      throw RowRefusal(
        column: name, value: cell, reason: "\(name) is no number", hint: "Write 1500000 or 0.5.")
    }
    guard abs(number) < 9_007_199_254_740_992 else {
      throw RowRefusal(
        column: name, value: cell, reason: "\(name) is too large to be kept exactly",
        hint: "Numbers go up to 9007199254740991.")
    }
    return number
  }
}

extension String {
  /// Without blanks at both ends.
  public var trimmed: String {
    var slice = self[...]
    while let first = slice.first, first.isWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isWhitespace { slice.removeLast() }
    return String(slice)
  }
}

extension String {
  /// Without a full stop at the end: a value or a hint follows.
  public var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

/// Why a row is not taken: which cell, what it says, and what would be right.
public struct RowRefusal: Error, Sendable {
  /// Name of the column; nil where it is about the row as a whole.
  public var column: String?
  /// Text of the cell; may be empty.
  public var value: String
  /// What is wrong, in a phrase.
  public var reason: String
  /// What would be right; may be empty.
  public var hint: String

  /// A refusal; with no column it is about the row as a whole.
  public init(column: String? = nil, value: String = "", reason: String, hint: String = "") {
    self.column = column
    self.value = value
    self.reason = reason
    self.hint = hint
  }
}

/// What became of a row.
public enum LoadOutcome: Sendable {
  /// It is in the file now.
  case loaded
  /// It changed a row that was there.
  case updated
  /// It was there already, or says nothing that is ours to keep.
  case skipped
}

/// What rows need to know of the run they belong to.
public struct LoadContext {
  /// The file that is loaded into.
  public let connection: Connection
  /// The change that rows are entered by.
  public let change: Change
  /// Who loads, and when.
  public let desk: Desk
  /// Name of the data set, for identity.
  public let dataset: String?
  /// Take rows whose id is known with other content as corrections.
  public let update: Bool
  /// Label of rows that carry none.
  public let label: Label

  /// What holds for every row of a run.
  public init(
    connection: Connection, change: Change, desk: Desk, dataset: String? = nil, update: Bool = false,
    label: Label
  ) {
    self.connection = connection
    self.change = change
    self.desk = desk
    self.dataset = dataset
    self.update = update
    self.label = label
  }
}

/// A table that can be loaded: which columns it has, and what to do with a row.
///
/// A loader refuses a row by throwing ``RowRefusal``; the caller undoes what the row had begun.
public protocol TableLoader: SendableMetatype {
  /// What people call the table, e.g. "observations".
  static var name: String { get }
  /// Columns that must be there, and by which the table is known.
  static var required: [String] { get }
  /// Columns that may be there.
  static var optional: [String] { get }

  /// True if columns beyond the known ones are kept; else a row that has one is refused.
  static var keepsExtras: Bool { get }

  /// Ready for the first row.
  init()
  /// Enters a row, or finds it there.
  /// - Throws: ``RowRefusal`` if it cannot be taken.
  mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome
}
