internal import Calendar
internal import Formats
internal import SQLite

/// Writing down what the history is.
public enum Sealing {
  /// What a sealing did.
  public struct Outcome: Sendable {
    /// To be kept outside the file.
    public var head: Head
    /// False where nothing was written since the last seal: the head is that one's.
    public var isNew: Bool
  }

  /// Seals everything written so far. What was sealed before is held against the history first.
  /// - Throws: ``SealError/altered(_:)`` where that is not as it was: a seal over it would hide it; `SQLiteError`.
  public static func run(_ file: EntenteFile, _ desk: Desk) throws -> Outcome {
    let db = file.connection
    return try db.sortingOnDisk {
      let seals = try StoredSeal.all(in: db)
      let newest = try db.value("SELECT max(id) FROM change", as: Int?.self) ?? nil
      if let last = seals.last, last.change == newest {
        return Outcome(head: try Head(last, first: seals[0].root), isNew: false)
      }
      return try file.write(desk, why: "seal") { change in
        let tree = try append(upTo: change.id, db)
        let root = Hex.text(tree.root)
        try db.execute(
          "INSERT INTO seal (entries, root, change) VALUES (\(tree.size), \(root), \(change.id))")
        let file = Head.file(firstRoot: seals.first?.root ?? root)
        let head = Head(file: file, entries: tree.size, root: tree.root, change: change.id, at: desk.now)
        return Outcome(head: head, isNew: true)
      }
    }
  }

  /// Adds what came since to the list.
  /// - Returns: the tree of the whole list.
  private static func append(upTo change: Int, _ db: Connection) throws -> MerkleFrontier {
    var comparison = try Comparison(db)
    var new: [HistoryEntry] = []
    var list = SealedList(db)
    var tree = MerkleFrontier()
    while let entry = try list.next() { tree.append(entry.hash) }
    func flush() throws {
      try SealedList.append(new, after: tree.size - new.count, in: db)
      new.removeAll(keepingCapacity: true)
    }
    try HistoryWalk(db).forEach { entry in
      guard entry.key.change <= change, try comparison.take(entry) else { return }
      new.append(entry)
      tree.append(entry.hash)
      if new.count == 4_000 { try flush() }
    }
    try comparison.finish()
    if let finding = comparison.paired.first { throw SealError.altered(finding.words) }
    try flush()
    return tree
  }
}

extension Head {
  /// The uid of a file, from the root of its first seal.
  static func file(firstRoot root: String) -> String { Identity.loaded("file", root) }

  /// The head that a seal of the file printed.
  init(_ seal: StoredSeal, first root: String) throws {
    guard let bytes = Hex.bytes(seal.root), let at = Instant(seal.at) else {
      throw SealError.altered("seal \(seal.id)")
    }
    self.init(
      file: Head.file(firstRoot: root), entries: seal.entries, root: bytes, change: seal.change, at: at)
  }
}

extension Connection {
  /// Lets SQLite sort in a file: the order of a long history is not kept in memory. What a sort keeps there before it writes
  /// is as much as the cache of pages may hold, so the cache is small as well; every page is read once anyhow.
  func sortingOnDisk<T>(_ body: () throws -> T) throws -> T {
    let isInMemory = try value("PRAGMA temp_store", as: Int.self) == 2
    let cache = try value("PRAGMA cache_size", as: Int.self) ?? -2_000
    try execute("PRAGMA temp_store = FILE")
    try execute("PRAGMA cache_size = -4096")
    // A pragma binds nothing.
    defer {
      if isInMemory { try? execute("PRAGMA temp_store = MEMORY") }
      try? execute("PRAGMA cache_size = \(SQL(trusting: String(cache)))")
    }
    return try body()
  }
}
