#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Bytes read once, from front to back: a file, standard input, or bytes already in memory.
///
/// Nothing is kept, so a table of any size is read in the memory of one chunk.
public final class ByteSource {
  /// The number of bytes readers ask for at a time: 64 KiB.
  public static let chunk = 64 << 10

  /// Where the bytes come from, for messages: the path as given, `-` for standard input.
  public let name: String

  private var descriptor: Int32 = -1
  private let ownsDescriptor: Bool
  private let memory: [UInt8]
  /// How many bytes have been handed out: how far a long load has come.
  public private(set) var bytesRead = 0

  /// Opens the file at `path` for reading; `-` is standard input, which is left open afterwards.
  public init(path: String) throws(ReadError) {
    name = path
    memory = []
    ownsDescriptor = path != "-"
    descriptor = STDIN_FILENO
    guard ownsDescriptor else { return }
    if path.utf8.contains(0) {
      throw ReadError(path: path, reason: "the path contains a NUL character", hint: "check the path")
    }
    repeat { descriptor = open(path, O_RDONLY | O_CLOEXEC) } while descriptor < 0 && errno == EINTR
    if descriptor < 0 { throw failure(errno) }
  }

  /// Reads from `bytes`; `name` stands for them in messages.
  public init(bytes: [UInt8], name: String = "bytes") {
    self.name = name
    memory = bytes
    ownsDescriptor = false
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { _ = close(descriptor) }
  }

  /// Fills the front of `buffer` with the next bytes and returns how many; 0 is the end.
  ///
  /// May return fewer than asked for before the end. An interrupted read is taken up again.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard let base = buffer.baseAddress, buffer.count > 0 else { return 0 }
    if descriptor < 0 {
      let count = min(buffer.count, memory.count - bytesRead)
      memory.withUnsafeBytes { buffer.copyMemory(from: .init(rebasing: $0[bytesRead..<bytesRead + count])) }
      bytesRead += count
      return count
    }
    #if canImport(Glibc)
    let system = Glibc.read
    #else
    let system = Darwin.read
    #endif
    while true {
      let count = system(descriptor, base, buffer.count)
      if count >= 0 {
        bytesRead += count
        return count
      }
      if errno != EINTR { throw failure(errno) }
    }
  }

  /// Appends up to `count` next bytes to `bytes` and returns how many; 0 is the end.
  public func append(to bytes: inout [UInt8], count: Int = ByteSource.chunk) throws(ReadError) -> Int {
    var failed: ReadError?
    var got = 0
    withUnsafeTemporaryAllocation(byteCount: count, alignment: 16) { buffer in
      do throws(ReadError) {
        got = try read(into: buffer)
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<got]))
      } catch { failed = error }
    }
    if let failed { throw failed }
    return got
  }

  /// Everything that is left, for texts; more than `limit` bytes is an error.
  public func readAll(limit: Int) throws(ReadError) -> [UInt8] {
    var all: [UInt8] = []
    while try append(to: &all) > 0 {
      if all.count > limit {
        throw ReadError(
          path: name, reason: "is larger than \(limit) bytes", hint: "split it, or check that it is a text")
      }
    }
    return all
  }

  private func failure(_ code: Int32) -> ReadError {
    let hint =
      switch code {
      case ENOENT, ENOTDIR: "check the path"
      case EACCES, EPERM: "ask for the right to read it"
      case EISDIR: "give a file, not a folder"
      case EIO: "the disk may be failing: copy the file elsewhere and try again"
      case EMFILE, ENFILE: "too many files are open"
      default: ""
      }
    return ReadError(path: name, reason: String(cString: strerror(code)), hint: hint)
  }
}
