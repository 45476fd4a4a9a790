import Formats
import Records

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One line typed on a terminal, with Tab to complete. Enough for prompts: printable characters of any script,
/// backspace, Ctrl-U to clear, Ctrl-C and Ctrl-D to give up.
struct LineEditor {
  /// Known words that fit what has been typed.
  var complete: (String) -> [String] = { _ in [] }

  /// The line without its end; nil if the person gave up.
  func read(prompt: String) -> String? {
    var before = termios()
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return readLine() }
    var raw = before
    raw.c_lflag &= ~UInt32(ICANON | ECHO | ISIG)
    tcsetattr(STDIN_FILENO, TCSADRAIN, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSADRAIN, &before) }
    var line: [UInt8] = []
    draw(prompt, line)
    while true {
      var byte: UInt8 = 0
      guard Glibc.read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
      switch byte {
      case 0x0D, 0x0A:
        Talk.write("\r\n")
        return String(decoding: line, as: UTF8.self)
      case 0x03: return giveUp()
      case 0x04 where line.isEmpty: return giveUp()
      case 0x09: line = completed(line)
      case 0x15: line = []
      case 0x7F, 0x08: removeLast(&line)
      case 0x1B: skipEscape()
      case 0x20...: line.append(byte)
      default: continue
      }
      draw(prompt, line)
    }
  }

  private func giveUp() -> String? {
    Talk.write("\r\n")
    return nil
  }

  private func draw(_ prompt: String, _ line: [UInt8]) {
    Talk.write("\r\u{1B}[K\(prompt)\(String(decoding: line, as: UTF8.self))")
  }

  /// A character is up to four bytes: those that continue it go too.
  private func removeLast(_ line: inout [UInt8]) {
    while let last = line.popLast(), last & 0xC0 == 0x80 {}
  }

  /// Arrow keys and the like send a few bytes more.
  private func skipEscape() {
    var byte: UInt8 = 0
    guard Glibc.read(STDIN_FILENO, &byte, 1) == 1, byte == 0x5B || byte == 0x4F else { return }
    while Glibc.read(STDIN_FILENO, &byte, 1) == 1, !(0x40...0x7E ~= byte) {}
  }

  /// The last part of a list is what is being typed; one fit is taken, several are shown.
  private func completed(_ line: [UInt8]) -> [UInt8] {
    let text = String(decoding: line, as: UTF8.self)
    let cut = text.lastIndex(of: ";").map { text.index(after: $0) } ?? text.startIndex
    let part = String(text[cut...]).trimmed
    let fits = complete(part)
    guard !part.isEmpty || fits.count <= 40, let first = fits.first else { return line }
    let shared = fits.dropFirst().reduce(first) { commonPrefix($0, $1) }
    if fits.count > 1 {
      Talk.write("\r\n  " + fits.prefix(40).map(TerminalText.escaped).joined(separator: "  ") + "\r\n")
    }
    return shared.count >= part.count ? Array((text[..<cut] + shared).utf8) : line
  }

  private func commonPrefix(_ a: String, _ b: String) -> String {
    String(zip(a, b).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
  }
}
