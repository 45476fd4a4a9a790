internal import Calendar
internal import Documents
internal import Names
public import Records
public import SQLite

/// Entering one observation by hand.
///
/// What was typed has the cells of a row (see ``ObservationColumns``) with two more: `actors`, a list of names,
/// each with `@side` where the name is new, and `grade`, as B2.
public struct Logging {
  /// What was entered.
  public struct Entry: Sendable {
    /// The observation's number.
    public var number: Int
    /// What the person should know: new names, a letter that was not set.
    public var remarks: [String]
  }

  private let connection: Connection
  private let reading: ObservationReading

  /// Reads the vocabularies of the file that is written to.
  /// - Throws: `SQLiteError`.
  public init(_ connection: Connection) throws {
    self.connection = connection
    reading = try ObservationReading(Codes(connection))
  }

  /// Reads the cells and writes the observation, with its source, in one change.
  /// - Throws: ``RowRefusal`` naming what cannot be taken.
  public static func enter(_ cells: [String: String], why: String, _ file: EntenteFile, _ desk: Desk) throws
    -> Entry
  {
    let logging = try Logging(file.connection)
    return try file.write(desk, why: why, beginning: Batch(kind: .live)) { change in
      let context = try LoadContext(
        connection: file.connection, change: change, desk: desk, label: file.connection.defaultLabel())
      return try logging.enter(cells, context)
    }
  }

  /// What is wrong with cells typed so far; required ones may still be missing.
  public func refusal(of cells: [String: String]) -> RowRefusal? {
    var attempt = cells
    for (column, filler) in [
      ("event_date", "2000"), ("title", "-"), ("mechanism", reading.vocabulary.all(.mechanism).last ?? ""),
    ]
    where attempt[column] == nil { attempt[column] = filler }
    do {
      _ = try reading.observation(from: placed(attempt).row)
      _ = try grade(attempt)
      return nil
    } catch let refusal as RowRefusal {
      return refusal
    } catch {
      return RowRefusal(reason: "\(error)")
    }
  }

  private func enter(_ cells: [String: String], _ context: LoadContext) throws -> Entry {
    let placed = try placed(cells)
    let grade = try grade(cells)
    let observation = try reading.observation(from: placed.row)
    var remarks = placed.new.map { "\($0) is new among the actors." }
    if let outlet = observation.source.outlet,
      try connection.value("SELECT 1 FROM outlet WHERE name = \(outlet)", as: Int.self) == nil
    {
      remarks.append("\(outlet) is new among the outlets.")
    }
    for code in observation.initiatives
    where try connection.value("SELECT 1 FROM initiative WHERE code = \(code)", as: Int.self) == nil {
      remarks.append("\(code) is new among the initiatives.")
    }
    let key = ObservationTable.Key(uid: Identity.typed(at: context.desk))
    let number = try ObservationTable.insert(observation, key: key, context)
    remarks += try LookAlike.findings(since: context.change.id, in: connection).map {
      "\($0.name): \($0.sentence)."
    }
    if try connection.value("SELECT series FROM classified WHERE observation = \(number)", as: String.self)
      == "uncoded"
    {
      remarks.append("Without effect and stage no trend counts it.")
    }
    if let letter = grade?.letter { remarks += try setLetter(letter, of: observation.source, context) }
    return Entry(number: number, remarks: remarks)
  }

  // MARK: Actors

  /// Names to columns: a known actor has its side, a new one needs it said.
  private func placed(_ cells: [String: String]) throws -> (row: TableRow, new: [String]) {
    var cells = cells
    var new: [String] = []
    for entry in TableRow(line: 0, cells: cells).list("actors") {
      let (name, said) = try split(entry)
      let (known, side) = try known(name, said: said)
      if !known { new.append(name) }
      let column = "actors_\(side == "intl" ? "other" : side)"
      let canonical = try known ? canonicalName(of: name) : name
      cells[column] = [cells[column], canonical].compactMap { $0 }.joined(separator: ";")
    }
    cells["actors"] = nil
    if let grade = try grade(cells), grade.number != nil {
      cells["credibility"] = grade.number.map(String.init)
    }
    cells["grade"] = nil
    return (TableRow(line: 0, cells: cells), new)
  }

  /// `Huawei@cn`: a name and the side it is on.
  private func split(_ entry: String) throws(RowRefusal) -> (name: String, side: String?) {
    guard let cut = entry.lastIndex(of: "@") else { return (entry, nil) }
    let (name, side) = (String(entry[..<cut]).trimmed, String(entry[entry.index(after: cut)...]).trimmed)
    guard !name.isEmpty, Observation.Participant.Side(rawValue: side) != nil else {
      throw RowRefusal(
        column: "actors", value: entry, reason: "an actor is written NAME or NAME@SIDE",
        hint: "Sides: \(Observation.Participant.Side.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return (name, side)
  }

  private func known(_ name: String, said: String?) throws -> (Bool, side: String) {
    if let id = try ActorBook.find(name, in: connection),
      let side = try connection.value("SELECT side FROM actor WHERE id = \(id)", as: String.self)
    {
      guard said == nil || said == side else {
        throw RowRefusal(
          column: "actors", value: name, reason: "\(name) is known on the side \(side)",
          hint: "Leave the side out, or log another name.")
      }
      return (true, side)
    }
    if let said { return (false, said) }
    let near = try KnownNames.nearest(to: name, in: connection)
    throw RowRefusal(
      column: "actors", value: name, reason: "there is no actor of that name",
      hint: (near.isEmpty ? "" : "Near: \(near.joined(separator: ", ")). ")
        + "A new one needs its side: \(name)@cn.")
  }

  private func canonicalName(of name: String) throws -> String {
    guard let id = try ActorBook.find(name, in: connection) else { return name }
    return try connection.value("SELECT name FROM actor WHERE id = \(id)") ?? name
  }

  // MARK: Grades

  private func grade(_ cells: [String: String]) throws(RowRefusal) -> (letter: String?, number: Int?)? {
    guard let text = cells["grade"]?.trimmed, !text.isEmpty else { return nil }
    let letter = text.first.map { String($0).uppercased() } ?? ""
    let number = Int(text.dropFirst())
    guard text.count == 2, "ABCDEF".contains(letter), let number, 1...6 ~= number else {
      throw RowRefusal(
        column: "grade", value: text, reason: "a grade is a letter A to F and a number 1 to 6",
        hint: "B2: an outlet usually reliable, an item probably true. F and 6: cannot be judged.")
    }
    guard number != 1 else {
      throw RowRefusal(
        column: "grade", value: text,
        reason: "1 means confirmed by two independent origins; here is one source",
        hint: "Log it as 2, and add the second source as evidence.")
    }
    return (letter, number)
  }

  /// A letter is set only where none stands: one observation does not regrade an outlet.
  private func setLetter(_ letter: String, of source: Observation.Source, _ context: LoadContext) throws
    -> [String]
  {
    guard let name = source.outlet else { return ["The letter \(letter) was not set: no outlet is named."] }
    guard let outlet = try connection.value("SELECT id FROM outlet WHERE name = \(name)", as: Int.self) else {
      return []
    }
    if let stands = try connection.value(
      "SELECT letter FROM outlet_letters WHERE outlet = \(outlet)", as: String.self)
    {
      return stands == letter
        ? [] : ["\(name) is graded \(stands) already; the letter \(letter) was not set."]
    }
    try connection.execute(
      """
      INSERT INTO outlet_grade (uid, outlet, letter, since, why, change)
      VALUES (
        \(Identity.typed(at: context.desk)), \(outlet), \(letter), \(context.desk.today.number),
        'given with the first observation that rests on it', \(context.change.id))
      """)
    return []
  }
}
