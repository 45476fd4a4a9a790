public import Records
public import TimeSeries

/// An observation as a report lists it.
public struct ReportedObservation: Sendable {
  /// The short id that people type.
  public let id: ShortID
  /// When the act took place, as precise as known.
  public let occurred: String
  /// What happened.
  public let title: String
  /// The label of its mechanism.
  public let mechanism: String
  /// What it counts as.
  public let series: CountedAs
  /// Who took part.
  public let actors: [String]
  /// Why it is believed, the main source first.
  public let sources: [Source]
  /// The highest label of the observation and of the sources shown.
  public let label: Label

  /// One source of an observation.
  public struct Source: Sendable {
    /// Who published it.
    public let outlet: String?
    /// Its title.
    public let title: String?
    /// Its day, as precise as known.
    public let published: String?
    /// Where it is.
    public let url: String?
    /// Outlet's letter and evidence's number; `?` for ungraded.
    public let grade: String
    /// Whether it supports, partly supports, contradicts or disputes the observation.
    public let stance: String
  }
}

/// The state of the file that a report was made from.
public struct DataState: Sendable {
  /// Observations that are not withdrawn.
  public let observations: Int
  /// The number of the last change; nil in a file without changes.
  public let change: Int?
  /// The instant of that change.
  public let changedAt: String?
  /// The statement behind ``observations``.
  public let figure: Figure

  /// `270 observations; last change 12 of 2026-11-20T08:00:00Z`.
  public var sentence: String {
    let last = change.map { "last change \($0) of \(changedAt ?? "")" } ?? "no change on record"
    return "\(observations) observations in the file; \(last)"
  }
}
