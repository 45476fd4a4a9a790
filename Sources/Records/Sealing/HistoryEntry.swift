internal import Formats
internal import SQLite

/// One entry of the history: a row of the log, or one version of one row of truth. Its order is that of the tree:
/// by the change that wrote it, `change` itself first, then by table, row and age.
struct HistoryEntry {
  /// Which entry; several versions of one row within one change have the same key.
  struct Key: Comparable, Hashable {
    var change: Int
    var table: String
    var record: Int

    static func < (left: Key, right: Key) -> Bool {
      if left.change != right.change { return left.change < right.change }
      if left.table != right.table {
        let (one, other) = (HistoryTables.rank(left.table), HistoryTables.rank(right.table))
        return one == other ? left.table < right.table : one < other
      }
      return left.record < right.record
    }
  }

  var key: Key
  /// Leaf of the tree: 32 bytes.
  var hash: [UInt8]
}

/// The bytes of an entry, in the one form that is hashed: docs/sealing.md.
struct EntryBytes {
  /// A zero byte first: the leaf is hashed as it stands.
  private(set) var bytes: [UInt8] = []

  /// - Parameters:
  ///   - key: which entry.
  ///   - supersedes: number of the version before, in the table of history; 0: none.
  mutating func begin(_ key: HistoryEntry.Key, supersedes: Int) {
    bytes.removeAll(keepingCapacity: true)
    bytes.append(0)
    put(text: key.table)
    put(number: UInt64(bitPattern: Int64(key.record)))
    put(number: UInt64(bitPattern: Int64(key.change)))
    put(number: UInt64(bitPattern: Int64(supersedes)))
  }

  /// A column of a row; one that is NULL is left out, so that a column added later alters nothing.
  mutating func put(_ name: String, _ index: Int, of row: Row) {
    let storage = row.storageClass(index)
    guard storage != .null else { return }
    put(text: name)
    switch storage {
    case .integer:
      bytes.append(UInt8(ascii: "i"))
      put(number: UInt64(bitPattern: Int64(row.integer(index))))
    case .real:
      bytes.append(UInt8(ascii: "r"))
      put(number: row.real(index).bitPattern)
    case .text, .blob, .null:
      bytes.append(UInt8(ascii: storage == .text ? "t" : "b"))
      row.withBytes(index) {
        put(number: UInt64($0.count))
        bytes.append(contentsOf: $0)
      }
    }
  }

  private mutating func put(text: String) {
    put(number: UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func put(number: UInt64) {
    withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
  }

  var leaf: [UInt8] { MerkleFrontier.leaf(prefixed: bytes) }
}
