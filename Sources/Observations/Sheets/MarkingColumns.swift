internal import Formats
internal import Records

/// Columns that say with whom a row may be shared, under names that are not ours. Kept as they are they would bind
/// nobody: a row goes in only where its label holds what they say.
enum MarkingColumns {
  /// The words of their headers.
  static let words =
    [
      "tlp", "marking", "markings", "traffic light protocol", "protective marking", "гриф", "ограничительная",
      "конфиденциальность", "конфиденциально", "секретность",
    ] + chinese
  /// Chinese has no blanks between words: a header holds them.
  private static let chinese = ["密级", "保密", "涉密"]
  /// Words that are more often of other things, and say a marking only where they are all of the header.
  private static let alone = [
    "classification", "security classification", "handling", "confidentiality", "sensitivity",
  ]

  /// True of a header that has one of the words as a word; in Chinese, that holds one.
  static func isOne(_ header: String) -> Bool {
    let name = header.folded
    return DraftWords.score(name, words) > 1 || alone.contains(name)
      || chinese.contains { name.contains($0) }
  }

  /// - Throws: `RowRefusal` for a marking that stands alone, or is above the row's label.
  static func check(_ extras: [String: String], against label: Label?) throws(RowRefusal) {
    for (name, text) in extras.sorted(by: { $0.key < $1.key }) where says(name, text) {
      guard let label else {
        throw RowRefusal(
          column: name, value: text, reason: "\(name) says a marking, and the row has no tlp",
          hint: Self.hint(name))
      }
      if let said = Label(text.trimmed), said > label {
        throw RowRefusal(
          column: name, value: text, reason: "\(name) says \(said.rawValue), and tlp \(label.rawValue)",
          hint: "Bring the two into line: nothing may stand below its marking.")
      }
    }
  }

  /// A column of that name, or a cell that is a label of TLP by its own words.
  private static func says(_ name: String, _ text: String) -> Bool {
    let text = text.trimmed
    return !text.isEmpty && (isOne(name) || (text.utf8.count < 24 && text.folded.hasPrefix("tlp:")))
  }

  /// How to say what it means.
  static func hint(_ name: String) -> String {
    "Call the column tlp (CLEAR, GREEN, AMBER, AMBER+STRICT, RED), or load with a map that says what its values are: "
      + "[columns.tlp] from = \"\(name)\"."
  }
}
