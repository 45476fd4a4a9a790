internal import Documents
internal import Names

/// Finds bodies by their shape, beside a word that says of which side they are: "the Perm start-up Promobot",
/// "Keysi Microelectronics of Hangzhou", «российская компания „Ромашка“», 俄罗斯……联盟. Nothing is guessed: the
/// side is that of the word beside the name.
struct Strangers {
  private let bytes: [UInt8]
  private let words: [Word]
  private let actors: [Match]
  private var places: [Range<Int>] = []
  private(set) var found: [Stranger] = []

  /// Those of one sentence.
  init(_ sentence: Sentence, _ bytes: [UInt8], _ rulebook: Rulebook) {
    self.bytes = bytes
    words = sentence.words(bytes)
    // The name of a state may begin that of a body.
    actors = sentence.matches.filter { match in
      match.kind == .actor && match.actor.flatMap { rulebook.actors[$0]?.kind } != "state"
    }
    guard !words.isEmpty else { return }
    places = sentence.matches.filter { $0.kind == .place }.map(\.span)
    var last = -1
    let pairs = sentence.matches.filter { $0.kind == .state && $0.code == "both" }
    for match in sentence.matches where match.start > last {
      guard !pairs.contains(where: { $0.span.overlaps(match.span) }), let side = Self.side(match),
        let at = index(match.start)
      else { continue }
      last = match.start
      let end = words[at...].firstIndex { $0.span.lowerBound >= match.end } ?? words.count
      if words[at].kind == .han { han(at, end, side) } else { named(at, end, side) }
    }
    addShortForms(rulebook)
  }

  /// "US Commerce Department": a body whose name begins with the word for its country.
  static func body(at place: Match, _ sentence: Sentence, _ bytes: [UInt8]) -> Stranger? {
    let strangers = Strangers(words: sentence.words(bytes), bytes)
    guard let at = strangers.index(place.start), strangers.words[at].isCapital else { return nil }
    let name = strangers.sequence(at)
    guard name.count > 1,
      let kind = strangers.words[name].dropFirst().lazy.compactMap({ BodyShape.kind($0.text) }).first
    else { return nil }
    return Stranger(strangers.words[name], bytes, kind: kind, side: "other", known: [])
  }

  private init(words: [Word], _ bytes: [UInt8]) {
    (self.words, self.bytes, actors) = (words, bytes, [])
  }

  private static func side(_ match: Match) -> String? {
    switch match.kind {
    case .place: ["CN": "cn", "RU": "ru"][match.code]
    case .state: match.code == "both" || match.isWeak ? nil : match.code
    default: nil
    }
  }

  private func index(_ offset: Int) -> Int? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].span.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < words.count ? low : nil
  }

  private mutating func add(_ range: Range<Int>, _ kind: String, _ side: String) {
    guard !range.isEmpty, range.count <= 9 else { return }
    let span = words[range.lowerBound].span.lowerBound..<words[range.upperBound - 1].span.upperBound
    // A name the file knows is not new; nor is what stands across the edge of one.
    guard !actors.contains(where: { $0.span.overlaps(span) }),
      !found.contains(where: { $0.span.overlaps(span) })
    else { return }
    var stranger = Stranger(words[range], bytes, kind: kind, side: side, known: [])
    if let short = acronym(behind: range.upperBound) { stranger.forms.append([short]) }
    // "United Aircraft Corp (UAC)" is a longer form of a name the file knows.
    if range.upperBound < words.count, words[range.upperBound].text == "(",
      actors.contains(where: { $0.start == words[range.upperBound].span.upperBound })
    {
      return
    }
    found.append(stranger)
    addCompanion(behind: range.upperBound, side)
  }

  /// "the Chinese technopark Xixian and Panther Healthcare": who is joined to a body shares its side.
  private mutating func addCompanion(behind end: Int, _ side: String) {
    guard end + 1 < words.count, ["and", ",", "и"].contains(words[end].text), words[end + 1].isCapital else {
      return
    }
    let range = sequence(end + 1)
    guard range.count > 1, !places.contains(where: { words[range.lowerBound].span.overlaps($0) }),
      let kind = words[range].lazy.compactMap({ BodyShape.kind($0.text) }).first
    else {
      return
    }
    add(range, kind, side)
  }

  /// "Russian Foundation for Basic Research (RFBR)": the short form of a name the file knows.
  private mutating func addShortForms(_ rulebook: Rulebook) {
    for actor in actors {
      guard let id = actor.actor, let facts = rulebook.actors[id], facts.kind != "state",
        let at = index(actor.end),
        let short = acronym(behind: words[at].text == "»" ? at + 1 : at),
        !actors.contains(where: { $0.start > actor.end && $0.start <= actor.end + 4 })
      else { continue }
      var stranger = Stranger(han: actor.span, name: facts.name, kind: facts.kind, side: facts.side)
      stranger.actor = id
      stranger.forms = [[short]]
      found.append(stranger)
    }
  }

  /// `(XYZ)` behind a name.
  private func acronym(behind at: Int) -> String? {
    guard at + 2 < words.count, words[at].text == "(", words[at + 1].isCapital, words[at + 2].text == ")"
    else {
      return nil
    }
    return words[at + 1].text
  }

  // MARK: Latin and Cyrillic

  private mutating func named(_ at: Int, _ end: Int, _ side: String) {
    if let (range, kind) = beginning(at, end) { return add(range, kind, side) }
    if let (range, kind) = described(from: end) { return add(range, kind, side) }
    if let (range, kind) = around(at, end) { return add(range, kind, side) }
    if let (range, kind) = russianAround(at, end) { return add(range, kind, side) }
    if let (range, kind) = RussianBody.from(at, end, words) { return add(range, kind, side) }
    if let (range, kind) = before(at, end) { add(range, kind, side) }
  }

  /// "Liaoning Investment Group", "Zhejiang Chouzhou Commercial Bank": the place begins the name.
  private func beginning(_ at: Int, _ end: Int) -> (Range<Int>, String)? {
    guard words[at].isCapital, end < words.count, words[end].isCapital,
      !Self.countries.contains(words[at].text), at == 0 || !words[at - 1].isCapital
    else { return nil }
    let name = at..<sequence(end).upperBound
    guard let noun = words[name].last(where: { BodyShape.nouns[$0.text] != nil }) else { return nil }
    return (name, BodyShape.nouns[noun.text] ?? "other")
  }

  private static let countries: Set<String> = [
    "russia", "russian", "china", "chinese", "kremlin", "mainland",
  ]

  private static let breakers: Set<String> = [
    "and", "or", "with", "of", "in", "to", "by", "for", "on", "that", "which", "from", "at", "as", "was",
    "were",
    "has", "had", "have", "is", "are", "will", "said", "и", "с", "со", "в", "на", "по", "о", "об", "к", "от",
    "для",
    "до", "из", "у", "при", "что", "который", "которая", "которые", "также",
  ]

  /// "the Russian robot maker Promobot", «российский разработчик роботов „Промобот“»: words that say what it
  /// is, then its name.
  private func described(from start: Int) -> (Range<Int>, String)? {
    var kind: String?
    var isLast = false
    var at = start
    while at < words.count, at - start < 7 {
      let word = words[at]
      if word.text == "«" || word.text == "“" || word.text == "\"" {
        // «ульяновский „Аэрокомпозит“» is a firm.
        let isBare = at == start && RussianBody.isAdjective(words[start - 1].text)
        guard let kind = kind ?? (isBare ? "company" : nil), let close = quoted(at) else { return nil }
        return ((at + 1)..<close, kind)
      }
      if word.kind == .letters, word.isCapital {
        let name = sequence(at)
        let own = words[name].lazy.compactMap { BodyShape.kind($0.text) }.first
        if let own, name.count > 1 { return (name, own) }
        guard let kind, isLast, isName(name) else { return nil }
        return (name, kind)
      }
      if word.text == "'" || word.text == "’" || word.text == "s" || word.text == "-" {
        at += 1
        continue
      }
      guard word.kind == .letters, !Self.breakers.contains(word.text) else { return nil }
      let own = BodyShape.kind(word.text)
      kind = own ?? kind
      isLast = own != nil
      at += 1
    }
    return nil
  }

  /// In Russian two capital words behind "the Chinese group" may be a person's name in the genitive.
  private func isName(_ range: Range<Int>) -> Bool {
    let isCyrillic = words[range.lowerBound].text.utf8.first ?? 0 >= 0xD0
    return !isCyrillic || range.count == 1
  }

  private func quoted(_ open: Int) -> Int? {
    let close = words[(open + 1)...].prefix(9).firstIndex { ["»", "”", "\""].contains($0.text) }
    return close.flatMap { $0 > open + 1 ? $0 : nil }
  }

  private static let links: Set<String> = ["of", "and", "for", "&", "the"]

  /// Capital words from `start`, small links between them included.
  private func sequence(_ start: Int) -> Range<Int> {
    var end = start
    var at = start
    while at < words.count, at - start < 9 {
      if words[at].kind == .letters, words[at].isCapital {
        end = at + 1
      } else if Self.links.contains(words[at].text) == false {
        break
      }
      at += 1
    }
    // A link is a part of the name only where a noun of a body stands before it.
    var range = start..<end
    if let link = words[range].firstIndex(where: { !$0.isCapital }),
      BodyShape.kind(words[link - 1].text) == nil || words[link].text == "and"
    {
      range = start..<link
    }
    return range
  }

  private static let official: Set<String> = [
    "academy", "foundation", "ministry", "union", "association", "society", "agency", "federation", "council",
    "chamber", "fund", "consortium", "embassy", "navy", "institute", "center", "centre", "university",
    "school",
  ]

  /// "Moscow Aviation Institute", "Russian Foundation for Basic Research", "Ministry of Science of Russia".
  private func around(_ at: Int, _ end: Int) -> (Range<Int>, String)? {
    guard words[at].kind == .letters, words[at].isCapital, words[at].text.utf8.first ?? 0 < 0x80 else {
      return nil
    }
    var start = at
    while start > 0, at - start < 7, words[start - 1].isCapital || Self.links.contains(words[start - 1].text)
    {
      start -= 1
    }
    while start < at, !words[start].isCapital || Self.openers.contains(words[start].text) { start += 1 }
    if start < at, words[(start + 1)..<at].contains(where: { $0.text == "and" }) { start = at }
    let range = start..<max(sequence(start).upperBound, end)
    guard range.count > 1,
      let noun = words[range].first(where: { Self.official.contains($0.text) || isFirm($0) })
    else { return nil }
    return (range, BodyShape.kind(noun.text) ?? "other")
  }

  private func isFirm(_ word: Word) -> Bool {
    word.isCapital && ["bank", "corporation", "group", "company"].contains(word.text)
  }

  private static let openers: Set<String> = [
    "the", "in", "on", "at", "a", "an", "when", "as", "but", "and", "for",
  ]

  /// "Keysi Microelectronics of Hangzhou"; "Rusnano, Russia's state nanotechnology company"; "MTS, the biggest
  /// carrier in Russia".
  private func before(_ at: Int, _ end: Int) -> (Range<Int>, String)? {
    guard at > 1 else { return nil }
    if ["of", "from", "in"].contains(words[at - 1].text), words[at - 2].isCapital {
      let range = capitals(endingAt: at - 1)
      let kind = words[range].lazy.compactMap { BodyShape.kind($0.text) }.first
      return kind.map { (range, $0) } ?? madeUp(range, at, end)
    }
    guard let comma = words[max(0, at - 7)..<at].lastIndex(where: { $0.text == "," }), comma > 0,
      words[comma - 1].isCapital || words[comma - 1].text == ")"
    else { return nil }
    var nameEnd = comma
    if words[comma - 1].text == ")" {
      guard comma > 3, words[comma - 3].text == "(" else { return nil }
      nameEnd = comma - 3
    }
    let range = capitals(endingAt: nameEnd)
    let noun = words[(comma + 1)..<min(end + 6, words.count)].prefix {
      $0.kind == .letters || $0.text == "'" || $0.text == "’" || $0.text == "-"
    }
    .last { BodyShape.kind($0.text) != nil && !$0.isCapital }
    guard !range.isEmpty, let noun, let place = index(noun.span.lowerBound) else { return nil }
    // "Dmitry Rogozin, Russian agency head" is a person.
    let next = place + 1 < words.count ? words[place + 1] : nil
    guard next.map({ $0.kind == .mark || Self.breakers.contains($0.text) }) ?? true else { return nil }
    return (range, BodyShape.kind(noun.text) ?? "other")
  }

  /// "Aeromax of Izhevsk": a name of one or two words that is no person's at the head of a longer name.
  private func madeUp(_ range: Range<Int>, _ at: Int, _ end: Int) -> (Range<Int>, String)? {
    guard words[at - 1].text == "of", 1...2 ~= range.count, end >= words.count || !words[end].isCapital,
      range.lowerBound > 0, words[range].allSatisfy({ $0.text.utf8.count > 2 })
    else { return nil }
    let before = words[range.lowerBound - 1].text
    return ["to", "and", "with", "from", "by", "for", ","].contains(before) ? (range, "company") : nil
  }

  private func capitals(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 9 {
      let word = words[start - 1]
      // "Institute of Volcanology and Seismology": small links behind a noun of bodies.
      let isLink =
        start < end && Self.links.contains(word.text) && start > 1 && words[start - 2].isCapital
        && hasOfficial(before: start - 1)
      guard word.kind == .letters, word.isCapital || isLink else { break }
      start -= 1
    }
    while start < end, Self.openers.contains(words[start].text) { start += 1 }
    return start..<end
  }

  private func hasOfficial(before place: Int) -> Bool {
    words[max(0, place - 4)..<place].contains { $0.isCapital && Self.official.contains($0.text) }
  }

  // MARK: Russian

  /// «Харбинский политехнический университет», «Министерство науки России».
  private func russianAround(_ at: Int, _ end: Int) -> (Range<Int>, String)? {
    guard words[at].text.utf8.first ?? 0 >= 0xD0 else { return nil }
    if words[at].isCapital, RussianBody.isAdjective(words[at].text) {
      for place in end..<min(end + 5, max(end, words.count)) {
        guard words[place].kind == .letters, !Self.breakers.contains(words[place].text) else { break }
        guard let kind = BodyShape.russianKind(words[place].text) else { continue }
        let isGeneric =
          place == end && (words[at].text.hasPrefix("китайск") || words[at].text.hasPrefix("российск"))
        guard !isGeneric else { break }
        let isLonger = place + 1 < words.count && words[place + 1].text == "наук"
        return (at..<max(place + (isLonger ? 2 : 1), RussianBody.tail(of: place, words)), kind)
      }
    }
    // The noun first, the state behind.
    for place in stride(from: at - 1, through: max(0, at - 9), by: -1) {
      guard words[place].kind == .letters else { return nil }
      guard words[place].isCapital else { continue }
      let noun = words[place..<min(place + 3, at)].first { BodyShape.russianKind($0.text) != nil }
      return noun.map { (place..<end, BodyShape.russianKind($0.text) ?? "other") }
    }
    return nil
  }

  // MARK: Chinese

  /// 俄罗斯科学工程社团联盟: the state or place, then characters up to an ending of names.
  private mutating func han(_ at: Int, _ end: Int, _ side: String) {
    var characters: [Unicode.Scalar] = []
    var stop = end
    while stop < words.count, characters.count < 16, words[stop].kind == .han || words[stop].kind == .letters,
      words[stop].text.count == 1 || words[stop].kind == .letters
    {
      let character = words[stop].text.unicodeScalars.first!
      if BodyShape.hanStops.contains(character) { break }
      characters.append(character)
      stop += 1
    }
    guard let (length, kind) = HanName.find(characters), length >= 3 else { return quotedHan(end, side) }
    let span = words[at].span.lowerBound..<words[end + length - 1].span.upperBound
    guard !actors.contains(where: { $0.span.overlaps(span) && $0.end - $0.start >= span.count }),
      !found.contains(where: { $0.span.overlaps(span) })
    else { return }
    found.append(
      Stranger(han: span, name: String(decoding: bytes[span], as: UTF8.self), kind: kind, side: side))
  }

  /// 俄罗斯公司“X”.
  private mutating func quotedHan(_ end: Int, _ side: String) {
    guard let open = words[end...].prefix(8).firstIndex(where: { $0.text == "“" || $0.text == "《" }),
      words[end..<open].allSatisfy({
        $0.kind == .han && !BodyShape.hanStops.contains($0.text.unicodeScalars.first!)
      }),
      let close = words[(open + 1)...].prefix(10).firstIndex(where: { $0.text == "”" || $0.text == "》" }),
      let (_, kind) = HanName.find(words[end..<open].map { $0.text.unicodeScalars.first! }), close > open + 1
    else { return }
    add((open + 1)..<close, kind, side)
  }
}
