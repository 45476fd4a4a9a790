public import SQLite
internal import Synchronization

/// Which tables a statement reads: what its marking follows from, and whether it looks past a lens.
///
/// SQLite tells the authorizer while it compiles a statement, views opened up; no SQL text is read here.
public final class TablesRead: Sendable {
  private let names = Mutex<Set<String>>([])
  private let schema: ShadowedSchema
  /// What stands before the tables of the file; nil without a lens.
  private let shadows: Set<String>?

  /// For a connection with or without a lens on.
  public init(_ connection: Connection, throughLens: Bool) throws {
    schema = try ShadowedSchema(of: connection)
    shadows = throughLens ? schema.shadows : nil
  }

  /// Reading and nothing else; with a lens on, only what it shows.
  public var authorizer: Authorizer {
    .readOnly.and { [self] access in
      guard access.action == .read, let table = access.first else { return true }
      _ = names.withLock { $0.insert(table) }
      return access.database != "main" || isShown(table, inside: access.inside)
    }
  }

  /// A table of the file is read by the view that stands before it. The file's own views, and tables that are not
  /// ours, know nothing of the lens.
  private func isShown(_ table: String, inside view: String?) -> Bool {
    guard let shadows else { return true }
    let isOpen =
      ShadowedSchema.plain.contains(table) || table.hasPrefix("sqlite_") || table.hasPrefix("pragma_")
    return isOpen || view.map(shadows.contains) == true && !table.hasPrefix("search")
  }

  /// The highest label among all rows of the tables read, and of those they hang on; a table that is not ours counts
  /// as what unmarked input takes.
  public func label(in connection: Connection) throws -> Label {
    let read = names.withLock { $0 }
    let labelled = read.reduce(into: Set<String>()) { $0.formUnion(schema.labels(over: $1)) }
    var highest = Label.clear
    for name in labelled {
      for table in read.contains("\(name)_history") ? [name, "\(name)_history"] : [name] {
        highest = max(highest, try connection.highestLabel(of: table))
      }
    }
    return highest
  }
}

extension Connection {
  /// The highest label among the rows of a table that has the column `tlp`, as far as they are seen.
  func highestLabel(of table: String) throws -> Label {
    let rank = try value(
      """
      SELECT rank FROM label WHERE code IN (SELECT tlp FROM \(identifier: table)) ORDER BY rank DESC LIMIT 1
      """, as: Int.self)
    return rank.map { Label(rank: $0) } ?? .clear
  }
}
