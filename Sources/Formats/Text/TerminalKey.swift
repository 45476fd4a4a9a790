/// A key pressed on a terminal.
public enum TerminalKey: Hashable, Sendable {
  /// A letter, digit or sign of any script.
  case character(Character)
  /// A character that was pasted, not pressed: it is text, never a command.
  case pasted(Character)
  case enter, tab, backspace, escape, up, down, left, right, home, end, pageUp, pageDown
  /// Ctrl with a letter, as `.control("c")`.
  case control(Character)
}

/// Bytes of a terminal to keys. What it does not know is passed over.
public struct TerminalKeyDecoder: Sendable {
  private var sequence: [UInt8] = []
  private var isPasting = false

  /// Ready for the first byte.
  public init() {}

  /// True in the middle of a key of several bytes. An Escape that is followed by nothing is the key itself: call
  /// ``flush()`` when no more bytes come.
  public var isPending: Bool { !sequence.isEmpty }

  /// Takes one byte.
  /// - Returns: the keys that are complete by it: mostly one or none.
  public mutating func feed(_ byte: UInt8) -> [TerminalKey] {
    if sequence.first == 0x1B { return feedEscape(byte) }
    if !sequence.isEmpty || byte >= 0x80 { return feedText(byte) }
    if byte == 0x1B {
      sequence = [byte]
      return []
    }
    return key(byte).map { [$0] } ?? []
  }

  private func key(_ byte: UInt8) -> TerminalKey? {
    if isPasting {
      return .pasted(byte < 0x20 || byte == 0x7F ? " " : Character(Unicode.Scalar(byte)))
    }
    switch byte {
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20...: return .character(Character(Unicode.Scalar(byte)))
    default: return nil
    }
  }

  /// What the bytes so far mean where no more follow.
  public mutating func flush() -> TerminalKey? {
    defer { sequence = [] }
    return sequence == [0x1B] ? .escape : nil
  }

  /// UTF-8; what is no UTF-8 is dropped.
  private mutating func feedText(_ byte: UInt8) -> [TerminalKey] {
    if byte & 0xC0 != 0x80 { sequence = [] }
    sequence.append(byte)
    let length = sequence[0] >= 0xF0 ? 4 : sequence[0] >= 0xE0 ? 3 : 2
    guard sequence[0] >= 0xC2 else {
      sequence = []
      return byte < 0x80 ? feed(byte) : []
    }
    guard sequence.count == length else { return [] }
    defer { sequence = [] }
    guard let character = String(validating: sequence, as: UTF8.self)?.first else { return [] }
    return [isPasting ? .pasted(character) : .character(character)]
  }

  private mutating func feedEscape(_ byte: UInt8) -> [TerminalKey] {
    if sequence.count == 1 {
      if byte == 0x5B || byte == 0x4F {
        sequence.append(byte)
        return []
      }
      sequence = []
      return [.escape] + feed(byte)
    }
    sequence.append(byte)
    guard 0x40...0x7E ~= byte else {
      if sequence.count > 32 { sequence = [] }
      return []
    }
    defer { sequence = [] }
    return named(String(decoding: sequence.dropFirst(2), as: UTF8.self)).map { [$0] } ?? []
  }

  private mutating func named(_ sequence: String) -> TerminalKey? {
    switch sequence {
    case "A": return .up
    case "B": return .down
    case "C": return .right
    case "D": return .left
    case "H", "1~", "7~": return .home
    case "F", "4~", "8~": return .end
    case "5~": return .pageUp
    case "6~": return .pageDown
    case "200~": isPasting = true
    case "201~": isPasting = false
    default: break
    }
    return nil
  }
}
