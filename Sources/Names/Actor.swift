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
  /// Those of the aliases that are also words, or the names of others; nil if the table does not say.
  var ambiguous: Set<String>?

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
    try Self.refuseSemicolon(name, in: "name")
    kind = try Self.choice(row, "kind", Self.kinds)
    side = try Self.choice(row, "side", Self.sides)
    parent = row.text("parent")
    if let parent { try Self.refuseSemicolon(parent, in: "parent") }
    note = row.text("note")
    // One spelling may serve two languages, and is kept for both.
    var seen: Set<Alias> = []
    aliases = try Self.languages.flatMap { language in
      let column = "aliases_\(language)"
      try Self.refuseUnsplit(row.text(column) ?? "", in: column)
      return row.list(column).map { Alias(text: NFC.normalized($0), language: language) }
    }.filter { seen.insert($0).inserted }
    if row.cells["ambiguous"] != nil {
      ambiguous = try Self.ambiguous(row.list("ambiguous").map(NFC.normalized), among: aliases)
    }
    if parent == name {
      throw RowRefusal(
        column: "parent", value: name, reason: "\(name) is its own parent", hint: "Leave the parent empty.")
    }
  }

  private static func ambiguous(_ names: [String], among aliases: [Alias]) throws(RowRefusal) -> Set<String> {
    if let stray = names.first(where: { name in !aliases.contains { $0.text == name } }) {
      throw RowRefusal(
        column: "ambiguous", value: stray, reason: "\(stray) is none of the aliases",
        hint: "Write it as it stands in aliases_en, aliases_ru or aliases_zh.")
    }
    return Set(names)
  }

  /// Lists of actors are joined by `;`: a name that holds one could not be read back.
  static func refuseSemicolon(_ name: String, in column: String) throws(RowRefusal) {
    guard name.unicodeScalars.contains(";") else { return }
    throw RowRefusal(
      column: column, value: name,
      reason: "a name of an actor holds a semicolon, which parts names in a list",
      hint: "Write one name, without \";\"; further names are aliases.")
  }

  /// A list is split at every `;`. One that ends an HTML entity is no separator, and a wide one would be none.
  private static func refuseUnsplit(_ cell: String, in column: String) throws(RowRefusal) {
    let parts = cell.split(separator: ";", omittingEmptySubsequences: false)
    let isEntity = parts.dropLast().contains { part in
      part.lastIndex(of: "&").map { sign in
        let name = part[part.index(after: sign)...]
        return !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }
      } ?? false
    }
    guard isEntity || cell.unicodeScalars.contains("；") else { return }
    throw RowRefusal(
      column: column, value: cell, reason: "the aliases cannot be told apart",
      hint: "Part them by a plain \";\", and write & for &amp; (\"AT&T;Bell\").")
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
