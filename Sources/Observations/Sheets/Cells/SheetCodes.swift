internal import Records
internal import SQLite

/// Which of our columns hold dates, numbers, lists and codes.
struct SheetCodes {
  static let dates: Set<String> = [
    "event_date", "due", "source_date", "published", "claim_date", "from", "to", "period",
  ]
  static let numbers: Set<String> = ["amount", "claim_amount", "value"]
  static let flags: Set<String> = ["umbrella", "multilateral", "main"]
  static let lists = ObservationColumns.lists.union(["country", "aliases_en", "aliases_ru", "aliases_zh"])

  private static let closed: [String: [String]] = [
    "military": ["none-known", "party", "end-use", "weapon"], "amount_kind": ObservationReading.amountKinds,
    "attribution": SourceReading.attributions, "pressure_on": ["link", "cn", "ru"],
    "tlp": Label.allCases.map(\.rawValue),
  ]

  private var codes: Codes?

  /// Checks are made for observations; other tables check by themselves.
  init(_ connection: Connection, _ kind: TableKind) throws {
    codes = kind.name == ObservationLoader.name ? try Codes(connection) : nil
  }

  /// - Throws: `RowRefusal` that says where in the map the value belongs.
  func check(_ text: String, of target: String) throws(RowRefusal) {
    guard let codes, let known = known(target, codes), !known.contains(text) else { return }
    if target == "tlp", Label(text) != nil { return }
    throw RowRefusal(
      column: target, value: text, reason: "there is no such code",
      hint: "Add it under [columns.\(target).values]; known: \(known.joined(separator: ", ")).")
  }

  private func known(_ target: String, _ codes: Codes) -> [String]? {
    let name = target == "sectors" ? "sector" : target
    return Codes.Vocabulary(rawValue: name).map { codes.all($0) } ?? Self.closed[target]
  }

  /// 1 or 0; nil for a word that is neither.
  static func flag(_ text: String) -> String? {
    switch text.folded {
    case "1", "yes", "true", "y", "x", "+", "да", "истина", "是", "对": "1"
    case "0", "no", "false", "n", "-", "нет", "ложь", "否": "0"
    default: nil
    }
  }
}
