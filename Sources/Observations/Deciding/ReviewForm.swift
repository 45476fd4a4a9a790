internal import Formats
internal import Names
internal import Records
internal import SQLite

/// The fields of a candidate as they are corrected: one by one, or all of them in an editor.
struct ReviewForm {
  static let fields = [
    "event_date", "title", "mechanism", "instrument", "effect", "stage", "sectors", "actors_cn", "actors_ru",
    "actors_joint", "actors_other", "roles", "due", "flow", "amount", "currency", "amount_kind", "military",
    "place", "country", "initiative", "pressure_on", "multilateral", "umbrella", "summary", "attribution",
    "credibility", "tags", "tlp",
  ]

  let proposed: [String: String]
  var cells: [String: String]
  var selected = 0
  /// The sentence holds several acts: this is one of them.
  let isAnother: Bool

  init(_ proposal: Proposal, isAnother: Bool) throws {
    proposed = try proposal.cells()
    cells = proposed
    self.isAnother = isAnother
  }

  var field: String { Self.fields[selected] }

  /// What was changed; an emptied field is "".
  var corrections: [String: String] {
    var changed: [String: String] = [:]
    for name in Self.fields where cells[name] != proposed[name] { changed[name] = cells[name] ?? "" }
    return changed
  }

  /// Takes over what an editor gave back.
  mutating func take(_ changes: [String: String]) {
    for (name, value) in changes { cells[name] = value.isEmpty ? nil : value }
  }

  /// The fields as a text for the editor.
  func page(_ proposal: Proposal, _ codes: Codes) -> ObservationForm {
    let heading = [
      "c\(proposal.id), proposed from:", Card.line(proposal.sentence.utf8),
      "What is changed here goes back to the review; a accepts it there.",
    ]
    return ObservationForm(cells, fields: FormField.proposed, heading: heading, requires: [], codes)
  }

  mutating func move(by step: Int) { selected = min(max(0, selected + step), Self.fields.count - 1) }

  /// What is wrong with a value of the selected field by itself; what goes together is looked at on accepting.
  func refusal(of value: String, _ reading: ObservationReading) -> RowRefusal? {
    if value.trimmed.isEmpty { return nil }
    let attempt = TypedCells.trial(
      of: field, value, mechanism: cells["mechanism"], reading.vocabulary)
    do {
      _ = try reading.observation(from: TableRow(line: 0, cells: attempt))
      return nil
    } catch let refusal as RowRefusal {
      return refusal
    } catch {
      return RowRefusal(reason: "\(error)")
    }
  }

  /// Known words that may stand in the selected field and begin as the last of its list does.
  func known(beginning text: String, _ codes: Codes, _ db: Connection) -> [String] {
    let last = Self.last(of: text)
    switch field {
    case "actors_cn", "actors_ru", "actors_joint", "actors_other":
      guard !last.isEmpty else { return [] }
      return (try? KnownNames.actors(beginning: last, limit: 12, in: db)) ?? []
    case "sectors": return codes.all(.sector).filter { $0.hasPrefix(last) }
    case "amount_kind": return ObservationReading.amountKinds.filter { $0.hasPrefix(last) }
    case "military": return ObservationReading.military.filter { $0.hasPrefix(last) }
    case "pressure_on": return ObservationReading.pressed.filter { $0.hasPrefix(last) }
    case "tlp": return Label.allCases.map(\.rawValue).filter { $0.hasPrefix(last) }
    default:
      return Codes.Vocabulary(rawValue: field).map { codes.all($0).filter { $0.hasPrefix(last) } } ?? []
    }
  }

  /// The part of a list that is being typed.
  static func last(of text: String) -> String {
    (text.split(separator: ";", omittingEmptySubsequences: false).last.map(String.init) ?? "").trimmed
  }

  /// The text with its last part made as long as all that fits begins alike.
  static func completed(_ text: String, _ fits: [String]) -> String {
    guard let first = fits.first else { return text }
    let shared = fits.dropFirst().reduce(first) { common, fit in
      String(zip(common, fit).prefix { $0.lowercased() == $1.lowercased() }.map(\.0))
    }
    guard shared.count >= last(of: text).count else { return text }
    let head = text.lastIndex(of: ";").map { String(text[...$0]) } ?? ""
    return head + shared
  }

  func lines(columns: Int) -> [StyledText] {
    let width = 14
    return Self.fields.enumerated().map { index, name in
      let isChanged = cells[name] != proposed[name]
      let mark = index == selected ? "> " : isChanged ? "* " : "  "
      let digit = index < 9 ? "\(index + 1) " : "  "
      let line =
        StyledText(mark, .bold) + StyledText(digit, .dim) + StyledText(name, .dim).padded(to: width)
        + StyledText(cells[name].map { Card.line($0.utf8) } ?? "", index == selected ? .chosen : .bold)
      return line.truncated(to: columns)
    }
  }
}
