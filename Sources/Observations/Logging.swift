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
  private let typed: TypedCells

  /// Reads the vocabularies of the file that is written to.
  /// - Throws: `SQLiteError`.
  public init(_ connection: Connection) throws {
    self.connection = connection
    reading = try ObservationReading(Codes(connection))
    typed = TypedCells(connection)
  }

  /// Reads the cells and writes the observation, with its source, in one change.
  /// - Parameters:
  ///   - cells: as typed.
  ///   - why: for the log of changes.
  ///   - kind: backfill where it was known long before: its delay means nothing.
  ///   - file: the file.
  ///   - desk: who enters it, and when.
  /// - Returns: its number, and what the person should know.
  /// - Throws: ``RowRefusal`` naming what cannot be taken.
  public static func enter(
    _ cells: [String: String], why: String, as kind: Batch.Kind = .live, _ file: EntenteFile, _ desk: Desk
  ) throws -> Entry {
    let logging = try Logging(file.connection)
    return try file.write(desk, why: why, beginning: Batch(kind: kind)) { change in
      let context = try LoadContext(
        connection: file.connection, change: change, desk: desk, label: file.connection.defaultLabel())
      return try logging.enter(cells, context)
    }
  }

  /// What another observation has in common with the next of its kind: who, in which form, in which technology, where.
  /// Not when it occurred, what it promised, and what it rests on: these are its own.
  /// - Parameters:
  ///   - number: the observation to start from.
  ///   - withTitle: its title too, to be changed by a person who looks at it.
  ///   - connection: the file.
  /// - Returns: cells as typed, with `actors`.
  /// - Throws: `SQLiteError`.
  public static func cells(like number: Int, withTitle: Bool, in connection: Connection) throws -> [String:
    String]
  {
    let shared = [
      "mechanism", "instrument", "effect", "stage", "flow", "military", "sectors", "actors", "place",
      "country",
      "initiative", "multilateral", "umbrella", "pressure_on", "tags", "tlp",
    ]
    var cells = TypedCells.typed(try ObservationExport.cells(of: number, in: connection))
    cells = cells.filter { shared.contains($0.key) || (withTitle && $0.key == "title") }
    return cells.filter { !$0.value.isEmpty && $0.value != "0" }
  }

  /// The observations that what was typed is likely to repeat, the likeliest first; at most three.
  /// - Throws: ``RowRefusal`` naming what cannot be taken.
  public func known(as cells: [String: String]) throws -> [KnownAct] {
    let facts = try ActFacts(observation(cells).0, in: connection)
    return try Repeats.likely(facts, limit: 3, in: connection).compactMap { found in
      try connection.first("SELECT occurred, title FROM observation WHERE id = \(found.observation)") {
        KnownAct(
          observation: found.observation, occurred: try $0.get(0), title: try $0.get(1), score: found.score,
          reasons: found.reasons)
      }
    }
  }

  /// The new actors among those typed that are like one that is known.
  /// - Throws: ``RowRefusal`` naming what cannot be taken.
  public func alike(_ cells: [String: String]) throws -> [Alike] {
    try Alike.of(typed.placed(cells).new, in: connection)
  }

  /// What is wrong with cells typed so far; required ones may still be missing.
  public func refusal(of cells: [String: String]) -> RowRefusal? {
    var attempt = cells
    for (column, filler) in [
      ("event_date", "2000"), ("title", "-"), ("mechanism", reading.vocabulary.all(.mechanism).last ?? ""),
    ]
    where attempt[column] == nil { attempt[column] = filler }
    // Of a sum the rest is asked for next.
    if attempt["currency"] != nil || attempt["amount_kind"] != nil {
      attempt["amount"] = attempt["amount"] ?? "1"
    }
    if attempt["amount"] != nil {
      attempt["currency"] = attempt["currency"] ?? typed.currency(of: attempt) ?? "USD"
    }
    do {
      _ = try observation(attempt)
      return nil
    } catch let refusal as RowRefusal {
      return refusal
    } catch {
      return RowRefusal(reason: "\(error)")
    }
  }

  private func observation(_ cells: [String: String]) throws -> (Observation, new: [String]) {
    let placed = try typed.placed(cells)
    return (try reading.observation(from: TableRow(line: 0, cells: placed.cells)), placed.new)
  }

  private func enter(_ cells: [String: String], _ context: LoadContext) throws -> Entry {
    let (observation, new) = try observation(cells)
    let alike = try Alike.of(new, in: connection)
    var remarks = new.map { name in
      alike.first { $0.name == name }.map { "\($0.words) `entente actors merge` makes two one." }
        ?? "\(name) is new among the actors."
    }
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
    if observation.source.credibility == 1 { try Confirmation.check(number, in: connection) }
    remarks += try LookAlike.findings(since: context.change.id, in: connection).map {
      "\($0.name): \($0.sentence)."
    }
    if try connection.value("SELECT series FROM classified WHERE observation = \(number)", as: String.self)
      == "uncoded"
    {
      remarks.append("Without effect and stage no trend counts it.")
    }
    if let letter = try typed.grade(cells)?.letter { remarks += try setLetter(letter, of: number, context) }
    return Entry(number: number, remarks: remarks)
  }

  /// A letter is set only where none stands: one observation does not regrade an outlet.
  private func setLetter(_ letter: String, of number: Int, _ context: LoadContext) throws
    -> [String]
  {
    guard
      let (outlet, name) = try connection.first(
        """
        SELECT out.id, out.name FROM evidence AS e JOIN evidence_outlet AS v ON v.evidence = e.id
        JOIN outlet AS out ON out.id = v.outlet WHERE e.observation = \(number) AND e.main = 1
        """, { (try $0.get(0, as: Int.self), try $0.get(1, as: String.self)) })
    else { return ["The letter \(letter) was not set: no outlet is named."] }
    if let stands = try OutletGrades.standing(outlet, in: connection)?.letter {
      return stands == letter
        ? [] : ["\(name) is graded \(stands) already; the letter \(letter) was not set."]
    }
    try OutletGrades.set(
      letter, of: outlet, since: context.desk.today, why: "given with the first observation that rests on it",
      context)
    return []
  }
}
