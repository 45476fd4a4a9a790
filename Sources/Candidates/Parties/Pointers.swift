/// Words that stand for somebody or something named before: "the two sides", «компания», 双方, "under the deal". They
/// are the cues of kind `pointer`.
struct Pointers: Sendable {
  enum Meaning: Equatable {
    /// Both bodies of a pair.
    case pair
    /// Both states.
    case states
    /// One of the states, and by "our" the other: "our Chinese partners".
    case state(String)
    /// One body of a kind; any where it is nil.
    case one(String?)
    /// The deal, programme or document between the two of whom the text spoke.
    case deal
    /// The meeting that the text reports.
    case meeting

    init(code: String) {
      switch code {
      case "pair": self = .pair
      case "states": self = .states
      case "cn", "ru": self = .state(code)
      case "deal": self = .deal
      case "meeting": self = .meeting
      case "body": self = .one(nil)
      default: self = .one(code)
      }
    }
  }

  struct Found {
    var meaning: Meaning
    var span: Range<Int>
  }

  private struct Phrase {
    var words: [String]
    var meaning: Meaning
  }

  /// By their first word, the longest first.
  private var table: [String: [Phrase]] = [:]
  /// False for most words that no phrase begins with: they are not looked up.
  private var mayBegin = [Bool](repeating: false, count: 4096)

  /// Each phrase with its code.
  init(_ phrases: [(code: String, phrase: String)]) {
    for (code, phrase) in phrases {
      let isHan = phrase.utf8.first.map { 0xE4...0xE9 ~= $0 } ?? false
      let words = isHan ? phrase.map { String($0) } : phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      table[first, default: []].append(Phrase(words: words, meaning: Meaning(code: code)))
      mayBegin[Self.place(first)] = true
    }
    for key in table.keys { table[key]!.sort { $0.words.count > $1.words.count } }
  }

  /// A number below 4096 by the ends and the length of a word.
  private static func place(_ word: String) -> Int {
    let bytes = word.utf8
    guard let first = bytes.first, let last = bytes.last else { return 0 }
    return Int(first &* 5 ^ last) << 4 | min(bytes.count, 15)
  }

  /// What a sentence has of them, in order of place.
  func all(in words: [Word]) -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < words.count {
      guard mayBegin[Self.place(words[at].text)] else {
        at += 1
        continue
      }
      let phrase = table[words[at].text]?.first { phrase in
        // "An agreement was signed": only as the subject does it go on with what was told.
        at + phrase.words.count <= words.count
          && (at == 0 || (words[at].text != "a" && words[at].text != "an"))
          && zip(words[at...], phrase.words).allSatisfy { $0.text == $1 }
      }
      guard let phrase else {
        at += 1
        continue
      }
      let last = at + phrase.words.count - 1
      found.append(
        Found(meaning: phrase.meaning, span: words[at].span.lowerBound..<words[last].span.upperBound))
      at = last + 1
    }
    return found
  }
}
