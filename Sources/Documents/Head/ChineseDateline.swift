internal import Calendar

/// `新华社北京6月5日电（记者张三）`, `【环球时报综合报道】`, `本报讯（记者 李四）`.
struct ChineseDateline {
  private let bytes: [UInt8]
  private let opening: Range<Int>
  private let text: String

  static func read(_ bytes: [UInt8], _ opening: Range<Int>) -> Dateline? {
    guard holdsSign(bytes, opening) else { return nil }
    let line = ChineseDateline(bytes: bytes, opening: opening)
    return line.bracketed() ?? line.dated() ?? line.undated()
  }

  /// Cheap: 电, 讯, 报, 报道, 消息 or 记者 stands near the beginning.
  private static func holdsSign(_ bytes: [UInt8], _ opening: Range<Int>) -> Bool {
    var i = opening.lowerBound
    while i + 2 < opening.upperBound {
      switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
      case (0xE7, 0x94, 0xB5), (0xE8, 0xAE, 0xAF), (0xE6, 0x8A, 0xA5), (0xE6, 0xB6, 0x88), (0xE8, 0xAE, 0xB0):
        return true
      default: i += 1
      }
    }
    return false
  }

  /// True if the paragraph begins in Chinese.
  static func mayBegin(_ bytes: [UInt8], _ opening: Range<Int>) -> Bool {
    let i = opening.lowerBound
    guard opening.count > 5 else { return false }
    return Han.isHan(bytes, i, opening.upperBound)
      || bytes[i] == 0xE3 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x90
      || bytes[i] == 0xEF && bytes[i + 1] == 0xBC && bytes[i + 2] == 0x88
      || bytes[i] == 0x28
        && Han.isHan(bytes, i + 1, opening.upperBound)
  }

  private init(bytes: [UInt8], opening: Range<Int>) {
    self.bytes = bytes
    self.opening = opening
    text = String(decoding: bytes[opening], as: UTF8.self)
  }

  /// The offset in the text of a place in `text`.
  private func offset(_ index: String.Index) -> Int {
    opening.lowerBound + text.utf8.distance(from: text.startIndex, to: index)
  }
  private func string(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  /// Agency and place, a date, and 电 or the like: not more than twenty characters.
  private static let longestHead = 60
  private static let signs = ["专电", "电", "讯", "日讯", "报道", "消息", "综合报道"].map { Array($0.utf8) }

  private func dated() -> Dateline? {
    let limit = min(opening.upperBound, opening.lowerBound + Self.longestHead + 30)
    let near = opening.lowerBound..<boundary(limit)
    guard let date = DateGrammar.dates(in: bytes, near).first(where: { $0.day != nil && $0.month != nil }),
      date.span.lowerBound - opening.lowerBound <= Self.longestHead
    else { return nil }
    let head = opening.lowerBound..<date.span.lowerBound
    guard !string(head).contains(where: { "，。；：,;".contains($0) }),
      let sign = Self.signs.last(where: { starts(at: date.span.upperBound, with: $0) })
    else { return nil }
    let outlet = agency(head)
    // 报道 and 消息 are verbs and nouns of sentences too, unless an agency stands before them.
    if sign.count > 3, !string(sign).hasSuffix("电"), outlet == nil { return nil }
    var end = date.span.upperBound + sign.count
    let authors = reporters(&end)
    return Dateline(end: behindComma(end), date: date, outlet: outlet, authors: authors)
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
  private func starts(at i: Int, with sign: [UInt8]) -> Bool {
    bytes[i..<opening.upperBound].starts(with: sign)
  }

  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// `本报讯（记者 李四）`, `观察者网讯`, `央视网消息：`
  private func undated() -> Dateline? {
    var i = opening.lowerBound
    var outlet: Range<Int>?
    if let name = OutletNames.chinese(at: i, in: bytes, to: opening.upperBound) {
      (outlet, i) = (name, name.upperBound)
    } else if let own = Self.own.first(where: { starts(at: i, with: $0) }) {
      i += own.count
    } else {
      return nil
    }
    guard let sign = Self.signs.last(where: { starts(at: i, with: $0) }) else { return nil }
    var end = i + sign.count
    let authors = reporters(&end)
    let stop = behindComma(end)
    let isSpaced = end < opening.upperBound && Blank.length(bytes, end, opening.upperBound) > 0
    guard !authors.isEmpty || stop > end || isSpaced else { return nil }
    return Dateline(end: stop, date: nil, outlet: outlet, authors: authors)
  }

  /// The paper's or the site's own.
  private static let own = ["本报", "本网", "本台", "本刊"].map { Array($0.utf8) }

  /// `【环球网报道】`, `（新华社记者张三）`, `（观察者网 讯）`
  private func bracketed() -> Dateline? {
    guard let first = text.first, let close = ["【": "】", "（": "）", "(": ")"][first],
      let end = text.firstIndex(where: { String($0) == close })
    else { return nil }
    let inner = offset(text.index(after: text.startIndex))..<offset(end)
    let said = string(inner)
    guard said.count <= 30, ["报道", "讯", "电", "消息", "记者"].contains(where: { said.contains($0) }) else {
      return nil
    }
    let outlet = OutletNames.chinese(at: inner.lowerBound, in: bytes, to: inner.upperBound)
    let date = DateGrammar.dates(in: bytes, inner).first { $0.day != nil && $0.month != nil }
    guard outlet != nil || date != nil || said.contains("记者") else { return nil }
    let past = offset(text.index(after: end))
    return Dateline(end: behindComma(past), date: date, outlet: outlet, authors: names(inner))
  }

  /// What the head names before the place: a known name, what an empty space parts off, or a newspaper by its ending.
  private func agency(_ head: Range<Int>) -> Range<Int>? {
    var start = head.lowerBound
    if starts(at: start, with: Array("据".utf8)) { start += 3 }
    if Self.own.contains(where: { starts(at: start, with: $0) }) { return nil }
    if let known = OutletNames.chinese(at: start, in: bytes, to: head.upperBound) { return known }
    let whole = string(start..<head.upperBound)
    for ending in ["日报", "晚报", "时报", "早报", "商报", "通讯社", "新闻网", "电视台", "网"] {
      guard let place = whole.range(ofText: ending), place.lowerBound > whole.startIndex else { continue }
      return start..<(start + whole.utf8.distance(from: whole.startIndex, to: place.upperBound))
    }
    return bytes[start..<head.upperBound].lastIndex(of: 0x20).flatMap {
      let name = Blank.trimmed(bytes, start..<$0)
      return name.isEmpty ? nil : name
    }
  }

  /// `（记者 张三、李四）` behind the sign, blanks before it.
  private func reporters(_ end: inout Int) -> [Range<Int>] {
    let start = Blank.skip(bytes, end, opening.upperBound)
    guard start < opening.upperBound else { return [] }
    let rest = string(start..<opening.upperBound)
    guard let first = rest.first, first == "（" || first == "(",
      let close = rest.firstIndex(where: { $0 == "）" || $0 == ")" })
    else { return [] }
    let inner =
      (start + String(first).utf8.count)..<(start + rest.utf8.distance(from: rest.startIndex, to: close))
    let said = string(inner)
    guard said.contains("记者") || said.contains("通讯员") || said.contains("报道员") else { return [] }
    end = inner.upperBound + String(rest[close]).utf8.count
    return names(inner)
  }

  private func names(_ span: Range<Int>) -> [Range<Int>] { Byline.chineseNames(bytes, span) }

  /// Behind a colon or comma that parts the dateline from the text.
  private func behindComma(_ end: Int) -> Int {
    let i = Blank.skip(bytes, end, opening.upperBound)
    guard i < opening.upperBound else { return end }
    if bytes[i] == UInt8(ascii: ":") || bytes[i] == UInt8(ascii: ",") { return i + 1 }
    let isWide = i + 2 < opening.upperBound && bytes[i] == 0xEF && bytes[i + 1] == 0xBC
    return isWide && (bytes[i + 2] == 0x9A || bytes[i + 2] == 0x8C) ? i + 3 : end
  }
}
