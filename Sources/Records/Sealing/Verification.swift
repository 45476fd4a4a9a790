internal import Calendar
internal import Formats
internal import SQLite

/// Whether the history is what was sealed.
public struct Verification: Sendable {
  /// What is not as it was sealed, in the order of the history; not more than some thousands.
  public private(set) var findings: [SealFinding] = []
  /// How many entries the seals of the file cover.
  public private(set) var sealed = 0
  /// How many seals the file has.
  public private(set) var seals = 0
  /// How many entries came after the last seal, its own row aside: these can be altered unseen.
  public private(set) var unsealed = 0
  /// Sealed entries that were erased since, as the log says.
  public private(set) var erased = 0

  /// What of the file's own tables, views and triggers is not as this program made it.
  /// - Parameter file: opened to be inspected.
  /// - Returns: one finding for each of them; empty if all are as they were made.
  public static func ofSchema(_ file: EntenteFile) -> [SealFinding] {
    file.altered.map {
      SealFinding(
        .schema, "\($0) is not as this program made it; what was written since may have left no history")
    }
  }

  /// Reads the whole history once, and the list of what was sealed.
  /// - Parameters:
  ///   - file: the file.
  ///   - head: what an earlier sealing printed, kept elsewhere; nil: only what the file itself says is held against
  ///     it, which whoever can write to the file can make up.
  /// - Throws: ``SealError/unsealed``; `SQLiteError`.
  public init(_ file: EntenteFile, against head: Head?) throws {
    let db = file.connection
    self = try db.sortingOnDisk {
      // One snapshot for all that is read.
      try db.execute("BEGIN")
      defer { if db.isInTransaction { try? db.execute("COMMIT") } }
      return try Verification(db, head)
    }
  }

  private init(_ db: Connection, _ head: Head?) throws {
    let seals = try StoredSeal.all(in: db)
    guard !seals.isEmpty || head != nil else { throw SealError.unsealed }
    var anchors = seals.map {
      Anchor(name: "seal \($0.id)", seal: $0.id, entries: $0.entries, root: $0.root)
    }
    if let head { anchors.append(Anchor(name: "the head", entries: head.entries, root: Hex.text(head.root))) }
    let list = try ListRoots(db, sizes: Set(anchors.map(\.entries)))
    var comparison = try Comparison(db, sizes: Set(anchors.map(\.entries)))
    try HistoryWalk(db).forEach { _ = try comparison.take($0) }
    try comparison.finish()
    (self.seals, sealed) = (seals.count, list.count)
    // The last seal's own row is no news.
    unsealed = max(0, comparison.unsealed - (seals.isEmpty ? 0 : 1))
    erased = comparison.tombstones
    let history = comparison.roots.mapValues { Hex.text($0) }
    // What leads to the last seal is right: the history, or the list.
    let isHistoryRight =
      anchors.max { $0.entries < $1.entries }.map { history[$0.entries] == $0.root } ?? false
    findings = comparison.paired.map { isHistoryRight ? $0.ofTheList : $0 }
    findings += Self.check(seals, list, head)
    findings += anchors.compactMap { anchor in
      anchor.finding(
        list: list.roots[anchor.entries], history: history[anchor.entries], hasMore: !findings.isEmpty)
    }
  }

  /// What the seals have to be among themselves.
  private static func check(_ seals: [StoredSeal], _ list: ListRoots, _ head: Head?) -> [SealFinding] {
    var found: [SealFinding] = []
    for (index, seal) in seals.enumerated() where seal.id != index + 1 {
      found.append(
        SealFinding(
          .seal, table: "seal", record: index + 1, "seal \(index + 1) is missing, or its number was altered"))
      break
    }
    if let gap = list.gap {
      found.append(
        SealFinding(
          .list, table: "seal_entry", record: gap, "the list of what was sealed lacks its entry \(gap)"))
    }
    if let last = seals.last, last.entries != list.count, list.gap == nil {
      found.append(
        SealFinding(
          .list, table: "seal", record: last.id,
          "seal \(last.id) covers \(last.entries) entries, and the list has \(list.count)"))
    } else if let last = seals.last, last.change != list.lastChange {
      found.append(
        SealFinding(
          .seal, table: "seal", record: last.id, change: last.change, "seal \(last.id) names another change"))
    }
    if let head, let first = seals.first, head.file != Head.file(firstRoot: first.root) {
      found.append(
        SealFinding(
          .seal, "the head is of the file \(head.file), and this is \(Head.file(firstRoot: first.root))"))
    }
    return found
  }

  /// A root to which the history has to lead: of a seal in the file, or of a head kept elsewhere.
  private struct Anchor {
    var name: String
    var seal: Int?
    var entries: Int
    var root: String

    func finding(list: String?, history: String?, hasMore: Bool) -> SealFinding? {
      if list == root || (history == root && (seal == nil || list != nil)) { return nil }
      if let list, list == history {
        return found(
          "\(name) does not fit the \(entries) entries it covers, which agree with each other: it was altered, or "
            + "all of them were written anew")
      }
      if list == nil, history == nil {
        return found("\(name) covers \(entries) entries, and the file has fewer")
      }
      if list == nil { return hasMore ? nil : found("\(name) covers entries that the list does not have") }
      return found("the list of what was sealed does not lead to \(name)")
    }

    private func found(_ words: String) -> SealFinding {
      SealFinding(.seal, table: seal == nil ? nil : "seal", record: seal, words)
    }
  }

  /// The list by itself.
  private struct ListRoots {
    private(set) var roots: [Int: String] = [:]
    private(set) var count = 0
    private(set) var gap: Int?
    private(set) var lastChange = 0

    init(_ db: Connection, sizes: Set<Int>) throws {
      var list = SealedList(db)
      var tree = MerkleFrontier()
      while let entry = try list.next() {
        tree.append(entry.hash)
        if sizes.contains(tree.size) { roots[tree.size] = Hex.text(tree.root) }
        lastChange = entry.key.change
      }
      (count, gap) = (tree.size, list.gap)
    }
  }
}

extension SealFinding {
  /// The same place, where the history is as it was and the list is not.
  fileprivate var ofTheList: SealFinding {
    guard let table, let record, let change else { return self }
    return SealFinding(.list, HistoryEntry.Key(change: change, table: table, record: record))
  }
}
