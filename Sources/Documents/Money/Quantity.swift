/// A number with its scale.
struct Quantity {
  var value: Double
  var scale = 1.0
  var hasScale = false
  var end: Int
}

extension Amounts {
  /// `1`, `13.8 billion`, `1,5 млрд`, `1 000 000`, `полтора миллиарда`, `half a billion`, `680亿`, `1亿5000万`.
  func quantity(_ i: Int, hasCurrency: Bool) -> Quantity? {
    if word(i) == .halfOf {
      return Quantity(value: 0.5 * Self.power(lexeme(i).value), hasScale: true, end: i + 1)
    }
    guard let (number, end) = number(i) else { return nil }
    var quantity = Quantity(value: number, end: end)
    applyScale(&quantity, hasCurrency: hasCurrency)
    // "a dollar" and "one euro" are no sums that anybody reports.
    if [.single, .half, .cardinal, .oneAndHalf].contains(word(i)), !quantity.hasScale { return nil }
    addHan(&quantity)
    return quantity
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<min(max(exponent, 0), 24) { power *= 10 }
    return power
  }

  private func applyScale(_ quantity: inout Quantity, hasCurrency: Bool) {
    var at = quantity.end
    if isMark(at, "-"), word(at + 1) == .scale { at += 1 }
    // 10多亿
    guard word(at) == .scale, !lexeme(at).flags.contains(.weak) || hasCurrency else { return }
    quantity.scale = Self.power(lexeme(at).value)
    quantity.value *= quantity.scale
    quantity.hasScale = true
    at += 1
    // млрд. руб.: the stop of a short form, where the sum goes on behind it.
    if isMark(at, "."), touches(at), lexeme(at - 1).length >= 6, word(at + 1) == .currency { at += 1 }
    quantity.end = at
  }

  /// 1亿5000万
  private func addHan(_ quantity: inout Quantity) {
    guard quantity.hasScale, lexeme(quantity.end - 1).kind == .han, lexeme(quantity.end).kind == .number,
      touches(quantity.end), word(quantity.end + 1) == .scale, touches(quantity.end + 1)
    else { return }
    let scale = Self.power(lexeme(quantity.end + 1).value)
    guard scale < quantity.scale else { return }
    quantity.value += Double(lexeme(quantity.end).value) * scale
    quantity.end += 2
  }

  // MARK: The number

  private func number(_ i: Int) -> (Double, Int)? {
    let lexeme = lexeme(i)
    switch lexeme.word {
    case .oneAndHalf: return (1.5, i + 1)
    case .single: return word(i + 1) == .scale ? (1, i + 1) : nil
    case .half: return word(i + 1) == .single && word(i + 2) == .scale ? (0.5, i + 2) : nil
    case .cardinal: return spelled(i)
    default: break
    }
    guard lexeme.kind == .number, lexeme.digits <= 15 else { return nil }
    if lexeme.flags.contains(.spelled) { return (Double(lexeme.value), i + 1) }
    // A figure behind a letter, or behind a figure and a point, is a part of something else.
    guard !(touches(i) && (self.lexeme(i - 1).kind == .word && word(i - 1) == .none)) else { return nil }
    return figure(i)
  }

  /// "two hundred", "сто двадцать".
  private func spelled(_ i: Int) -> (Double, Int)? {
    var (sum, at) = (0, i)
    while word(at) == .cardinal, at < i + 4 {
      let value = lexeme(at).value
      sum = value == 100 && sum > 0 && sum < 10 ? sum * 100 : sum + value
      at += isMark(at + 1, "-") && word(at + 2) == .cardinal ? 2 : 1
    }
    return (Double(sum), at)
  }

  /// No sum has more groups of digits behind its first; a table of figures has any number.
  private static let mostGroups = 6

  private func figure(_ i: Int) -> (Double, Int)? {
    var value = Double(lexeme(i).value)
    var at = i + 1
    var groups = 0
    // 1,000,000 and 1 000 000 and 1.000.000
    while groups < Self.mostGroups, lexeme(i).digits <= 3, let next = group(at, groups, i) {
      value = value * 1000 + Double(lexeme(next).value)
      at = next + 1
      groups += 1
    }
    if isMark(at, ".,"), touches(at), touches(at + 1), lexeme(at + 1).kind == .number,
      lexeme(at + 1).digits <= 6,
      !lexeme(at + 1).flags.contains(.spelled)
    {
      var places = 1.0
      for _ in 0..<lexeme(at + 1).digits { places *= 10 }
      value += Double(lexeme(at + 1).value) / places
      at += 2
    }
    // 5千万
    if lexeme(at).flags.contains(.spelled), touches(at), [10, 100, 1000].contains(lexeme(at).value),
      lexeme(at).digits == 1
    {
      value *= Double(lexeme(at).value)
      at += 1
    }
    return (value, at)
  }

  /// The place of three more digits of a number.
  private func group(_ at: Int, _ groups: Int, _ first: Int) -> Int? {
    if lexeme(at).kind == .number, lexeme(at).digits == 3, lexeme(at).start - lexeme(at - 1).end <= 3,
      !lexeme(at).flags.contains(.spelled), !touches(at)
    {
      return at
    }
    guard isMark(at, ",."), touches(at), touches(at + 1), lexeme(at + 1).kind == .number,
      lexeme(at + 1).digits == 3,
      !lexeme(at + 1).flags.contains(.spelled)
    else { return nil }
    let isSame = groups == 0 || lexeme(first + 1).value == lexeme(at).value
    guard isSame else { return nil }
    if isMark(at, ",") {
      // 2,275 млрд is Russian for 2.275.
      return word(at + 2) == .scale && lexeme(at + 2).length >= 6 && lexeme(at + 2).kind == .word
        ? nil : at + 1
    }
    // 1.500 is one and a half; 1.500.000 is more.
    let goesOn =
      isMark(at + 2, ".") && touches(at + 2) && lexeme(at + 3).kind == .number && lexeme(at + 3).digits == 3
    return goesOn || groups > 0 ? at + 1 : nil
  }
}

// Currencies.
extension Amounts {
  func currencyBefore(_ i: Int) -> (currency: Currency, end: Int)? {
    let lexeme = lexeme(i)
    if lexeme.word == .us,
      isMark(i + 1, "$") || self.lexeme(i + 1).value == 1 && self.lexeme(i + 1).kind == .mark
    {
      guard touches(i + 1), word(i + 1) == .currency else { return nil }
      return (lexeme.value == 6 ? .hkd : .usd, i + 2)
    }
    guard lexeme.word == .currency, let currency = Currency(rawValue: lexeme.value) else { return nil }
    switch lexeme.kind {
    case .mark: return (currency, i + 1)
    // Codes stand before the figure: USD 5 million, RMB 5bn.
    case .word: return lexeme.length == 3 && lexeme.flags.contains(.capital) ? (currency, i + 1) : nil
    case .han: return lexeme.length == 9 ? (currency, i + 1) : nil
    case .number: return nil
    }
  }

  /// "dollars", "US dollars", "U.S. dollars", "Chinese yuan", "долларов", 人民币.
  func currencyBehind(_ i: Int, hasScale: Bool) -> (Currency, Int)? {
    var at = i
    if word(at) == .us {
      while at < i + 5, word(at) != .currency { at += 1 }
    } else if hasScale, lexeme(at).kind == .word, word(at) == .none, word(at + 1) == .currency {
      at += 1
    }
    if isMark(at, "-"), touches(at), word(at + 1) == .currency { at += 1 }
    guard word(at) == .currency, let currency = Currency(rawValue: lexeme(at).value),
      !lexeme(at).flags.contains(.weak) || lexeme(at).length == 2
    else { return nil }
    return (currency, at + 1)
  }
}
