/// Something that is not as it was sealed.
public struct SealFinding: Sendable, Equatable {
  /// What is the matter with it.
  public enum Kind: String, Sendable {
    /// It says something else.
    case altered
    /// It is there no longer.
    case missing
    /// It was not there.
    case inserted
    /// It stands under another change than it did.
    case moved
    /// The history is as it was; the list of what was sealed is not.
    case list
    /// A seal, or a head, fits neither.
    case seal
    /// A table, view or trigger of ours is not as it was made: what was written since may have left no history.
    case schema
  }

  /// What is the matter.
  public var kind: Kind
  /// Table of the row; nil where no row can be named.
  public var table: String?
  /// Its id in that table.
  public var record: Int?
  /// The change that wrote this version of it.
  public var change: Int?
  /// In a sentence.
  public var words: String

  init(_ kind: Kind, _ key: HistoryEntry.Key, _ words: String? = nil) {
    self.init(kind, table: key.table, record: key.record, change: key.change, words ?? Self.words(kind, key))
  }

  init(_ kind: Kind, table: String? = nil, record: Int? = nil, change: Int? = nil, _ words: String) {
    (self.kind, self.table, self.record, self.change, self.words) = (kind, table, record, change, words)
  }

  private static func words(_ kind: Kind, _ key: HistoryEntry.Key) -> String {
    let row = "\(key.table) \(key.record)"
    let isLog = HistoryTables.rank(key.table) <= HistoryTables.rank("seal")
    switch kind {
    case .altered where isLog: return "\(row) is not as it was sealed"
    case .altered: return "\(row), as change \(key.change) wrote it, is not as it was sealed"
    case .missing where isLog: return "\(row) was sealed and is missing"
    case .missing: return "\(row), as change \(key.change) wrote it, was sealed and is missing"
    case .inserted where isLog: return "\(row) was not there when it was sealed"
    case .inserted: return "\(row), as change \(key.change) has it, was not there when it was sealed"
    case .list:
      return "the list of what was sealed was altered at \(row) by change \(key.change); the row was not"
    case .moved, .seal, .schema: return row
    }
  }
}
