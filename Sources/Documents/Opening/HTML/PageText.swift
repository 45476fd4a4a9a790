internal import Calendar
internal import Formats
internal import Records

/// The step from a page to a reading: title, article, and what its head says.
enum PageText {
  /// Reads a page in UTF-8.
  static func reading(of bytes: [UInt8]) throws(OpenRefusal) -> Reading {
    let page = try PageBuilder.page(of: bytes)
    var body = ArticleBody(page)
    let title = PageTitle.choose(page)
    if let title { body.addLead(behind: title) }
    let text = written(page, body.chosen, title)
    guard !text.isEmpty else {
      throw OpenRefusal(
        "the page holds no text", hint: "It may be made by scripts: save it from the browser's view.")
    }
    var reading = Reading(bytes: text)
    reading.media = "text/html"
    reading.url = page.metadata.url
    reading.claims = claims(page.metadata, title)
    if page.metadata.days.isEmpty, let day = day(near: body.chosen.first ?? 0, page) {
      reading.claims.append(Claim(.published, day, .metadata))
    }
    reading.authors = authors(page.metadata)
    return reading
  }

  /// The day in a short line shortly before the article, as pages print it that name none in their head.
  private static func day(near first: Int, _ page: Page) -> String? {
    let last = min(first + 3, page.blocks.count)
    for index in (max(0, first - 15)..<last).reversed()
    where page.blocks[index].span.count < (index < first ? 120 : 40) {
      let dates = DateGrammar.dates(in: page.text, page.blocks[index].span)
      if let day = dates.first(where: { $0.year != nil && $0.day != nil })?.resolved(near: nil) {
        return day.description
      }
    }
    return nil
  }

  /// The title, then the blocks with an empty line between them; the lines of a table stand close.
  private static func written(_ page: Page, _ chosen: [Int], _ title: String?) -> [UInt8] {
    var text: [UInt8] = Array((title ?? "").utf8)
    var previous: Page.Block?
    for index in chosen {
      let block = page.blocks[index]
      let bytes = page.text[block.span]
      if let title, block.isHeading || text.count < title.utf8.count + 300, PageTitle.isSame(bytes, title) {
        continue
      }
      if !text.isEmpty { text += separator(previous, block, page) }
      text += bytes
      previous = block
    }
    if !text.isEmpty { text.append(0x0A) }
    return text
  }

  private static func separator(_ previous: Page.Block?, _ block: Page.Block, _ page: Page) -> [UInt8] {
    guard let previous else { return [0x0A, 0x0A] }
    if block.continuesRow { return Array(" | ".utf8) }
    let isTable = page.nodes[previous.owner].tag == .cell && page.nodes[block.owner].tag == .cell
    return isTable && previous.owner != block.owner ? [0x0A] : [0x0A, 0x0A]
  }

  private static func claims(_ metadata: PageMetadata, _ title: String?) -> [Claim] {
    var claims: [Claim] = []
    func add(_ field: Claim.Field, _ value: String) {
      let claim = Claim(field, NFC.normalized(PageTitle.clean(value)), .metadata)
      if !claim.value.isEmpty, !claims.contains(claim) { claims.append(claim) }
    }
    for value in [title].compactMap({ $0 }) + metadata.titles { add(.title, value) }
    for value in metadata.days { add(.published, value) }
    for value in metadata.outlets { add(.outlet, value) }
    for value in metadata.authors { add(.authors, value) }
    if let language = metadata.language {
      let code = language.lowercased().prefix { $0.isLetter }
      if (2...3).contains(code.count) { add(.language, String(code)) }
    }
    return claims
  }

  private static func authors(_ metadata: PageMetadata) -> [String] {
    var names: [String] = []
    for name in metadata.authors.map({ NFC.normalized(PageTitle.clean($0)) })
    where !name.isEmpty && !names.contains(name) { names.append(name) }
    return names
  }
}
