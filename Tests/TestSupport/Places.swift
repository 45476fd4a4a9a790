import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folder that holds the package's manifest.
public let packageRoot: String = #filePath.components(droppingLast: 3)

/// Files that lie beside the package and may be absent.
public enum Shared {
  /// The path of a file in the folder `shared` beside the package; nil, with a line that says so, if it is absent.
  public static func path(_ name: String, _ test: String = #function) -> String? {
    let path = "\(packageRoot.components(droppingLast: 1))/shared/\(name)"
    if access(path, R_OK) == 0 { return path }
    skip(test, because: "there is no shared/\(name) beside the package")
    return nil
  }
}

/// Says on stderr that a test did not run: a skipped test must be seen.
public func skip(_ test: String = #function, because reason: String) {
  fputs("SKIPPED: \(test): \(reason)\n", stderr)
}

extension String {
  fileprivate func components(droppingLast count: Int) -> String {
    split(separator: "/", omittingEmptySubsequences: false).dropLast(count).joined(separator: "/")
  }
}

/// Golden files: outputs that were looked at once and must not change unseen.
public enum Golden {
  /// Holds `text` against `Tests/Snapshots/name`. A missing file, or `RECORD_SNAPSHOTS=1`, writes it and fails:
  /// look at it, commit it, run again.
  public static func check(_ text: String, named name: String, at location: SourceLocation = #_sourceLocation) throws {
    let path = "\(packageRoot)/Tests/Snapshots/\(name)"
    let recording = getenv("RECORD_SNAPSHOTS").map { String(cString: $0) } == "1"
    guard !recording, let bytes = try? TestFile.bytes(of: path) else {
      try write(text, to: path)
      Issue.record("recorded Tests/Snapshots/\(name); look at it and run again", sourceLocation: location)
      return
    }
    let golden = String(decoding: bytes, as: UTF8.self)
    guard !golden.utf8.elementsEqual(text.utf8) else { return }
    let lines = (golden: golden.split(separator: "\n", omittingEmptySubsequences: false),
      now: text.split(separator: "\n", omittingEmptySubsequences: false))
    let index = zip(lines.golden, lines.now).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }?.offset
    let line = index ?? min(lines.golden.count, lines.now.count)
    let was = line < lines.golden.count ? "\(lines.golden[line])" : "the end"
    let found = line < lines.now.count ? "\(lines.now[line])" : "the end"
    Issue.record(
      """
      Tests/Snapshots/\(name), line \(line + 1), differs
        was: \(was)
        now: \(found)
      RECORD_SNAPSHOTS=1 takes what is there now.
      """, sourceLocation: location)
  }

  private static func write(_ text: String, to path: String) throws {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o755)
    }
    try TestFile.write(Array(text.utf8), to: path)
  }
}
