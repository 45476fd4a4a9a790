public import Formats

/// A table read row by row, from CSV or JSONL: memory does not grow with the file.
public struct TableReader {
  /// A row, or why one is not taken.
  public enum Item: Sendable {
    /// A row with its cells by column.
    case row(TableRow)
    /// A line that holds no row.
    case refused(RefusedRow)
  }

  private enum Input {
    case csv(CSVReader)
    /// With what was read to find the columns.
    case jsonl(JSONLReader, seen: [JSONLRecord])
    case made(() throws -> Item?)
  }

  /// The columns: of a CSV its header, of a JSONL file the keys of its first objects.
  public private(set) var header: [String]
  private var adopted: Set<String> = []
  private var input: Input
  private let source: ByteSource?
  private var position: (() -> Int)?

  /// A table whose rows are made elsewhere, from a sheet with a map.
  /// - Parameters:
  ///   - header: the columns that rows may have.
  ///   - position: how many bytes of the sheet have been read.
  ///   - next: the next row or refusal; nil at the end.
  public init(header: [String], position: @escaping () -> Int, next: @escaping () throws -> Item?) {
    self.header = header
    self.position = position
    source = nil
    input = .made(next)
  }

  /// Reads a table with a header row.
  /// - Throws: `CSVError` if the header cannot be used, `ReadError`.
  public init(csv source: ByteSource, delimiter: UInt8 = UInt8(ascii: ",")) throws {
    let reader = try CSVReader(source, delimiter: delimiter)
    self.source = source
    header = reader.header.map(\.trimmed)
    input = .csv(reader)
  }

  /// How many lines of a JSONL file are looked at to find out which table it is.
  private static let lookahead = 20

  /// Reads one JSON object a line.
  /// - Throws: `ReadError`.
  public init(jsonl source: ByteSource) throws {
    self.source = source
    let reader = JSONLReader(source, limits: JSONLimits(string: CSVLimits().field))
    var seen: [JSONLRecord] = []
    var header: [String] = []
    while seen.count < Self.lookahead, let record = try reader.next() {
      seen.append(record)
      guard case .value(_, let value) = record, let members = value.object else { continue }
      header += members.map(\.key).filter { !header.contains($0) }
    }
    self.header = header
    input = .jsonl(reader, seen: seen.reversed())
  }

  /// Takes columns that differ from these in capitals only for them: people write `TLP` and `Title`.
  public mutating func adopt(_ columns: Set<String>) {
    adopted = columns
    header = ColumnNames.adopted(header, columns)
  }

  /// How many bytes of the table have been read.
  public var bytesRead: Int { source?.bytesRead ?? position?() ?? 0 }

  /// The next row or refusal; nil at the end.
  public mutating func next() throws -> Item? {
    switch input {
    case .csv(let reader):
      return try reader.next().map { Self.item($0, header) }
    case .jsonl(let reader, var seen):
      guard let record = seen.popLast() else { return try reader.next().map(item) }
      input = .jsonl(reader, seen: seen)
      return item(record)
    case .made(let next): return try next()
    }
  }

  private static func item(_ record: CSVRecord, _ header: [String]) -> Item {
    switch record {
    case .refused(let refusal):
      return .refused(RefusedRow(refusal))
    case .row(let row):
      var cells: [String: String] = [:]
      var columns: [String: Int] = [:]
      for (name, field) in zip(header, row.fields) {
        // Exports for spreadsheets put an apostrophe before what a spreadsheet would run as a formula.
        cells[name] = SpreadsheetGuard.restore(field.value)
        columns[name] = field.column
      }
      return .row(TableRow(line: row.line, cells: cells, columns: columns))
    }
  }

  private func item(_ record: JSONLRecord) -> Item {
    switch record {
    case .refused(let refusal):
      return .refused(
        RefusedRow(line: refusal.line, column: refusal.column, value: "", reason: refusal.reason, hint: ""))
    case .value(let line, let value):
      guard let members = value.object else {
        return .refused(
          RefusedRow(
            line: line, column: 1, value: "", reason: "the line holds no JSON object",
            hint: "Write {\"event_date\": ...}."))
      }
      var cells: [String: String] = [:]
      let names = ColumnNames.adopted(members.map(\.key), adopted)
      for (name, member) in zip(names, members) {
        guard let cell = Self.cell(of: member.value, named: name) else {
          return .refused(
            RefusedRow(
              line: line, column: nil, value: member.key,
              reason: "\(member.key) holds a list or an object inside another",
              hint: "A field is a text, a number, or a list of texts."))
        }
        cells[name] = cell
      }
      return .row(TableRow(line: line, cells: cells))
    }
  }

  /// The text a CSV cell would hold; nil for what has no such text.
  private static func cell(of value: JSONValue, named name: String = "") -> String? {
    switch value {
    case .null: return ""
    case .bool(let bool): return bool ? "1" : "0"
    case .integer(let number): return String(number)
    case .number(let number): return JSONWriter.text(number)
    case .string(let text): return text
    case .array(let values):
      let parts = values.filter { $0.array == nil && $0.object == nil }.compactMap { cell(of: $0) }
      return parts.count == values.count ? parts.joined(separator: ";") : nil
    case .object where name != "extras": return nil
    case .object: return String(decoding: JSONWriter.compact(value), as: UTF8.self)
    }
  }
}

/// How the names of columns are matched with known ones.
enum ColumnNames {
  /// The names, with those that differ from a known one in capitals or blanks around them only in its place; never two
  /// in one place.
  static func adopted(_ names: [String], _ known: Set<String>) -> [String] {
    guard names.contains(where: { !known.contains($0) }) else { return names }
    var taken = Set(names)
    return names.map { name in
      let plain = name.trimmed.lowercased()
      guard !known.contains(name), known.contains(plain), taken.insert(plain).inserted else { return name }
      return plain
    }
  }
}
