internal import Formats
public import SQLite

/// Finds the known actors that a name may mean, in any of the three scripts.
public struct NameMatcher {
  /// A known actor with how well a name fits it.
  public struct Match: Sendable {
    /// Its number in the table `actor`.
    public var actor: Int
    /// The name it has in the file.
    public var name: String
    /// Which of its names fits best.
    public var matched: String
    /// 0 to 1; from ``NameComparison/sameBody`` on the two are taken as one.
    public var score: Double
    /// What speaks for it and against it, a sentence each.
    public var reasons: [String]
  }

  struct Entry {
    var actor: Int
    var parsed: ParsedName
    var side: String
    /// Of all its words.
    var weight = 0.0
  }

  private(set) var entries: [Entry] = []
  private var names: [Int: String] = [:]
  private var byActor: [Int: [Int]] = [:]
  /// Which entries have a word, by its text and by its meaning.
  private(set) var byText: [String: [Int]] = [:]
  private(set) var byMeaning: [Int: [Int]] = [:]
  private(set) var bySound: [Sound: [Int]] = [:]
  /// The own words, one of each text.
  private(set) var ownWords: [NameWord] = []

  /// Reads the names of all actors that were not withdrawn.
  /// - Throws: `SQLiteError`.
  public init(_ connection: Connection) throws {
    var known: [Known] = []
    try connection.forEach(
      """
      SELECT id, name, side, 0 AS rank, 0 AS position FROM actor WHERE withdrawn = 0
      UNION ALL
      SELECT l.actor, l.alias, a.side, 1, l.position FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      WHERE a.withdrawn = 0 AND l.withdrawn = 0
      ORDER BY 1, 4, 5, 2
      """
    ) { known.append((try $0.get(0), try $0.get(1), try $0.get(2))) }
    self.init(known)
  }

  /// The first name of an actor is the one shown.
  init(_ known: [Known]) {
    for (actor, name, side) in known {
      names[actor] = names[actor] ?? name
      add(Entry(actor: actor, parsed: ParsedName(name).athome(in: side), side: side))
    }
    let weights = Weights(rarity: rarity)
    for number in entries.indices {
      entries[number].weight = entries[number].parsed.words.map(weights.of).reduce(0, +)
    }
  }

  /// A name of an actor, and the side it is on.
  typealias Known = (actor: Int, name: String, side: String)

  private mutating func add(_ entry: Entry) {
    let number = entries.count
    byActor[entry.actor, default: []].append(number)
    for word in entry.parsed.words where word.role != .stop && word.role != .legal {
      if byText[word.text] == nil, word.isOwn { ownWords.append(word) }
      if byText[word.text]?.last != number { byText[word.text, default: []].append(number) }
      for sound in word.sounds + word.chinese where bySound[sound]?.last != number {
        bySound[sound, default: []].append(number)
      }
      count(word.meanings, number)
    }
    for word in entry.parsed.expanded ?? [] { count(word.meanings, number) }
    entries.append(entry)
  }

  private mutating func count(_ meanings: [Int], _ number: Int) {
    for meaning in meanings where byMeaning[meaning]?.last != number {
      byMeaning[meaning, default: []].append(number)
    }
  }

  /// The actors that fit a name, the best first.
  /// - Parameters:
  ///   - name: as people write it, in Latin, Cyrillic or Chinese letters.
  ///   - limit: at most so many.
  ///   - least: none below this score.
  /// - Returns: each actor once, with the name of it that fits best.
  public func nearest(to name: String, limit: Int = 5, least: Double = 0.5) -> [Match] {
    nearest(to: name, limit: limit, least: least) { _ in false }
  }

  /// As above; entries for which `isHeldBack` says so are not looked at.
  func nearest(to name: String, limit: Int, least: Double, isHeldBack: (Entry) -> Bool) -> [Match] {
    let asked = ParsedName(NFC.normalized(name))
    let athome = ["cn": asked.athome(in: "cn"), "ru": asked.athome(in: "ru")]
    let weights = Weights(rarity: rarity)
    var best: [Int: Found] = [:]
    for number in candidates(asked, weights) where !isHeldBack(entries[number]) {
      let entry = entries[number]
      let found = NameComparison(athome[entry.side] ?? asked, entry.parsed, weights)
      guard found.score >= least, found.score > best[entry.actor]?.match.score ?? 0 else { continue }
      let match = Match(
        actor: entry.actor, name: names[entry.actor]!, matched: entry.parsed.name, score: found.score,
        reasons: found.reasons)
      best[entry.actor] = (match, number)
    }
    return ordered(asked, best, isHeldBack).prefix(limit).map(\.match)
  }

  private typealias Found = (match: Match, entry: Int)

  /// The best first.
  private func ordered(_ asked: ParsedName, _ best: [Int: Found], _ isHeldBack: (Entry) -> Bool)
    -> [(match: Match, rank: Double)]
  {
    let order = NameOrder(asked)
    return best.values.map { found in
      let others = byActor[found.match.actor]!.map { entries[$0] }.filter { !isHeldBack($0) }.map(\.parsed)
      let entry = entries[found.entry]
      return (found.match, order.rank(found.match, side: entry.side, matched: entry.parsed, others: others))
    }.sorted(by: order.isBefore)
  }

  /// 1 for a word that one name has, falling to 0 for one that all have.
  private func rarity(_ word: NameWord) -> Double? {
    let count =
      word.meanings.isEmpty
      ? byText[word.text]?.count ?? 0 : word.meanings.map { byMeaning[$0]?.count ?? 0 }.max() ?? 0
    let all = Double(entries.count + 1)
    return 1 - min(1, (Double(max(1, count)) / 3).rounded(.up).squareRoot() / all.squareRoot() * 2)
  }
}
