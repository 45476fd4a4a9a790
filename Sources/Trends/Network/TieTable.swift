public import Calendar
public import SQLite
internal import Statistics
public import TimeSeries

/// The pairs of actors by period: which are new, which went on, which are gone.
public struct TieTable: Sendable {
  /// A Chinese and a Russian actor that took part in one observation at least.
  public struct Tie: Hashable, Comparable, Sendable {
    /// The Chinese one.
    public let chinese: SidedActor
    /// The Russian one.
    public let russian: SidedActor

    /// By the Chinese actor, then the Russian one.
    public static func < (left: Tie, right: Tie) -> Bool {
      left.chinese == right.chinese ? left.russian < right.russian : left.chinese < right.chinese
    }
  }

  /// What became of the ties in one period.
  public struct Row: Sendable {
    /// The period.
    public let period: Period
    /// Observations with a pair.
    public let observations: Int
    /// Actors in them.
    public let actors: Int
    /// Of each tie, its observations.
    public let ties: [Tie: Int]
    /// Against the period before; nil for the first.
    public let change: Change?
  }

  /// Against the period before. New ties are those that came again, those among actors known by then, and those of
  /// newcomers.
  public struct Change: Sendable {
    /// Ties that the period before did not have.
    public let new: [Tie]
    /// Ties of both.
    public let kept: [Tie]
    /// Ties that only the period before had.
    public let lost: [Tie]
    /// New ties that an earlier period had.
    public let returning: Int
    /// New ties, seen for the first time, between actors that earlier periods knew.
    public let amongKnown: Int
    /// New ties with an actor that no earlier period knew.
    public let ofNewcomers: Int
    /// Kept over all ties of either period; nil without ties.
    public let jaccard: Double?
  }

  /// What was asked.
  public let question: Question
  /// One row a period from the first to the last, also those without a tie.
  public let rows: [Row]
  /// Observations with a pair whose date is wider than a period; they are in no row.
  public let notPlaced: Int
  /// The observations, those not placed too.
  public let meetings: Meetings
  /// What the counts are worth.
  public let coverage: Coverage

  /// Every tie, with its observations in all periods, those not placed too.
  public var ties: [Tie: Int] { Self.ties(meetings.list) }

  /// Reads and compares, in one state of the file.
  /// - Throws: ``QuestionError`` for too many periods, or `SQLiteError`.
  public static func read(_ question: Question, from connection: Connection) throws -> TieTable {
    try connection.snapshot {
      let meetings = try question.meetings(from: connection)
      return try TieTable(question, meetings, Coverage.read(from: connection))
    }
  }

  init(_ question: Question, _ meetings: Meetings, _ coverage: Coverage) throws {
    (self.question, self.meetings, self.coverage) = (question, meetings, coverage)
    let placed = Dictionary(grouping: meetings.list.filter { $0.period != nil }) { $0.period ?? "" }
    notPlaced = meetings.list.count { $0.period == nil }
    var (rows, past) = ([Row](), Past())
    for period in try Self.periods(question, placed.keys.sorted()) {
      let list = placed[period.label] ?? []
      let row = Row(
        period: period, observations: list.count, actors: Set(list.flatMap(\.actors)).count,
        ties: Self.ties(list), change: past.change(to: list))
      rows.append(row)
      past.add(list)
    }
    self.rows = rows
  }

  private static func periods(_ question: Question, _ labels: [String]) throws -> [Period] {
    let days = [labels.first, labels.last].map { $0.flatMap { Self.day($0) } }
    guard let first = question.first ?? days[0] ?? question.last,
      let last = question.last ?? days[1] ?? question.first, first <= last
    else { return [] }
    let months = (last.year - first.year) * 12
    guard months < Question.mostPeriods else {
      throw QuestionError.tooManyPeriods(months, question.kind)
    }
    return Period.range(from: first, to: last, kind: question.kind)
  }

  /// A day of the period with this label.
  private static func day(_ label: String) -> Day? {
    guard let year = Int(label.prefix(4)) else { return nil }
    let rest = label.dropFirst(5)
    let month = rest.first == "Q" ? (Int(rest.dropFirst()) ?? 1) * 3 : Int(rest) ?? 1
    return Day(year: year, month: month, day: 1)
  }

  private static func ties(_ list: [Meeting]) -> [Tie: Int] {
    var ties: [Tie: Int] = [:]
    for meeting in list {
      let russian = meeting.actors.filter { !$0.isChinese }
      for chinese in meeting.actors where chinese.isChinese {
        for other in russian { ties[Tie(chinese: chinese, russian: other), default: 0] += 1 }
      }
    }
    return ties
  }

  /// What earlier periods had.
  private struct Past {
    private var before: CollaborationNetwork<SidedActor>?
    private var ties: Set<Tie> = []
    private var actors: Set<SidedActor> = []

    func change(to list: [Meeting]) -> Change? {
      guard let before else { return nil }
      let change = NetworkChange(from: before, to: network(list))
      let new = change.new.map(Tie.init)
      let first = new.filter { !ties.contains($0) }
      let known = first.count { actors.contains($0.chinese) && actors.contains($0.russian) }
      return Change(
        new: new.sorted(), kept: change.kept.map(Tie.init).sorted(), lost: change.lost.map(Tie.init).sorted(),
        returning: new.count - first.count, amongKnown: known, ofNewcomers: first.count - known,
        jaccard: change.jaccard)
    }

    mutating func add(_ list: [Meeting]) {
      before = network(list)
      ties.formUnion(TieTable.ties(list).keys)
      actors.formUnion(list.flatMap(\.actors))
    }

    private func network(_ list: [Meeting]) -> CollaborationNetwork<SidedActor> {
      CollaborationNetwork(events: list.map(\.actors), tying: SidedActor.isPair)
    }
  }
}

extension TieTable.Tie {
  fileprivate init(_ tie: CollaborationNetwork<SidedActor>.Tie) {
    let (first, second) = (tie.first, tie.second)
    self.init(chinese: first.isChinese ? first : second, russian: first.isChinese ? second : first)
  }
}
