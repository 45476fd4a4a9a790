/// The names of the months in running text: English, full and short, and Russian.
public enum MonthName {
  /// The month a word names, 1 to 12, or nil.
  ///
  /// Case does not matter, and a full stop at the end is allowed: `October`, `oct`, `Sept.`, `июня`, `июнь`.
  public static func number(_ text: String) -> Int? {
    let word = text.lowercased()
    return table[word.last == "." ? String(word.dropLast()) : word]
  }

  private static let names: [[String]] = [
    ["january", "jan", "января", "январь", "янв"],
    ["february", "feb", "февраля", "февраль", "фев", "февр"],
    ["march", "mar", "марта", "март", "мар"],
    ["april", "apr", "апреля", "апрель", "апр"],
    ["may", "мая", "май"],
    ["june", "jun", "июня", "июнь", "июн"],
    ["july", "jul", "июля", "июль", "июл"],
    ["august", "aug", "августа", "август", "авг"],
    ["september", "sept", "sep", "сентября", "сентябрь", "сент", "сен"],
    ["october", "oct", "октября", "октябрь", "окт"],
    ["november", "nov", "ноября", "ноябрь", "нояб", "ноя"],
    ["december", "dec", "декабря", "декабрь", "дек"],
  ]

  private static let table: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, words) in names.enumerated() {
      for word in words { table[word] = index + 1 }
    }
    return table
  }()
}
