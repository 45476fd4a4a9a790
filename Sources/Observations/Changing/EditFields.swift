internal import Documents
internal import Names
internal import Records
internal import SQLite

/// The fields of a kind of record that can be set, under the names that its table has where it is loaded.
struct EditFields {
  let names: [String]
  let lists: Set<String>

  init(of kind: Record.Kind) {
    switch kind {
    case .observation:
      names = ObservationColumns.all.filter { !ObservationColumns.identity.contains($0) }
      lists = ObservationColumns.lists
    case .document:
      names = DocumentFields.names
      lists = DocumentFields.lists
    case .evidence:
      let fixed: Set = ["uid", "observation_uid", "observation", "main", "document_uid", "recorded"]
      names = (EvidenceLoader.required + EvidenceLoader.optional).filter { !fixed.contains($0) }
      lists = []
    case .actor:
      names = (ActorLoader.required + ActorLoader.optional).filter { $0 != "uid" }
      lists = ["aliases_en", "aliases_ru", "aliases_zh", "ambiguous"]
    case .outlet:
      names = ["affiliation"]
      lists = []
    case .initiative:
      names = ["title", "status", "note", "tlp"]
      lists = []
    }
  }

  /// What people and pages call a field otherwise.
  private static let others = [
    "date": "event_date", "occurred": "event_date", "sector": "sectors", "tag": "tags",
    "initiatives": "initiative",
    "source": "source_url", "stance": "supports", "grade": "credibility",
  ]

  /// What is typed for a field, as its cell: a grade is a number alone here, for the letter is the outlet's; `?` and
  /// `ungraded` empty it.
  private static func cell(_ assignment: Assignment) throws -> String {
    guard ["grade", "credibility"].contains(assignment.field) else { return assignment.value }
    let value = assignment.value.trimmed
    if ["?", OutletGrades.ungraded].contains(value.lowercased()) { return "" }
    guard let letter = value.first, letter.isLetter else { return value }
    throw RowRefusal(
      column: assignment.field, value: value,
      reason: "the letter is that of the outlet, and the number that of the source",
      hint:
        "Write \(assignment.field)=\(value.dropFirst()); `entente outlet grade NAME \(letter.uppercased()) --why ...` grades the outlet."
    )
  }

  /// The cells with what is set; `extras` are names of further columns that this one record has.
  func apply(_ assignments: [Assignment], to held: [String: String], extras: Set<String>, kind: Record.Kind)
    throws -> [String: String]
  {
    var cells = held
    for assignment in assignments {
      let typed = assignment.field
      let name =
        names.contains(typed) ? typed : Self.others[typed].flatMap { names.contains($0) ? $0 : nil } ?? typed
      guard names.contains(name) || extras.contains(name) else {
        throw EditError.field(
          typed, of: kind.rawValue, near: Nearest.to(typed, among: names + ["actors"] + extras),
          known: names + (kind == .observation ? ["actors"] : []) + extras.sorted())
      }
      guard lists.contains(name) || assignment.sign == .set else { throw EditError.noList(name) }
      cells[name] =
        try lists.contains(name) ? assignment.applied(to: cells[name] ?? "") : Self.cell(assignment)
    }
    return cells
  }
}
