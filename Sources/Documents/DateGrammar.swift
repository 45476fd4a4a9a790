internal import Calendar

/// Finds dates in running text: English, Russian and Chinese forms, and those of figures alone.
public struct DateGrammar {
  private let tokens: [Token]
  private var at = 0

  /// Every date written in a part of a text, in order; of `June 5, 2019` the whole, not `June 5`.
  public static func dates(in bytes: [UInt8], _ range: Range<Int>) -> [WrittenDate] {
    dates(in: Token.all(in: bytes, range))
  }

  /// As above, of a text already cut into tokens.
  public static func dates(in tokens: [Token]) -> [WrittenDate] {
    var grammar = DateGrammar(tokens: tokens)
    var dates: [WrittenDate] = []
    while grammar.at < tokens.count {
      if let (date, end) = grammar.date() {
        dates.append(date)
        grammar.at = end
      } else {
        grammar.at += 1
      }
    }
    return dates
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private func date() -> (WrittenDate, Int)? {
    switch tokens[at].kind {
    case .number: figures() ?? dayFirst() ?? chinese() ?? year()
    case .word: monthFirst()
    case .han, .mark: nil
    }
  }

  private func token(_ offset: Int) -> Token? { at + offset < tokens.count ? tokens[at + offset] : nil }
  private func isMark(_ offset: Int, _ marks: String) -> Bool {
    token(offset)?.isMark(marks) ?? false
  }
  private func touches(_ offset: Int) -> Bool {
    guard let here = token(offset), let before = token(offset - 1) else { return false }
    return before.span.upperBound == here.span.lowerBound
  }

  private func found(_ date: (year: Int?, month: Int?, day: Int?), lastDay: Int? = nil, count: Int) -> (
    WrittenDate, Int
  ) {
    let span = tokens[at].span.lowerBound..<tokens[at + count - 1].span.upperBound
    return (
      WrittenDate(year: date.year, month: date.month, day: date.day, lastDay: lastDay, span: span), at + count
    )
  }

  private static func isYear(_ token: Token?) -> Int? {
    guard let token, token.text.utf8.count == 4, let year = token.number, 1900...2100 ~= year else {
      return nil
    }
    return year
  }

  private static func isDay(_ token: Token?) -> Int? {
    guard let token, token.text.utf8.count <= 2, let day = token.number, 1...31 ~= day else { return nil }
    return day
  }
}

extension DateGrammar {
  /// `30.09.2022`, `2019-06-05`, `27/09/2022`, `29-Sep-2017`. Day or month first is told apart where it can be.
  private func figures() -> (WrittenDate, Int)? {
    guard isMark(1, ".-/"), isMark(3, ".-/"), touches(1), touches(2), touches(3), touches(4),
      tokens[at + 1].text == tokens[at + 3].text, at == 0 || !(isMark(-1, ".-/") && touches(0)),
      let middle = token(2), let last = token(4)
    else { return nil }
    if let year = Self.isYear(tokens[at]), let month = middle.number, 1...12 ~= month,
      let day = Self.isDay(last)
    {
      return found((year, month, day), count: 5)
    }
    guard let day = Self.isDay(tokens[at]), let year = Self.isYear(last) ?? Self.shortYear(last) else {
      return nil
    }
    if let month = Self.month(middle) { return found((year, month, day), count: 5) }
    guard let month = middle.number, last.text.utf8.count == 4 else { return nil }
    if month > 12, 1...12 ~= day { return found((year, day, month), count: 5) }
    // With dots and hyphens the day comes first nearly everywhere; with slashes nobody can tell.
    guard 1...12 ~= month, isMark(1, ".-") || day > 12 || day == month else { return nil }
    return found((year, month, day), count: 5)
  }

  private static func shortYear(_ token: Token) -> Int? {
    guard token.text.utf8.count == 2, let year = token.number else { return nil }
    return 2000 + year
  }

  /// `5 June 2019`, `5 июня`, `13-14 июня 2019 года`, `5th of June`.
  private func dayFirst() -> (WrittenDate, Int)? {
    guard let day = Self.isDay(tokens[at]) else { return nil }
    var next = 1
    var lastDay: Int?
    if isMark(1, "-–—"), let last = Self.isDay(token(2)), last > day { (lastDay, next) = (last, 3) }
    if let word = token(next), ["st", "nd", "rd", "th"].contains(word.text), touches(next) { next += 1 }
    if token(next)?.text == "of" { next += 1 }
    guard let month = token(next).flatMap(Self.month) else { return nil }
    next += 1
    if isMark(next, "."), Self.isYear(token(next + 1)) != nil { next += 1 }
    let year = yearBehind(&next)
    return found((year, month, day), lastDay: lastDay, count: next)
  }

  /// `June 5, 2019`, `Oct. 18`, `June 13 to 14`, `November 2017`, `в июне 2019 года`, `in June`.
  private func monthFirst() -> (WrittenDate, Int)? {
    guard let month = Self.month(tokens[at]) else { return nil }
    var next = isMark(1, ".") && touches(1) ? 2 : 1
    guard let day = Self.isDay(token(next)) else {
      if let year = yearBehind(&next) { return found((year, month, nil), count: next) }
      return isMonthAlone ? found((nil, month, nil), count: next) : nil
    }
    next += 1
    if let word = token(next), ["st", "nd", "rd", "th"].contains(word.text), touches(next) { next += 1 }
    var lastDay: Int?
    if isMark(next, "-–—") || token(next)?.text == "to", let last = Self.isDay(token(next + 1)), last > day {
      (lastDay, next) = (last, next + 2)
    }
    let year = yearBehind(&next)
    return found((year, month, day), lastDay: lastDay, count: next)
  }

  /// A year with what parts it from the month or day, and the Russian word for year behind it.
  private func yearBehind(_ next: inout Int) -> Int? {
    let comma = isMark(next, ",") ? 1 : 0
    guard let year = Self.isYear(token(next + comma)) else { return nil }
    next += comma + 1
    if let word = token(next), ["года", "году", "год", "г"].contains(word.text) {
      next += 1
      if word.text == "г", isMark(next, "."), touches(next) { next += 1 }
    }
    return year
  }

  /// `2021年7月7日`, `2020年9月`, `5月6日`, `24日`, `2015年`.
  private func chinese() -> (WrittenDate, Int)? {
    var parts: [String: Int] = [:]
    var next = 0
    for (mark, limit) in [("年", 2100), ("月", 12), ("日", 31)] {
      guard let number = token(next)?.number, number <= limit, number > 0, token(next + 1)?.text == mark
      else { continue }
      if mark == "年", Self.isYear(token(next)) == nil { return nil }
      parts[mark] = number
      next += 2
    }
    guard next > 0, parts["日"] == nil || parts["年"] == nil || parts["月"] != nil else { return nil }
    // 3个月 is a length of time and has another character between; 月 alone after a number is a month.
    return found((parts["年"], parts["月"], parts["日"]), count: next)
  }

  /// A year alone, where a word before or behind it says that it is one.
  private func year() -> (WrittenDate, Int)? {
    guard let year = Self.isYear(tokens[at]) else { return nil }
    var next = 1
    if let word = token(1), ["года", "году", "год"].contains(word.text) { next = 2 }
    let isLed =
      at > 0
      && ["in", "since", "by", "of", "from", "during", "until", "в", "с", "к", "до"].contains(
        tokens[at - 1].text)
    return isLed || next == 2 ? found((year, nil, nil), count: next) : nil
  }

  private static func month(_ token: Token) -> Int? {
    guard token.kind == .word else { return nil }
    if let month = MonthName.number(token.text) {
      // "may" and "march" in small letters are no months.
      return token.isCapital || !token.text.utf8.allSatisfy { $0 < 0x80 } ? month : nil
    }
    // In June: "в июне", "в августе", "в мае".
    guard token.text.hasSuffix("е") else { return nil }
    let stem = String(token.text.dropLast())
    return MonthName.number(stem + "я") ?? MonthName.number(stem + "а")
  }

  private static let leading: Set<String> = [
    "in", "of", "last", "this", "since", "by", "until", "early", "late", "mid", "next", "from", "and", "to",
  ]

  /// True for a month that needs neither day nor year to be one. "May" and the short forms need a word before
  /// them; мая and июня belong to a day.
  private var isMonthAlone: Bool {
    let word = tokens[at].text
    if word.utf8.first! >= 0xD0 { return word.hasSuffix("е") }
    return word.utf8.count > 4 || at > 0 && Self.leading.contains(tokens[at - 1].text)
  }
}
