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
  let line = Array("SKIPPED: \(test): \(reason)\n".utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

extension String {
  fileprivate func components(droppingLast count: Int) -> String {
    split(separator: "/", omittingEmptySubsequences: false).dropLast(count).joined(separator: "/")
  }
}
