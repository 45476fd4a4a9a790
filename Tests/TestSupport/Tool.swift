import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs programs. Both outputs are read while the input is written, so none of the three can block the others.
public enum Tool {
  /// What a program left behind.
  public struct Outcome: Sendable {
    /// What it wrote to standard output.
    public var output: [UInt8]
    /// What it wrote to standard error, as text.
    public var errors: String
    /// Its exit code; 128 and the signal's number if a signal ended it.
    public var code: Int32
    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// The path of a program in `$PATH`; nil if it is not installed.
  public static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program to its end.
  /// - Parameters:
  ///   - executable: its path.
  ///   - arguments: without the program's own name.
  ///   - input: bytes for its standard input, which is then closed.
  ///   - environment: all of its environment; nil hands on that of the tests.
  /// - Returns: what it left behind, whatever its exit code.
  /// - Throws: ``TestFileError`` if it cannot be started.
  public static func run(
    _ executable: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String]? = nil
  ) throws -> Outcome {
    // A child that ends before it has read everything must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    // One at a time: between `pipe` and FD_CLOEXEC another test's child would inherit our ends and hold them open.
    let (child, ends) = try spawning.withLock { _ in
      let pipes = (try Pipe(), try Pipe(), try Pipe())
      let theirs = [pipes.0.reading, pipes.1.writing, pipes.2.writing]
      defer { for descriptor in theirs { close(descriptor) } }
      let child = try spawn(executable, arguments, environment, theirs)
      return (child, (pipes.0.writing, pipes.1.reading, pipes.2.reading))
    }
    let (output, errors) = exchange(input, ends.0, ends.1, ends.2)
    for descriptor in [ends.1, ends.2] { close(descriptor) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return Outcome(
      output: output, errors: String(decoding: errors, as: UTF8.self),
      code: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
  }

  private static let spawning = Mutex(())

  private struct Pipe {
    let reading: Int32
    let writing: Int32
    init() throws {
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw TestFileError(path: "pipe", code: errno) }
      for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
      (reading, writing) = (ends[0], ends[1])
    }
  }

  private static func spawn(
    _ executable: String, _ arguments: [String], _ environment: [String: String]?, _ standard: [Int32]
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in standard.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // The child gets the usual answer to a closed pipe back.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var words = ([executable] + arguments).map { strdup($0) } + [nil]
    var settings = environment?.map { strdup("\($0.key)=\($0.value)") } ?? []
    settings.append(nil)
    defer { for text in words + settings { free(text) } }
    var child: pid_t = 0
    let code =
      environment == nil
      ? posix_spawn(&child, executable, &actions, &attributes, &words, environ)
      : posix_spawn(&child, executable, &actions, &attributes, &words, &settings)
    guard code == 0 else { throw TestFileError(path: executable, code: code) }
    return child
  }

  private static func exchange(
    _ input: [UInt8], _ stdin: Int32, _ stdout: Int32, _ stderr: Int32
  ) -> (output: [UInt8], errors: [UInt8]) {
    _ = fcntl(stdin, F_SETFL, O_NONBLOCK)
    var collected: [Int32: [UInt8]] = [stdout: [], stderr: []]
    var written = 0
    var open: Set<Int32> = [stdin, stdout, stderr]
    while !open.isEmpty {
      if open.contains(stdin), written == input.count { finish(stdin) }
      var polled = open.map { pollfd(fd: $0, events: Int16($0 == stdin ? POLLOUT : POLLIN), revents: 0) }
      guard !polled.isEmpty, poll(&polled, nfds_t(polled.count), -1) > 0 else { continue }
      for item in polled where item.revents != 0 {
        if item.fd == stdin { send() } else { receive(item.fd) }
      }
    }
    return (collected[stdout]!, collected[stderr]!)

    func finish(_ descriptor: Int32) {
      if descriptor == stdin { close(descriptor) }
      open.remove(descriptor)
    }
    func send() {
      let count = input.withUnsafeBytes { write(stdin, $0.baseAddress! + written, input.count - written) }
      if count > 0 { written += count } else if errno != EAGAIN, errno != EINTR { finish(stdin) }
    }
    func receive(_ descriptor: Int32) {
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        collected[descriptor]! += chunk[..<count]
      } else if count == 0 || errno != EINTR {
        finish(descriptor)
      }
    }
  }
}
