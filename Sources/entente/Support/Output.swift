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
          throw WriteError.failed(name, reason: String(cString: strerror(errno)))
        }
      }
    }
  }

  /// Writes a file whole: to a name beside it first, so that a failure leaves the old one.
  static func write(_ text: String, toFile path: String) throws {
    if path == "-" { return try write(text) }
    let beside = "\(path).part"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw WriteError.failed(path, reason: String(cString: strerror(errno))) }
    do {
      try write(Array(text.utf8), to: descriptor, name: path)
      guard fsync(descriptor) == 0 || errno == EINVAL else {
        throw WriteError.failed(path, reason: String(cString: strerror(errno)))
      }
      close(descriptor)
    } catch {
      close(descriptor)
      unlink(beside)
      throw error
    }
    guard rename(beside, path) == 0 else {
      let reason = String(cString: strerror(errno))
      unlink(beside)
      throw WriteError.failed(path, reason: reason)
    }
  }
}

/// A result that could not be handed over.
enum WriteError: Explained {
  case failed(String, reason: String)

  var sentence: String {
    switch self {
    case .failed(let name, let reason): "Cannot write to \(name): \(reason)."
    }
  }
  var hint: String? { "What was asked of the database file itself is done." }
}

/// Talk goes to standard error.
enum Talk {
  static func say(_ line: String) { write(line + "\n") }

  /// As it is; a closed standard error is nobody's loss.
  static func write(_ text: String) {
    try? Output.write(Array(text.utf8), to: STDERR_FILENO, name: "standard error")
  }
}
