import Formats

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The whole terminal: keys come one by one, and what is drawn takes the place of what was there. However the
/// program ends, the terminal is left as it was found.
final class Screen {
  enum Event {
    case key(TerminalKey)
    /// The size is another, or something else wrote here: draw again.
    case redraw
    /// The terminal is gone, or the program is asked to end, by this signal if it is one.
    case end(signal: Int32?)
  }

  /// True if words may look different; else brackets mark them.
  let isStyled = Environment.all["NO_COLOR", default: ""].isEmpty && !Screen.isDumb
  /// A terminal that can only write on.
  private static let isDumb = ["", "dumb"].contains(Environment.all["TERM"] ?? "")

  private static let entering = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?2004h"
  private static let leaving = "\u{1B}[0m\u{1B}[?2004l\u{1B}[?25h\u{1B}[?1049l"

  private var settings = termios()
  private let signals: Int32
  private var decoder = TerminalKeyDecoder()
  private var keys: [TerminalKey] = []
  private var drawn: [StyledText] = []
  private var isOpen = false

  /// nil if standard input is no terminal.
  init?() {
    guard tcgetattr(STDIN_FILENO, &settings) == 0,
      let reading = TerminalSignals.begin(settings: settings, sequence: Self.isDumb ? "" : Self.leaving)
    else { return nil }
    signals = reading
    enter()
  }

  private func enter() {
    var raw = settings
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag &= ~tcflag_t(IXON)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    if !isOpen, !Self.isDumb { write(Self.entering) }
    isOpen = true
    drawn = []
  }

  private func leave() {
    guard isOpen else { return }
    isOpen = false
    if !Self.isDumb { write(Self.leaving) }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &settings)
  }

  /// Gives the terminal back.
  func close() {
    leave()
    TerminalSignals.end(reading: signals)
  }

  /// Lets another program have the terminal as it was found. Keys that were typed ahead are that program's no longer.
  func lend<T>(_ body: () throws -> T) rethrows -> T {
    leave()
    TerminalSignals.lend(true)
    defer {
      TerminalSignals.lend(false)
      enter()
    }
    return try body()
  }

  private func suspend() {
    leave()
    TerminalSignals.stop()
    enter()
  }

  // MARK: Drawing

  /// Columns and rows; no rows where it only writes on.
  var size: (columns: Int, rows: Int?) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return (80, Self.isDumb ? nil : 24)
    }
    return (Int(size.ws_col), Self.isDumb ? nil : Int(size.ws_row))
  }

  /// Shows the lines in place of those before; a dumb terminal gets those that differ.
  func draw(_ lines: [StyledText]) {
    if Self.isDumb {
      let same = zip(lines, drawn).prefix { $0 == $1 }.count
      write(lines.dropFirst(same).map { $0.plain + "\n" }.joined())
    } else {
      // Each line is emptied before it is written: behind the last column there is nothing to empty.
      let text = lines.map { "\u{1B}[2K" + (isStyled ? $0.rendered : $0.plain) }.joined(separator: "\r\n")
      write("\u{1B}[H\(text)\u{1B}[J")
    }
    drawn = lines
  }

  private func write(_ text: String) {
    try? Output.write(Array(text.utf8), to: STDOUT_FILENO, name: "the terminal")
  }

  // MARK: Waiting

  /// Waits for the next key or signal.
  func next() -> Event {
    while true {
      if !keys.isEmpty {
        let key = keys.removeFirst()
        guard key == .control("z") else { return .key(key) }
        suspend()
        return .redraw
      }
      var waiting = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
      ]
      // Escape alone is a key; the bytes of an arrow follow it at once.
      let count = poll(&waiting, 2, decoder.isPending ? 50 : -1)
      if count == 0, let key = decoder.flush() { return .key(key) }
      guard count > 0 else { continue }
      if waiting[1].revents != 0, let event = signalled() { return event }
      if waiting[0].revents != 0, !readKeys() { return .end(signal: nil) }
    }
  }

  private func readKeys() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1024)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    for byte in bytes[..<count] { keys += decoder.feed(byte) }
    return true
  }

  private func signalled() -> Event? {
    var byte: UInt8 = 0
    guard read(signals, &byte, 1) == 1 else { return nil }
    switch Int32(byte) {
    case SIGWINCH: return .redraw
    case SIGCONT:
      enter()
      return .redraw
    case SIGTSTP:
      suspend()
      return .redraw
    case let number: return .end(signal: number)
    }
  }
}
