/// What a name or cue stands for.
public enum NameKind: String, CaseIterable, Sendable, BitwiseCopyable {
  case actor
  case sector
  case mechanism
  case instrument
  case stage
  case effect
  case modality
  /// A key area spoken of as a whole.
  case area
  /// A country, region or city; the code is the country's.
  case place
  /// One of the two states, or the pair: `cn`, `ru`, `both`.
  case state
  /// A head of state or government, or a minister, who stands for his state where he acts: `cn`, `ru`.
  case leader
  /// A word that stands for somebody named before. Not looked for in texts by itself.
  case pointer
  /// A word that speaks against an act. Not looked for in texts by itself.
  case exclusion

  /// The kind of the cues in a file of that name: sectors, modality ...
  public init?(file name: String) {
    guard let kind = Self.allCases.first(where: { name == $0.rawValue || name == "\($0.rawValue)s" }) else {
      return nil
    }
    self = kind
  }

  /// Its place among the kinds.
  var place: Int {
    switch self {
    case .actor: 0
    case .sector: 1
    case .mechanism: 2
    case .instrument: 3
    case .stage: 4
    case .effect: 5
    case .modality: 6
    case .area: 7
    case .place: 8
    case .state: 9
    case .leader: 10
    case .pointer: 11
    case .exclusion: 12
    }
  }

  /// True for what the finder looks for; other words are asked for by the rules, one sentence at a time.
  var isFound: Bool { self != .pointer && self != .exclusion }

  /// The table that holds the codes, where they form a vocabulary.
  var vocabulary: String? {
    switch self {
    case .sector, .mechanism, .instrument, .stage, .effect: rawValue
    case .actor, .modality, .area, .place, .state, .leader, .pointer, .exclusion: nil
    }
  }

  /// The codes, where they are few and fixed.
  var codes: [String]? {
    switch self {
    case .modality: ["actual", "planned", "denied"]
    case .area: ["dialogue", "park", "academic", "fund", "competition"]
    case .state: ["cn", "ru", "both"]
    case .leader: ["cn", "ru"]
    case .pointer:
      [
        "pair", "states", "cn", "ru", "company", "fund", "university", "agency", "body", "deal", "meeting",
      ]
    case .exclusion:
      [
        "ranking", "forecast", "habit", "opinion", "question", "honour", "award", "negation", "nothing",
        "condition",
        "allegation", "reporter", "agency", "onlooker", "looking", "victory",
      ]
    case .actor, .sector, .mechanism, .instrument, .stage, .effect, .place: nil
    }
  }
}

/// How much a cue says by itself.
enum CueStrength: String, CaseIterable {
  case strong
  /// Decides only where no other cue does.
  case weak
  /// A city or seat that may stand for its state: "Moscow said", but not "in Moscow".
  case metonym
}

/// A name or cue found in a text.
public struct Match: Hashable, Sendable {
  /// What it stands for.
  public var kind: NameKind
  /// Vocabulary code, country or state; of an actor its name.
  public var code: String
  /// The actor's number, of kind actor only.
  public var actor: Int?
  /// Byte offset of the first byte in the text.
  public var start: Int
  /// Byte offset after the last byte.
  public var end: Int
  /// The language of the name or cue.
  public var language: String
  /// True for a cue that decides only where no other does.
  public var isWeak: Bool
  /// True for an actor's own name, false for an alias: decides between bodies that share a name.
  var isProper = false
  /// True for a body of both sides, whose name says what they do together.
  var isJoint = false

  /// A match on the bytes from `start` to `end`.
  public init(
    kind: NameKind, code: String, actor: Int? = nil, start: Int, end: Int, language: String,
    isWeak: Bool = false
  ) {
    self.kind = kind
    self.code = code
    self.actor = actor
    self.start = start
    self.end = end
    self.language = language
    self.isWeak = isWeak
  }

  /// The bytes it stands on.
  public var span: Range<Int> { start..<end }
}
