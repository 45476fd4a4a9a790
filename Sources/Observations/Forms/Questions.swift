internal import Documents
internal import Records
public import SQLite

/// Which field is asked next when an observation is entered at prompts: only what follows from the answers so far.
public struct Questions {
  private let connection: Connection
  private let fields: [FormField]
  private let always: Set<String>
  private var asked: Set<String> = []

  /// Begins; fields that have a value already are not asked for.
  /// - Parameters:
  ///   - connection: the file.
  ///   - fields: nil: those of an observation, as far as they are commonly needed; else these.
  public init(_ connection: Connection, among fields: [FormField]? = nil) {
    self.connection = connection
    self.fields = fields ?? FormField.entered
    always = Set(fields == nil ? Self.common : Self.common + ["military", "multilateral", "umbrella"])
  }

  private static let common = [
    "event_date", "title", "mechanism", "instrument", "sectors", "actors", "summary", "source_url",
  ]

  /// The next field, or nil when all that is needed was asked for.
  /// - Parameter cells: the answers so far, as typed.
  /// - Returns: a field that was not asked for yet.
  /// - Throws: `SQLiteError`.
  public mutating func next(after cells: [String: String]) throws -> FormField? {
    for field in fields where cells[field.name] == nil && !asked.contains(field.name) {
      asked.insert(field.name)
      if try isNeeded(field.name, cells) { return field }
    }
    return nil
  }

  /// The letter that stands for the outlet of these cells, with its name; nil if the outlet is not known or not graded.
  public func letter(of cells: [String: String]) throws -> (outlet: String, letter: String)? {
    guard let outlet = try outlet(of: cells),
      let letter = try connection.value(
        """
        SELECT g.letter FROM outlet_letters AS g JOIN outlet AS o ON o.id = g.outlet WHERE o.name = \(outlet)
        """, as: String.self)
    else { return nil }
    return (outlet, letter)
  }

  /// The outlet that was named, else the one whose address it is.
  public func outlet(of cells: [String: String]) throws -> String? {
    if let named = cells["outlet"] { return named }
    guard let host = cells["source_url"].flatMap(WebAddress.host),
      let id = try OutletTable.find(host: host, in: connection)
    else { return nil }
    return try connection.value("SELECT name FROM outlet WHERE id = \(id)")
  }

  private func isNeeded(_ name: String, _ cells: [String: String]) throws -> Bool {
    let (mechanism, effect) = (cells["mechanism"] ?? "", cells["effect"] ?? "")
    let isPressure = mechanism == "pressure"
    if always.contains(name) { return true }
    switch name {
    case "effect": return !isPressure
    case "pressure_on": return isPressure
    case "stage": return !isPressure && effect != "statement"
    case "due": return ["considered", "pledged"].contains(cells["stage"])
    case "flow":
      return !isPressure && effect != "statement" && !["dialogue", "governance"].contains(mechanism)
    case "amount": return ["fund", "park", "commercial", "military"].contains(mechanism)
    case "currency": return cells["amount"] != nil && TypedCells(connection).currency(of: cells) == nil
    case "amount_kind": return cells["amount"] != nil
    case "outlet": return try outlet(of: cells) == nil
    case "source_date", "grade": return cells["source_url"] != nil || cells["outlet"] != nil
    default: return false
    }
  }
}
