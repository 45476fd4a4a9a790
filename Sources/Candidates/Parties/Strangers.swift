internal import Documents
internal import Names

/// Finds bodies by their shape, beside a word that says of which side they are: "the Perm start-up Promobot",
/// "Keysi Microelectronics of Hangzhou", «российская компания „Ромашка“», 俄罗斯……联盟. Nothing is guessed: the
/// side is that of the word beside the name.
struct Strangers {
  let bytes: [UInt8]
  let words: [Word]
  let actors: [Match]
  private(set) var places: [Range<Int>] = []
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

  func index(_ offset: Int) -> Int? {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle].span.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < words.count ? low : nil
  }

  mutating func add(_ range: Range<Int>, _ kind: String, _ side: String) {
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

  /// Takes a body that no name known or found before stands in the way of.
  mutating func add(han stranger: Stranger, _ span: Range<Int>) {
    guard !actors.contains(where: { $0.span.overlaps(span) && $0.end - $0.start >= span.count }),
      !found.contains(where: { $0.span.overlaps(span) })
    else { return }
    found.append(stranger)
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
}
