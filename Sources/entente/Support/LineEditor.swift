import Formats
import Observations
import Records

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One line typed on a terminal, with Tab to complete; Ctrl-C, and Ctrl-D on an empty line, give up.
struct LineEditor {
  /// Known words that fit what has been typed.
  var complete: (String) -> [String] = { _ in [] }

  /// Reads one line.
  /// - Parameters:
  ///   - prompt: what stands before it.
  ///   - text: what stands in it to begin with.
  /// - Returns: the line without its end; nil if the person gave up.
  func read(prompt: String, text: String = "") -> String? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() }
    var raw = before
    raw.c_lflag &= ~UInt32(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    var line = LineInput(prompt, text: text)
    var decoder = TerminalKeyDecoder()
    draw(line)
    while let keys = next(&decoder) {
      for key in keys {
        switch key {
        case .enter:
          Talk.write("\r\n")
          return line.text
        case .control("c"): return giveUp()
        case .control("d") where line.characters.isEmpty: return giveUp()
        case .tab: completeLast(of: &line)
        default: _ = line.take(key)
        }
      }
      draw(line)
    }
    return giveUp()
  }

  private func giveUp() -> String? {
    Talk.write("\r\n")
    return nil
  }

  /// The keys of the next byte: one at a time, so that what was typed ahead is left for the next line. Nil at the end.
  private func next(_ decoder: inout TerminalKeyDecoder) -> [TerminalKey]? {
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // Escape alone is a key; the bytes of an arrow follow it at once.
    if decoder.isPending, poll(&waiting, 1, 50) == 0 { return decoder.flush().map { [$0] } ?? [] }
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(STDIN_FILENO, &byte, 1)
      if count == 1 { return decoder.feed(byte) }
      guard count < 0, errno == EINTR else { return nil }
    }
  }

  /// The part of the line around the cursor that has room beside the prompt.
  private func draw(_ line: LineInput) {
    let room = max(10, Terminal.width - TerminalText.width(line.prompt) - 1)
    var (start, width) = (line.cursor, 0)
    while start > 0 {
      width += TerminalText.width(String(line.characters[start - 1]))
      guard width < room else { break }
      start -= 1
    }
    let head = TerminalText.escaped(String(line.characters[start..<line.cursor]))
    var tail = TerminalText.escaped(String(line.characters[line.cursor...]))
    while !tail.isEmpty, TerminalText.width(head) + TerminalText.width(tail) > room { tail.removeLast() }
    let back = TerminalText.width(tail)
    Talk.write("\r\u{1B}[K\(line.prompt)\(head)\(tail)" + (back > 0 ? "\u{1B}[\(back)D" : ""))
  }

  /// The last part of a list is what is being typed; one fit is taken, several are shown.
  private func completeLast(of line: inout LineInput) {
    let text = line.text
    let cut = text.lastIndex(of: ";").map { text.index(after: $0) } ?? text.startIndex
    let part = String(text[cut...]).trimmed
    let fits = complete(part)
    guard !part.isEmpty || fits.count <= 40, let first = fits.first else { return }
    if fits.count > 1 {
      Talk.write("\r\n  " + fits.prefix(40).map(TerminalText.escaped).joined(separator: "  ") + "\r\n")
    }
    let shared = fits.dropFirst().reduce(first) { commonPrefix($0, $1) }
    // What fits may be written otherwise altogether: a name for its alias, or for one that was mistyped.
    guard shared.count >= part.count || fits.count == 1 else { return }
    line.replace(with: text[..<cut] + (cut == text.startIndex ? "" : " ") + shared)
  }

  private func commonPrefix(_ a: String, _ b: String) -> String {
    String(zip(a, b).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}
