internal import Formats
internal import Records

/// An organisation, a state or a person, as a table describes it.
struct Actor: Equatable {
  struct Alias: Hashable {
    var text: String
    var language: String
  }

  var name: String
  var kind: String
  var side: String
  var parent: String?
  var note: String?
  var aliases: [Alias]

  static let kinds = [
    "state", "ministry", "agency", "company", "fund", "university", "institute", "media", "joint",
    "international", "person",
    "other",
  ]
  static let sides = ["cn", "ru", "joint", "intl", "other"]
  static let languages = ["en", "ru", "zh"]
}

extension Actor {
  /// - Throws: `RowRefusal` for a kind or side that the model does not have.
  init(_ row: TableRow) throws {
    name = try row.requiredText("name")
    kind = try Self.choice(row, "kind", Self.kinds)
    side = try Self.choice(row, "side", Self.sides)
    parent = row.text("parent")
    note = row.text("note")
    var seen: Set<String> = []
    aliases = Self.languages.flatMap { language in
      row.list("aliases_\(language)").map { Alias(text: NFC.normalized($0), language: language) }
    }.filter { seen.insert($0.text).inserted }
    if parent == name {
      throw RowRefusal(
        column: "parent", value: name, reason: "\(name) is its own parent", hint: "Leave the parent empty.")
    }
  }

  private static func choice(_ row: TableRow, _ column: String, _ values: [String]) throws(RowRefusal)
    -> String
  {
    let value = try row.required(column)
    if values.contains(value) { return value }
    throw RowRefusal(
      column: column, value: value, reason: "\(column) has no such value",
      hint: "One of: \(values.joined(separator: ", ")).")
  }
}
