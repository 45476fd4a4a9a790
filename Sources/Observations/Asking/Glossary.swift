public import SQLite

/// What the codes of a vocabulary mean.
public struct Glossary: Sendable {
  /// A code and what it stands for.
  public struct Entry: Sendable {
    /// As it is typed.
    public var code: String
    /// As it is called.
    public var label: String
    /// What it means.
    public var definition: String
    /// What belongs there although it might seem not to; mechanisms only.
    public var include: String?
    /// What does not belong there although it might seem to; mechanisms only.
    public var exclude: String?

    /// Everything about it, in lines.
    public var lines: [String] {
      ["\(code): \(label). \(definition)"] + (include.map { ["belongs here: \($0)"] } ?? [])
        + (exclude.map { ["does not: \($0)"] } ?? [])
    }
  }

  /// Every code that is not withdrawn, in its order.
  public let entries: [Entry]

  /// - Throws: `SQLiteError`.
  public init(_ vocabulary: Codes.Vocabulary, in connection: Connection) throws {
    let query: SQL =
      vocabulary == .mechanism
      ? "SELECT code, label, definition, include, exclude FROM mechanism WHERE withdrawn = 0 ORDER BY position"
      : """
      SELECT code, label, definition, NULL, NULL FROM \(identifier: vocabulary.rawValue)
      WHERE withdrawn = 0 ORDER BY position
      """
    entries = try connection.rows(query) { row in
      Entry(
        code: try row.get(0), label: try row.get(1), definition: try row.get(2, as: String?.self) ?? "",
        include: try row.get(3), exclude: try row.get(4))
    }
  }

  /// The entry of a code; nil if there is none.
  public subscript(code: String) -> Entry? { entries.first { $0.code == code } }
}
