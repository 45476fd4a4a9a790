internal import Names
internal import Records
internal import SQLite

/// What a person types for an observation, as the cells of a row: with `actors`, a list of NAME, NAME@SIDE or
/// NAME@SIDE=ROLE in the place of one column a side, and with `grade`, as B2.
struct TypedCells {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  // MARK: Actors

  /// The cells of a row as a person reads them: its columns of actors in one list.
  static func typed(_ cells: [String: String]) -> [String: String] {
    let row = TableRow(line: 0, cells: cells)
    var roles: [String: String] = [:]
    for entry in row.list("roles") {
      guard let cut = entry.lastIndex(of: "=") else { continue }
      roles[String(entry[..<cut])] = String(entry[entry.index(after: cut)...])
    }
    let entries = sides.flatMap { side in
      row.list("actors_\(side)").map { "\($0)@\(side)" + (roles[$0].map { "=\($0)" } ?? "") }
    }
    var typed = cells.filter { $0.key != "roles" && !$0.key.hasPrefix("actors_") }
    if !entries.isEmpty { typed["actors"] = entries.joined(separator: "; ") }
    return typed
  }

  /// Names to columns: a known actor has its side, a new one needs it said.
  /// - Parameters:
  ///   - cells: as typed.
  ///   - standing: entries that stood there before, and stay as they are.
  /// - Returns: the cells of a row, and the names that are new among the actors.
  /// - Throws: `RowRefusal` for a name that is not known, or known otherwise than it is said.
  func placed(_ cells: [String: String], standing: Set<String> = []) throws -> (
    cells: [String: String], new: [String]
  ) {
    var cells = withCurrency(cells)
    var new: [String] = []
    for entry in TableRow(line: 0, cells: cells).list("actors") {
      let part = try Part(entry)
      let (known, side) =
        if standing.contains(entry), let side = part.side { (true, side) } else { try known(part) }
      if !known { new.append(part.name) }
      let column = "actors_\(side == "intl" ? "other" : side)"
      let canonical = try known ? canonicalName(of: part.name) : part.name
      cells[column] = Self.joined(cells[column], canonical)
      if let role = part.role { cells["roles"] = Self.joined(cells["roles"], "\(canonical)=\(role)") }
    }
    cells["actors"] = nil
    if let number = try grade(cells)?.number { cells["credibility"] = String(number) }
    cells["grade"] = nil
    return (cells, new)
  }

  private static let sides = ["cn", "ru", "joint", "other"]

  private static func joined(_ list: String?, _ entry: String) -> String {
    [list, entry].compactMap { $0 }.joined(separator: ";")
  }

  /// `Huawei@cn=host`: a name, the side it is on, and its part.
  private struct Part {
    var name: String
    var side: String?
    var role: String?

    init(_ entry: String) throws(RowRefusal) {
      name = entry
      // A name may have the sign in it; what stands behind it is a part only if it is one of the four.
      if let cut = name.lastIndex(of: "=") {
        let said = String(name[name.index(after: cut)...]).trimmed
        if Observation.Participant.Role(rawValue: said) != nil {
          (name, role) = (String(name[..<cut]).trimmed, said)
        }
      }
      if let cut = name.lastIndex(of: "@") {
        let said = String(name[name.index(after: cut)...]).trimmed
        guard Observation.Participant.Side(rawValue: said) != nil else { throw Self.refusal(entry) }
        (name, side) = (String(name[..<cut]).trimmed, said)
      }
      if name.isEmpty { throw Self.refusal(entry) }
    }

    private static func refusal(_ entry: String) -> RowRefusal {
      let sides = Observation.Participant.Side.allCases.map(\.rawValue).joined(separator: ", ")
      let roles = Observation.Participant.Role.allCases.map(\.rawValue).joined(separator: ", ")
      return RowRefusal(
        column: "actors", value: entry, reason: "an actor is written NAME, NAME@SIDE or NAME@SIDE=ROLE",
        hint: "Sides: \(sides). Roles: \(roles).")
    }
  }

  private func known(_ part: Part) throws -> (Bool, side: String) {
    if let id = try ActorBook.find(part.name, side: part.side, in: connection),
      let side = try connection.value("SELECT side FROM actor WHERE id = \(id)", as: String.self)
    {
      guard part.side == nil || part.side == side else {
        throw RowRefusal(
          column: "actors", value: part.name, reason: "\(part.name) is known on the side \(side)",
          hint: "Leave the side out, or log another name.")
      }
      return (true, side)
    }
    if let said = part.side { return (false, said) }
    let near = try KnownNames.nearest(to: part.name, in: connection)
    throw RowRefusal(
      column: "actors", value: part.name, reason: "there is no actor of that name",
      hint: (near.isEmpty ? "" : "Near: \(near.joined(separator: ", ")). ")
        + "A new one needs its side: \(Self.likelySides(part.name).map { "\(part.name)@\($0)" }.joined(separator: " or "))."
    )
  }

  /// What the letters of a name suggest; Latin ones suggest nothing.
  private static func likelySides(_ name: String) -> [String] {
    switch Script(of: name) {
    case .han: ["cn"]
    case .cyrillic: ["ru"]
    case .latin, .mixed: ["cn", "ru"]
    }
  }

  private func canonicalName(of name: String) throws -> String {
    guard let id = try ActorBook.find(name, in: connection) else { return name }
    return try connection.value("SELECT name FROM actor WHERE id = \(id)") ?? name
  }

  // MARK: Money

  /// The currency that stands beside the number of an amount: `100 USD`.
  func currency(of cells: [String: String]) -> String? {
    let parts = (cells["amount"] ?? "").split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, parts[1].utf8.count == 3,
      parts[1].utf8.allSatisfy({ UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 }),
      cells["currency"] == nil || cells["currency"] == String(parts[1])
    else { return nil }
    return String(parts[1])
  }

  private func withCurrency(_ cells: [String: String]) -> [String: String] {
    guard let currency = currency(of: cells) else { return cells }
    var cells = cells
    cells["amount"] = cells["amount"]?.split(whereSeparator: \.isWhitespace).first.map(String.init)
    cells["currency"] = currency
    return cells
  }

  // MARK: Grades

  /// The letter for the outlet and the number for the item; either may be missing.
  func grade(_ cells: [String: String]) throws(RowRefusal) -> (letter: String?, number: Int?)? {
    guard let text = cells["grade"]?.trimmed, !text.isEmpty else { return nil }
    let letter = text.first.flatMap { $0.isLetter ? String($0).uppercased() : nil }
    guard let digit = text.last, let number = Int(String(digit)), 1...6 ~= number,
      text.count == (letter == nil ? 1 : 2), letter.map({ "ABCDEF".contains($0) }) ?? true
    else {
      throw RowRefusal(
        column: "grade", value: text, reason: "a grade is a letter A to F and a number 1 to 6",
        hint:
          "B2: an outlet usually reliable, an item probably true; 2 grades the item alone. F and 6: cannot be judged."
      )
    }
    guard number != 1 else {
      throw RowRefusal(
        column: "grade", value: text,
        reason: "1 means confirmed by two independent origins; here is one source",
        hint: "Log it as 2, and add the second source as evidence.")
    }
    return (letter, number)
  }

  // MARK: Trying

  /// What is wrong with a value by itself; what goes together is looked at when all is there.
  static func trial(of field: String, _ value: String, mechanism: String?, _ codes: Codes) -> [String: String]
  {
    let usual = mechanism.flatMap { codes.all(.mechanism).contains($0) ? $0 : nil }
    var attempt = ["event_date": "2000", "title": "-", "mechanism": usual ?? "dialogue"]
    if ["amount", "amount_kind"].contains(field) { attempt["currency"] = "USD" }
    if ["currency", "amount_kind"].contains(field) { attempt["amount"] = "1" }
    if ["source_date", "language", "credibility", "attribution"].contains(field) { attempt["outlet"] = "-" }
    if field == "pressure_on" { attempt["mechanism"] = "pressure" }
    if field == "effect" { attempt["mechanism"] = value == "context" ? "pressure" : "dialogue" }
    attempt[field] = value
    return attempt
  }
}
