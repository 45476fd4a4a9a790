public import Calendar
public import Records

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Databases for tests: real SQLite, at a clock that stands still.
public enum TestFile {
  /// 2026-11-24T08:00:00Z, the moment of every test that needs one.
  public static let instant = Instant("2026-11-24T08:00:00Z")!
  /// Somebody at work at ``instant``.
  public static let desk = Desk(now: instant, analyst: "tester")

  /// An up-to-date database in memory, without vocabularies and names.
  public static func memory() throws -> EntenteFile { try EntenteFile(inMemoryAt: instant) }

  /// Lends the path of a file that is not there yet, in a folder of its own that is removed afterwards.
  public static func temporary<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
    try folder { try body("\($0)/test.db") }
  }

  /// Lends the path of an empty folder that is removed afterwards with all that is in it.
  public static func folder<Result>(_ body: (_ path: String) throws -> Result) throws -> Result {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/entente-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw TestFileError(path: parent, code: errno) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { remove(tree: path) }
    return try body(path)
  }

  /// The bytes of a file. Never of a database that is open: closing it would drop SQLite's locks.
  public static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw TestFileError(path: path, code: errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }

  /// Writes a file anew.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "wb") else { throw TestFileError(path: path, code: errno) }
    let written = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, written == bytes.count else { throw TestFileError(path: path, code: errno) }
  }

  /// The names in a folder, sorted; empty if there is no such folder.
  public static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(tree path: String) {
    for name in names(in: path) where unlink("\(path)/\(name)") != 0 { remove(tree: "\(path)/\(name)") }
    rmdir(path)
  }
}

/// What the system said about a path.
public struct TestFileError: Error, CustomStringConvertible {
  /// The path.
  public var path: String
  /// Its `errno`.
  public var code: Int32
  /// The path and the system's own words.
  public var description: String { "\(path): \(String(cString: strerror(code)))" }
}
