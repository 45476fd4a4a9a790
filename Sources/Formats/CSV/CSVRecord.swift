/// One field of a CSV row and where it stands.
public struct CSVField: Equatable, Sendable {
  /// The text, without its quotes.
  public var value: String
  /// The physical line the field begins on; the first is 1.
  public var line: Int
  /// Where in that line it begins, in bytes; the first is 1.
  public var column: Int

  /// A field at a place.
  public init(value: String, line: Int, column: Int) {
    self.value = value
    self.line = line
    self.column = column
  }
}

/// A row of as many fields as the header has names; of any number where the header is not known.
public struct CSVRow: Equatable, Sendable {
  /// The physical line the row begins on; the header is usually on 1.
  public var line: Int
  /// In the order of the columns.
  public var fields: [CSVField]

  /// A row at a line.
  public init(line: Int, fields: [CSVField]) {
    self.line = line
    self.fields = fields
  }
}

/// A row that could not be read. Reading goes on behind it.
public struct CSVRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The physical line of the trouble.
  public var line: Int
  /// Where in that line, in bytes; the first is 1.
  public var column: Int
  /// What stands there, shortened, with control characters escaped.
  public var value: String
  /// Why the row is refused.
  public var reason: String
  /// What to do about it.
  public var hint: String

  /// A refusal at a place.
  public init(line: Int, column: Int, value: String, reason: String, hint: String) {
    self.line = line
    self.column = column
    self.value = value
    self.reason = reason
    self.hint = hint
  }

  /// One sentence for people.
  public var description: String { "\(line):\(column): \(reason), at \"\(value)\" (\(hint))" }
}

/// What a ``CSVReader`` finds: a row, or the refusal of one.
public enum CSVRecord: Equatable, Sendable {
  /// A row that was read.
  case row(CSVRow)
  /// A row that was not.
  case refused(CSVRefusal)
}

/// A file that cannot be read as a table at all: it is empty, or its header is not usable.
public struct CSVError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The name of the source.
  public var path: String
  /// The physical line of the trouble.
  public var line: Int
  /// Where in that line, in bytes; the first is 1.
  public var column: Int
  /// Why the file is refused.
  public var reason: String
  /// What to do about it.
  public var hint: String

  /// An error at a place.
  public init(path: String, line: Int, column: Int, reason: String, hint: String) {
    (self.path, self.line, self.column) = (path, line, column)
    (self.reason, self.hint) = (reason, hint)
  }

  /// One sentence for people, safe to print on a terminal.
  public var description: String { "\(TerminalText.escaped(path)):\(line):\(column): \(reason) (\(hint))" }
}

/// How large the parts of a CSV file may be.
public struct CSVLimits: Equatable, Sendable {
  /// Bytes of one field as written: 256 KiB.
  public var field = 256 << 10
  /// Bytes of one row: 1 MiB.
  public var row = 1 << 20
  /// Columns: 1,000.
  public var columns = 1_000

  /// The usual limits.
  public init() {}
}
