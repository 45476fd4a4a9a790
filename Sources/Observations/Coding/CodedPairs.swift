public import SQLite

/// What two coders said of the same observations, field by field.
public enum CodedPairs {
  /// What both said of one field: one pair an observation and second coder. Left empty is a code like any other.
  public struct Field: Sendable {
    /// A column of a table of observations.
    public var name: String
    /// The first coder's value and the second's.
    public var pairs: [(first: String, second: String)]
  }

  /// Every field of ``FormField/coded``, in its order.
  /// - Parameters:
  ///   - sample: the number of a sample; nil: all.
  ///   - connection: the file.
  /// - Returns: for each field the pairs of what was said.
  /// - Throws: `SQLiteError`.
  public static func read(sample: Int?, in connection: Connection) throws -> [Field] {
    let pairs = try connection.rows(
      """
      SELECT a.id, b.id FROM coding AS a
      JOIN coding AS b ON b.sample = a.sample AND b.observation = a.observation AND b.turn = 'second' AND b.withdrawn = 0
      JOIN observation AS o ON o.id = a.observation
      WHERE a.turn = 'first' AND a.withdrawn = 0 AND (\(sample) IS NULL OR a.sample = \(sample))
      ORDER BY b.id
      """
    ) { (try $0.get(0, as: Int.self), try $0.get(1, as: Int.self)) }
    var values: [Int: [String: String]] = [:]
    try connection.forEach("SELECT coding, field, value FROM coding_field WHERE withdrawn = 0") {
      values[try $0.get(0), default: [:]][try $0.get(1)] = try $0.get(2, as: String.self)
    }
    return FormField.coded.map { field in
      Field(
        name: field.name,
        pairs: pairs.map { (values[$0]?[field.name] ?? "", values[$1]?[field.name] ?? "") })
    }
  }
}
