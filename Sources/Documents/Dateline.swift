internal import Calendar

/// What an agency puts before its first sentence: `MOSCOW, June 5 (Xinhua) --`, `МОСКВА, 5 июня. /ТАСС/.`,
/// `新华社北京6月5日电`.
struct Dateline {
  /// The offset of the sentence behind it.
  private(set) var end: Int
  private(set) var date: WrittenDate?
  private(set) var outlet: Range<Int>?

  /// nil if the paragraph begins without one.
  init?(_ bytes: [UInt8], _ paragraph: Range<Int>) {
    let limit = Self.boundary(bytes, min(paragraph.lowerBound + 160, paragraph.upperBound))
    let tokens = Token.all(in: bytes, paragraph.lowerBound..<limit)
    let date = DateGrammar.dates(in: bytes, paragraph.lowerBound..<limit).first
    if let found = Self.chinese(tokens, date, bytes) ?? Self.western(tokens, date, bytes) {
      self = found
    } else {
      return nil
    }
    // What stands between the dateline and the text is blank.
    let rest = bytes.trimmed(end..<paragraph.upperBound)
    guard !rest.isEmpty else { return nil }
    end = rest.lowerBound
  }

  private init(end: Int, date: WrittenDate?, outlet: Range<Int>?) {
    self.end = end
    self.date = date
    self.outlet = outlet
  }

  /// Not inside a character.
  private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  // MARK: Chinese

  private static let agencies = [
    "新华社", "中新社", "中新网", "人民网", "新华网", "塔斯社", "俄新社", "俄通社", "路透社", "卫星社", "卫星通讯社",
  ]

  /// A head of agency and place, a date, and 电 or 讯; then perhaps the reporter in brackets.
  private static func chinese(_ tokens: [Token], _ date: WrittenDate?, _ bytes: [UInt8]) -> Dateline? {
    guard let date, let sign = tokens.firstIndex(where: { $0.span.lowerBound >= date.span.upperBound }),
      "电讯".contains(tokens[sign].text), tokens[sign].span.lowerBound == date.span.upperBound,
      date.span.lowerBound - tokens[0].span.lowerBound <= 60
    else { return nil }
    let head = tokens[0].span.lowerBound..<date.span.lowerBound
    var last = sign
    if sign + 1 < tokens.count, "（(".contains(tokens[sign + 1].text),
      let close = tokens[(sign + 1)...].firstIndex(where: { "）)".contains($0.text) && $0.kind == .mark })
    {
      last = close
    }
    return Dateline(end: tokens[last].span.upperBound, date: date, outlet: agency(bytes, head))
  }

  private static func agency(_ bytes: [UInt8], _ head: Range<Int>) -> Range<Int>? {
    if let blank = bytes[head].lastIndex(of: 0x20), !bytes.trimmed(head.lowerBound..<blank).isEmpty {
      return bytes.trimmed(head.lowerBound..<blank)
    }
    let known =
      agencies.first { bytes[head].starts(with: $0.utf8) }
      ?? (text(bytes, head).range(ofText: "日报").map { _ in "" })
    guard let known else { return nil }
    if !known.isEmpty { return head.lowerBound..<(head.lowerBound + known.utf8.count) }
    let whole = text(bytes, head)
    let end = whole.range(ofText: "日报")!.upperBound
    return head.lowerBound..<(head.lowerBound + whole.utf8.distance(from: whole.startIndex, to: end))
  }

  private static func text(_ bytes: [UInt8], _ span: Range<Int>) -> String {
    String(decoding: bytes[span], as: UTF8.self)
  }
}

// English and Russian.
extension Dateline {
  /// Places, then a date or an agency or both, then a dash, a full stop or a colon.
  private static func western(_ tokens: [Token], _ date: WrittenDate?, _ bytes: [UInt8]) -> Dateline? {
    guard let place = place(tokens), place < tokens.count else { return nil }
    var next = place
    let isShouted = tokens[0..<place].filter { $0.kind == .word }.allSatisfy { $0.isShouted(bytes) }
    var day: WrittenDate?
    if let date, date.span.lowerBound == tokens[next].span.lowerBound {
      day = date
      next = tokens.firstIndex { $0.span.lowerBound >= date.span.upperBound } ?? tokens.count
    }
    let hasStop = skip(".", tokens, &next)
    let agency = agency(tokens, &next)
    guard day != nil || agency != nil || isShouted else { return nil }
    let hasDash = skip("-–—", tokens, &next)
    if hasDash { while skip("-–—", tokens, &next) {} }
    let isClosed =
      hasDash || (agency != nil && (skip(".", tokens, &next) || hasStop))
      || (isShouted && (day != nil && hasStop))
      || (isShouted && day == nil && agency == nil && skip(":", tokens, &next))
    guard isClosed, next > 0 else { return nil }
    return Dateline(end: tokens[next - 1].span.upperBound, date: day, outlet: agency)
  }

  /// Skips one of the marks; true if it was there.
  private static func skip(_ marks: String, _ tokens: [Token], _ next: inout Int) -> Bool {
    guard next < tokens.count, tokens[next].kind == .mark, marks.contains(tokens[next].text) else {
      return false
    }
    next += 1
    return true
  }

  /// The token behind up to six capitalised words with commas, stops and slashes between them.
  private static func place(_ tokens: [Token]) -> Int? {
    var words = 0
    var next = 0
    while next < tokens.count {
      let token = tokens[next]
      if token.kind == .word, token.isCapital, MonthName.number(token.text) == nil || words == 0 {
        words += 1
      } else if !(token.kind == .mark && ",./-".contains(token.text) && words > 0)
        || opensAgency(tokens, next)
      {
        break
      }
      next += 1
    }
    return 1...6 ~= words ? next : nil
  }

  /// `MOSCOW/BEIJING, March 9. /TASS/.`: the first slash parts two places, the second opens a name.
  private static func opensAgency(_ tokens: [Token], _ index: Int) -> Bool {
    var next = index
    return agency(tokens, &next) != nil
  }

  /// A name in brackets or between slashes.
  private static func agency(_ tokens: [Token], _ next: inout Int) -> Range<Int>? {
    guard next < tokens.count, let close = ["(": ")", "/": "/", "（": "）"][tokens[next].text] else {
      return nil
    }
    let inner = tokens[(next + 1)...].prefix(8)
    guard let end = inner.firstIndex(where: { $0.text == close }), end > next + 1,
      tokens[(next + 1)..<end].allSatisfy({ $0.kind != .mark || "-&".contains($0.text) })
    else { return nil }
    defer { next = end + 1 }
    return tokens[next + 1].span.lowerBound..<tokens[end - 1].span.upperBound
  }
}

extension Token {
  /// True for a word in capitals alone.
  fileprivate func isShouted(_ bytes: [UInt8]) -> Bool {
    span.count > 1
      && String(decoding: bytes[span], as: UTF8.self).uppercased()
        == String(decoding: bytes[span], as: UTF8.self)
  }
}
