internal import Records
public import SQLite

/// An observation as a text that a person fills in with an editor: every field with what belongs there as a comment.
///
/// It knows no editor. A command writes ``text`` to a file, lets the person change it, and hands the bytes to
/// ``read(_:in:)``, which tells a form left alone from one that was filled in, and every mistake by its line.
public struct ObservationForm: Sendable {
  /// What came back.
  public enum Answer: Sendable {
    /// Nothing was changed, or everything was taken out: nothing is to be written.
    case unchanged, emptied
    /// The fields as they stand now.
    case filled(Filled)
  }

  /// A form as it was filled in.
  public struct Filled: Sendable {
    /// Every field that says something, as typed: with `actors` and `grade`. For ``Logging``.
    public var typed: [String: String]
    /// Columns of a row (see ``ObservationColumns``) that are other than before, "" where one was emptied: what
    /// corrects an observation or a proposal.
    public var changes: [String: String]
  }

  private let fields: [FormField]
  private let before: [String: String]
  private let requires: Set<String>
  private let mechanism: String?
  /// The form to be filled in.
  public let text: String

  /// - Parameters:
  ///   - cells: what stands in it, as the columns of a row, as typed, or both.
  ///   - fields: which fields, in their order: ``FormField/entered``, ``FormField/corrected`` ...
  ///   - heading: lines above it, such as the sentence that is coded.
  ///   - requires: fields that may not be left empty.
  ///   - codes: the vocabularies of the file.
  public init(
    _ cells: [String: String], fields: [FormField], heading: [String],
    requires: Set<String> = Set(ObservationColumns.required), _ codes: Codes
  ) {
    self.fields = fields
    self.requires = requires
    mechanism = cells["mechanism"]
    let typed = TypedCells.typed(cells)
    var text = heading.map { FormText.comment($0) }.joined()
    text += FormText.comment(
      "Lines that begin with # are left out. What stands empty stays empty. Save and close the editor to go on; left as it is, or emptied, nothing is written."
    )
    for field in fields {
      text += "\n" + FormText.comment(field.explanation)
      let words = field.known(codes)
      if !words.isEmpty { text += FormText.comment(words.joined(separator: ", "), indent: "  ") }
      text += FormText.written(field, typed[field.name] ?? "")
    }
    self.text = text
    // As they read back: what only looks different is no change.
    before = FormText(Array(text.utf8), fields: fields).entries.mapValues(\.value).filter {
      !$0.value.isEmpty
    }
  }

  /// Reads a form that was filled in.
  /// - Parameters:
  ///   - bytes: the file as it was saved.
  ///   - connection: the file whose actors and codes may be named.
  /// - Returns: whether there is something to write, and what.
  /// - Throws: ``FormRefusal`` with everything that is wrong, by line; `SQLiteError`.
  public func read(_ bytes: [UInt8], in connection: Connection) throws -> Answer {
    if bytes.elementsEqual(text.utf8) { return .unchanged }
    let form = FormText(bytes, fields: fields)
    if form.isEmpty { return .emptied }
    let typed = form.entries.mapValues(\.value).filter { !$0.value.isEmpty }
    if form.troubles.isEmpty, typed == before { return .unchanged }
    let reading = try Reading(self, form, typed, connection)
    guard reading.troubles.isEmpty else { throw FormRefusal(troubles: reading.troubles) }
    return .filled(Filled(typed: typed, changes: reading.changes))
  }

  /// A form held against what the file knows.
  private struct Reading {
    private(set) var troubles: [FormTrouble]
    private(set) var changes: [String: String] = [:]
    private let form: FormText
    private let cells: TypedCells
    private let reading: ObservationReading
    private let standing: Set<String>

    init(_ own: ObservationForm, _ form: FormText, _ typed: [String: String], _ db: Connection) throws {
      self.form = form
      troubles = form.troubles
      cells = TypedCells(db)
      reading = try ObservationReading(Codes(db))
      standing = Set(TableRow(line: 0, cells: own.before).list("actors"))
      for field in own.fields {
        if let value = typed[field.name] {
          let mechanism = typed["mechanism"] ?? own.mechanism
          let trial = TypedCells.trial(of: field.name, value, mechanism: mechanism, reading.vocabulary)
          try attempt(trial, field: field.name)
        } else if own.requires.contains(field.name) {
          troubles.append(
            FormTrouble(
              line: form.entries[field.name]?.line, field: field.name, reason: "\(field.name) is empty",
              hint: field.explanation))
        }
      }
      if troubles.isEmpty { try attempt(own.completed(typed), field: nil) }
      troubles.sort { ($0.line ?? .max) < ($1.line ?? .max) }
      if troubles.isEmpty { changes = try own.changes(placed(own.before), placed(typed)) }
    }

    private func placed(_ typed: [String: String]) throws -> [String: String] {
      try cells.placed(typed, standing: standing).cells
    }

    private mutating func attempt(_ typed: [String: String], field: String?) throws {
      do {
        _ = try reading.observation(from: TableRow(line: 0, cells: placed(typed)))
      } catch var refusal as RowRefusal {
        // A column of actors stands in the one list of them.
        if let column = refusal.column, column == "roles" || column.hasPrefix("actors_") {
          refusal.column = "actors"
        }
        if let field { refusal.column = field }
        troubles.append(FormTrouble(refusal, line: refusal.column.flatMap { form.entries[$0]?.line }))
      }
    }
  }

  /// Fields that this form does not ask for do not stand in the way.
  private func completed(_ typed: [String: String]) -> [String: String] {
    var cells = typed
    for (name, filler) in ["event_date": "2000", "title": "-", "mechanism": "dialogue"]
    where cells[name] == nil { cells[name] = filler }
    // A proposal is graded as an item of its own text.
    let isGraded = cells["credibility"] != nil || cells["attribution"] != nil
    if isGraded, !fields.contains(where: { $0.name == "outlet" }) { cells["outlet"] = "-" }
    return cells
  }

  private func changes(_ old: [String: String], _ new: [String: String]) -> [String: String] {
    var changes: [String: String] = [:]
    for name in Set(old.keys).union(new.keys) where old[name] != new[name] { changes[name] = new[name] ?? "" }
    return changes
  }
}
