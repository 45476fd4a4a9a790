internal import Calendar
internal import Documents

/// "Two years later", «три года спустя», 两年后: counted from the date told before, not from the day of the text.
enum Later {
  private static let behind = [" years later", " year later", " лет спустя", " года спустя", "年后", "年之后"].map
  {
    Array($0.utf8)
  }
  private static let numbers: [(String, Int)] = [
    ("twelve", 12), ("eleven", 11), ("ten", 10), ("nine", 9), ("eight", 8), ("seven", 7), ("six", 6),
    ("five", 5),
    ("four", 4), ("three", 3), ("two", 2), ("one", 1), ("a", 1), ("десять", 10), ("девять", 9), ("восемь", 8),
    ("семь", 7), ("шесть", 6), ("пять", 5), ("четыре", 4), ("три", 3), ("два", 2), ("Два", 2), ("Три", 3),
    ("Четыре", 4), ("Пять", 5), ("Шесть", 6), ("Семь", 7), ("Десять", 10), ("十", 10), ("九", 9),
    ("八", 8),
    ("七", 7), ("六", 6), ("五", 5), ("四", 4), ("三", 3), ("两", 2), ("二", 2), ("一", 1),
  ]

  /// The dates of a sentence, those told so set right. `earlier` is the last date before the sentence.
  static func corrected(
    _ dates: [Dates.Found], _ sentence: Range<Int>, _ earlier: Dates.Found?, _ bytes: [UInt8]
  ) -> [Dates.Found] {
    guard sentence.count <= Word.longestSentence, let (span, years) = phrase(in: sentence, bytes) else {
      return dates
    }
    let base = dates.last { $0.span.upperBound <= span.lowerBound } ?? earlier
    guard let year = base?.date.latest?.year, 1...9000 ~= year + years else { return dates }
    // "Two years later, in October": the month that follows is a part of it.
    let month = dates.first { found in
      found.date.precision == .month && 0...12 ~= found.span.lowerBound - span.upperBound
    }
    let whole = span.lowerBound..<(month?.span.upperBound ?? span.upperBound)
    let number = month?.date.earliest?.month
    let text = "\(year + years)" + (number.map { $0 < 10 ? "-0\($0)" : "-\($0)" } ?? "")
    guard let date = try? EDTF(text), var found = month ?? base else { return dates }
    (found.date, found.span, found.days, found.alternatives, found.bound) = (date, whole, nil, [], nil)
    var kept = dates.filter { !$0.span.overlaps(whole) }
    kept.insert(found, at: kept.firstIndex { $0.span.lowerBound > whole.lowerBound } ?? kept.count)
    return kept
  }

  private static func phrase(in sentence: Range<Int>, _ bytes: [UInt8]) -> (Range<Int>, Int)? {
    for at in sentence.dropLast() where isStart(bytes[at], bytes[at + 1]) {
      guard let mark = behind.first(where: { bytes[at..<sentence.upperBound].starts(with: $0) }) else {
        continue
      }
      let head = bytes[sentence.lowerBound..<at].suffix(16).map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }
      if let (word, number) = numbers.first(where: { ends(head, with: $0.0) }) {
        return ((at - word.utf8.count)..<(at + mark.count), number)
      }
    }
    return nil
  }

  /// A blank before "years", «лет» or «года»; or 年.
  private static func isStart(_ byte: UInt8, _ next: UInt8) -> Bool {
    byte == 0x20 ? next == 0x79 || next == 0xD0 : byte == 0xE5 && next == 0xB9
  }

  private static func ends(_ head: [UInt8], with word: String) -> Bool {
    guard head.suffix(word.utf8.count).elementsEqual(word.utf8) else { return false }
    // 十 of 二十: a part of another number.
    let rest = head.dropLast(word.utf8.count)
    return word.utf8.first! >= 0xE0 || rest.isEmpty || rest.last == 0x20
  }
}
