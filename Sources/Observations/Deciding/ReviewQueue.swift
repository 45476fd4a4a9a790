public import SQLite

/// Which candidates a review goes through, and in which order.
public struct ReviewFilter: Sendable {
  /// The order of a review.
  public enum Order: String, CaseIterable, Sendable {
    /// As they stand in their texts.
    case place
    /// The best supported first.
    case score
  }

  /// Only of the document of this number.
  public var document: Int?
  /// Only those that this rule made.
  public var rule: String?
  /// Only those that score no less.
  public var minScore: Double?
  /// Only of texts in this language.
  public var language: String?
  /// Which come first.
  public var order: Order

  /// No restriction unless one is given.
  public init(
    document: Int? = nil, rule: String? = nil, minScore: Double? = nil, language: String? = nil,
    order: Order = .place
  ) {
    (self.document, self.rule, self.minScore) = (document, rule, minScore)
    (self.language, self.order) = (language, order)
  }

  /// The uids of open candidates, in order.
  /// - Throws: `SQLiteError`.
  public func open(in connection: Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT k.uid FROM candidate AS k
      JOIN document AS d ON d.id = k.document AND d.withdrawn = 0
      JOIN document_text AS t ON t.id = k.document AND t.withdrawn = 0
      WHERE NOT EXISTS (SELECT 1 FROM decision AS z WHERE z.candidate = k.uid AND z.withdrawn = 0)
        AND (\(document) IS NULL OR k.document = \(document)) AND (\(rule) IS NULL OR k.rule = \(rule))
        AND (\(minScore) IS NULL OR k.score >= \(minScore)) AND (\(language) IS NULL OR d.language = \(language))
      ORDER BY CASE WHEN \(order.rawValue) = 'score' THEN -k.score END, k.document, k.starts, k.id
      """
    ) { try $0.get(0) }
  }
}

/// The candidates of a review and where it stands. What was skipped, now or in an earlier session, comes last.
struct ReviewQueue {
  enum State { case waiting, skipped, decided, gone }

  private(set) var uids: [String]
  private var states: [String: State] = [:]
  /// Those that were skipped before they waited again.
  private var recalled: Set<String>
  /// The place of the one that is shown; the count where the end is reached.
  private(set) var position = 0

  /// - Parameters:
  ///   - uids: in order.
  ///   - skipped: those that were skipped in an earlier session: they wait, behind the others.
  init(_ uids: [String], skipped: Set<String> = []) {
    self.uids = uids.filter { !skipped.contains($0) } + uids.filter(skipped.contains)
    recalled = skipped
  }

  var count: Int { uids.count }
  var current: String? { position < count ? uids[position] : nil }
  /// Those that were skipped and not decided since.
  var skipped: [String] {
    uids.filter { state(of: $0) == .skipped || wasSkipped($0) && state(of: $0) == .waiting }
  }
  func wasSkipped(_ uid: String) -> Bool { recalled.contains(uid) }
  func state(of uid: String) -> State { states[uid] ?? .waiting }
  func count(_ state: State) -> Int { uids.count { self.state(of: $0) == state } }

  mutating func set(_ uid: String, _ state: State) { states[uid] = state }

  /// To the next that waits, from here and then from the beginning; else to the end.
  mutating func advance() {
    let next = uids.indices.first { $0 > position && state(of: uids[$0]) == .waiting }
    position = next ?? uids.indices.first { state(of: uids[$0]) == .waiting } ?? count
  }

  /// To the one before, decided or not.
  mutating func back() -> Bool {
    guard let before = uids[..<min(position, count)].lastIndex(where: { state(of: $0) != .gone }) else {
      return false
    }
    position = before
    return true
  }

  mutating func go(to uid: String) {
    if let index = uids.firstIndex(of: uid) { position = index }
  }

  /// Those that came since go to the end.
  mutating func add(_ more: [String]) {
    let known = Set(uids)
    uids += more.filter { !known.contains($0) }
  }

  /// What was skipped waits again.
  mutating func recallSkipped() {
    for uid in uids where state(of: uid) == .skipped {
      states[uid] = .waiting
      recalled.insert(uid)
    }
  }
}
