internal import Calendar
internal import Documents
internal import Names

/// A text while it is read: its sentences, and who was named where. Bodies are looked up when they are asked for.
final class Story {
  let text: StoredText
  let rulebook: Rulebook
  let sentences: [Sentence]
  /// The title as if it were a sentence.
  let title: Sentence?
  /// What a title says that stands beside the text, as in the data of a page.
  private let titleBeside: [Match]
  /// True if title or opening name both sides, so that "the two countries" can only be these.
  let pairIsKnown: Bool
  /// The sentences of the opening.
  private let lead: Range<Int>
  /// True if the opening says that the two, or bodies of theirs, want the same order of a third country.
  private(set) lazy var isAboutRivals = Rivals.isTheme(title, sentences, text.bytes)
  /// True if the text names both sides anywhere.
  private(set) lazy var namesBoth = sidesNamed.isSuperset(of: ["cn", "ru"])
  /// True if it may tell of both: it names them, or one and a body of many countries.
  private(set) lazy var mayPair =
    namesBoth || (sidesNamed.contains("intl") && !sidesNamed.isDisjoint(with: ["cn", "ru"]))
  /// True for the report of a meeting of the two on the day of the text: title or first sentence says so.
  private(set) lazy var tellsOfMeeting = pairIsKnown && reportsMeeting
  /// True for the report of a meeting, whoever met.
  private(set) lazy var reportsMeeting =
    text.publishedSpan != nil && text.published?.precision == .day
    && ((title?.matches ?? titleBeside) + (sentences.first?.matches ?? [])).contains { match in
      (match.kind == .instrument && ["meeting", "visit"].contains(match.code))
        || (match.kind == .mechanism && match.code == "dialogue" && !match.isWeak)
    }
  private lazy var sidesNamed = sentences.reduce(
    into: Self.sides(title?.matches ?? titleBeside, rulebook)
  ) {
    $0.formUnion(Self.sides($1.matches, rulebook))
  }
  private var strangers: [Stranger] = []
  private var readParagraphs: Set<Int> = []
  private var known: [Int: [Body]] = [:]
  private var technical: [Int: Bool] = [:]
  /// A text about very many unknown bodies is a list.
  private static let mostStrangers = 64

  init(_ text: StoredText, _ matches: [Match], _ figures: Figures, _ rulebook: Rulebook) {
    self.text = text
    self.rulebook = rulebook
    sentences = Sentence.all(of: text, matches, figures).map {
      Bystanders.without($0, text.bytes, rulebook)
    }
    title = text.passages.first { $0.kind == .title }.map { passage in
      let inside = matches.prefix { $0.start < passage.span.upperBound }
        .filter { $0.start >= passage.span.lowerBound && $0.end <= passage.span.upperBound }
      return Sentence(
        span: passage.span, scope: passage.span, paragraph: -1, position: 0, matches: Array(inside),
        dates: [],
        amounts: [])
    }
    // A first paragraph of one sentence may be the line of the paper.
    let isLine = sentences.count > 1 && sentences[1].paragraph > 0
    let opening = sentences.prefix { $0.paragraph <= (isLine ? 1 : 0) }
    lead = opening.indices
    titleBeside = title == nil ? Self.titleBeside(text, rulebook) : []
    let sides = Self.sides((title?.matches ?? titleBeside) + opening.flatMap(\.matches), rulebook)
    pairIsKnown = sides.isSuperset(of: ["cn", "ru"])
  }

  /// The names and cues of a title that is no part of the text.
  static func titleBeside(_ text: StoredText, _ rulebook: Rulebook) -> [Match] {
    guard let title = text.title, title.utf8.count <= Word.longestSentence,
      !text.passages.contains(where: { $0.kind == .title })
    else { return [] }
    return rulebook.finder.matches(in: Array(title.utf8), language: text.language)
  }

  /// True if matches name both sides, or one and a body of many countries: nothing else does.
  static func mayHavePair(_ matches: [Match], _ rulebook: Rulebook, beside text: StoredText) -> Bool {
    var named = Named()
    return named.hold(matches, rulebook) || named.hold(titleBeside(text, rulebook), rulebook)
  }

  /// Who was named so far.
  private struct Named {
    var (hasChina, hasRussia, hasMany) = (false, false, false)

    /// True as soon as it is enough.
    mutating func hold(_ matches: [Match], _ rulebook: Rulebook) -> Bool {
      for match in matches {
        switch match.kind {
        case .place, .state, .actor, .leader: break
        default: continue
        }
        let sides = sides([match], rulebook)
        hasChina = hasChina || sides.contains("cn")
        hasRussia = hasRussia || sides.contains("ru")
        hasMany = hasMany || sides.contains("intl")
        if hasChina && hasRussia || hasMany && (hasChina || hasRussia) { return true }
      }
      return false
    }
  }

  /// The sides that matches name, places included.
  static func sides(_ matches: [Match], _ rulebook: Rulebook) -> Set<String> {
    var sides: Set<String> = []
    for match in matches {
      switch match.kind {
      case .state where !match.isWeak:
        sides.formUnion(match.code == "both" ? ["cn", "ru"] : [match.code])
      case .place: if let side = ["CN": "cn", "RU": "ru"][match.code] { sides.insert(side) }
      case .leader: sides.insert(match.code)
      case .actor:
        if let side = match.actor.flatMap({ rulebook.actors[$0]?.side }) {
          sides.formUnion(side == "joint" ? ["cn", "ru"] : [side])
        }
      default: break
      }
    }
    return sides
  }

  private static func isState(_ match: Match, _ rulebook: Rulebook) -> Bool {
    match.actor.flatMap { rulebook.actors[$0]?.kind } == "state"
  }

  // MARK: Bodies

  /// The bodies a sentence names, in order of place.
  func bodies(_ index: Int) -> [Body] {
    if let bodies = known[index] { return bodies }
    readStrangers(sentences[index].paragraph)
    let bodies = bodies(in: sentences[index])
    known[index] = bodies
    return bodies
  }

  func titleBodies() -> [Body] { title.map(bodies(in:)) ?? [] }

  private func bodies(in sentence: Sentence) -> [Body] {
    let actors = sentence.matches.filter { $0.kind == .actor }
    let media = Self.reporters(actors, rulebook)
    var bodies: [Body] = actors.compactMap { match in
      guard let id = match.actor, let facts = rulebook.actors[id], !["state", "person"].contains(facts.kind),
        !media.contains(id)
      else { return nil }
      return Body(actor: id, name: facts.name, kind: facts.kind, side: facts.side, span: match.span)
    }
    if !strangers.isEmpty {
      let words = sentence.words(text.bytes)
      for stranger in strangers {
        guard let place = stranger.place(in: words),
          !actors.contains(where: { $0.span.overlaps(place) && !Self.isState($0, rulebook) }),
          !bodies.contains(where: { $0.span.overlaps(place) })
        else { continue }
        bodies.append(
          Body(
            actor: stranger.actor, name: stranger.name, kind: stranger.kind, side: stranger.side, span: place)
        )
      }
      bodies.sort { $0.span.lowerBound < $1.span.lowerBound }
    }
    return bodies
  }

  /// Agencies are named as sources far oftener than as parties; two of them make a deal of their own.
  private static func reporters(_ actors: [Match], _ rulebook: Rulebook) -> Set<Int> {
    let media = actors.compactMap(\.actor).filter { rulebook.actors[$0]?.kind == "media" }
    let sides = Set(media.compactMap { rulebook.actors[$0]?.side })
    return sides.isSuperset(of: ["cn", "ru"]) ? [] : Set(media)
  }

  /// Looks for bodies the file does not know in the opening and in the paragraph that is read.
  private func readStrangers(_ paragraph: Int) {
    for wanted in [0, paragraph] where readParagraphs.insert(wanted).inserted {
      for sentence in range(of: wanted)
      where strangers.count < Self.mostStrangers && sentences[sentence].namesSomebody {
        for stranger in Strangers(sentences[sentence], text.bytes, rulebook).found
        where !strangers.contains(where: { $0.name == stranger.name }) {
          strangers.append(stranger)
        }
      }
      known.removeAll(keepingCapacity: true)
    }
  }

  /// A body whose side came out later than its name.
  func remember(_ stranger: Stranger, side: String) {
    guard strangers.count < Self.mostStrangers, !strangers.contains(where: { $0.name == stranger.name })
    else { return }
    var stranger = stranger
    stranger.side = side
    strangers.append(stranger)
  }

  /// The sentences of a paragraph.
  func range(of paragraph: Int) -> Range<Int> {
    first(from: paragraph)..<first(from: paragraph + 1)
  }

  /// The first sentence that stands in a paragraph or behind it.
  private func first(from paragraph: Int) -> Int {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].paragraph < paragraph { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// True if a paragraph, the title or the first sentence names a technology; for acts of bodies the opening may. A
  /// paragraph may hold thousands of sentences.
  func namesTechnology(_ paragraph: Int, orOpening: Bool) -> Bool {
    if orOpening ? beginsWithTechnology : isTitledByTechnology { return true }
    if let known = technical[paragraph] { return known }
    let names = range(of: paragraph).contains { sentences[$0].namesTechnology }
    technical[paragraph] = names
    return names
  }

  private lazy var beginsWithTechnology =
    isTitledByTechnology || sentences.prefix(3).contains(where: \.namesTechnology)
  private lazy var isTitledByTechnology =
    (title?.matches ?? titleBeside).contains { $0.kind == .sector || $0.kind == .area }
    || sentences.first?.namesTechnology ?? false

  // MARK: Who was spoken of

  /// The sentences before one that may say whom its words stand for: those of its paragraph, nearest first, then
  /// those of the opening.
  func before(_ index: Int) -> [Int] {
    let paragraph = sentences[index].paragraph
    let own = range(of: paragraph).lowerBound..<index
    let near = Array(own.suffix(6).reversed())
    return near + lead.prefix(5).filter { $0 < own.lowerBound }
  }

  /// The first place in the text that names a state, else a place in it.
  func state(_ side: String) -> Match? {
    let all = [title?.matches ?? []] + sentences.prefix(40).map(\.matches)
    let country = side == "cn" ? "CN" : "RU"
    return all.lazy.flatMap { $0 }.first { $0.kind == .state && $0.code == side && !$0.isWeak }
      ?? all.lazy.flatMap { $0 }.first { $0.kind == .place && $0.code == country }
  }
}
