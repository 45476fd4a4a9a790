internal import Calendar

/// A line that dates a text, perhaps beside its outlet, a place or the time of day: `10:32, 5 июня 2019`,
/// `Xinhua | Updated: 2019-06-05 10:32`, `Channel, [05.06.2019 10:32]`.
struct MetaLine {
  private(set) var dates: [WrittenDate] = []
  private(set) var outlets: [Range<Int>] = []
  private(set) var authors: [Range<Int>] = []
  /// Words that are none of these.
  private(set) var unknown = 0
  /// True if a bar, dot or tab parts them.
  private(set) var isParted = false
  private var hasTime = false
  private var isBroken = false

  private let bytes: [UInt8]

  /// nil for a line without a date or a time of day.
  init?(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    guard line.count <= 300, bytes[line].contains(where: { 0x30...0x39 ~= $0 }) else { return nil }
    dates = DateGrammar.dates(in: bytes, line)
    // The time of day has a colon.
    guard !dates.isEmpty || bytes[line].contains(UInt8(ascii: ":")) else { return nil }
    read(Token.all(in: bytes, line))
    guard !dates.isEmpty || hasTime else { return nil }
    readChannel(line)
  }

  /// `Channel, [05.06.2019 10:32]` is how messengers head what they export.
  private mutating func readChannel(_ line: Range<Int>) {
    guard bytes[line.upperBound - 1] == UInt8(ascii: "]"), let date = dates.first,
      let open = bytes[line].firstIndex(of: UInt8(ascii: "[")), open < date.span.lowerBound
    else { return }
    let name = bytes.trimmed(line.lowerBound..<open, without: ",")
    if !name.isEmpty, outlets.isEmpty { outlets.append(name) }
  }

  /// True for a line of the head: nothing but the date, or little beside it. A first line in which a date
  /// stands beside words is a title.
  func isHead(hasTitle: Bool) -> Bool {
    guard !isBroken else { return false }
    if unknown == 0 {
      return dates.contains { $0.day != nil || $0.year != nil } || hasTime
    }
    let isFull = dates.contains { $0.day != nil && ($0.year != nil || hasTime) }
    return isFull && unknown <= (isParted ? 8 : 4) && (hasTitle || isParted)
  }

  private mutating func read(_ tokens: [Token]) {
    let taken = dates.map(\.span)
    var piece: [Token] = []
    for (index, token) in tokens.enumerated() {
      if taken.contains(where: { $0.contains(token.span.lowerBound) }) {
        finish(&piece)
      } else if token.kind == .mark {
        readMark(token, tokens, index, &piece)
      } else {
        piece.append(token)
      }
    }
    finish(&piece)
  }

  private mutating func readMark(_ token: Token, _ tokens: [Token], _ index: Int, _ piece: inout [Token]) {
    if token.isMark("|·•丨｜[]【】") {
      isParted = true
      finish(&piece)
    } else if token.isMark(":"), index > 0, index + 1 < tokens.count, tokens[index - 1].kind == .number,
      tokens[index + 1].kind == .number
    {
      hasTime = true
    } else if token.isMark(".。!！?？"), index + 1 == tokens.count, unknown + piece.count > 2 {
      isBroken = true
    } else if token.isMark(",，;；—–()（）:：/") || token.isMark("-") && !isTight(tokens, index) {
      finish(&piece)
    } else {
      piece.append(token)
    }
  }

  private func isTight(_ tokens: [Token], _ index: Int) -> Bool {
    index > 0 && index + 1 < tokens.count
      && tokens[index - 1].span.upperBound == tokens[index].span.lowerBound
      && tokens[index].span.upperBound == tokens[index + 1].span.lowerBound
  }

  private mutating func finish(_ piece: inout [Token]) {
    defer { piece = [] }
    let words = piece.filter { $0.kind != .mark }
    let plain = words.drop { $0.kind == .number || HeadWords.besideDates.contains($0.text) }
    guard let first = plain.first, let last = plain.last else { return }
    let span = first.span.lowerBound..<last.span.upperBound
    if OutletNames.isKnown(String(decoding: bytes[span], as: UTF8.self)) {
      outlets.append(span)
    } else if let names = Byline.authors(bytes, span) {
      authors.append(names)
    } else {
      let rest = plain.filter { $0.kind != .number && !HeadWords.besideDates.contains($0.text) }
      // Characters come without blanks: four of them are about two words.
      unknown += rest.reduce(0) { $0 + ($1.kind == .han ? 1 : 2) } / 2
    }
  }
}

/// A day in figures without anything between them, which the grammar leaves alone.
enum CompactDate {
  /// `20190605`, a day and nothing else.
  static func read(_ bytes: [UInt8], _ span: Range<Int>) -> String? {
    guard span.count == 8, bytes[span].allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    let digits = bytes[span].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    let (year, month, day) = (digits / 10000, digits / 100 % 100, digits % 100)
    guard 1900...2100 ~= year, Day(year: year, month: month, day: day) != nil else { return nil }
    return text(year, month, day)
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
