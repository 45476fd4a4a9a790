internal import Formats
internal import Records

/// A column of a sheet as its cells show it.
struct DraftColumn {
  let name: String
  /// Different values in the order of frequency.
  let values: [(text: String, count: Int)]
  /// Shares of the filled cells that can be read so.
  let dates: Double
  let numbers: Double
  let addresses: Double
  /// Cells that can be read with the day or the month first.
  let isUndecided: Bool
  /// What the other cells of such a column tell; nil: nothing.
  let order: CellStyle.Order?
  /// Share of the names in it that are actors of the file.
  var actors = 0.0
  let decimal: Character?
  let filled: Int

  init(_ name: String, _ cells: [SheetCell]) {
    self.name = name
    let filled = cells.filter { !$0.text.trimmed.isEmpty }
    self.filled = filled.count
    var tally: [String: Int] = [:]
    for cell in filled { tally[cell.text.trimmed, default: 0] += 1 }
    values = tally.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let share = { (fits: (SheetCell) -> Bool) in
      filled.isEmpty ? 0 : Double(filled.filter(fits).count) / Double(filled.count)
    }
    dates = share { Self.isDate($0, .day) || Self.isDate($0, .month) }
    isUndecided = filled.contains {
      !Self.isDate($0, nil) && Self.isDate($0, .day) && Self.isDate($0, .month)
    }
    let count = { (order: CellStyle.Order, other: CellStyle.Order) in
      filled.filter { Self.isDate($0, order) && !Self.isDate($0, other) }.count
    }
    let (days, months) = (count(.day, .month), count(.month, .day))
    order = days == months ? nil : days > months ? .day : .month
    numbers = share {
      (try? SheetNumber.read($0, ColumnMap(target: "amount", style: CellStyle(decimal: ",")))) != nil
    }
    addresses = share { $0.text.trimmed.lowercased().hasPrefix("http") }
    decimal = Self.decimal(filled)
  }

  private static func isDate(_ cell: SheetCell, _ order: CellStyle.Order?) -> Bool {
    // 2019 alone may be a number; a serial number is none but in a column of dates.
    (try? SheetDate.read(cell, CellStyle(order: order))) != nil
  }

  /// The mark before one, two or more than three figures at the end of a number.
  private static func decimal(_ cells: [SheetCell]) -> Character? {
    for cell in cells where cell.kind == .text {
      for mark: Character in [",", "."] {
        let parts = cell.text.split(separator: mark, omittingEmptySubsequences: false)
        let behind = parts.count == 2 ? parts[1].prefix { $0.isASCII && $0.isNumber }.count : 0
        if behind > 0, behind != 3, parts[0].last?.isNumber ?? false { return mark }
      }
    }
    return nil
  }

  /// How well it fits a column of ours: by its header first, by its cells where these tell.
  func score(for column: String, _ words: [String]) -> Double {
    let header = Double(DraftWords.score(name, words))
    switch column {
    case "event_date": return dates > 0.6 ? header + dates * 2 : 0
    case "due", "source_date": return header > 0 && dates > 0.6 ? header + dates : 0
    case "amount": return numbers > 0.6 && (header > 0 || sums || namesMoney) ? header + 1 : 0
    case "tlp": return MarkingColumns.isOne(name) ? 3 : 0
    case "source_url": return addresses > 0.6 ? header + 3 : 0
    case "outlet": return addresses > 0.3 ? 0 : header
    case SheetActors.column:
      if DraftWords.isOfOneSide(name) { return 0 }
      return actors > 0.3 || header > 0 ? header + actors * 3 : 0
    case "id": return header >= 2 && values.count == filled && filled > 0 ? header : 0
    case "mechanism", "stage", "instrument", "currency", "country":
      return filled > 20 && values.count * 2 > filled ? header / 2 : header
    default: return header
    }
  }

  /// A header as "Volume (USD mln)".
  private var namesMoney: Bool {
    name.folded.split { !$0.isLetter && $0 != "$" }.contains { SheetNumber.currencies[String($0)] != nil }
  }

  /// Numbers that name a scale or a currency.
  private var sums: Bool {
    numbers > 0.8 && values.contains { $0.text.contains { $0.isLetter || "$€₽¥".contains($0) } }
  }
}
