internal import Formats
internal import Records

/// The words that names of bodies are made of, in three languages: seeds/words.csv. A row is one meaning.
///
/// Read once, when names are first compared: a start of the program does not pay for it.
struct WordBook: Sendable {
  /// What a word tells about a body.
  enum Role: String, Sendable {
    /// A form of company: tells nothing.
    case legal
    /// A form that companies do not have.
    case nonprofit
    /// A form of undertakings of the state.
    case unitary
    /// And, of, the.
    case stop
    /// What many bodies are called: bank, university.
    case generic
    /// A country, region or city.
    case place
  }

  struct Meaning: Sendable {
    var role: Role
    /// As it is shown to people: the first of its words in English, else in another language.
    var shown: String
    /// The letters that its words begin with, in English and in Russian: what initials take of it.
    var initials: [Script: [String]] = [:]
  }

  /// A phrase of one or more words; the last letters of a word may be left open.
  private struct Phrase: Sendable {
    var words: [(text: String, isOpen: Bool)]
    var meaning: Int
  }

  private(set) var meanings: [Meaning] = []
  /// Phrases by the first two letters of their first word.
  private var phrases: [String: [Phrase]] = [:]
  private var han: [String: [Int]] = [:]
  private(set) var longestHan = 1
  /// What the country of a side means.
  private(set) var home: [String: Int] = [:]
  /// Parts of compound words, by their sound: газ and пром of Газпром and Gazprom.
  private var parts: [[UInt8]: [Int]] = [:]

  static let shared = WordBook(Resources.files(in: "seeds/words.csv").first?.bytes ?? [])

  /// Reads the table; lines that are none of it are left out.
  init(_ bytes: [UInt8]) {
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4, let role = Role(rawValue: String(cells[0])) else { continue }
      let lists = cells.dropFirst().map { $0.split(separator: ";").map(String.init) }
      guard let shown = lists.lazy.compactMap(\.first).first else { continue }
      meanings.append(Meaning(role: role, shown: shown.split(separator: "*").joined()))
      if role != .stop {
        meanings[meanings.count - 1].initials = [
          .latin: lists[0].compactMap(Self.initials), .cyrillic: lists[1].compactMap(Self.initials),
        ]
      }
      for phrase in lists[0] + lists[1] { phrase.hasSuffix("+") ? addPart(phrase) : add(phrase) }
      for word in lists[2] { addHan(word) }
    }
    home["cn"] = look(["china"], at: 0)?.meanings.first
    home["ru"] = look(["russia"], at: 0)?.meanings.first
    for key in phrases.keys { phrases[key]!.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ text: String) {
    let words = text.split { $0 == " " || $0 == "-" }.map { word in
      (NameFold.word(String(word)), word.hasSuffix("*"))
    }.filter { !$0.0.isEmpty }
    guard let first = words.first else { return }
    phrases[String(first.0.prefix(2)), default: []].append(
      Phrase(words: words.map { (text: $0.0, isOpen: $0.1) }, meaning: meanings.count - 1))
  }

  /// The first letters of a phrase; of a single word the first three, of which initials may take more than one. nil
  /// for what is itself cut short.
  private static func initials(of phrase: String) -> String? {
    guard !phrase.hasSuffix("+") else { return nil }
    let words = phrase.split { $0 == " " || $0 == "-" }.map { NameFold.word(String($0)) }.filter {
      $0.count > 2
    }
    guard let first = words.first, first.count > 4 || words.count > 1 else { return nil }
    return words.count == 1
      ? String(first.prefix(3)) : words.map { String($0.prefix(1)) }.joined().uppercased()
  }

  private mutating func addPart(_ text: String) {
    let sound = Sound(latin: Cyrillic.latin(NameFold.word(String(text.dropLast()))))
    parts[sound.symbols, default: []].append(meanings.count - 1)
  }

  /// A part of a compound word: where in its sound it begins, and what it means.
  typealias WordPart = (start: Int, meanings: [Int])

  /// The parts that a word is put together from without a rest; nil if it is no such word.
  func parts(of word: Sound) -> [WordPart]? {
    guard word.symbols.count >= 5 else { return nil }
    // The way to each place that has the fewest parts.
    var ways: [[WordPart]?] = Array(repeating: nil, count: word.symbols.count + 1)
    ways[0] = []
    for end in 1...word.symbols.count {
      for start in max(0, end - 9)..<end {
        guard let before = ways[start], let found = parts[Array(word.symbols[start..<end])] else { continue }
        if before.count + 1 < ways[end]?.count ?? Int.max { ways[end] = before + [(start, found)] }
      }
    }
    return ways[word.symbols.count].flatMap { $0.count >= 2 ? $0 : nil }
  }

  /// The part that ends a word whose beginning is a name (Лукойл, Татнефть): how many letters it has, and what it
  /// means.
  func tail(of word: NameWord) -> (count: Int, meanings: [Int])? {
    guard word.length >= 6, word.length <= 16 else { return nil }
    for count in stride(from: word.length - 3, through: 3, by: -1) {
      let end = String(word.text.suffix(count))
      let sound = Sound(latin: word.script == .cyrillic ? Cyrillic.latin(end) : end)
      if sound.symbols.count >= 3, let found = parts[sound.symbols] { return (count, found) }
    }
    return nil
  }

  private mutating func addHan(_ word: String) {
    han[word, default: []].append(meanings.count - 1)
    longestHan = max(longestHan, word.unicodeScalars.count)
  }

  /// The meanings of the longest phrase that begins at a word, and how many words it has.
  func look(_ words: [String], at index: Int) -> (meanings: [Int], count: Int)? {
    guard let candidates = phrases[String(words[index].prefix(2))] else { return nil }
    var found: [Int] = []
    var length = 0
    for phrase in candidates where phrase.words.count >= length && index + phrase.words.count <= words.count {
      guard fits(phrase, words, index) else { continue }
      length = phrase.words.count
      found.append(phrase.meaning)
    }
    return found.isEmpty ? nil : (found, length)
  }

  private func fits(_ phrase: Phrase, _ words: [String], _ index: Int) -> Bool {
    for (offset, part) in phrase.words.enumerated() {
      let word = words[index + offset]
      guard
        part.isOpen
          ? Self.isForm(word, of: part.text)
          : word == part.text || part.text.utf8.count >= 4 && word == part.text + "s"
      else {
        return false
      }
    }
    return true
  }

  /// True for a word that fills: and, of, the.
  func isStop(_ word: String) -> Bool {
    look([word], at: 0)?.meanings.contains { meanings[$0].role == .stop } ?? false
  }

  /// True for the beginning with an ending behind it: газ* is газа and газом, but not Газпром.
  private static func isForm(_ word: String, of beginning: String) -> Bool {
    guard word.hasPrefix(beginning) else { return false }
    let (all, kept) = (word.unicodeScalars.count, beginning.unicodeScalars.count)
    return all - kept <= (kept <= 4 ? 3 : 8)
  }

  /// True for a long word that is a form of company, a letter or two apart.
  func isNearlyLegal(_ word: String) -> Bool {
    guard word.utf8.count >= 10 else { return false }
    return Self.longForms.contains { Likeness.of(Array($0.utf8), Array(word.utf8), least: 0.85) > 0 }
  }
  private static let longForms = ["aktiengesellschaft", "corporation", "incorporated"]

  /// True for two Chinese characters that stand for a country and a word of the book: 俄航.
  func isCut(_ word: String) -> Bool {
    guard word.unicodeScalars.count == 2, let first = han[String(word.prefix(1))] else { return false }
    return first.contains(where: home.values.contains) && han[String(word.suffix(1))] != nil
  }

  /// The meanings of a Chinese word, simplified characters.
  func look(han word: String) -> [Int]? { han[word] }
}

/// Letters as they are compared.
enum NameFold {
  /// A word in small letters without accents, ё as е.
  static func word(_ text: String) -> String {
    var folded = ""
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "ё": folded += "е"
      case "*", "'", "’", "ʼ", "`": continue
      case _ where scalar.value < 0x80 || 0x400...0x52F ~= scalar.value: folded.unicodeScalars.append(scalar)
      default: folded += plain(scalar)
      }
    }
    return folded
  }

  /// A Latin letter without its mark.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    if let letters = accented[scalar] { return letters }
    if (0x300...0x36F).contains(scalar.value) { return "" }
    return String(scalar)
  }

  private static let accented: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = ["ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"]
    let rows = [
      ("a", "àáâãäåāăąǎ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįǐı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľł"), ("n", "ñńņň"), ("o", "òóôõöøōŏőǒ"),
      ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųǔǖǘǚǜ"), ("w", "ŵ"), ("y", "ýÿŷ"),
      ("z", "źżž"),
    ]
    for (letter, marked) in rows { for scalar in marked.unicodeScalars { table[scalar] = letter } }
    return table
  }()
}
