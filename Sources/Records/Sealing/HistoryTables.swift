internal import SQLite

/// The tables whose rows are entries of the history: those of our schema, whatever else is in the file.
public enum HistoryTables {
  /// Tables of truth, each with its table of superseded versions, by name.
  public static let truth: [String] = {
    let statements: [String] = Resources.files(in: "migrations/0").flatMap {
      Resources.statements(beginning: "CREATE TABLE ", in: $0.text)
    }
    let names: [String] = statements.compactMap { statement in
      statement.split(separator: " ").dropFirst(2).first.map { String($0) }
    }
    let all = Set(names)
    return names.filter { all.contains(history(of: $0)) }.sorted()
  }()

  /// Rows of the log that carry the change they were written in.
  static let log = ["erasure", "seal"]

  static func history(of table: String) -> String { "\(table)_history" }

  /// Within one change the log comes first.
  static func rank(_ table: String) -> Int {
    switch table {
    case "change": 0
    case "batch": 1
    case "erasure": 2
    case "seal": 3
    default: 4
    }
  }
}
