internal import Calendar
internal import Records
internal import TimeSeries
internal import Trends

/// What the written formats of a report share.
extension Report {
  /// Names and values for its head.
  var facts: [(name: String, value: String)] {
    let bins = settings.mechanisms.kind.rawValue
    let clock = settings.mechanisms.views.clock
    let views: [(String, String?)] = [
      ("Grades", TrendWords.grades(mechanisms.table)), ("Sources", TrendWords.sources(mechanisms.table)),
    ]
    return [
      ("As of", settings.mechanisms.asOf.description), ("Generated", generated.description),
      ("Clock", "\(clock.rawValue): \(clock.meaning)"),
      ("Periods", TrendWords.span(mechanisms.table).map { "\($0), by \(bins)" } ?? "none"),
      ("Marking", label.marking), ("Data", state.sentence),
    ] + views.compactMap { name, value in value.map { (name, $0) } }
  }

  /// The series and what belongs to them.
  static let definitions: [(name: String, text: String)] =
    (CountedAs.shown + CountedAs.listed).map { ($0.title, $0.definition) }

  /// How verdicts are found; empty where there are none.
  var methodLines: [String] { mechanisms.withheld == nil ? Explanation.method : [] }

  /// How the definitions are used.
  static let rule = """
    Each observation is one dated act and belongs to exactly one of these. The first four are shown by \
    period and never added up; of the others only the number is told.
    """
}

extension ReportedObservation {
  /// `2025-12-16 · Dialogue · Counted`.
  var heading: String { "\(occurred) · \(mechanism) · \(series.title)" }
}

extension ReportedObservation.Source {
  /// The address if it is one of the web, else nil: nothing else may become a link.
  var link: String? {
    guard let url else { return nil }
    let lower = url.lowercased()
    return lower.hasPrefix("https://") || lower.hasPrefix("http://") ? url : nil
  }

  /// What it is called: its title, else its address.
  var name: String { title ?? url ?? "untitled" }

  /// Outlet, day, grade (`?` stands for a half that is missing) and, where it does not simply support, the stance.
  var details: String {
    let stance = stance == "supports" ? nil : stance
    let grade = grade == "??" ? "ungraded" : "grade \(grade)"
    return [outlet, published, grade, stance].compactMap { $0 }.joined(separator: ", ")
  }
}
