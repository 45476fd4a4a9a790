#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What the other end is.
enum Terminal {
  static var isOutput: Bool { isatty(STDOUT_FILENO) == 1 }
  static var isTalk: Bool { isatty(STDERR_FILENO) == 1 }
  static var isInput: Bool { isatty(STDIN_FILENO) == 1 }

  /// Columns of the terminal; 80 where there is none, so that a pipe gets what a terminal would show.
  static var width: Int {
    if let text = Environment.all["COLUMNS"], let columns = Int(text), columns >= 40 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 40 else { return 80 }
    return Int(size.ws_col)
  }

  /// Bold on a terminal that wants no plain text.
  static func bold(_ text: String) -> String {
    isOutput && Environment.all["NO_COLOR", default: ""].isEmpty ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }
}

/// The environment, without Foundation.
enum Environment {
  static let all: [String: String] = {
    var result: [String: String] = [:]
    var entry = environ
    while let text = entry.pointee {
      let pair = String(cString: text)
      if let cut = pair.firstIndex(of: "=") {
        result[String(pair[..<cut])] = String(pair[pair.index(after: cut)...])
      }
      entry += 1
    }
    return result
  }()
}
