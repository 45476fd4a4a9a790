/// By which clock an observation is put into its period.
public enum Clock: String, CaseIterable, Hashable, Sendable {
  /// When the act took place.
  case occurred
  /// When the first text that supports it was published.
  case published
  /// When its first desk knew of it.
  case recorded

  /// What the clock shows.
  public var meaning: String {
    switch self {
    case .occurred: "when the act took place"
    case .published: "when the first text that supports it was published"
    case .recorded: "when its first desk knew of it"
    }
  }
}

/// Which observations count, by how well their sources are graded.
public enum GradeView: String, CaseIterable, Hashable, Sendable {
  /// Every row, graded or not.
  case all
  /// With one source at least of letter A or B and number 1, 2 or 3.
  case b3 = "B3"
  /// With a source of number 1, and two independent origins.
  case confirmed

  /// What it leaves in.
  public var meaning: String {
    switch self {
    case .all: "all rows, graded or not"
    case .b3: "one source at least graded B3 or better"
    case .confirmed: "confirmed: a source of number 1 and two independent origins"
    }
  }
}

/// Which sources count.
public enum SourceView: String, CaseIterable, Hashable, Sendable {
  /// Whatever is in the file.
  case all
  /// Only those that were watched from the first to the last day of the range, by the coverage ledger: a source that
  /// was added later does not look like a rise.
  case same
}

/// How a ``Question`` looks at the observations.
public struct Views: Hashable, Sendable {
  /// The clock of the periods.
  public var clock: Clock
  /// How well observations have to be graded.
  public var grade: GradeView
  /// Which sources count.
  public var sources: SourceView

  /// By default everything, by the day of the act.
  public init(clock: Clock = .occurred, grade: GradeView = .all, sources: SourceView = .all) {
    self.clock = clock
    self.grade = grade
    self.sources = sources
  }
}
