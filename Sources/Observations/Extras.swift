internal import Formats
internal import Records

/// Columns the model has no place for: kept word for word, and exported again under their names and as one JSON
/// object. A column of its own counts before what the object says.
enum Extras {
  /// - Throws: `RowRefusal` also for a marking under another name that the row's label does not hold.
  static func read(_ row: TableRow) throws(RowRefusal) -> [String: String] {
    let extras = try found(in: row)
    try MarkingColumns.check(extras, against: row.label())
    return extras
  }

  private static func found(in row: TableRow) throws(RowRefusal) -> [String: String] {
    let known = Set(ObservationColumns.all)
    var result = row.cells.filter { !known.contains($0.key) && !$0.value.isEmpty }
    guard let text = row["extras"] else { return result }
    guard let value = try? JSONValue.parse(Array(text.utf8)), case .object(let pairs) = value else {
      throw RowRefusal(
        column: "extras", value: text, reason: "extras is no JSON object",
        hint: "As exported: {\"column\":\"text\"}.")
    }
    for member in pairs where row.cells[member.key] == nil || known.contains(member.key) {
      guard case .string(let text) = member.value else {
        throw RowRefusal(column: "extras", value: member.key, reason: "an extra column holds text only")
      }
      result[member.key] = text
    }
    return result
  }

  static func text(_ extras: [String: String]) -> String? {
    guard !extras.isEmpty else { return nil }
    let pairs = extras.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) }
    return String(decoding: JSONWriter.compact(.object(pairs)), as: UTF8.self)
  }
}
