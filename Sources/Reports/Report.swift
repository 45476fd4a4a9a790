public import Calendar
public import Records
public import TimeSeries
public import Trends

/// What a report covers.
public struct ReportSettings: Sendable {
  /// Counts by mechanism.
  public let mechanisms: Question
  /// Counts by sector.
  public let sectors: Question
  /// How many of the newest observations to list.
  public let newest: Int

  /// Settings; see ``Question`` for what they mean.
  ///
  /// - Parameters:
  ///   - kind: the length of the bins.
  ///   - from: a day of the first bin.
  ///   - to: a day of the last bin.
  ///   - asOf: acts after this day do not count.
  ///   - newest: how many observations to list with their sources.
  ///   - views: which clock, which grades, which sources.
  /// - Throws: ``QuestionError`` if a bound is open or the bounds are in the wrong order.
  public init(
    per kind: PeriodKind = .year, from: EDTF? = nil, to: EDTF? = nil, asOf: Day,
    newest: Int = 10, views: Views = Views()
  ) throws(QuestionError) {
    mechanisms = try Question(
      by: .mechanism, per: kind, from: from, to: to, asOf: asOf, views: views)
    sectors = mechanisms.by(.sector)
    self.newest = newest
  }
}

/// The trend report: everything that goes into it, before it is written in a format.
public struct Report: Sendable {
  /// Its title.
  public static let title = "China-Russia technology cooperation: trend report"

  /// What was asked.
  public let settings: ReportSettings
  /// When it was made.
  public let generated: Instant
  /// Counts by mechanism.
  public let mechanisms: TrendSet
  /// Counts by sector.
  public let sectors: TrendSet
  /// The newest observations with their sources.
  public let newest: [ReportedObservation]
  /// The statement that chose ``newest``.
  public let newestFigure: Figure
  /// The state of the file that was read.
  public let state: DataState
  /// The highest label of all that went in.
  public let label: Label

  /// Every statement behind the report, each once.
  public var figures: [Figure] {
    var seen: Set<String> = []
    let all = mechanisms.figures + sectors.figures + [newestFigure, state.figure]
    return all.filter { seen.insert($0.sql).inserted }
  }
}

/// The formats of a report.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For a terminal or a mail.
  case text
  /// One file that asks for nothing else.
  case html
  /// GitHub Markdown.
  case markdown
  /// One object with everything.
  case json
}

extension Report {
  /// The whole report. The same report gives the same bytes.
  ///
  /// - Parameters:
  ///   - format: how to write it.
  ///   - width: cells that a line of `.text` may take; only an address may be longer.
  /// - Returns: the text, with a line end at its end.
  public func render(_ format: ReportFormat, width: Int = TrendOutput.usualWidth) -> String {
    switch format {
    case .text: ReportText(report: self, width: width).page
    case .html: ReportHTML(report: self).page
    case .markdown: ReportMarkdown(report: self).page
    case .json: ReportJSON.text(self)
    }
  }
}
