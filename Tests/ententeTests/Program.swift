import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The program as it was built beside the tests.
enum Program {
  static let folder: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let own =
      count > 0
      ? String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      : CommandLine.arguments[0]
    return own.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
  }()
  static let path = "\(folder)/entente"

  /// A clock that stands still, a name, and nothing of the machine's own settings.
  static func environment(_ more: [String: String] = [:]) -> [String: String] {
    let system = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let fixed = [
      "PATH": "\(folder):\(system)", "LANG": "C.UTF-8", "ENTENTE_NOW": "2026-11-24T08:00:00Z",
      "ENTENTE_ANALYST": "mei",
      "TMPDIR": getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp",
    ]
    return fixed.merging(more) { $1 }
  }

  static func run(
    _ arguments: [String], db: String? = nil, input: String = "", environment more: [String: String] = [:]
  ) throws -> Tool.Outcome {
    let settings = db.map { ["ENTENTE_DB": $0] } ?? [:]
    return try Tool.run(
      path, arguments, input: Array(input.utf8), environment: environment(settings.merging(more) { $1 }))
  }

  /// Runs a line of shell in a folder, standard error in with the output.
  static func shell(_ line: String, in folder: String, environment more: [String: String] = [:]) throws
    -> Tool.Outcome
  {
    try Tool.run("/bin/sh", ["-c", "cd '\(folder)' && { \(line)\n} 2>&1"], environment: environment(more))
  }
}

/// A file with the starting data, made once and lent as a copy: loading it for every test would take minutes.
enum Starting {
  static let result = Result { () throws -> [UInt8] in
    try TestFile.temporary { path in
      let outcome = try Program.run(
        ["ingest", "--backfill", "--tlp", "CLEAR", "\(packageRoot)/seeds"], db: path)
      guard outcome.code == 0 else { throw StartingError(text: outcome.text + outcome.errors) }
      return try TestFile.bytes(of: path)
    }
  }

  struct StartingError: Error { var text: String }

  static func file<T>(_ body: (_ path: String) throws -> T) throws -> T {
    try TestFile.temporary { path in
      try TestFile.write(result.get(), to: path)
      return try body(path)
    }
  }
}
