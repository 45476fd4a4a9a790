import Formats
import Glibc
import Names

/// Texts to measure with, made of the paragraphs of real-looking ones in another order each time.
///
/// Ordinary news is `Benchmarks/texts`: rates, strikes, matches, weather, home affairs. News about both sides is
/// `seeds/texts` and the labelled texts of `Tests/Scoring/development`: names, acts, dates and sums stand in them
/// as close as in a press release.
struct Prose {
  enum Kind {
    /// Ordinary news, and of it what names neither China nor Russia, and what names one of them.
    case ordinary, ofNeither, ofOne
    /// News about both sides.
    case both
  }

  static let languages = ["en", "ru", "zh"]

  private struct Pool {
    var paragraphs: [[UInt8]] = []
    /// For each byte of each paragraph whether it is part of a name, a cue or a number, which stay as they are.
    var fixed: [[Bool]] = []
    /// The words that may be put for others, as often as they stand.
    var words: [[UInt8]] = []
  }
  private var pools: [String: Pool] = [:]
  private var state: UInt64 = 1

  /// Reads the texts.
  /// - Parameters:
  ///   - finder: of names; without it there are no kinds of ordinary news, and no articles.
  ///   - sides: of actors by their number.
  init(_ finder: NameFinder? = nil, sides: [Int: String] = [:]) {
    let root = Files.root
    for folder in ["Benchmarks/texts", "seeds/texts", "Tests/Scoring/development/docs"] {
      let kind = folder.hasPrefix("Benchmarks") ? Kind.ordinary : .both
      for name in Files.names(in: "\(root)/\(folder)") {
        for line in Files.bytes(of: "\(root)/\(folder)/\(name)").split(separator: 0x0A) where line.count > 150
        {
          add(Array(line), kind, finder, sides)
        }
      }
    }
  }

  private mutating func add(
    _ paragraph: [UInt8], _ kind: Kind, _ finder: NameFinder?, _ sides: [Int: String]
  ) {
    let language = Self.language(of: paragraph)
    var fixed = paragraph.map { 0x30...0x39 ~= $0 }
    for at in paragraph.indices where 0x30...0x39 ~= paragraph[at] {
      // A character beside a number counts what it numbers.
      for near in max(0, at - 3)..<min(paragraph.count, at + 7)
      where paragraph[near] >= 0xE0 || fixed[max(0, near - 1)] {
        fixed[near] = true
      }
    }
    let matches = finder?.matches(in: paragraph, language: language) ?? []
    for match in matches {
      for at in match.span { fixed[at] = true }
    }
    var kinds = [kind]
    if kind == .ordinary, finder != nil {
      switch Self.named(matches, sides).count {
      case 0: kinds.append(.ofNeither)
      case 1: kinds.append(.ofOne)
      default: break
      }
    }
    for kind in kinds { add(paragraph, fixed, to: Self.key(language, kind)) }
  }

  private mutating func add(_ paragraph: [UInt8], _ fixed: [Bool], to key: String) {
    var pool = pools[key] ?? Pool()
    pool.paragraphs.append(paragraph)
    pool.fixed.append(fixed)
    var at = 0
    while at < paragraph.count {
      let (length, isPlain) = Self.run(paragraph, at)
      if isPlain, !fixed[at] { pool.words.append(Array(paragraph[at..<at + length])) }
      at += length
    }
    pools[key] = pool
  }

  /// The sides that are named, as a state, a place or a body.
  private static func named(_ matches: [Match], _ sides: [Int: String]) -> Set<String> {
    var named: Set<String> = []
    for match in matches {
      let side = match.actor.flatMap { sides[$0] } ?? match.code.lowercased()
      switch match.kind {
      case .actor, .state, .place, .leader:
        if side == "both" || side == "joint" { named.formUnion(["cn", "ru"]) }
        if side == "cn" || side == "ru" { named.insert(side) }
      default: break
      }
    }
    return named
  }

  private static func key(_ language: String, _ kind: Kind) -> String { "\(language) \(kind)" }

  private static func language(of text: [UInt8]) -> String {
    if text.count(where: { 0xE4...0xE9 ~= $0 }) * 6 > text.count { return "zh" }
    return text.count(where: { $0 == 0xD0 || $0 == 0xD1 }) * 4 > text.count ? "ru" : "en"
  }

  /// About so many bytes of text: paragraphs as they are.
  mutating func text(_ kind: Kind, _ language: String, bytes: Int) -> [UInt8] {
    let paragraphs = pools[Self.key(language, kind)]!.paragraphs
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 4096)
    while text.count < bytes {
      text += paragraphs[Int(next() % UInt64(paragraphs.count))]
      text += [0x0A, 0x0A]
    }
    return text
  }

  /// About so many bytes of an article of its own. Of the words outside names, cues and numbers three in four are others
  /// of that language, and of those each fortieth is one that no other text has: two articles are no copies of each
  /// other, as two of a paper are not, and have the words of their language, few of them new.
  mutating func article(_ kind: Kind, _ language: String, bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 4096)
    while text.count < bytes {
      // What names one side names it in the first paragraph and now and then.
      let isAside = kind == .ofOne && !text.isEmpty && next() % 3 > 0
      let pool = pools[Self.key(language, isAside ? .ofNeither : kind)]!
      let index = Int(next() % UInt64(pool.paragraphs.count))
      let (paragraph, fixed) = (pool.paragraphs[index], pool.fixed[index])
      var at = 0
      while at < paragraph.count {
        let (length, isPlain) = Self.run(paragraph, at)
        if isPlain, !fixed[at], next() % 4 > 0 {
          let word = pool.words[Int(next() % UInt64(pool.words.count))]
          text += next() % 40 == 0 ? scrambled(word) : word
        } else {
          text += paragraph[at..<at + length]
        }
        at += length
      }
      text += [0x0A, 0x0A]
    }
    return text
  }

  /// The word or character at a place: its bytes, and whether it is a word of small letters or a Chinese character.
  private static func run(_ text: [UInt8], _ at: Int) -> (length: Int, isPlain: Bool) {
    if 0xE4...0xE9 ~= text[at], at + 2 < text.count { return (3, true) }
    let isSmall = { (i: Int) in 0x61...0x7A ~= text[i] }
    let isRussian = { (i: Int) in
      i + 1 < text.count && (text[i] == 0xD0 && text[i + 1] >= 0xB0 || text[i] == 0xD1)
    }
    var end = at
    while end < text.count, isSmall(end) || isRussian(end) { end += isSmall(end) ? 1 : 2 }
    let follows = at > 0 && (text[at - 1] | 0x20) &- 0x61 < 26 || at > 0 && 0x80...0xBF ~= text[at - 1]
    return (max(1, end - at), end > at && !follows)
  }

  /// A word of other letters.
  private mutating func scrambled(_ word: [UInt8]) -> [UInt8] {
    var text = word
    var at = 0
    while at < text.count {
      let random = next()
      switch text[at] {
      case 0x61...0x7A:
        text[at] = 0x61 + UInt8(random % 26)
        at += 1
      case 0xD0, 0xD1:
        (text[at], text[at + 1]) = (0xD0, 0xB0 + UInt8(random % 16))
        at += 2
      default:
        text[at + 1] = 0x80 + UInt8(random % 64)
        text[at + 2] = 0x80 + UInt8(random / 64 % 64)
        at += 3
      }
    }
    return text
  }

  /// The next of the same numbers in every run.
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
