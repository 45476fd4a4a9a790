internal import Formats
internal import Records
internal import SQLite

/// The candidates that an analyst skipped, as a setting of the file: they come last in the next session of the same
/// analyst. To skip decides nothing, and binds nobody else.
enum SkippedCandidates {
  private static func name(_ desk: Desk) -> String { "review_skipped:\(desk.analyst)" }

  /// Their uids.
  static func read(_ desk: Desk, _ db: Connection) throws -> Set<String> {
    Set(try db.setting(name(desk)).map { $0.split(separator: " ").map(String.init) } ?? [])
  }

  /// Keeps them in the place of those that were looked at; others that were skipped earlier stay, while they wait.
  static func keep(_ skipped: [String], of looked: Set<String>, in file: EntenteFile, _ desk: Desk) throws {
    let before = try read(desk, file.connection)
    let open = Set(try ReviewFilter().open(in: file.connection))
    let now = before.subtracting(looked).intersection(open).union(skipped)
    guard now != before else { return }
    try file.write(desk, why: "skipped in review") { change in
      try file.connection.setSetting(
        name(desk), to: now.sorted().joined(separator: " "), change)
    }
  }
}
