import Records

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Results go to standard output; a pipe or disk that takes no more is an error, not silence.
enum Output {
  static func write(_ text: String) throws {
    try write(Array(text.utf8), to: STDOUT_FILENO, name: "standard output")
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
    var start = 0
    try bytes.withUnsafeBytes { buffer in
      while start < buffer.count {
        #if canImport(Glibc)
        let count = Glibc.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
        #else
        let count = Darwin.write(descriptor, buffer.baseAddress! + start, buffer.count - start)
        #endif
        if count > 0 {
          start += count
        } else if errno != EINTR {
          throw WriteError(name, errno)
        }
      }
    }
  }

  /// Writes a file whole: to a name beside it first, so that a failure leaves the old one. What is no regular file
  /// (a device, a pipe) is written to as it is; the database that is being read is refused.
  static func write(_ text: String, toFile path: String, besides database: String) throws {
    if path == "-" { return try write(text) }
    let own = resolved(database)
    for name in [own, "\(own)-journal", "\(own)-wal", "\(own)-shm"] where isSame(name, path) {
      throw WriteError.database(path)
    }
    var old = stat()
    let exists = stat(path, &old) == 0
    if exists, old.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY)
      guard descriptor >= 0 else { throw WriteError(path, errno) }
      defer { close(descriptor) }
      return try write(Array(text.utf8), to: descriptor, name: path)
    }
    try replace(exists ? resolved(path) : path, with: text, mode: exists ? old.st_mode & 0o777 : 0o644)
  }

  private static func replace(_ path: String, with text: String, mode: mode_t) throws {
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw WriteError(path, errno) }
    let beside = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    do {
      defer { close(descriptor) }
      try write(Array(text.utf8), to: descriptor, name: path)
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0 else { throw WriteError(path, errno) }
      guard rename(beside, path) == 0 else { throw WriteError(path, errno) }
    } catch {
      unlink(beside)
      throw error
    }
  }

  /// The file a link points to: replacing the link itself would leave the file as it was.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func absent(_ path: String) -> String {
    guard let cut = path.lastIndex(of: "/") else { return "\(resolved("."))/\(path)" }
    return "\(resolved(String(path[..<cut])))\(path[cut...])"
  }

  private static func isSame(_ one: String, _ other: String) -> Bool {
    var (a, b) = (stat(), stat())
    if stat(one, &a) == 0, stat(other, &b) == 0 { return a.st_dev == b.st_dev && a.st_ino == b.st_ino }
    // Not there yet: the same name in the same folder.
    return absent(one) == absent(other)
  }
}

/// A result that could not be handed over.
enum WriteError: Explained {
  case failed(String, reason: String)
  case database(String)

  init(_ path: String, _ code: Int32) { self = .failed(path, reason: String(cString: strerror(code))) }

  var sentence: String {
    switch self {
    case .failed(let name, let reason): "Cannot write to \(name): \(reason)."
    case .database(let name): "\(name) is the database itself; writing there would destroy it."
    }
  }

  var hint: String? {
    switch self {
    case .failed: "What was asked of the database file itself is done."
    case .database: "Give --out another name."
    }
  }
}

/// Talk goes to standard error.
enum Talk {
  static func say(_ line: String) { write(line + "\n") }

  /// As it is; a closed standard error is nobody's loss.
  static func write(_ text: String) {
    try? Output.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }
}
