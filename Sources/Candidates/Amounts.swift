internal import Documents
internal import Names

/// Finds sums of money: `$1 billion`, `US$200 mn`, `68 billion yuan`, `1,5 млрд рублей`, `10亿美元`.
struct Amounts {
  struct Found {
    var value: Double
    var currency: String
    var span: Range<Int>
  }

  private let tokens: [Token]

  static func all(in tokens: [Token]) -> [Found] {
    let amounts = Amounts(tokens: tokens)
    var found: [Found] = []
    var at = 0
    while at < tokens.count {
      if let (amount, end) = amounts.amount(at: at) {
        found.append(amount)
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private static let signs: [String: String] = [
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "￥": "CNY", "₽": "RUB",
  ]
  private static let codes: [String: String] = [
    "usd": "USD", "eur": "EUR", "rmb": "CNY", "cny": "CNY", "rub": "RUB",
  ]
  /// By the beginning of the word: endings differ.
  private static let words: [(stem: String, currency: String)] = [
    ("dollar", "USD"), ("доллар", "USD"), ("долл", "USD"), ("yuan", "CNY"), ("renminbi", "CNY"),
    ("юан", "CNY"), ("rubl", "RUB"),
    ("roubl", "RUB"), ("ruble", "RUB"), ("руб", "RUB"), ("euro", "EUR"), ("евро", "EUR"), ("pound", "GBP"),
    ("фунт", "GBP"),
  ]
  private static let han: [(text: [String], currency: String)] = [
    (["美", "元"], "USD"), (["欧", "元"], "EUR"), (["卢", "布"], "RUB"), (["人", "民", "币"], "CNY"), (["元"], "CNY"),
  ]
  private static let scales: [String: Double] = [
    "thousand": 1e3, "тыс": 1e3, "тысяч": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "млн": 1e6,
    "миллион": 1e6,
    "миллиона": 1e6, "миллионов": 1e6, "billion": 1e9, "bln": 1e9, "bn": 1e9, "b": 1e9, "млрд": 1e9,
    "миллиард": 1e9, "миллиарда": 1e9,
    "миллиардов": 1e9, "trillion": 1e12, "trn": 1e12, "tn": 1e12, "трлн": 1e12, "триллион": 1e12,
    "триллиона": 1e12, "триллионов": 1e12,
  ]
  private static let hanScales: [String: Double] = ["百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8]

  private func amount(at start: Int) -> (Found, Int)? {
    let leading = currencyBefore(start)
    guard let (number, afterNumber) = number(at: leading?.1 ?? start) else { return nil }
    let (scale, afterScale) = scale(at: afterNumber)
    guard (number * scale).isFinite else { return nil }
    if let (currency, _) = leading { return found(number * scale, currency, start..<afterScale) }
    guard let (currency, end) = currencyBehind(afterScale) else { return nil }
    return found(number * scale, currency, start..<end)
  }

  private func found(_ value: Double, _ currency: String, _ range: Range<Int>) -> (Found, Int) {
    let span = tokens[range.lowerBound].span.lowerBound..<tokens[range.upperBound - 1].span.upperBound
    return (Found(value: value, currency: currency, span: span), range.upperBound)
  }

  private func currencyBefore(_ at: Int) -> (String, Int)? {
    let text = tokens[at].text
    switch tokens[at].kind {
    case .number, .han: return nil
    case .mark: return Self.signs[text].map { ($0, at + 1) }
    case .word: break
    }
    if let currency = Self.codes[text] { return (currency, at + 1) }
    if text == "us" || text == "hk", at + 1 < tokens.count, tokens[at + 1].text == "$" {
      return (text == "hk" ? "HKD" : "USD", at + 2)
    }
    return nil
  }

  private func currencyBehind(_ at: Int) -> (String, Int)? {
    // "US dollars", "долларов США", "人民币".
    var at = at
    if at < tokens.count, ["us", "u"].contains(tokens[at].text) {
      at = tokens[at...].prefix(5).firstIndex { $0.text.hasPrefix("dollar") } ?? at
    }
    guard at < tokens.count else { return nil }
    if let currency = Self.signs[tokens[at].text] ?? Self.codes[tokens[at].text] { return (currency, at + 1) }
    if tokens[at].kind == .word, let word = Self.words.first(where: { tokens[at].text.hasPrefix($0.stem) }) {
      return (word.currency, at + 1)
    }
    guard tokens[at].kind == .han else { return nil }
    for (text, currency) in Self.han where tokens[at...].prefix(text.count).map(\.text) == text {
      return (currency, at + text.count)
    }
    return nil
  }

  private func scale(at start: Int) -> (Double, Int) {
    var at = start
    if at < tokens.count, tokens[at].text == "-", at + 1 < tokens.count,
      Self.scales[tokens[at + 1].text] != nil
    {
      at += 1
    }
    if at < tokens.count, let scale = Self.scales[tokens[at].text] {
      let hasStop =
        at + 1 < tokens.count && tokens[at + 1].text == "." && at + 2 < tokens.count
        && !tokens[at + 2].isCapital
      return (scale, at + (hasStop && tokens[at].text.utf8.first! >= 0xD0 ? 2 : 1))
    }
    var scale = 1.0
    at = start
    while at < tokens.count, let step = Self.hanScales[tokens[at].text] {
      scale *= step
      at += 1
    }
    return (scale, at)
  }

  /// No sum has more groups of digits behind its first; a table of figures has any number.
  private static let mostGroups = 6

  /// `1`, `13.8`, `1,5`, `1,000,000`, `1 000 000`.
  private func number(at start: Int) -> (Double, Int)? {
    guard start < tokens.count, tokens[start].kind == .number, tokens[start].text.utf8.count <= 15 else {
      return nil
    }
    var digits = tokens[start].text
    var at = start + 1
    let limit = start + 2 * Self.mostGroups
    while at + 1 < tokens.count, at < limit, tokens[at].isMark(",."),
      tokens[at + 1].kind == .number, isTight(at)
    {
      let isGroup = tokens[at + 1].text.utf8.count == 3 && (tokens[at].text == "," || digits.contains("."))
      digits += (isGroup ? "" : ".") + tokens[at + 1].text
      at += 2
      if !isGroup { break }
    }
    while at < tokens.count, at < limit, tokens[at].kind == .number, tokens[at].text.utf8.count == 3,
      tokens[start].text.utf8.count <= 3,
      tokens[at].span.lowerBound - tokens[at - 1].span.upperBound <= 2
    {
      digits += tokens[at].text
      at += 1
    }
    return Double(digits).map { ($0, at) }
  }

  private func isTight(_ at: Int) -> Bool {
    tokens[at - 1].span.upperBound == tokens[at].span.lowerBound
      && tokens[at].span.upperBound == tokens[at + 1].span.lowerBound
  }
}
