internal import CSQLite

/// What SQLite refused, in words a stranger can act on.
public struct SQLiteError: Error, CustomStringConvertible, Sendable {
  /// An extended result code. A struct and not an enum: a code unknown today is still a value.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: Int32
    public init(rawValue: Int32) { self.rawValue = rawValue }
    /// The primary code, e.g. SQLITE_CONSTRAINT for SQLITE_CONSTRAINT_UNIQUE.
    public var primary: Code { Code(rawValue: rawValue & 0xff) }

    public static let error = Code(rawValue: SQLITE_ERROR)
    public static let busy = Code(rawValue: SQLITE_BUSY)
    public static let readOnly = Code(rawValue: SQLITE_READONLY)
    public static let interrupt = Code(rawValue: SQLITE_INTERRUPT)
    public static let inputOutput = Code(rawValue: SQLITE_IOERR)
    public static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    public static let full = Code(rawValue: SQLITE_FULL)
    public static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    public static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    public static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    public static let authorization = Code(rawValue: SQLITE_AUTH)
    public static let misuse = Code(rawValue: SQLITE_MISUSE)
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
    case .busy: "Another program is writing to the file; try again when it has finished."
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
