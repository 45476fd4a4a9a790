internal import Calendar
internal import Formats
internal import Records

/// The head of a text: title, who wrote it, when, where, under which headings. None of it is a paragraph.
struct Header {
  let lines: Lines
  private(set) var title: (text: String, span: Range<Int>)?
  /// True if the title stands under a label, in front matter or as a heading, and is not only the first line.
  private(set) var isTitleNamed = false
  private(set) var claims: [Claim] = []
  private(set) var authors: [String] = []
  private(set) var categories: [String] = []
  private(set) var url: String?
  /// Days of publication that lack their year.
  private(set) var openDates: [WrittenDate] = []
  /// The first line behind the head.
  private(set) var end: Int
  /// Lines of the head behind a subtitle or summary, and at the foot.
  private var scattered: Set<Int> = []
  /// When it was changed last, for a text that says nothing else.
  private var updated: Claim?

  /// Reads front matter, if there is any, the lines before the first paragraph, and labelled lines near it.
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
    readHead()
    readFoot()
    if let updated, !claims.contains(where: { $0.field == .published }) { claims.append(updated) }
  }

  /// True for a line that is no part of a paragraph, though one stands before it.
  func holds(_ index: Int) -> Bool { !scattered.isEmpty && scattered.contains(index) }

  /// A head has a few lines, and none of many bytes: what is longer is not looked through again and again.
  private static let longest = 200
  private static let widest = 4096
  /// Lines of a head behind others stand among the first few.
  private static let near = 15

  private mutating func readHead() {
    var index = end
    var seen = 0
    var hasBody = false
    var isProse = false
    while seen < (hasBody ? Self.near : Self.longest), let filled = lines.nextFilled(from: index) {
      index = filled + 1
      seen += 1
      let isHead = isProse ? readLabelled(lines.all[filled].trimmed) : read(filled, besideBody: hasBody)
      if isHead {
        if hasBody { scattered.insert(filled) } else { end = index }
      } else {
        isProse = isProse || Self.isProse(lines, filled)
        hasBody = true
      }
    }
  }

  /// Chinese and Russian pages name their source below the text.
  private mutating func readFoot() {
    var seen = 0
    for index in lines.all.indices[min(end, lines.all.count)...].reversed() where !lines.all[index].isBlank {
      guard seen < 3, !scattered.contains(index) else { return }
      seen += 1
      let span = lines.all[index].trimmed
      if span.count <= 200, lines.nextFilled(from: end) != index, readLabelled(span) {
        scattered.insert(index)
      }
    }
  }

  /// True for a line that can only be text: behind it nothing but labels is part of the head.
  private static func isProse(_ lines: Lines, _ index: Int) -> Bool {
    let span = lines.all[index].trimmed
    return span.count > 250 || span.count > 80 && Divide.isEnded(lines.bytes, span)
      || Dateline(lines.bytes, span) != nil
  }

  /// False if the line belongs to the body.
  private mutating func read(_ index: Int, besideBody: Bool) -> Bool {
    let span = lines.all[index].trimmed
    guard span.count <= Self.widest else { return false }
    if readLabelled(span) || readByline(span) || readSource(span) { return true }
    guard !besideBody else { return false }
    if isRule(span) || title == nil && HeadWords.isKicker(lines.bytes, span) || isPlace(index) { return true }
    guard let heading = TitleLine(self).span(of: index) else { return false }
    takeTitle(heading.span, .header, isNamed: heading.isNamed)
    return true
  }

  /// `Published: 5 June 2019`, `2019年06月05日 来源：新华网`
  private mutating func readLabelled(_ span: Range<Int>) -> Bool {
    guard span.count <= Self.widest, let line = HeaderField.values(in: lines, span) else { return false }
    if !line.before.isEmpty {
      guard let meta = MetaLine(lines.bytes, line.before), meta.unknown <= 2 else { return false }
      take(meta)
    }
    for (field, span) in line.values { take(field, span, .header) }
    return true
  }

  private mutating func take(_ field: HeaderField, _ span: Range<Int>, _ origin: Claim.Origin) {
    let text = NFC.normalized(lines.text(span))
    guard !text.isEmpty else { return }
    switch field {
    case .published: claimDate(in: span, origin)
    case .updated: updated = updated ?? date(in: span, origin)
    case .outlet: takeOutlet(span, origin)
    case .authors: takeAuthors(span, origin)
    case .categories: categories += Self.parts(text, at: ";；,，、", preferring: ";；")
    case .url: if text.range(ofText: "://") != nil { url = text }
    case .language:
      guard let code = Language.code(named: text) else { return }
      claims.append(Claim(.language, code, origin, span: span))
    case .title: takeTitle(span, origin, isNamed: true)
    case .other: break
    }
  }

  /// Of `Source: TASS, 5 June 2019` the outlet is what stands before the date; an address names no outlet.
  private mutating func takeOutlet(_ span: Range<Int>, _ origin: Claim.Origin) {
    let text = lines.text(span)
    if text.range(ofText: "://") != nil {
      if url == nil { url = NFC.normalized(text) }
      return
    }
    var name = span
    if span.count < 200, let date = DateGrammar.dates(in: lines.bytes, span).first, date.day != nil,
      date.span.lowerBound > span.lowerBound
    {
      name = lines.bytes.trimmed(span.lowerBound..<date.span.lowerBound, without: ",，|(（/·-–—")
      if !claims.contains(where: { $0.field == .published }) { claimDate(in: span, origin) }
    }
    guard !name.isEmpty else { return }
    claims.append(Claim(.outlet, NFC.normalized(lines.text(name)), origin, span: name))
  }

  private mutating func takeAuthors(_ span: Range<Int>, _ origin: Claim.Origin) {
    let span = Byline.withoutAddress(lines.bytes, span)
    let text = NFC.normalized(lines.text(span))
    guard !text.isEmpty else { return }
    authors += Byline.names(text)
    claims.append(Claim(.authors, text, origin, span: span))
  }

  /// The first separators that occur decide; a name may hold the others.
  static func parts(_ text: String, at marks: String, preferring first: String) -> [String] {
    let separators = first.contains(where: text.contains) ? first : marks
    return text.split { separators.contains($0) }.map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  private mutating func claimDate(in span: Range<Int>, _ origin: Claim.Origin) {
    if let claim = date(in: span, origin) {
      claims.append(claim)
    } else if let open = DateGrammar.dates(in: lines.bytes, span).first, open.day != nil, open.month != nil {
      claimOpen(open, origin)
    }
  }

  /// Both readings of a date are claimed; one without its year waits for it.
  private mutating func claimOpen(_ date: WrittenDate, _ origin: Claim.Origin) {
    let readings = date.readings
    claims += readings.map { Claim(.published, $0.description, origin, span: date.span) }
    if readings.isEmpty { openDates.append(date) }
  }

  private func date(in span: Range<Int>, _ origin: Claim.Origin) -> Claim? {
    if let date = try? EDTF(lines.text(span)) {
      return Claim(.published, date.description, origin, span: span)
    }
    if let date = CompactDate.read(lines.bytes, span) { return Claim(.published, date, origin, span: span) }
    guard let date = DateGrammar.dates(in: lines.bytes, span).first, let full = date.resolved(near: nil)
    else {
      return nil
    }
    return Claim(.published, full.description, origin, span: date.span)
  }
}

// The lines without labels: a byline, a date alone, a title.
extension Header {
  /// `October 29, 2019 **Authors** *Outlet*`, or any part of it, `By John Smith`, `TASS | 5 June 2019, 10:32`.
  private mutating func readByline(_ span: Range<Int>) -> Bool {
    guard span.count <= 300 else { return false }
    let marked = Emphasis.parts(of: lines.bytes, span)
    // A line that is all of one emphasis says what it says without.
    if marked.plain.isEmpty, marked.strong.count + marked.light.count == 1 {
      let bare = lines.bytes.trimmed(span, without: "*")
      return !lines.bytes[bare].contains(UInt8(ascii: "*")) && readByline(bare)
    }
    if !marked.strong.isEmpty || !marked.light.isEmpty {
      guard marked.plain.isEmpty ? !marked.strong.isEmpty && !marked.light.isEmpty : readDate(marked.plain)
      else {
        return false
      }
      for strong in marked.strong { takeAuthors(strong, .header) }
      for light in marked.light { takeOutlet(light, .header) }
      return true
    }
    if let names = Byline.authors(lines.bytes, span) {
      let rest = MetaLine(lines.bytes, names.upperBound..<span.upperBound)
      takeAuthors(names, .header)
      if let rest { take(rest) }
      return true
    }
    return readDate(span)
  }

  /// A date, alone or beside an outlet, a place or a time of day.
  private mutating func readDate(_ span: Range<Int>) -> Bool {
    guard let meta = MetaLine(lines.bytes, span), meta.isHead(hasTitle: title != nil) else { return false }
    take(meta)
    return true
  }

  private mutating func take(_ meta: MetaLine) {
    for date in meta.dates {
      if let full = date.resolved(near: nil) {
        claims.append(Claim(.published, full.description, .header, span: date.span))
      } else if date.day != nil, date.month != nil {
        claimOpen(date, .header)
      }
    }
    for outlet in meta.outlets { takeOutlet(outlet, .header) }
    for author in meta.authors { takeAuthors(author, .header) }
  }

  /// A line that is the name of an outlet.
  private mutating func readSource(_ span: Range<Int>) -> Bool {
    guard span.count <= 100, !claims.contains(where: { $0.field == .outlet }) else { return false }
    let name = lines.bytes.trimmed(span, without: "*#()（）【】[]")
    guard !name.isEmpty, OutletNames.isKnown(lines.text(name)), lines.nextFilled(from: 0) != nil else {
      return false
    }
    takeOutlet(name, .header)
    return true
  }

  /// `The Kremlin, Moscow` behind the day: a few capitalised words with a comma, alone in their line.
  private func isPlace(_ index: Int) -> Bool {
    let span = lines.all[index].trimmed
    guard title != nil, span.count <= 80, index > 0, lines.bytes[span].contains(UInt8(ascii: ",")),
      index + 1 < lines.all.count, lines.all[index + 1].isBlank, claims.last?.field == .published
    else { return false }
    let tokens = Token.all(in: lines.bytes, span)
    return tokens.count <= 8 && tokens.allSatisfy { $0.kind == .word && $0.isCapital || $0.isMark(",") }
  }

  /// A line of dashes or the like.
  private func isRule(_ span: Range<Int>) -> Bool {
    span.count > 2 && lines.bytes[span].allSatisfy { "=-_*".utf8.contains($0) }
  }

  /// True for a line that tells of the text and is no text: what may stand behind a title.
  func isHeaderLine(_ index: Int) -> Bool {
    let span = lines.all[index].trimmed
    guard span.count <= Self.widest, !span.isEmpty else { return false }
    var trial = self
    trial.title = trial.title ?? ("", span.lowerBound..<span.lowerBound)
    return trial.readLabelled(span) || trial.readByline(span) || trial.readSource(span) || isRule(span)
  }

  private mutating func takeTitle(_ span: Range<Int>, _ origin: Claim.Origin, isNamed: Bool) {
    let clean = TitleLine.withoutSite(lines.bytes, TitleLine.withoutStrayStop(lines.bytes, span))
    let text = NFC.normalized(lines.text(clean))
    // Front matter names the title, and the heading that repeats it shows where it stands.
    guard !clean.isEmpty, title == nil || title?.text == text else { return }
    title = (text, clean)
    isTitleNamed = isTitleNamed || isNamed
    claims.append(Claim(.title, text, origin, span: clean))
  }
}
