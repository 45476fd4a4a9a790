internal import Calendar
internal import Formats
internal import Records

/// The head of a text: title, who wrote it, when, where, under which headings. None of it is a paragraph.
struct Header {
  private let lines: Lines
  var title: (text: String, span: Range<Int>)?
  private(set) var claims: [Claim] = []
  private(set) var authors: [String] = []
  private(set) var categories: [String] = []
  private(set) var url: String?
  /// The first line of the body.
  private(set) var end: Int

  /// Reads front matter, if there is any, and the lines before the first paragraph.
  init(_ lines: Lines) {
    self.lines = lines
    end = 0
    if let matter = FrontMatter(lines) {
      end = matter.end
      for entry in matter.entries {
        guard let field = HeaderField(label: entry.key) else { continue }
        for value in entry.values { take(field, value.span, .frontMatter) }
      }
    }
    var rest = Self.longest
    while rest > 0, let index = lines.nextFilled(from: end), read(index) {
      end = index + 1
      rest -= 1
    }
  }

  /// A head has a few lines, and none of many bytes: what is longer is not looked through again and again.
  private static let longest = 200
  private static let widest = 4096

  /// False if the line belongs to the body.
  private mutating func read(_ index: Int) -> Bool {
    let span = lines.all[index].trimmed
    guard span.count <= Self.widest else { return false }
    let labelled = HeaderField.values(in: lines, span)
    if !labelled.isEmpty {
      for (field, span) in labelled { take(field, span, .header) }
      return true
    }
    if readByline(span) || isRule(span) { return true }
    guard let heading = titleSpan(index) else { return false }
    takeTitle(heading, .header)
    return true
  }

  private mutating func take(_ field: HeaderField, _ span: Range<Int>, _ origin: Claim.Origin) {
    let text = NFC.normalized(lines.text(span))
    guard !text.isEmpty else { return }
    switch field {
    case .published: claimDate(in: span, origin)
    case .outlet: claims.append(Claim(.outlet, text, origin, span: span))
    case .authors: takeAuthors(span, origin)
    case .categories: categories += Self.parts(text, at: ";；,，、", preferring: ";；")
    case .url: if text.range(ofText: "://") != nil { url = text }
    case .language:
      claims.append(Claim(.language, String(text.lowercased().prefix { $0.isLetter }), origin, span: span))
    case .title: takeTitle(span, origin)
    }
  }

  private mutating func takeAuthors(_ span: Range<Int>, _ origin: Claim.Origin) {
    let text = NFC.normalized(lines.text(span))
    authors += Self.parts(
      text.replacing(" and ", with: ";").replacing(" и ", with: ";"), at: ";；,，、", preferring: "")
    claims.append(Claim(.authors, text, origin, span: span))
  }

  /// The first separators that occur decide; a name may hold the others.
  private static func parts(_ text: String, at marks: String, preferring first: String) -> [String] {
    let separators = first.contains(where: text.contains) ? first : marks
    return text.split { separators.contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private mutating func claimDate(in span: Range<Int>, _ origin: Claim.Origin) {
    if let date = try? EDTF(lines.text(span)) {
      claims.append(Claim(.published, date.description, origin, span: span))
    } else if let date = DateGrammar.dates(in: lines.bytes, span).first, let full = date.resolved(near: nil) {
      claims.append(Claim(.published, full.description, origin, span: date.span))
    }
  }
}

// The lines without labels: a byline, a date alone, a title.
extension Header {
  /// `October 29, 2019 **Authors** *Outlet*`, or any part of it; what remains beside may only be part of a date.
  private mutating func readByline(_ span: Range<Int>) -> Bool {
    let marked = Emphasis.parts(of: lines.bytes, span)
    guard let date = DateGrammar.dates(in: lines.bytes, marked.plain).first ?? dateless(marked) else {
      return false
    }
    guard isDateOnly(marked.plain, besides: date.span) else { return false }
    if let full = date.resolved(near: nil) {
      claims.append(Claim(.published, full.description, .header, span: date.span))
    }
    for strong in marked.strong { takeAuthors(strong, .header) }
    for light in marked.light {
      claims.append(Claim(.outlet, NFC.normalized(lines.text(light)), .header, span: light))
    }
    return true
  }

  /// Authors and outlet without a date.
  private func dateless(_ marked: Emphasis) -> WrittenDate? {
    let isByline = marked.plain.isEmpty && !marked.strong.isEmpty && !marked.light.isEmpty
    return isByline ? WrittenDate(span: marked.plain) : nil
  }

  private static let besides: Set<String> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday",
    "sunday", "updated", "utc", "gmt", "est", "edt", "msk", "мск", "am", "pm", "at", "t", "z", "понедельник",
    "вторник", "среда",
    "четверг", "пятница", "суббота", "воскресенье", "пн", "вт", "ср", "чт", "пт", "сб", "вс", "星", "期", "一",
    "二", "三", "四",
    "五", "六",
  ]

  private func isDateOnly(_ span: Range<Int>, besides date: Range<Int>) -> Bool {
    Token.all(in: lines.bytes, span).allSatisfy { token in
      date.contains(token.span.lowerBound) || token.kind == .number || Self.besides.contains(token.text)
        || (token.kind == .mark && ",.|·-–—+:()/".contains(token.text))
    }
  }

  /// A line of dashes or the like.
  private func isRule(_ span: Range<Int>) -> Bool {
    let text = lines.text(span)
    return text.count > 2 && text.allSatisfy { "=-_*".contains($0) }
  }

  /// Where the title stands in a line, if the line is one.
  private func titleSpan(_ index: Int) -> Range<Int>? {
    let span = lines.all[index].trimmed
    if lines.bytes[span.lowerBound] == UInt8(ascii: "#") {
      let hashes = lines.bytes[span].prefix { $0 == UInt8(ascii: "#") }.count
      let text = lines.bytes.trimmed((span.lowerBound + hashes)..<span.upperBound)
      return title == nil && hashes == 1 || lines.text(text) == title?.text ? text : nil
    }
    guard title == nil else { return lines.text(span) == title?.text ? span : nil }
    let bare = Self.withoutStrayStop(lines.bytes, lines.bytes.trimmed(span, without: "*"))
    let text = lines.text(bare)
    guard text.unicodeScalars.count <= 200, !".。;；…".contains(text.last ?? "."),
      Dateline(lines.bytes, span) == nil
    else { return nil }
    // A title stands by itself; the only line of a text is the text.
    let isAlone = index + 1 >= lines.all.count || lines.all[index + 1].isBlank || isHeaderLine(index + 1)
    return isAlone && lines.nextFilled(from: index + 1) != nil ? bare : nil
  }

  private func isHeaderLine(_ index: Int) -> Bool {
    let span = lines.all[index].trimmed
    guard span.count <= Self.widest else { return false }
    var trial = self
    return !HeaderField.values(in: lines, span).isEmpty || trial.readByline(span) || isRule(span)
  }

  private mutating func takeTitle(_ span: Range<Int>, _ origin: Claim.Origin) {
    let clean = Self.withoutStrayStop(lines.bytes, span)
    let text = NFC.normalized(lines.text(clean))
    // Front matter names the title, and the heading that repeats it shows where it stands.
    guard title == nil || title?.text == text else { return }
    title = (text, clean)
    claims.append(Claim(.title, text, origin, span: clean))
  }

  /// Some pages print a full stop after a blank behind the title.
  private static func withoutStrayStop(_ bytes: [UInt8], _ span: Range<Int>) -> Range<Int> {
    guard span.count > 2, bytes[span.upperBound - 1] == UInt8(ascii: "."), bytes[span.upperBound - 2] == 0x20
    else { return span }
    return bytes.trimmed(span.lowerBound..<(span.upperBound - 1))
  }
}
