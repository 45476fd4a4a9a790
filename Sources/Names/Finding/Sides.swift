/// Where a name belongs, as far as it lends others their meaning: HIT beside Harbin, MSU beside Moscow.
struct Sides: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8

  static let chinese = Sides(rawValue: 1)
  static let russian = Sides(rawValue: 2)
  static let third = Sides(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(ofActor side: String) {
    switch side {
    case "cn": self = .chinese
    case "ru": self = .russian
    case "joint": self = [.chinese, .russian]
    case "other": self = .third
    default: self = [.chinese, .russian, .third]
    }
  }

  /// Of a word for a state or a place; any other word has none.
  init(ofCue kind: NameKind, _ code: String) {
    switch (kind, code) {
    case (.state, "cn"), (.place, "CN"): self = .chinese
    case (.state, "ru"), (.place, "RU"): self = .russian
    case (.state, "both"): self = [.chinese, .russian]
    case (.place, _): self = .third
    default: self = []
    }
  }
}
