internal import Calendar
internal import Documents

/// The dates and sums of a text, title and sentences each by themselves: the year of one may stand in the one before.
struct Figures {
  struct Found {
    /// Its place in the text.
    var span: Range<Int>
    /// The year of the last date before it.
    var lastYear: Int?
    var dates: [Dates.Found]
    var amounts: [Amounts.Found]
  }

  /// Those with a date or a sum, in order of place.
  private(set) var each: [Found] = []

  init(of text: StoredText) {
    var lastYear: Int?
    for passage in text.passages where passage.kind == .sentence || passage.kind == .title {
      let lexemes = Lexemes(text.bytes, passage.span)
      let dates = Dates.all(in: lexemes, published: text.published?.latest, lastYear: lastYear)
      let amounts = Amounts.all(in: lexemes)
      guard !dates.isEmpty || !amounts.isEmpty else { continue }
      each.append(Found(span: passage.span, lastYear: lastYear, dates: dates, amounts: amounts))
      lastYear = dates.last { $0.date.latest != nil }?.date.latest?.year ?? lastYear
    }
  }
}
