internal import Calendar
internal import Formats

/// Names of records across files.
public enum Identity {
  /// The uid of something loaded: the same parts give the same uid on every desk.
  ///
  /// The parts are hashed with their lengths, so that ("ab", "c") and ("a", "bc") differ.
  public static func loaded(_ parts: String...) -> String { loaded(parts) }

  /// As above, for a list of parts.
  public static func loaded(_ parts: [String]) -> String { UUID8.from(digest: digest(parts)) }

  /// The SHA-256 of parts with their lengths.
  public static func digest(_ parts: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for part in parts {
      bytes += String(part.utf8.count).utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += part.utf8
    }
    return SHA256.digest(of: bytes)
  }

  /// A uid for something typed now.
  public static func typed(at desk: Desk) -> String {
    var random = SystemRandomNumberGenerator()
    return UUID7.make(milliseconds: UInt64(max(0, desk.now.seconds)) * 1000, random: &random)
  }

  /// True for the canonical text of a UUID, as exports carry it.
  public static func isUID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.utf8.count) == [8, 4, 4, 4, 12]
      && parts.allSatisfy {
        $0.utf8.allSatisfy {
          UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "f") ~= $0
        }
      }
  }
}

/// A short name as people type it: `o279`, `d12`, `c3`.
public struct ShortID: Hashable, Sendable, CustomStringConvertible {
  /// What the letter stands for.
  public enum Kind: Character, Sendable {
    case observation = "o"
    case document = "d"
    case candidate = "c"
    case evidence = "e"
  }

  /// Which kind of record.
  public var kind: Kind
  /// The record's id in its table.
  public var number: Int

  /// The short name of the record with this number.
  public init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// nil if the text is no letter of ours followed by a number.
  public init?(_ text: String) {
    guard let letter = text.first, let kind = Kind(rawValue: Character(letter.lowercased())),
      text.utf8.count > 1,
      text.dropFirst().utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let number = Int(text.dropFirst())
    else { return nil }
    self.init(kind, number)
  }

  /// The letter and the number: `o279`.
  public var description: String { "\(kind.rawValue)\(number)" }
}
