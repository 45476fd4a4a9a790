/// Finds sums of money: `$1 billion`, `US$200 mn`, `68 billion yuan`, `1,5 млрд рублей`, `10亿美元`.
public struct Amounts {
  /// A sum where it stands.
  public struct Found: Equatable, Sendable {
    /// In full units; of a range the upper end.
    public var value: Double
    /// The code of ISO 4217.
    public var currency: String
    /// Byte offsets of the sum in the text, without its qualifier.
    public var span: Range<Int>
    /// The lower end of a range such as `$100-200 million`.
    public var lower: Double?
    /// What the words beside it make of it; nil where they say nothing.
    public var kind: AmountKind?
    /// Byte offsets of those words: "up to", 约, "a year".
    public var qualifier: Range<Int>?
    /// The same sum in another currency: `680亿人民币(100亿美元)`.
    public var other: Other?
  }

  /// A sum given beside another.
  public struct Other: Equatable, Sendable {
    /// In full units.
    public var value: Double
    /// The code of ISO 4217.
    public var currency: String
    /// Byte offsets in the text.
    public var span: Range<Int>
  }

  let lexemes: [Lexeme]

  /// The sums of a text that is cut into lexemes, in order of place.
  public static func all(in lexemes: Lexemes) -> [Found] {
    let amounts = Amounts(lexemes: lexemes.all)
    var found: [Found] = []
    var at = 0
    while at < amounts.lexemes.count {
      if amounts.mayBegin(at), let (amount, end) = amounts.amount(at) {
        found.append(amount)
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  // MARK: Looking

  @inline(__always)
  func lexeme(_ i: Int) -> Lexeme { i >= 0 && i < lexemes.count ? lexemes[i] : .none }
  @inline(__always)
  func word(_ i: Int) -> Word { lexeme(i).word }

  func isMark(_ i: Int, _ marks: StaticString) -> Bool {
    guard i >= 0, i < lexemes.count, lexemes[i].kind == .mark, lexemes[i].value < 0x80 else { return false }
    let value = UInt8(lexemes[i].value)
    return marks.withUTF8Buffer { $0.contains(value) }
  }

  func isDash(_ i: Int) -> Bool {
    lexeme(i).kind == .mark && [0x2D, 0x2013, 0x2014, 0x7E].contains(lexeme(i).value) && i < lexemes.count
  }

  func touches(_ i: Int) -> Bool {
    i > 0 && i < lexemes.count && lexemes[i - 1].end == lexemes[i].start
  }

  private func mayBegin(_ i: Int) -> Bool {
    if lexemes[i].kind == .number { return true }
    switch lexemes[i].word {
    case .currency, .us, .cardinal, .oneAndHalf, .halfOf, .half, .single: return true
    default: return false
    }
  }

  // MARK: A sum

  private func amount(_ i: Int) -> (Found, Int)? {
    guard let sum = sum(i) else { return nil }
    var found = Found(
      value: sum.value, currency: sum.currency.code, span: span(i, sum.end), lower: sum.lower,
      kind: sum.lower == nil ? nil : .upperBound)
    qualify(&found, from: i, to: sum.end)
    guard let (other, end) = pair(sum.end), other.currency != sum.currency else { return (found, sum.end) }
    found.other = Other(
      value: other.value, currency: other.currency.code, span: span(end - other.length, end))
    return (found, end)
  }

  private func span(_ first: Int, _ end: Int) -> Range<Int> { lexemes[first].start..<lexemes[end - 1].end }

  /// `(100亿美元)`, `(about $10 billion)`, `, or $10 billion`.
  private func pair(_ i: Int) -> ((value: Double, currency: Currency, length: Int), Int)? {
    guard isMark(i, "(,") else { return nil }
    var at = i + 1
    if isMark(i, ","), word(at) != .and { return nil }
    while [.and, .about].contains(word(at)), at < i + 4 { at += 1 }
    guard let sum = sum(at) else { return nil }
    return ((sum.value, sum.currency, sum.end - at), sum.end)
  }

  struct Sum {
    var value: Double
    var lower: Double?
    var currency: Currency
    var end: Int
  }

  /// A sum without what qualifies it.
  func sum(_ i: Int) -> Sum? {
    let leading = currencyBefore(i)
    let start = leading?.end ?? i
    guard let first = quantity(start, hasCurrency: leading != nil) else { return nil }
    var (value, end) = (first.value, first.end)
    var lower: Double?
    if let second = rangeEnd(first.end, leading != nil, leading?.currency), second.value > 0 {
      // "$100-200 million": the scale of the second is that of both.
      let low = first.hasScale ? first.value : first.value * second.scale
      if low < second.value { (lower, value, end) = (low, second.value, second.end) }
    }
    guard value.isFinite, value > 0 else { return nil }
    if let leading {
      // 人民币10亿元
      let stop = word(end) == .currency && lexeme(end).kind == .han && touches(end) ? end + 1 : end
      return Sum(value: value, lower: lower, currency: leading.currency, end: stop)
    }
    guard let (currency, stop) = currencyBehind(end, hasScale: first.hasScale || lower != nil) else {
      return nil
    }
    return Sum(value: value, lower: lower, currency: currency, end: stop)
  }

  private func rangeEnd(_ i: Int, _ hasCurrency: Bool, _ currency: Currency?) -> Quantity? {
    guard isDash(i) || [.to, .until].contains(word(i)) else { return nil }
    var at = i + 1
    if let next = currencyBefore(at) {
      guard next.currency == currency else { return nil }
      at = next.end
    }
    return quantity(at, hasCurrency: hasCurrency)
  }
}
