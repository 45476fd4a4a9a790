internal import Formats
internal import SQLite

/// Holds the history, entry by entry, against the list of what was sealed.
struct Comparison {
  /// Findings beyond these are counted only.
  private static let kept = 10_000

  private(set) var findings: [SealFinding] = []
  private(set) var count = 0
  /// Entries that were sealed and then erased, as the log says.
  private(set) var tombstones = 0
  /// Roots of the history at the sizes asked for; what was erased stands in it as it was sealed.
  private(set) var roots: [Int: [UInt8]] = [:]
  /// Entries that came after the last one sealed.
  private(set) var unsealed = 0
  private(set) var tree = MerkleFrontier()

  private var list: SealedList
  private var next: HistoryEntry?
  /// The last entry of the list.
  private let last: HistoryEntry.Key
  private let erased: [Row: Int]
  private let sizes: Set<Int>
  private var lastChange = 0

  private struct Row: Hashable {
    var table: String
    var record: Int
  }

  /// - Parameters:
  ///   - connection: the file, within a transaction.
  ///   - sizes: of trees whose roots are wanted.
  /// - Throws: `SQLiteError`.
  init(_ connection: Connection, sizes: Set<Int> = []) throws {
    self.sizes = sizes
    list = SealedList(connection)
    next = try list.next()
    last =
      try connection.first(
        "SELECT change, record_table, record FROM seal_entry NOT INDEXED ORDER BY position DESC LIMIT 1"
      ) { HistoryEntry.Key(change: $0.integer(0), table: try $0.get(1), record: $0.integer(2)) }
      ?? HistoryEntry.Key(change: 0, table: "change", record: 0)
    var erased: [Row: Int] = [:]
    try connection.forEach("SELECT record_table, record, max(change) FROM erasure GROUP BY 1, 2") {
      erased[Row(table: try $0.get(0), record: try $0.get(1))] = try $0.get(2)
    }
    self.erased = erased
  }

  /// Takes the next entry of the history.
  /// - Returns: true if it came after all that was sealed.
  mutating func take(_ entry: HistoryEntry) throws -> Bool {
    guard entry.key <= last else {
      try finish()
      checkOrder(entry.key)
      unsealed += 1
      append(entry.hash)
      return true
    }
    while let sealed = next, sealed.key < entry.key { try miss(sealed) }
    if let sealed = next, sealed.key == entry.key {
      if sealed.hash != entry.hash { find(SealFinding(.altered, entry.key)) }
      next = try list.next()
    } else {
      find(SealFinding(.inserted, entry.key))
    }
    append(entry.hash)
    lastChange = entry.key.change
    return false
  }

  /// What is left of the list is missing.
  mutating func finish() throws { while let sealed = next { try miss(sealed) } }

  private mutating func miss(_ sealed: HistoryEntry) throws {
    let row = Row(table: sealed.key.table, record: sealed.key.record)
    if let erasure = erased[row], erasure > sealed.key.change {
      tombstones += 1
      append(sealed.hash)
    } else {
      find(SealFinding(.missing, sealed.key))
    }
    next = try list.next()
  }

  /// Of what is not sealed yet: changes have no gap, and each entry has its change.
  private mutating func checkOrder(_ key: HistoryEntry.Key) {
    if key.table == "change" {
      if key.record != max(lastChange, last.change) + 1 {
        find(
          SealFinding(
            .missing, table: "change", record: max(lastChange, last.change) + 1,
            "the log of changes has a gap"
          ))
      }
      lastChange = key.record
    } else if key.change != lastChange {
      find(
        SealFinding(
          .missing, key, "\(key.table) \(key.record) belongs to change \(key.change), which is missing"))
    }
  }

  private mutating func append(_ hash: [UInt8]) {
    tree.append(hash)
    if sizes.contains(tree.size) { roots[tree.size] = tree.root }
  }

  private mutating func find(_ finding: SealFinding) {
    count += 1
    if findings.count < Self.kept { findings.append(finding) }
  }

  /// What is missing in one place and there in another was moved: one finding for the two.
  var paired: [SealFinding] {
    var other: [Row: [Int]] = [:]
    var result: [SealFinding?] = findings
    for (index, finding) in findings.enumerated() {
      guard finding.kind == .missing || finding.kind == .inserted, let table = finding.table,
        let record = finding.record, let change = finding.change
      else { continue }
      let row = Row(table: table, record: record)
      let waiting = other[row]?.firstIndex { findings[$0].kind != finding.kind }
      guard let waiting, let first = other[row]?.remove(at: waiting), let was = findings[first].change else {
        other[row, default: []].append(index)
        continue
      }
      let (from, to) = finding.kind == .inserted ? (was, change) : (change, was)
      result[first] = SealFinding(
        .moved, table: table, record: record, change: was,
        "\(table) \(record), sealed as change \(from) wrote it, stands under change \(to)")
      result[index] = nil
    }
    return result.compactMap(\.self)
  }
}
