internal import CSQLite

/// What SQLite refused, in words a stranger can act on.
public struct SQLiteError: Error, CustomStringConvertible, Sendable {
  /// An extended result code. A struct and not an enum: a code unknown today is still a value.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// SQLite's number, extended where SQLite gave the extended one.
    public let rawValue: Int32
    /// A code from SQLite's number; any number will do.
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// The primary code, e.g. SQLITE_CONSTRAINT for SQLITE_CONSTRAINT_UNIQUE.
    public var primary: Code { Code(rawValue: rawValue & 0xff) }

    /// No closer code: mostly a fault in the SQL, such as a table that is not there.
    public static let error = Code(rawValue: SQLITE_ERROR)
    /// Another connection kept the file locked for longer than this one waits.
    public static let busy = Code(rawValue: SQLITE_BUSY)
    /// The connection or the file may not be written.
    public static let readOnly = Code(rawValue: SQLITE_READONLY)
    /// The statement was stopped, as by ``Connection/onProgress(_:)``.
    public static let interrupt = Code(rawValue: SQLITE_INTERRUPT)
    /// The operating system failed to read, write or sync.
    public static let inputOutput = Code(rawValue: SQLITE_IOERR)
    /// The file's content is damaged, or a copy did not pass its check.
    public static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    /// No room is left on the disk.
    public static let full = Code(rawValue: SQLITE_FULL)
    /// The file, its journal or its folder cannot be opened.
    public static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    /// A CHECK, UNIQUE, NOT NULL or foreign key rule, or a trigger's RAISE, refused the change.
    public static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    /// The file does not begin as an SQLite database does.
    public static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    /// The ``Authorizer`` refused the statement.
    public static let authorization = Code(rawValue: SQLITE_AUTH)
    /// The library, or this package, was called in a way it does not allow.
    public static let misuse = Code(rawValue: SQLITE_MISUSE)
    /// A text, a blob or a statement is longer than SQLite's limit, 1,000,000,000 bytes by default.
    public static let tooBig = Code(rawValue: SQLITE_TOOBIG)
  }

  /// The extended result code.
  public var code: Code
  /// SQLite's own sentence, or ours.
  public var message: String
  /// The statement, where one is to blame.
  public var sql: String?
  /// Byte offset of the fault in `sql`, where SQLite knows it.
  public var offset: Int?
  /// What the person at the keyboard can do.
  public var hint: String?

  /// An error with SQLite's code or, for a refusal of ours, without one.
  /// - Parameters:
  ///   - code: the result code.
  ///   - message: what was refused.
  ///   - sql: the statement, where one is to blame.
  ///   - offset: byte offset of the fault in `sql`.
  ///   - hint: what to do; without one, what is known for the code, if anything.
  public init(
    code: Code = .error, message: String, sql: String? = nil, offset: Int? = nil, hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.sql = sql
    self.offset = offset
    self.hint = hint ?? Self.hint(for: code)
  }

  /// The error a connection reports now.
  init(connection: OpaquePointer?, result: Int32, sql: String? = nil) {
    let message =
      connection.map { String(cString: sqlite3_errmsg($0)) } ?? String(cString: sqlite3_errstr(result))
    let extended = connection.map { sqlite3_extended_errcode($0) } ?? result
    let offset = connection.map { Int(sqlite3_error_offset($0)) } ?? -1
    self.init(
      code: Code(rawValue: extended == SQLITE_OK ? result : extended), message: message, sql: sql,
      offset: offset >= 0 ? offset : nil)
  }

  private static func hint(for code: Code) -> String? {
    switch code.primary {
    case .busy: "Another program is using the file; try again when it has finished."
    case .readOnly: "The file or its folder cannot be written to: check the permissions."
    case .full: "The disk is full; nothing of this step was kept. Make room and run it again."
    case .inputOutput:
      "The disk did not answer; whether the last step was kept is unknown. Run it again: what is there is skipped."
    case .corrupt: "Run `entente doctor`, and restore the last backup if it confirms the damage."
    case .cannotOpen: "Check that the folder is there, and that you may read and write in it."
    case .notADatabase: "The file is not an SQLite database; check the path."
    default: nil
    }
  }

  /// The message, and under it the line of SQL with a caret at the fault.
  public var description: String {
    guard let sql, let caret = caret(in: sql) else { return message }
    return "\(message)\n\(caret)"
  }

  private func caret(in sql: String) -> String? {
    guard let offset, offset <= sql.utf8.count else { return nil }
    let at = sql.utf8.index(sql.startIndex, offsetBy: offset)
    let start = sql[..<at].lastIndex(of: "\n").map(sql.index(after:)) ?? sql.startIndex
    let end = sql[at...].firstIndex(of: "\n") ?? sql.endIndex
    let blanks = String(repeating: " ", count: sql[start..<at].count)
    return "  \(sql[start..<end])\n  \(blanks)^"
  }
}
