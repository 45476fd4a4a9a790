public import Calendar
public import SQLite

/// Who watched what, from when to when: what counts can and cannot say about the world.
public struct Coverage: Sendable {
  /// One source that was looked at.
  public struct Source: Sendable {
    /// Its name.
    public let name: String
    /// True if it was read regularly and whole.
    public let isWatched: Bool
    /// First day, `YYYY-MM-DD`.
    public let starts: String
    /// Last day; nil while it goes on.
    public let ends: String?
    /// In what way it was looked at.
    public let how: String
    /// The number of its outlet; nil where no outlet of the file has its name.
    public let outlet: Int?

    /// `name (2013-03-22 to 2025-12-16)`.
    public var span: String { "\(name) (\(starts) \(ends.map { "to \($0)" } ?? "onwards"))" }
  }

  /// Every source, watched ones first, then by day.
  public let sources: [Source]

  /// Reads the view `coverage_list`.
  public static func read(from connection: Connection) throws -> Coverage {
    let sql: SQL = """
      SELECT source, kind = 'watch', starts, ends, how, outlet_number FROM coverage_list
      ORDER BY kind = 'watch' DESC, starts, source
      """
    return Coverage(
      sources: try connection.rows(sql) {
        Source(
          name: try $0.get(0), isWatched: try $0.get(1), starts: try $0.get(2), ends: try $0.get(3),
          how: try $0.get(4), outlet: try $0.get(5))
      })
  }

  /// The line that stands over every count.
  public static func line(_ connection: Connection) throws -> String { try read(from: connection).line }

  /// True if at least one source was watched. Without one there is no verdict about the world.
  public var isWatched: Bool { sources.contains(where: \.isWatched) }

  /// The spans of days in which at least one source was watched.
  public var watched: [ClosedRange<Day>] {
    Self.joined(
      sources.filter(\.isWatched).compactMap { source in
        guard let first = Day(source.starts) else { return nil }
        let last = source.ends.flatMap { Day($0) } ?? Day(number: .max)
        return first <= last ? first...last : nil
      })
  }

  /// What the counts are worth, in one paragraph.
  public var line: String {
    let spans = sources.filter { $0.isWatched == isWatched }.map(\.span).joined(separator: ", ")
    if isWatched { return "Watched: \(spans)." }
    let rule = "Convenience collection: counts describe the file, not the world; no verdicts."
    return sources.isEmpty ? "\(rule) No source is on record as watched." : "\(rule) Sources: \(spans)."
  }
}
