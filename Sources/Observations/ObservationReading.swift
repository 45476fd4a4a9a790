internal import Calendar
internal import Formats
public import Records

/// Turns the cells of a row into an observation, refusing what the model has no place for.
public struct ObservationReading {
  static let amountKinds = [
    "committed", "target", "upper-bound", "lower-bound", "valuation", "per-year", "portfolio",
  ]

  static let military = ["none-known", "party", "end-use", "weapon"]
  static let pressed = ["link", "cn", "ru"]

  let vocabulary: Codes

  /// Reads rows whose codes are among those of `vocabulary`.
  public init(_ vocabulary: Codes) { self.vocabulary = vocabulary }

  /// - Throws: ``RowRefusal`` naming the cell, its text, and what would be right.
  public func observation(from row: TableRow) throws -> Observation {
    var result = try Observation(
      occurred: Self.date(row, "event_date") ?? missing("event_date"),
      title: NFC.normalized(row.required("title")),
      mechanism: vocabulary.required(.mechanism, row, "mechanism"))
    result.summary = row["summary"].map(NFC.normalized)
    result.instrument = try vocabulary.optional(.instrument, row, "instrument")
    result.stage = try vocabulary.optional(.stage, row, "stage")
    result.flow = try vocabulary.optional(.flow, row, "flow")
    result.effect = try effect(row, mechanism: result.mechanism)
    try checkExit(row, of: result)
    result.due = try due(row, of: result)
    result.military = try row.choice("military", Self.military)
    result.sectors = try row.list("sectors").map { try vocabulary.check(.sector, $0, column: "sectors") }
      .unique
    result.participants = try participants(row, mechanism: result.mechanism)
    result.place = row["place"].map(NFC.normalized)
    result.country = try country(row)
    try readMoney(row, into: &result)
    result.initiatives = row.list("initiative").unique
    result.umbrella = try row.flag("umbrella")
    result.multilateral = try row.flag("multilateral")
    result.pressureOn = try row.choice("pressure_on", Self.pressed)
    if result.pressureOn != nil, result.mechanism != "pressure" {
      throw RowRefusal(
        column: "pressure_on", value: row["pressure_on"] ?? "",
        reason: "pressure_on belongs to pressure only",
        hint: "Leave it empty, or make the mechanism pressure.")
    }
    result.source = try SourceReading.source(from: row)
    result.tags = row.list("tags").map(NFC.normalized).unique
    result.label = try row.label()
    result.recorded = try row.instant("recorded")
    result.extras = try Extras.read(row)
    return result
  }

  private func missing(_ column: String) throws(RowRefusal) -> EDTF {
    throw RowRefusal(
      column: column, reason: "\(column) is empty", hint: "When did it happen? A year is enough: 2019.")
  }

  /// An EDTF cell; nil if empty.
  static func date(_ row: TableRow, _ column: String) throws(RowRefusal) -> EDTF? {
    guard let text = row[column] else { return nil }
    do {
      return try EDTF(text)
    } catch {
      throw RowRefusal(column: column, value: text, reason: error.reason, hint: error.hint)
    }
  }

  /// Pressure is context, always, and nothing else is; so a row of pressure need not say it.
  private func effect(_ row: TableRow, mechanism: String) throws -> String? {
    let effect = try vocabulary.optional(.effect, row, "effect")
    if mechanism == "pressure", effect == nil { return "context" }
    guard effect == nil || (effect == "context") == (mechanism == "pressure") else {
      throw RowRefusal(
        column: "effect", value: effect ?? "",
        reason: "the effect context goes with the mechanism pressure and no other",
        hint: "Pressure is context; any other act advances, sets-back, or is a statement.")
    }
    return effect
  }

  /// A promise is for a day that may still come when it is made.
  private func due(_ row: TableRow, of act: Observation) throws(RowRefusal) -> EDTF? {
    guard let due = try Self.date(row, "due") else { return nil }
    if let last = due.latest, let first = act.occurred.earliest, last < first {
      throw RowRefusal(
        column: "due", value: due.description, reason: "\(due) is before the act of \(act.occurred)",
        hint: "due is the target date of what the act promises.")
    }
    return due
  }

  private static let exits: Set<String> = ["suspended", "cancelled", "refused", "lapsed"]

  /// What ends an undertaking does not advance it.
  private func checkExit(_ row: TableRow, of act: Observation) throws(RowRefusal) {
    guard act.effect == "advances", let stage = act.stage, Self.exits.contains(stage) else { return }
    throw RowRefusal(
      column: "stage", value: stage, reason: "an act that advances the link is not \(stage)",
      hint: "With this stage the effect is sets-back, or statement where it is words only.")
  }

  private func participants(_ row: TableRow, mechanism: String) throws -> [Observation.Participant] {
    var roles: [String: Observation.Participant.Role] = [:]
    for entry in row.list("roles") {
      guard let cut = entry.lastIndex(of: "="),
        let role = Observation.Participant.Role(rawValue: String(entry[entry.index(after: cut)...]))
      else {
        throw RowRefusal(
          column: "roles", value: entry, reason: "a role is written NAME=host",
          hint: "Roles: party, host, target, sanctioner.")
      }
      roles[NFC.normalized(String(entry[..<cut]))] = role
    }
    let columns: [(String, Observation.Participant.Side)] = [
      ("actors_cn", .cn), ("actors_ru", .ru), ("actors_joint", .joint), ("actors_other", .other),
    ]
    var result: [Observation.Participant] = []
    for (column, side) in columns {
      for name in row.list(column).map(NFC.normalized) {
        if result.contains(where: { $0.name == name }) {
          throw RowRefusal(
            column: column, value: name, reason: "\(name) stands twice in the row",
            hint: "Name each actor once.")
        }
        let side = side == .other && vocabulary.isInternational(name) ? .intl : side
        let role = roles[name] ?? Observation.usualRole(mechanism: mechanism, side: side)
        result.append(.init(name: name, role: role, side: side))
      }
    }
    return result
  }

  private func country(_ row: TableRow) throws(RowRefusal) -> String? {
    let codes = row.list("country")
    for code in codes
    where code.utf8.count != 2 || !code.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }) {
      throw RowRefusal(
        column: "country", value: code, reason: "\(code) is no country code",
        hint: "Two capital letters, as CN or RU.")
    }
    return codes.isEmpty ? nil : codes.joined(separator: ";")
  }

  private func readMoney(_ row: TableRow, into result: inout Observation) throws(RowRefusal) {
    (result.amount, result.currency) = try Self.sum(row, "amount", "currency")
    result.amountKind = try row.choice("amount_kind", Self.amountKinds)
    guard result.amountKind == nil || result.amount != nil else {
      throw Self.unpaired(row, "amount", "currency")
    }
  }

  /// A sum and its currency, or neither.
  static func sum(_ row: TableRow, _ amount: String, _ currency: String) throws(RowRefusal) -> (
    amount: Double?, currency: String?
  ) {
    let (number, code) = (try row.number(amount), row[currency])
    if let number, number < 0 {
      throw RowRefusal(column: amount, value: row[amount] ?? "", reason: "an amount is not negative")
    }
    if let code,
      code.utf8.count != 3 || !code.utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 })
    {
      throw RowRefusal(
        column: currency, value: code, reason: "\(code) is no currency code",
        hint: "Three capital letters, as USD, CNY, RUB.")
    }
    guard (number == nil) == (code == nil) else { throw unpaired(row, amount, currency) }
    return (number, code)
  }

  private static func unpaired(_ row: TableRow, _ amount: String, _ currency: String) -> RowRefusal {
    RowRefusal(
      column: amount, value: row[amount] ?? "",
      reason: "\(amount), \(currency) and \(amount)_kind go together",
      hint: "Give amount and currency, or neither.")
  }
}

extension [String] {
  /// Each once, in the order of first appearance.
  var unique: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
