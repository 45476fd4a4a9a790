import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Signals while the terminal is in raw mode. Those that can wait come as bytes through a pipe, so that they are
/// waited for together with keys; those that end the program at once put the terminal back first.
enum TerminalSignals {
  /// The end that handlers write to; -1 while there is none.
  private static let writing = Atomic<Int32>(-1)
  // Handlers may read these two, and they are written before any is installed.
  nonisolated(unsafe) private static let before = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static let restoring = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 64)

  static let patient = [SIGWINCH, SIGTSTP, SIGCONT, SIGINT, SIGTERM, SIGHUP, SIGQUIT]
  private static let fatal = [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE]

  /// Begins: a crash writes `sequence` and sets the terminal to `settings`.
  /// - Returns: the end of the pipe to read signal numbers from, one byte each; nil if none can be made.
  static func begin(settings: termios, sequence: String) -> Int32? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    before.initialize(to: settings)
    restoring.initialize(repeating: 0)
    for (index, byte) in sequence.utf8.prefix(restoring.count).enumerated() { restoring[index] = byte }
    writing.store(ends[1], ordering: .sequentiallyConsistent)
    for number in patient { install(number, note) }
    for number in fatal { install(number, crash) }
    return ends[0]
  }

  /// Ends: signals mean again what they mean to every program.
  static func end(reading: Int32) {
    for number in patient + fatal { signal(number, SIG_DFL) }
    let end = writing.exchange(-1, ordering: .sequentiallyConsistent)
    close(end)
    close(reading)
  }

  /// Stops the program, and the others of its job, until it is continued.
  static func stop() {
    signal(SIGTSTP, SIG_DFL)
    kill(0, SIGTSTP)
    install(SIGTSTP, note)
  }

  /// While another program has the terminal, both are stopped together.
  static func lend(_ isLent: Bool) {
    if isLent { signal(SIGTSTP, SIG_DFL) } else { install(SIGTSTP, note) }
  }

  /// Ends the program by the signal, as its parent expects it.
  static func die(by number: Int32) {
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func install(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    var action = sigaction()
    #if canImport(Glibc)
    action.__sigaction_handler.sa_handler = handler
    #else
    action.__sigaction_u.__sa_handler = handler
    #endif
    sigemptyset(&action.sa_mask)
    action.sa_flags = 0
    sigaction(number, &action, nil)
  }

  private static let note: @convention(c) (Int32) -> Void = { number in
    let code = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = write(TerminalSignals.writing.load(ordering: .sequentiallyConsistent), &byte, 1)
    errno = code
  }

  private static let crash: @convention(c) (Int32) -> Void = { number in
    tcsetattr(STDIN_FILENO, TCSANOW, TerminalSignals.before)
    _ = write(STDOUT_FILENO, TerminalSignals.restoring.baseAddress, TerminalSignals.restoring.count)
    signal(number, SIG_DFL)
    raise(number)
  }
}
