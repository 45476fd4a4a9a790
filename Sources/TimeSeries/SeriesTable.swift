public import Calendar
public import Records
public import SQLite

/// One code with its counts.
public struct SeriesRow: Sendable {
  /// The code as stored; empty for observations that have none in this dimension.
  public let code: String
  /// The name for people.
  public let label: String
  /// How many codes stand above it: 0 for the top.
  public let depth: Int
  /// How many observations, by bin.
  public let counts: Counts
}

/// One series: the rows of `counted`, or of another that is never added to it.
public struct SeriesBlock: Sendable {
  /// What these observations count as.
  public let series: CountedAs
  /// The codes that occur; a vocabulary in its order, other codes by their number of observations.
  public let rows: [SeriesRow]
  /// How many codes the limit left out; the total covers them.
  public let left: Int
  /// Labels of a vocabulary's codes without any observation.
  public let absent: [String]
  /// Every observation once, also where it stands in several rows or in none.
  public let total: Counts
  /// What to paste into `sqlite3` for the same numbers.
  public let figures: [Figure]
}

/// A number's origin: the statement that gives it, complete, for any SQLite client.
public struct Figure: Equatable, Sendable {
  /// What it gives.
  public let name: String
  /// One statement with its values filled in. For showing only.
  public let sql: String

  /// The statement as people may paste it.
  public init(_ name: String, _ sql: SQL) {
    self.name = name
    self.sql = sql.pasteable
  }
}

/// The answer to a ``Question``.
public struct SeriesTable: Sendable {
  /// What was asked.
  public let question: Question
  /// Every bin from the first to the last, also those in which nothing happened.
  public let periods: [Period]
  /// One block for each of ``CountedAs/shown``, also the empty ones.
  public let blocks: [SeriesBlock]
  /// How many observations of the same range are ``CountedAs/listed`` only.
  public let others: [Listed]
  /// The highest label of the observations that went in.
  public let label: Label
  /// What to paste into `sqlite3` for ``others``.
  public let othersFigure: Figure
  /// The sources that count where the same ones were asked for; nil there: none was watched so long.
  public let panel: Panel?
  /// What the grade view leaves out; nil where every row counts.
  public let grades: GradeNumbers?

  /// A series and its number of observations.
  public struct Listed: Equatable, Sendable {
    /// What they count as.
    public let series: CountedAs
    /// How many.
    public let count: Int
  }

  /// What a grade view keeps and leaves out, over the four series that are shown.
  public struct GradeNumbers: Equatable, Sendable {
    /// Graded well enough.
    public let kept: Int
    /// Left out, because no source has both a letter and a number.
    public let ungraded: Int
    /// Left out, because all that is graded is graded lower.
    public let lower: Int
  }

  /// Every statement behind the table.
  public var figures: [Figure] { blocks.flatMap(\.figures) + [othersFigure] }
}
