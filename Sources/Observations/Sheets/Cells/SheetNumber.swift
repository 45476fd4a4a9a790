internal import Formats

/// Reads numbers and sums as people write them into sheets.
enum SheetNumber {
  /// A number as text, and the currency its cell names.
  struct Sum: Equatable {
    var text: String
    var currency: String?
  }

  /// `1,2 млрд руб.`, `$1.5bn`, `1 200 000`, `12亿美元`.
  static func read(_ cell: SheetCell, _ column: ColumnMap) throws(SheetDate.Problem) -> Sum {
    let times = column.times ?? 1
    if cell.kind == .number, let number = Double(cell.text) {
      return Sum(text: JSONWriter.text(number * times))
    }
    let parts = pieces(cell.text.trimmedBlanks)
    guard let figure = parts.figure else { throw none(cell.text) }
    var exponent = 0
    var currency: String?
    for word in parts.words {
      if let scale = scales[word] {
        guard exponent == 0 else { throw none(cell.text) }
        exponent = scale
      } else if let code = currencies[word] {
        guard currency == nil || currency == code else { throw none(cell.text) }
        currency = code
      } else {
        throw none(cell.text)
      }
    }
    guard let digits = try plain(figure, column.style.decimal, cell.text),
      let number = Double("\(digits)e\(exponent)"), number.isFinite
    else { throw none(cell.text) }
    return Sum(text: JSONWriter.text(number * times), currency: currency)
  }

  private static func none(_ text: String) -> SheetDate.Problem {
    SheetDate.Problem(
      reason: "it is no number that can be read",
      hint: "Write 1200000, 1,2 млрд or $1.5bn, or give it a value in the map.")
  }

  /// The one figure in a text, and the words around it in small letters.
  private static func pieces(_ text: String) -> (figure: String?, words: [String]) {
    var (figure, word) = ("", "")
    var words: [String] = []
    var isOver = false
    func close() {
      if !word.isEmpty { words += split(word) }
      word = ""
    }
    for sign in text.lowercased() {
      if sign.isASCII && sign.isNumber || (!figure.isEmpty && !isOver && ".,' ’".contains(sign))
        || (figure.isEmpty && (sign == "-" || sign == "+"))
      {
        if isOver { return (nil, []) }
        close()
        figure.append(sign)
      } else if sign == " " || sign == "." || sign == "\u{A0}" {
        close()
      } else {
        if !figure.isEmpty { isOver = true }
        word.append(sign)
      }
    }
    close()
    let trimmed = figure.trimmedBlanks.drop { $0 == "+" }
    return (
      trimmed.isEmpty
        ? nil : String(trimmed.last == "." || trimmed.last == "," ? trimmed.dropLast() : trimmed), words
    )
  }

  /// `亿美元`, `us$`, `mln$`: words that are written together.
  private static func split(_ word: String) -> [String] {
    if scales[word] != nil || currencies[word] != nil { return [word] }
    for count in stride(from: word.count - 1, to: 0, by: -1) {
      let (head, tail) = (String(word.prefix(count)), String(word.dropFirst(count)))
      let isHead = scales[head] != nil || currencies[head] != nil
      if isHead, scales[tail] != nil || currencies[tail] != nil { return [head, tail] }
    }
    return [word]
  }

  /// Figures with a point, without marks between thousands.
  private static func plain(_ figure: String, _ decimal: Character?, _ text: String) throws(SheetDate.Problem)
    -> String?
  {
    let figure = figure.filter { $0 != " " && $0 != "'" && $0 != "’" }
    let isNegative = figure.hasPrefix("-")
    let bare = isNegative ? String(figure.dropFirst()) : figure
    let mark: Character? = if let decimal { decimal } else { try self.decimal(of: bare, text) }
    let parts = bare.split(separator: mark ?? ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = mark == nil ? bare[...] : parts.first else { return nil }
    let groups = whole.split(whereSeparator: { ".,".contains($0) })
    guard groups.count <= 1 || groups.dropFirst().allSatisfy({ $0.count == 3 }) && groups[0].count <= 3 else {
      return nil
    }
    let fraction = mark != nil && parts.count == 2 ? String(parts[1]) : ""
    guard fraction.allSatisfy(\.isNumber) else { return nil }
    return (isNegative ? "-" : "") + groups.joined() + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The decimal mark that a number shows by itself; nil: it has none.
  private static func decimal(of figure: String, _ text: String) throws(SheetDate.Problem) -> Character? {
    let marks = figure.filter { ".,".contains($0) }
    guard let last = marks.last, let first = marks.first else { return nil }
    if first != last { return last }
    if marks.count > 1 { return nil }
    let behind = figure.split(separator: last, omittingEmptySubsequences: false)
    guard behind.count == 2, behind[1].count == 3, 1...3 ~= behind[0].count, behind[0] != "0" else {
      return last
    }
    throw SheetDate.Problem(
      reason: "its mark may be decimal or between thousands",
      hint: "Say which under [sheet] or at the column: decimal = \",\" or \".\".")
  }

  // MARK: Words

  private static let scales: [String: Int] = [
    "тыс": 3, "тысяч": 3, "тысячи": 3, "k": 3, "thousand": 3, "тысяча": 3, "млн": 6, "миллион": 6,
    "миллиона": 6,
    "миллионов": 6, "m": 6, "mn": 6, "mln": 6, "mio": 6, "mm": 6, "million": 6, "millions": 6, "млрд": 9,
    "миллиард": 9, "миллиарда": 9, "миллиардов": 9, "b": 9, "bn": 9, "bln": 9, "billion": 9, "billions": 9,
    "трлн": 12, "триллион": 12, "триллиона": 12, "триллионов": 12, "tn": 12, "trn": 12, "trillion": 12,
    "千": 3,
    "万": 4, "萬": 4, "百万": 6, "千万": 7, "亿": 8, "億": 8, "十亿": 9, "百亿": 10, "千亿": 11, "万亿": 12, "萬億": 12,
  ]

  static let currencies: [String: String] = [
    "$": "USD", "usd": "USD", "us$": "USD", "доллар": "USD", "доллара": "USD", "долларов": "USD",
    "долл": "USD",
    "dollar": "USD", "dollars": "USD", "сша": "USD", "美元": "USD", "美金": "USD", "€": "EUR", "eur": "EUR",
    "евро": "EUR", "euro": "EUR", "euros": "EUR", "欧元": "EUR", "₽": "RUB", "rub": "RUB", "руб": "RUB",
    "рубль": "RUB", "рубля": "RUB", "рублей": "RUB", "р": "RUB", "rubles": "RUB", "roubles": "RUB",
    "卢布": "RUB",
    "盧布": "RUB", "¥": "CNY", "￥": "CNY", "cny": "CNY", "rmb": "CNY", "юань": "CNY", "юаня": "CNY",
    "юаней": "CNY", "yuan": "CNY", "renminbi": "CNY", "元": "CNY", "人民币": "CNY", "人民幣": "CNY", "£": "GBP",
    "gbp": "GBP", "英镑": "GBP", "hk$": "HKD", "hkd": "HKD", "港元": "HKD", "港币": "HKD", "jpy": "JPY",
    "日元": "JPY",
    "иен": "JPY", "kzt": "KZT", "тенге": "KZT", "inr": "INR", "рупий": "INR",
  ]
}
