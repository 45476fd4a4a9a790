#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The program on a terminal of its own: keys are sent when what they answer is on the screen.
final class PseudoTerminal {
  private let master: Int32
  private let child: pid_t
  /// All that was written so far.
  private(set) var output: [UInt8] = []
  private var seen = 0
  var text: String { String(decoding: output, as: UTF8.self) }

  init(_ arguments: [String], environment: [String: String], columns: UInt16 = 80, rows: UInt16 = 24) throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, lock): (Int32, Int32) = (0, 0)
    // posix_openpt and what belongs to it are hidden from Swift: unlocks the other end, and asks for its number.
    guard master >= 0, ioctl(master, 0x4004_5431, &lock) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw PseudoTerminalError(what: "no terminal can be made: \(errno)")
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a new session opens is the one that controls it.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The threads of tests keep signals back, and a child would too.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, 0x80 /* POSIX_SPAWN_SETSID */ | Int16(POSIX_SPAWN_SETSIGMASK))
    var words = ([Program.path] + arguments).map { strdup($0) } + [nil]
    var settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, Program.path, &actions, &attributes, &words, &settings)
    guard code == 0 else { throw PseudoTerminalError(what: "the program does not start: \(code)") }
    self.child = child
  }

  deinit { close(master) }

  /// Whether keys are handed on one by one, as the terminal is set now.
  var isRaw: Bool {
    var settings = termios()
    tcgetattr(master, &settings)
    return settings.c_lflag & tcflag_t(ICANON | ECHO) == 0
  }

  /// Reads on until the text is there, after what was waited for before.
  func wait(for wanted: String) throws {
    let wanted = Array(wanted.utf8)
    while true {
      let found = (seen..<max(seen, output.count - wanted.count + 1)).first {
        output[$0..<$0 + wanted.count].elementsEqual(wanted)
      }
      if let found {
        seen = found + wanted.count
        return
      }
      guard try readOn() else {
        throw PseudoTerminalError(what: "the end, not \(String(decoding: wanted, as: UTF8.self))")
      }
    }
  }

  func send(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Reads on to the end of the program.
  /// - Returns: its exit code; 128 and the signal's number if a signal ended it.
  func end() throws -> Int32 {
    while try readOn() {}
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  func raise(_ signal: Int32) { kill(child, signal) }

  /// False at the end. A program that says nothing for two minutes is given up.
  private func readOn() throws -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 120_000) > 0 else {
      kill(child, SIGKILL)
      throw PseudoTerminalError(what: "silence after: \(text.suffix(400))")
    }
    var bytes = [UInt8](repeating: 0, count: 4096)
    // Linux says EIO where the other end was closed.
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    output += bytes[..<count]
    return true
  }
}

/// What went wrong on a terminal of a test.
struct PseudoTerminalError: Error, CustomStringConvertible {
  var what: String
  var description: String { what }
}
