internal import Formats
internal import Records

/// The cells that cite the source of an observation or of a piece of evidence.
enum SourceReading {
  static let attributions = [
    "official-document", "named-official", "company", "unnamed-source", "leak", "own-investigation", "data",
  ]

  static func source(from row: TableRow) throws -> Observation.Source {
    var source = Observation.Source()
    source.url = try address(row, "source_url")
    source.title = row["source_title"].map(NFC.normalized)
    source.outlet = row["outlet"].map(NFC.normalized)
    source.published = try ObservationReading.date(row, "source_date")
    source.language = row["language"]
    source.credibility = try credibility(row)
    source.attribution = try row.choice("attribution", attributions)
    guard source.isEmpty || source.url != nil || source.title != nil || source.outlet != nil else {
      throw RowRefusal(
        column: "source_url", reason: "a grade, day or language of a source needs the source",
        hint: "Give its address, its title or its outlet.")
    }
    return source
  }

  /// An address that can be opened in a browser and does nothing else.
  static func address(_ row: TableRow, _ column: String) throws(RowRefusal) -> String? {
    guard let text = row[column] else { return nil }
    let lower = text.lowercased()
    guard lower.hasPrefix("http://") || lower.hasPrefix("https://"),
      !text.contains(where: { $0.isWhitespace || $0.isNewline })
    else {
      throw RowRefusal(
        column: column, value: text, reason: "\(column) is no web address",
        hint: "It begins with http:// or https:// and has no blanks.")
    }
    return text
  }

  static func credibility(_ row: TableRow) throws(RowRefusal) -> Int? {
    guard let text = row["credibility"] else { return nil }
    guard let number = Int(text), 1...6 ~= number else {
      throw RowRefusal(
        column: "credibility", value: text, reason: "credibility is a number from 1 to 6",
        hint: "6 means: cannot be judged.")
    }
    return number
  }
}
