internal import Formats
internal import Records

/// What a map made of a sheet: what it has no value for, what each row becomes.
public struct SheetReport: Sendable, Equatable {
  /// A value that a map has nothing for.
  public struct Unmapped: Sendable, Equatable {
    /// Our column.
    public var column: String
    /// The text of the cell, or the item of it.
    public var value: String
    /// Why it cannot stay as it is.
    public var reason: String
    /// What would be right.
    public var hint: String
    /// In how many rows it stands.
    public var count: Int
  }

  /// What a row becomes.
  public struct Row: Sendable, Equatable {
    /// Its number in the sheet.
    public var number: Int
    /// Cells by our columns.
    public var cells: [String: String]
  }

  /// By column, the most frequent first.
  public var unmapped: [Unmapped] {
    all.values.sorted { ($0.column, -$0.count, $0.value) < ($1.column, -$1.count, $1.value) }
  }
  /// Names that the file does not know, as `name (side)`, with the number of rows.
  public private(set) var newActors: [String: Int] = [:]
  /// Columns of the sheet that are kept as they are.
  public internal(set) var extras: [String] = []
  /// Columns of the sheet that the table of ours has no place for.
  public internal(set) var dropped: [String] = []
  /// Rows that the map passes over.
  public internal(set) var passedOver = 0
  /// What the rows become; only in a dry run.
  public private(set) var rows: [Row] = []

  private var all: [[String]: Unmapped] = [:]

  mutating func count(_ refusal: RowRefusal) {
    let column = refusal.column ?? ""
    all[
      [column, refusal.value],
      default: Unmapped(
        column: column, value: refusal.value, reason: refusal.reason, hint: refusal.hint, count: 0)
    ].count += 1
  }

  mutating func count(newActor name: String, side: String) { newActors["\(name) (\(side))", default: 0] += 1 }

  mutating func add(_ number: Int, _ cells: [String: String]) {
    rows.append(Row(number: number, cells: cells))
  }
}

extension SheetReport {
  /// For programs: `unmapped`, `new_actors`, `extras`, `rows`.
  var members: [JSONMember] {
    let unmapped = unmapped.map { value in
      JSONValue.members([
        "column": .string(value.column), "value": .string(value.value),
        "count": .integer(Int64(value.count)), "reason": .string(value.reason), "hint": .string(value.hint),
      ])
    }
    let new = newActors.sorted { $0.key < $1.key }.map { JSONMember($0.key, .integer(Int64($0.value))) }
    return [
      JSONMember("unmapped", .array(unmapped)), JSONMember("new_actors", .object(new)),
      JSONMember("extras", .array(extras.map { .string($0) })),
      JSONMember("passed_over", .integer(Int64(passedOver))), JSONMember("rows", .array(rows.map(\.json))),
    ]
  }

  /// For people, before anything is kept: a line for each row, then what the map lacks. `refused` says by row why it is
  /// not taken.
  func page(refused: [Int: String]) -> String {
    var lines = rows.map { row in
      refused[row.number].map { "row \(row.number): refused: \($0)" } ?? "row \(row.number): \(row.sentence)"
    }
    let told = Set(rows.map(\.number))
    lines += refused.filter { !told.contains($0.key) }.sorted { $0.key < $1.key }
      .map { "row \($0.key): refused: \($0.value)" }
    return (lines + tail).map { TerminalText.escaped($0) + "\n" }.joined()
  }

  private var tail: [String] {
    var lines: [String] = []
    if !unmapped.isEmpty {
      lines += ["", "Without a value in the map (rows):"]
      lines += unmapped.map { "  \($0.column): \"\($0.value)\" (\($0.count)): \($0.reason). \($0.hint)" }
    }
    if !newActors.isEmpty {
      lines += ["", "Actors the file does not know yet (rows):"]
      lines += newActors.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "  \($0.key): \($0.value)" }
    }
    if !extras.isEmpty { lines += ["", "Kept as they are: \(extras.joined(separator: ", "))"] }
    return lines
  }
}

extension SheetReport.Row {
  /// `2019-06-05, agreement, signed: Title; cn: Huawei; ru: MTS; 1200000 USD`
  var sentence: String {
    let codes = ["event_date", "mechanism", "instrument", "effect", "stage", "sectors"].compactMap {
      cells[$0]
    }
    var parts = [codes.joined(separator: ", ") + ": " + (cells["title"] ?? cells["name"] ?? "")]
    for side in ["cn", "ru", "joint", "other"] {
      if let names = cells["actors_\(side)"] { parts.append("\(side): \(names)") }
    }
    if let amount = cells["amount"] { parts.append("\(amount) \(cells["currency"] ?? "")") }
    let shown = Set([
      "event_date", "mechanism", "instrument", "effect", "stage", "sectors", "title", "name", "amount",
      "currency",
    ])
    for (name, text) in cells.sorted(by: { $0.key < $1.key })
    where !shown.contains(name) && !name.hasPrefix("actors_") { parts.append("\(name): \(text)") }
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  var json: JSONValue {
    .object(
      [JSONMember("row", .integer(Int64(number)))]
        + cells.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })
  }
}
