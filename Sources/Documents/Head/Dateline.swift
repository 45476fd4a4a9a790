internal import Calendar

/// What an agency puts before its first sentence: `MOSCOW, June 5 (Xinhua) --`, `МОСКВА, 5 июня. /ТАСС/.`,
/// `新华社北京6月5日电`.
struct Dateline {
  /// The offset of the sentence behind it.
  private(set) var end: Int
  private(set) var date: WrittenDate?
  private(set) var outlet: Range<Int>?
  /// Reporters named in it.
  private(set) var authors: [Range<Int>] = []

  /// A dateline is not longer, in bytes.
  private static let longest = 200

  /// nil if the paragraph begins without one.
  init?(_ bytes: [UInt8], _ paragraph: Range<Int>) {
    let limit = Self.boundary(bytes, min(paragraph.lowerBound + Self.longest, paragraph.upperBound))
    let opening = paragraph.lowerBound..<limit
    let found =
      ChineseDateline.mayBegin(bytes, opening)
      ? ChineseDateline.read(bytes, opening) : WesternDateline.read(bytes, opening)
    guard let found else { return nil }
    self = found
    // What stands between the dateline and the text is blank.
    let rest = Blank.trimmed(bytes, end..<paragraph.upperBound)
    guard !rest.isEmpty else { return nil }
    end = rest.lowerBound
  }

  init(end: Int, date: WrittenDate?, outlet: Range<Int>?, authors: [Range<Int>] = []) {
    self.end = end
    self.date = date
    self.outlet = outlet
    self.authors = authors
  }

  /// Not inside a character.
  private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}

/// English and Russian: places, then a date or an agency or both, then a dash, a full stop or a colon.
struct WesternDateline {
  private let bytes: [UInt8]
  private let tokens: [Token]
  private var next = 0

  static func read(_ bytes: [UInt8], _ opening: Range<Int>) -> Dateline? {
    guard mayBegin(bytes, opening) else { return nil }
    var line = WesternDateline(bytes, opening)
    return line.bracketed() ?? line.plain()
  }

  /// Cheap: a capital, a bracket or a slash, and no small word right behind the first.
  private static func mayBegin(_ bytes: [UInt8], _ opening: Range<Int>) -> Bool {
    guard let first = bytes[opening].first else { return false }
    if first == 0x28 || first == 0x2F || first == 0x5B { return true }
    let word = EdgeWord(bytes, startingAt: opening.lowerBound, to: opening.upperBound)
    guard word.isCapital else { return false }
    let behind = word.start + word.width
    let next = Blank.skip(bytes, behind, opening.upperBound)
    return next == behind || !EdgeWord(bytes, startingAt: next, to: opening.upperBound).isSmall
  }

  private init(_ bytes: [UInt8], _ opening: Range<Int>) {
    self.bytes = bytes
    tokens = Token.all(in: bytes, opening)
  }

  /// `[Moscow, Russia, June 5, 2019] Huawei opened`
  private mutating func bracketed() -> Dateline? {
    guard tokens.count > 3, tokens[0].text == "[", let close = tokens.firstIndex(where: { $0.text == "]" })
    else {
      return nil
    }
    let inner = tokens[1].span.lowerBound..<tokens[close].span.lowerBound
    guard let date = DateGrammar.dates(in: bytes, inner).first, date.day != nil, tokens[1].isCapital,
      date.span.lowerBound > inner.lowerBound
    else { return nil }
    return Dateline(end: tokens[close].span.upperBound, date: date, outlet: nil)
  }

  private mutating func plain() -> Dateline? {
    // "(Reuters) - Text"
    let leading = agency()
    if leading != nil, !tokens.indices.contains(next) { return nil }
    let place = leading == nil ? skipPlace() : 0..<0
    guard let place, next < tokens.count else { return nil }
    var stops = place.isEmpty ? false : tokens[place.upperBound - 1].isMark(".")
    let day = date()
    let outlet = placeAsAgency(place, hasDay: day != nil)
    stops = skip(".") || stops && day != nil
    var agency = leading ?? self.agency() ?? outlet
    if agency == nil, stops, day != nil { agency = trailingAgency() }
    let isKnown = agency.map(isOutlet) ?? false
    // Without a day, what stands in brackets has to be an agency that is known.
    if agency != nil, day == nil, !isKnown { return nil }
    guard
      let end = close(place, day, hasAgency: agency != nil, isKnown, hasStop: stops, isLed: leading != nil)
    else {
      return nil
    }
    if agency == nil, let behind = agencyBehindDash() {
      return Dateline(end: tokens[next - 1].span.upperBound, date: day, outlet: behind)
    }
    return Dateline(end: end, date: day, outlet: agency)
  }

  /// The end of the dateline, if what has been read is one.
  private mutating func close(
    _ place: Range<Int>, _ day: WrittenDate?, hasAgency: Bool, _ isKnown: Bool, hasStop: Bool, isLed: Bool
  ) -> Int? {
    let words = tokens[place].filter { $0.kind == .word }
    let isShouted = words.first?.isShouted(bytes) ?? false
    let dash = skipDash()
    guard day != nil || hasAgency || isShouted else { return nil }
    if dash, day == nil, !hasAgency { return isPlaceAlone(place) ? ended : nil }
    if dash { return ended }
    guard !isLed else { return nil }
    // "MOSCOW: Text", but only of a place in capitals.
    if day == nil, !hasAgency { return words.allSatisfy { $0.isShouted(bytes) } && skip(":") ? ended : nil }
    if hasAgency { return skip(".") || skip(":") || hasStop || isKnown && day != nil ? ended : nil }
    // "Moscow, June 5. Text": a place and a day alone say nothing else.
    return hasStop && (isShouted || words.count <= 3 && tokens[place].contains { $0.isMark(",.") })
      ? ended : nil
  }

  private var ended: Int? { next > 0 ? tokens[next - 1].span.upperBound : nil }

  /// "HARBIN, China —" is a dateline, "COMAC — the" begins a sentence.
  private func isPlaceAlone(_ place: Range<Int>) -> Bool {
    guard next < tokens.count else { return false }
    let follower = tokens[next]
    let begins = follower.isCapital || follower.kind == .number || follower.isMark("\"“«‘'$€")
    let first = tokens[place.lowerBound]
    guard begins, first.span.count > 3, bytes[first.span.lowerBound] < 0x80 else { return false }
    return tokens[place].contains { $0.isMark(",") } || first.span.count > 5
      || Self.capitals.contains(first.text)
  }

  private static let capitals: Set<String> = [
    "tokyo", "paris", "seoul", "minsk", "delhi", "kyiv", "kiev", "hanoi", "kazan",
  ]

  private mutating func date() -> WrittenDate? {
    let from = tokens[next].span.lowerBound
    guard let date = DateGrammar.dates(in: bytes, from..<tokens[tokens.count - 1].span.upperBound).first,
      date.span.lowerBound == from, date.day != nil
    else {
      return nil
    }
    next = tokens.firstIndex { $0.span.lowerBound >= date.span.upperBound } ?? tokens.count
    return date
  }

  private func isMark(_ marks: String) -> Bool { next < tokens.count && tokens[next].isMark(marks) }

  /// Skips one of the marks; true if it was there.
  private mutating func skip(_ marks: String) -> Bool {
    guard isMark(marks) else { return false }
    next += 1
    return true
  }

  /// A dash with a blank before it, or several.
  private mutating func skipDash() -> Bool {
    guard isMark("-–—―") else { return false }
    let touches = next > 0 && tokens[next - 1].span.upperBound == tokens[next].span.lowerBound
    let isBetween =
      touches && next + 1 < tokens.count
      && tokens[next].span.upperBound == tokens[next + 1].span.lowerBound && !tokens[next + 1].isMark("-–—―")
    guard !isBetween else { return false }
    while skip("-–—―") {}
    return true
  }

  /// Up to six capitalised words with commas, stops, slashes and a country in brackets between them.
  private mutating func skipPlace() -> Range<Int>? {
    var words = 0
    while next < tokens.count {
      let token = tokens[next]
      if token.kind == .word, token.isCapital, MonthName.number(token.text) == nil || words == 0 {
        words += 1
      } else if words > 0, let behind = behindCountry() {
        next = behind
        continue
      } else if !isInPlace(token, words) {
        break
      }
      next += 1
    }
    return 1...6 ~= words ? 0..<next : nil
  }

  /// `KAZAN (Russia), June 5`: a comma goes on behind a country.
  private func behindCountry() -> Int? {
    guard next + 3 < tokens.count, tokens[next].text == "(", tokens[next + 1].isCapital,
      tokens[next + 2].text == ")",
      tokens[next + 3].isMark(",")
    else { return nil }
    return next + 3
  }

  private func isInPlace(_ token: Token, _ words: Int) -> Bool {
    guard words > 0, token.kind == .mark else { return false }
    if token.isMark("-") { return isTight(next) }
    if token.isMark("’'") { return isTight(next) }
    guard token.isMark(",./") else { return false }
    var trial = self
    return trial.agency() == nil
  }

  private func isTight(_ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count
      && tokens[index - 1].span.upperBound == tokens[index].span.lowerBound
      && tokens[index].span.upperBound == tokens[index + 1].span.lowerBound
  }

  /// "ТАСС, 5 июня. Text": what stands in the place of the place is the agency.
  private func placeAsAgency(_ place: Range<Int>, hasDay: Bool) -> Range<Int>? {
    guard hasDay, let first = tokens[place].first(where: { $0.kind == .word }),
      let last = tokens[place].last(where: { $0.kind == .word })
    else { return nil }
    let span = first.span.lowerBound..<last.span.upperBound
    return isOutlet(span) ? span : nil
  }

  private func isOutlet(_ span: Range<Int>) -> Bool {
    OutletNames.isKnown(String(decoding: bytes[span], as: UTF8.self))
  }

  /// A name in brackets or between slashes.
  private mutating func agency() -> Range<Int>? {
    guard next < tokens.count, let close = ["(": ")", "/": "/", "（": "）"][tokens[next].text] else {
      return nil
    }
    let inner = tokens[(next + 1)...].prefix(8)
    guard let end = inner.firstIndex(where: { $0.text == close }), end > next + 1,
      tokens[(next + 1)..<end].allSatisfy({ $0.kind != .mark || $0.isMark("-&.'’«»\"") }), !isCountry(end)
    else { return nil }
    defer { next = end + 1 }
    return tokens[next + 1].span.lowerBound..<tokens[end - 1].span.upperBound
  }

  /// `KAZAN (Russia), June 5`: a comma and a date go on behind a country.
  private func isCountry(_ end: Int) -> Bool {
    tokens[next].text == "(" && end + 1 < tokens.count && tokens[end + 1].isMark(",")
  }

  /// "5 июня. INTERFAX.RU -": words up to a dash or stop that are the name of an outlet.
  private mutating func trailingAgency() -> Range<Int>? {
    guard let (span, end) = outlet(at: next), end < tokens.count, tokens[end].isMark("-–—―.") else {
      return nil
    }
    next = end
    return span
  }

  /// "5 июн — РИА Новости."
  private mutating func agencyBehindDash() -> Range<Int>? {
    guard let (span, end) = outlet(at: next), end < tokens.count, tokens[end].isMark(".") else { return nil }
    next = end + 1
    return span
  }

  /// The longest name of an outlet of up to five tokens.
  private func outlet(at index: Int) -> (Range<Int>, Int)? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    for end in (index + 1...min(index + 5, tokens.count)).reversed() {
      let span = tokens[index].span.lowerBound..<tokens[end - 1].span.upperBound
      if isOutlet(span) { return (span, end) }
    }
    return nil
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
