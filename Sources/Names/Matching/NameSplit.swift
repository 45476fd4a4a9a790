/// A name taken apart: its words with their meanings.
struct ParsedName {
  /// As it was given.
  var name: String
  var words: [NameWord]
  /// The same with compound words taken apart (Газпром: gas, industry); nil if there are none.
  private(set) var expanded: [NameWord]?
  /// The one word it consists of, if that may be short for another name.
  private(set) var abbreviation: Short?
  /// Its written words, for names that are short for it.
  private(set) var parts: [Part] = []
  /// The letters that its words and the parts of its compound words begin with, if it has any.
  private(set) var compounds: [Unicode.Scalar] = []
  /// True if every letter of the name is Chinese.
  private(set) var isHan = false
  /// Its Chinese characters without legal forms, and which word each belongs to.
  private(set) var hanLetters: [Unicode.Scalar] = []
  private(set) var hanWord: [Int] = []

  init(_ name: String, _ book: WordBook = .shared) {
    self.name = name
    words = []
    let pieces = Self.pieces(of: name)
    var index = 0
    while index < pieces.count {
      let script = pieces[index].script
      let end = pieces[index...].firstIndex { ($0.script == .han) != (script == .han) } ?? pieces.count
      if script == .han {
        for piece in pieces[index..<end] { words += Self.segments(of: piece.written, book) }
      } else {
        words += Self.phrases(in: Array(pieces[index..<end]), book)
      }
      index = end
    }
    words = Self.numbered(words)
    if words.contains(where: { $0.isOwn && !$0.isInitials }) {
      for index in words.indices where words[index].isOwn { words[index].isKind = words[index].isInitials }
    }
    expanded = Self.expanded(words, book)
    abbreviation = Self.short(words)
    isHan = !words.isEmpty && words.allSatisfy { $0.script == .han }
    if !isHan { parts = Self.parts(words) }
    if expanded != nil, !isHan { compounds = Self.compounds(words, book) }
    for (index, word) in words.enumerated() where isHan && word.role != .legal {
      hanLetters += word.text.unicodeScalars
      hanWord += Array(repeating: index, count: word.length)
    }
  }

  private static func expanded(_ words: [NameWord], _ book: WordBook) -> [NameWord]? {
    var found = false
    let all = words.flatMap { word -> [NameWord] in
      guard word.isOwn, word.script != .han else { return [word] }
      if let parts = book.parts(of: word.sounds[0]) {
        found = true
        return parts.map { part(of: word, $0.meanings, book) }
      }
      guard let tail = book.tail(of: word) else { return [word] }
      found = true
      let name = String(word.text.dropLast(tail.count))
      return [NameWord(name, written: name, script: word.script), part(of: word, tail.meanings, book)]
    }
    return found ? all : nil
  }

  private static func part(of word: NameWord, _ meanings: [Int], _ book: WordBook) -> NameWord {
    var part = word
    part.meanings = meanings
    part.role = role(of: meanings, book)
    part.written = "\(word.written) (\(book.meanings[meanings[0]].shown))"
    // The same part of two words is the same word.
    part.text = "+\(meanings[0])"
    return part
  }

  /// Marks the words that mean a country as the body's own.
  mutating func mark(_ home: Int) {
    for index in words.indices where words[index].meanings.contains(home) { words[index].isHome = true }
    for index in (expanded ?? []).indices where expanded![index].meanings.contains(home) {
      expanded![index].isHome = true
    }
  }

  /// The words that are no legal forms and no filling.
  var core: [NameWord] { words.filter { $0.role != .legal && $0.role != .stop } }

  private struct Piece {
    var text: String
    var written: String
    var script: Script
  }

  // MARK: Latin and Cyrillic

  /// Runs of letters and digits of one script; letters with stops between are one (A.B.C. is ABC).
  private static func pieces(of name: String) -> [Piece] {
    var found: [Piece] = []
    var run = ""
    var runScript: Script?
    func close() {
      defer { run = "" }
      let text = NameFold.word(run)
      guard !text.isEmpty else { return }
      let script = runScript ?? .latin
      found += Self.split(text: text, written: run, script: script)
    }
    let scalars = Array(name.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if isApostrophe(scalar) { continue }
      let script = Script(letter: scalar)
      let isDigit = 0x30...0x39 ~= scalar.value
      guard script != nil || isDigit || scalar.properties.isAlphabetic else {
        let isStop = scalar == "." && isInitial(scalars, index)
        if !isStop { close(); runScript = nil }
        if scalar == "&" || scalar == "+" { found.append(Piece(text: "and", written: "&", script: .latin)) }
        continue
      }
      if let script, let before = runScript, (script == .han) != (before == .han) { close(); runScript = nil }
      if let script { runScript = runScript ?? script }
      run.unicodeScalars.append(scalar)
    }
    close()
    return found
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    ["'", "’", "ʼ", "`", "‘", "\u{AD}", "\u{200B}"].contains(scalar)
  }

  /// True for a stop between single letters.
  private static func isInitial(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      scalars.indices.contains(place) && scalars[place].properties.isAlphabetic
    }
    return isLetter(index - 1) && !isLetter(index - 2) && isLetter(index + 1) && !isLetter(index + 2)
  }

  /// A legal form that was written onto the name: SiemensAG.
  private static func split(text: String, written: String, script: Script) -> [Piece] {
    guard let last = written.unicodeScalars.lastIndex(where: { $0.properties.isLowercase }) else {
      return [Piece(text: text, written: written, script: script)]
    }
    let tail = String(written.unicodeScalars[written.unicodeScalars.index(after: last)...])
    let head = String(written.dropLast(tail.count))
    let form = NameFold.word(tail)
    guard form.count >= 2, head.count > 3,
      let found = WordBook.shared.look([form], at: 0)?.meanings,
      WordBook.shared.meanings[found[0]].role == .legal
    else { return [Piece(text: text, written: written, script: script)] }
    return [
      Piece(text: NameFold.word(head), written: head, script: script),
      Piece(text: form, written: tail, script: script),
    ]
  }

  private static func phrases(in pieces: [Piece], _ book: WordBook) -> [NameWord] {
    var words: [NameWord] = []
    let texts = pieces.map(\.text)
    var index = 0
    while index < pieces.count {
      let found = book.look(texts, at: index)
      let part = pieces[index..<index + (found?.count ?? 1)]
      var word = NameWord(
        part.map(\.text).joined(), written: part.map(\.written).joined(separator: " "),
        script: pieces[index].script)
      word.meanings = found?.meanings ?? []
      word.role = found.map { role(of: $0.meanings, book) } ?? (book.isNearlyLegal(word.text) ? .legal : nil)
      words.append(word)
      index += part.count
    }
    return words
  }

  private static func role(of meanings: [Int], _ book: WordBook) -> WordBook.Role {
    let roles = meanings.map { book.meanings[$0].role }
    return roles.contains(.generic) ? .generic : roles[0]
  }

  // MARK: Chinese

  /// A Chinese name cut at the words of the book, the longest first; what lies between is the name's own.
  private static func segments(of han: String, _ book: WordBook) -> [NameWord] {
    let letters = Array(HanVariants.simplified(han).unicodeScalars)
    var words: [NameWord] = []
    var own = ""
    func close() {
      if !own.isEmpty { words.append(NameWord(own, written: own, script: .han)) }
      own = ""
    }
    var index = 0
    while index < letters.count {
      if let (text, meanings) = longest(letters, index, book) {
        close()
        var word = NameWord(text, written: text, script: .han)
        word.meanings = meanings
        word.role = role(of: meanings, book)
        words.append(word)
        index += text.unicodeScalars.count
      } else {
        own.unicodeScalars.append(letters[index])
        index += 1
      }
    }
    close()
    return words
  }

  private static func longest(_ letters: [Unicode.Scalar], _ index: Int, _ book: WordBook) -> (String, [Int])?
  {
    for count in stride(from: min(book.longestHan, letters.count - index), through: 1, by: -1) {
      if count == 1, !mayStandAlone(letters, index, book) { return nil }
      var text = ""
      text.unicodeScalars.append(contentsOf: letters[index..<index + count])
      if let meanings = book.look(han: text) { return (text, meanings) }
    }
    return nil
  }

  /// A single character is a word of its own only where it ends a name (..部), or where two states stand together at
  /// its beginning (中俄..).
  private static func mayStandAlone(_ letters: [Unicode.Scalar], _ index: Int, _ book: WordBook) -> Bool {
    if index == letters.count - 1 { return index > 1 }
    guard letters.count > 2, index < 2 else { return false }
    return letters.prefix(2).allSatisfy { book.look(han: String($0)).map { role(of: $0, book) } == .place }
  }

  // MARK: Numbers

  /// Numbers in words and Roman numbers read; "forty 4" is 44.
  private static func numbered(_ words: [NameWord]) -> [NameWord] {
    var found: [NameWord] = []
    for var word in words {
      word.number = number(word)
      if let value = word.number { word.text = String(value) }
      if let value = word.number, let before = found.last?.number, before % 10 == 0, before >= 20, value < 10
      {
        found[found.count - 1].number = before + value
        continue
      }
      found.append(word)
    }
    return found
  }

  private static func number(_ word: NameWord) -> Int? {
    guard word.meanings.isEmpty || word.text == "first" else { return nil }
    if let value = Int(word.text) ?? hanDigits(word) { return value }
    if word.written.allSatisfy(\.isUppercase), let place = roman.firstIndex(of: word.text) {
      return place + 2
    }
    return word.script == .latin ? spelled[word.text] : nil
  }

  /// A number written digit by digit: 三六零.
  private static func hanDigits(_ word: NameWord) -> Int? {
    guard word.script == .han, word.length >= 3 else { return nil }
    let digits = word.text.unicodeScalars.map { Self.digits[$0] }
    return digits.contains(nil) ? nil : digits.reduce(0) { $0 * 10 + $1! }
  }

  private static let digits: [Unicode.Scalar: Int] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  private static let roman = ["ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
  private static let spelled = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
}
