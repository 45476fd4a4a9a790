import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Golden files: outputs that were looked at once and must not change unseen.
public enum Golden {
  /// Holds `text` against `Tests/Snapshots/name`. A missing file, or `RECORD_SNAPSHOTS=1`, writes it and fails:
  /// look at it, commit it, run again.
  public static func check(
    _ text: String, named name: String, file: String = #fileID, path filePath: String = #filePath,
    line sourceLine: Int = #line
  ) throws {
    let location = SourceLocation(fileID: file, filePath: filePath, line: sourceLine, column: 1)
    let path = "\(packageRoot)/Tests/Snapshots/\(name)"
    let recording = getenv("RECORD_SNAPSHOTS").map { String(cString: $0) } == "1"
    guard !recording, let bytes = try? TestFile.bytes(of: path) else {
      try write(text, to: path)
      Issue.record("recorded Tests/Snapshots/\(name); look at it and run again", sourceLocation: location)
      return
    }
    let golden = String(decoding: bytes, as: UTF8.self)
    guard !golden.utf8.elementsEqual(text.utf8) else { return }
    let lines = (
      golden: golden.split(separator: "\n", omittingEmptySubsequences: false),
      now: text.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let index = zip(lines.golden, lines.now).enumerated().first { !$1.0.utf8.elementsEqual($1.1.utf8) }?
      .offset
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
