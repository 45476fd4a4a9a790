internal import Candidates
internal import Documents
internal import Names
public import Records
internal import SQLite

/// Remaking what follows from documents, records and rules: views, search index, passages, mentions, open
/// candidates. With the same names and rules no answer changes by it.
public enum Rebuilding {
  /// What was remade.
  public struct Counts: Sendable {
    /// Observations put into the search index.
    public var observations = 0
    /// Documents whose text is held: their passages were remade.
    public var documents = 0
    /// Candidates that the rules found in them.
    public var candidates = 0
  }

  /// Remakes everything derived in one transaction.
  @discardableResult
  public static func run(_ file: EntenteFile) throws -> Counts {
    let db = file.connection
    var counts = Counts()
    try file.remakeDerived {
      try RulesVersion.refresh(in: db)
      try PassageTable.remakeAll(in: db)
      try SearchIndex.indexDocuments(in: db)
      try Copies.sketchAll(in: db)
      counts.documents = try db.value("SELECT count(*) FROM document_text WHERE withdrawn = 0") ?? 0
      counts.candidates = try Propose.remakeAll(in: db)
      counts.observations = try ObservationTable.indexAll(in: db)
    }
    return counts
  }
}
