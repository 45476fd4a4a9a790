internal import CSQLite

/// What a statement asks to do while it is compiled.
public struct Access: Sendable {
  /// SQLite's action code, e.g. SQLITE_READ.
  public var action: Action
  /// Meaning depends on the action: table, pragma, function ...
  public var first: String?
  /// Meaning depends on the action: the column read, the function called, a pragma's value; nil if none.
  public var second: String?
  /// The name of the database within the connection, e.g. "main"; nil where the action has none.
  public var database: String?
  /// The innermost view or trigger that asks for it; nil where the statement itself does.
  public var inside: String?

  /// The actions this package distinguishes; all others are `other`.
  public enum Action: Sendable {
    /// A SELECT, also one inside another statement; tells nothing else.
    case select
    /// A table's column: `first` is the table, `second` the column.
    case read
    /// A call of an SQL function, whose name is `second`.
    case function
    /// A recursive WITH.
    case recursive
    /// `first` is the pragma's name, `second` its argument, nil if there is none.
    case pragma
    /// Changing a column: `first` is the table, `second` the column.
    case update
    /// `first` is the file to attach; nil if it is no literal.
    case attach
    /// BEGIN, COMMIT, ROLLBACK and savepoints: `first` is the word.
    case transaction
    /// Any other action, e.g. INSERT, DELETE, CREATE or DETACH.
    case other
  }
}

/// Deny-by-default rules for statements, asked at compile time by SQLite itself: no reading of SQL text.
public struct Authorizer: Sendable {
  let allows: @Sendable (Access) -> Bool
  /// Rules of the caller's own.
  /// - Parameter allows: asked for every action of a statement; false refuses the whole statement.
  public init(_ allows: @escaping @Sendable (Access) -> Bool) { self.allows = allows }

  /// Reading, and nothing else: no pragma with a value, no ATTACH, no temporary objects.
  public static let readOnly = Authorizer { access in isReading(access) }

  /// What is also allowed by a further rule.
  public func and(_ rule: @escaping @Sendable (Access) -> Bool) -> Authorizer {
    let first = allows
    return Authorizer { first($0) && rule($0) }
  }

  private static func isReading(_ access: Access) -> Bool {
    switch access.action {
    case .select, .read, .function, .recursive:
      access.second != "load_extension" && access.second != "fts3_tokenizer"
    case .pragma: access.second == nil || informative.contains(access.first ?? "")
    // By this name SQLite declares table-valued functions (pragma_table_info) while it compiles. A statement
    // that names the schema table itself is refused by DEFENSIVE.
    case .update: access.first == "sqlite_master"
    case .attach, .transaction, .other: false
    }
  }

  /// Pragmas whose argument only names what to tell of.
  private static let informative: Set<String> = [
    "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
    "foreign_key_check", "integrity_check", "quick_check", "data_version",
  ]
}

final class AuthorizerBox {
  let authorizer: Authorizer
  init(_ authorizer: Authorizer) { self.authorizer = authorizer }
}

extension Connection {
  /// Sets or removes the rules for every statement compiled from now on.
  public func authorize(_ authorizer: Authorizer?) {
    self.authorizer = authorizer.map(AuthorizerBox.init)
    cache.removeAll()
    guard let box = self.authorizer else {
      sqlite3_set_authorizer(pointer, nil, nil)
      return
    }
    sqlite3_set_authorizer(
      pointer,
      { context, action, first, second, database, inside in
        let box = Unmanaged<AuthorizerBox>.fromOpaque(context!).takeUnretainedValue()
        let access = Access(
          action: .init(code: action), first: first.map { String(cString: $0) },
          second: second.map { String(cString: $0) }, database: database.map { String(cString: $0) },
          inside: inside.map { String(cString: $0) })
        return box.authorizer.allows(access) ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(box).toOpaque())
  }
}

extension Access.Action {
  init(code: Int32) {
    self =
      switch code {
      case SQLITE_SELECT: .select
      case SQLITE_READ: .read
      case SQLITE_FUNCTION: .function
      case SQLITE_RECURSIVE: .recursive
      case SQLITE_PRAGMA: .pragma
      case SQLITE_UPDATE: .update
      case SQLITE_ATTACH: .attach
      case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: .transaction
      default: .other
      }
  }
}
