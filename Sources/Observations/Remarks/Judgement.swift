public import Formats
public import Records
public import SQLite

/// A typed assessment: a sentence with a likelihood or a confidence, never both (ICD 203), and what it rests on.
public struct Judgement: Sendable {
  /// How likely it is, or how well founded.
  public enum Degree: Sendable, Equatable {
    case likelihood(Likelihood)
    case confidence(Confidence)
  }

  /// The one row of likelihood words that is used here, each with its share in percent, the lower bound included.
  public enum Likelihood: String, Sendable, CaseIterable {
    case almostNoChance = "almost no chance"
    case veryUnlikely = "very unlikely"
    case unlikely
    case evenChance = "roughly even chance"
    case likely
    case veryLikely = "very likely"
    case almostCertain = "almost certain"

    /// The range that ICD 203 gives the word.
    public var percent: String {
      switch self {
      case .almostNoChance: "1-5 %"
      case .veryUnlikely: "5-20 %"
      case .unlikely: "20-45 %"
      case .evenChance: "45-55 %"
      case .likely: "55-80 %"
      case .veryLikely: "80-95 %"
      case .almostCertain: "95-99 %"
      }
    }
  }

  /// How good the basis is: assumptions, quality and variety of the sources, strength of the argument.
  public enum Confidence: String, Sendable, CaseIterable { case low, moderate, high }

  /// What is judged.
  public var sentence: String
  /// How likely, or how well founded.
  public var degree: Degree
  /// What it rests on.
  public var basis: String

  /// Checks the wording.
  /// - Throws: ``RemarkError`` that says what ICD 203 forbids.
  public init(_ sentence: String, _ degree: Degree, basis: String) throws {
    (self.sentence, self.degree, self.basis) = (
      NFC.normalized(sentence).trimmed, degree, NFC.normalized(basis).trimmed
    )
    if self.sentence.isEmpty { throw RemarkError.empty("judgement") }
    if self.basis.isEmpty { throw RemarkError.empty("basis") }
    try JudgementWording.check(self.sentence, degree)
  }

  /// What judgements are made on.
  public static let subjects: Set<Record.Kind> = [.observation, .initiative, .actor]

  /// Writes the judgement; about nothing in particular where `subject` is nil.
  /// - Returns: its number.
  /// - Throws: ``RemarkError`` for a subject that judgements are not made on, `SQLiteError`.
  public func add(on subject: Record?, label: Label?, _ context: LoadContext) throws -> Int {
    if let subject, !Self.subjects.contains(subject.kind) {
      throw RemarkError.noJudgementOn(subject.kind.rawValue)
    }
    var words: (likelihood: String?, confidence: String?) = (nil, nil)
    switch degree {
    case .likelihood(let word): words.likelihood = word.rawValue
    case .confidence(let word): words.confidence = word.rawValue
    }
    try context.connection.execute(
      """
      INSERT INTO judgement (uid, observation, initiative, actor, sentence, likelihood, confidence, basis, tlp, change)
      VALUES (\(Identity.typed(at: context.desk)), \(subject?.number(.observation)), \(subject?.number(.initiative)),
        \(subject?.number(.actor)), \(sentence), \(words.likelihood), \(words.confidence), \(basis),
        \((label ?? context.label).rawValue), \(context.change.id))
      """)
    return context.connection.lastRowID
  }

  /// Takes a judgement back.
  /// - Throws: ``RemarkError`` where there is none of this number.
  public static func withdraw(_ number: Int, _ context: LoadContext) throws {
    try context.withdrawRemark(number, of: "judgement")
  }

  /// The judgements on a record, the oldest first; all of the file where `subject` is nil.
  public static func table(of subject: Record?, in connection: Connection) throws -> Table {
    try Table(
      of: """
        SELECT j.id, date(c.at), c.analyst, coalesce(j.likelihood, j.confidence || ' confidence'), j.sentence, j.basis,
          coalesce('o' || j.observation, i.code, a.name), j.tlp
        FROM judgement AS j LEFT JOIN change AS c ON c.id = j.change
        LEFT JOIN initiative AS i ON i.id = j.initiative LEFT JOIN actor AS a ON a.id = j.actor
        WHERE j.withdrawn = 0 AND (\(subject == nil) OR j.observation = \(subject?.number(.observation))
          OR j.initiative = \(subject?.number(.initiative)) OR j.actor = \(subject?.number(.actor)))
        ORDER BY j.id
        """, ["judgement", "entered", "analyst", "degree", "sentence", "basis", "about", "tlp"],
      in: connection)
  }
}
