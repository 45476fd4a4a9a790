internal import CXML

/// Takes what libxml2 reports, one call at a time, and makes a ``Page`` of it.
final class PageBuilder {
  private struct Open {
    var name: UInt64
    var tag: Tag
    /// The block element it is or stands in.
    var node: Int
  }

  private(set) var page = Page()
  private var open: [Open] = []
  /// How many of the open elements are links, are not shown, or keep their line ends.
  private var links = 0
  private var hidden = 0
  private var preformatted = 0
  /// Which open element hides what is in it.
  private var hiding: [Bool] = []
  /// What the text goes to while it is no text of the page.
  private var aside: [UInt8]?

  // The run of text that is being collected.
  private var start = 0
  private var linked = 0
  private var runLinks = 0
  private var isBlank = true
  private var breaks = 0
  private var continuesRow = false

  init() { page.nodes.append(Page.Node(tag: .body, parent: 0)) }

  private var node: Int { open.last?.node ?? 0 }

  func begin(_ name: UnsafePointer<CChar>, _ attributes: Attributes) {
    let tag = Tag(name)
    switch tag {
    case .breakLine: return lineBreak()
    case .meta: return page.metadata.readMeta(attributes)
    case .linkTo: return page.metadata.readLink(attributes)
    case .html: page.metadata.language = attributes["lang"] ?? attributes["xml:lang"]
    case .time: page.metadata.readTime(attributes)
    case .title, .script: aside = []
    default: page.metadata.readItem(attributes)
    }
    let marking = Marking(attributes)
    let isHiding = tag == .dropped || tag == .script || tag == .title || marking.isHidden && tag != .body
    var owner = node
    if tag.isBlock {
      endRun()
      continuesRow = tag == .cell && page.blocks.last.map { row($0.owner) == node && isRow(node) } ?? false
      owner = page.nodes.count
      page.nodes.append(
        Page.Node(
          tag: tag, parent: node,
          isAside: tag == .aside || tag != .body && marking.isAside && isByRole(attributes),
          isNamedAside: marking.isAside && tag != .body && tag != .html, isBody: marking.isBody))
    }
    if tag == .script {
      page.metadata.isLinkedData = attributes["type"]?.lowercased().contains("ld+json") ?? false
    }
    open.append(Open(name: Tag.packed(name), tag: tag, node: owner))
    hiding.append(isHiding || !tag.isBlock && marking.isAside)
    if hiding.last! { hidden += 1 }
    if tag == .link { links += 1; runLinks += 1 }
    if tag == .preformatted { preformatted += 1 }
  }

  private func isByRole(_ attributes: Attributes) -> Bool { attributes.has("role") }

  private func isRow(_ node: Int) -> Bool { page.nodes[node].tag == .row }

  /// The row that a cell, or something in it, belongs to.
  private func row(_ node: Int) -> Int? {
    var at = node
    for _ in 0..<4 {
      if page.nodes[at].tag == .cell { return page.nodes[at].parent }
      at = page.nodes[at].parent
    }
    return nil
  }

  func end(_ name: UnsafePointer<CChar>) {
    let packed = Tag.packed(name)
    guard open.last?.name == packed || open.contains(where: { $0.name == packed }) else { return }
    while let element = open.last {
      close(element)
      if element.name == packed { return }
    }
  }

  private func close(_ element: Open) {
    if element.tag.isBlock { endRun() }
    switch element.tag {
    case .link: links -= 1
    case .preformatted: preformatted -= 1
    case .title, .script:
      page.metadata.readAside(aside ?? [], element.tag)
      aside = nil
    default: break
    }
    open.removeLast()
    if hiding.removeLast() { hidden -= 1 }
  }

  /// One ends a line, two a paragraph.
  private func lineBreak() {
    breaks += 1
    if breaks >= 2 { endRun() } else if !isBlank || page.text.count > start { mark(0x0A) }
  }

  private func mark(_ byte: UInt8) {
    if page.text.count > start, page.text.last == 0x20 { page.text.removeLast() }
    if page.text.count > start { page.text.append(byte) }
    isBlank = true
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if aside != nil { aside?.append(contentsOf: bytes) }
    guard hidden == 0 else { return }
    let before = page.text.count
    var at = 0
    while at < bytes.count {
      let end = Self.endOfWord(bytes, at)
      if end > at {
        page.text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<end]))
        isBlank = false
        breaks = 0
        at = end
      } else {
        let skipped = Self.blank(bytes, at)
        if skipped.isBlank { blank(bytes[at]) }
        at += skipped.length
      }
    }
    if links > 0 { linked += page.text.count - before }
  }

  /// The next blank, or character that is not seen.
  private static func endOfWord(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var at = start
    while at < bytes.count {
      let byte = bytes[at]
      let isSpecial = byte <= 0x20 || byte == 0xC2 || byte == 0xE2 || byte == 0xE3 || byte == 0xEF
      if isSpecial, blank(bytes, at).length > 0 { return at }
      at += 1
    }
    return at
  }

  private func blank(_ byte: UInt8) {
    if preformatted > 0, byte == 0x0A { return mark(0x0A) }
    if !isBlank {
      page.text.append(0x20)
      isBlank = true
    }
  }

  /// The length of a blank or of a character that is not seen, 0 for any other.
  private static func blank(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> (length: Int, isBlank: Bool) {
    switch bytes[at] {
    case 0x20, 0x09, 0x0A, 0x0C, 0x0D: return (1, true)
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xA0: return (2, true)
    // The blank of Chinese, as wide as a character.
    case 0xE3 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80: return (3, true)
    // Soft hyphen, zero-width space, byte-order mark.
    case 0xC2 where at + 1 < bytes.count && bytes[at + 1] == 0xAD: return (2, false)
    case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x8B: return (3, false)
    case 0xEF where at + 2 < bytes.count && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF: return (3, false)
    default: return (0, false)
    }
  }

  private func endRun() {
    while page.text.count > start, [0x20, 0x0A].contains(page.text.last) { page.text.removeLast() }
    if page.text.count > start {
      page.blocks.append(
        Page.Block(
          owner: node, span: start..<page.text.count, linked: linked, links: runLinks,
          isHeading: page.nodes[node].tag == .heading, continuesRow: continuesRow))
      continuesRow = false
    }
    start = page.text.count
    (linked, runLinks, breaks, isBlank) = (0, links > 0 ? 1 : 0, 0, true)
  }

  func comment(_ text: UnsafePointer<CChar>) { page.metadata.readComment(text) }

  func finish() -> Page {
    while let element = open.last { close(element) }
    endRun()
    return page
  }
}

extension PageBuilder {
  /// Deeper pages are made by machines that forgot to close. libxml2 looks through all that is open at each stray end
  /// tag, so that depth is time.
  private static let depth: Int32 = 256

  /// Reads UTF-8.
  static func page(of bytes: [UInt8]) throws(OpenRefusal) -> Page {
    guard !CrowdedTag.isIn(bytes) else { throw .crowded }
    let builder = PageBuilder()
    let events = cxml_events(
      user: Unmanaged.passUnretained(builder).toOpaque(),
      start: { user, name, attributes in
        if let name { PageBuilder.of(user).begin(name, Attributes(pairs: attributes)) }
      },
      end: { user, name in if let name { PageBuilder.of(user).end(name) } },
      text: { user, bytes, length in
        guard let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
          PageBuilder.of(user).add(UnsafeBufferPointer(start: $0, count: length))
        }
      },
      comment: { user, text in if let text { PageBuilder.of(user).comment(text) } })
    let result = withExtendedLifetime(builder) {
      bytes.withUnsafeBytes {
        cxml_html($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, depth, events)
      }
    }
    switch result {
    case CXML_READ: return builder.finish()
    case CXML_MISSING: throw .noXML
    case CXML_DEEP:
      throw OpenRefusal(
        "its elements stand more than \(depth) deep inside each other", hint: OpenRefusal.copyTheText)
    default: throw OpenRefusal("it is no page", hint: "Save the page again and look into the file.")
    }
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> PageBuilder {
    Unmanaged<PageBuilder>.fromOpaque(user!).takeUnretainedValue()
  }
}

extension OpenRefusal {
  fileprivate static let copyTheText = "Open it in a browser, copy the text, and save that as plain text."
  fileprivate static let crowded = OpenRefusal("one of its tags has over 1,000 attributes", hint: copyTheText)
  static let noXML = OpenRefusal(
    "libxml2 is not installed, which reads pages and .docx", hint: "Install it: apt-get install libxml2.")
}
