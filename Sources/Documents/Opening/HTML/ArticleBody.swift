/// Which blocks of a page are its article: those around which long sentences stand close together.
///
/// After the idea of Readability: every paragraph gives points to the elements around it, links take them away,
/// and the element with most of them is the article. What is named or marked as something else is left out first.
struct ArticleBody {
  private let page: Page
  private var isDropped: [Bool]
  private var sums: [(text: Int, linked: Int, links: Int)]
  private(set) var chosen: [Int] = []

  init(_ page: Page) {
    self.page = page
    isDropped = Self.dropped(page, byName: true)
    sums = Self.sums(page, without: isDropped)
    let all = Self.sums(page, without: [Bool](repeating: false, count: page.nodes.count))
    // A page that names its very article like an aside has nothing left.
    if sums[0].text < max(200, all[0].text / 10) {
      isDropped = Self.dropped(page, byName: false)
      sums = Self.sums(page, without: isDropped)
    }
    choose()
  }

  private static func dropped(_ page: Page, byName: Bool) -> [Bool] {
    var dropped = [Bool](repeating: false, count: page.nodes.count)
    for (index, node) in page.nodes.enumerated().dropFirst() {
      dropped[index] =
        dropped[node.parent] || node.isAside || byName && node.isNamedAside && node.tag != .article
    }
    return dropped
  }

  /// Bytes of text, of linked text, and links, of each element with all that is in it. A parent stands before its
  /// children.
  private static func sums(_ page: Page, without dropped: [Bool]) -> [(text: Int, linked: Int, links: Int)] {
    var sums = [(text: Int, linked: Int, links: Int)](repeating: (0, 0, 0), count: page.nodes.count)
    for block in page.blocks where !dropped[block.owner] {
      sums[block.owner].text += block.span.count
      sums[block.owner].linked += block.linked
      sums[block.owner].links += block.links
    }
    for index in page.nodes.indices.dropFirst().reversed() {
      let parent = page.nodes[index].parent
      sums[parent].text += sums[index].text
      sums[parent].linked += sums[index].linked
      sums[parent].links += sums[index].links
    }
    return sums
  }

  private func density(_ node: Int) -> Double {
    sums[node].text == 0 ? 0 : Double(sums[node].linked) / Double(sums[node].text)
  }

  /// Commas and length, as of a sentence somebody wrote.
  private func points(_ block: Page.Block) -> Double {
    guard block.span.count >= 40, block.density < 0.5, !block.isHeading else { return 0 }
    var commas = 0
    for at in block.span {
      switch page.text[at] {
      case 0x2C: commas += 1
      // ，and 。
      case 0x8C where page.text[at - 1] == 0xBC, 0x82 where page.text[at - 1] == 0x80: commas += 1
      default: break
      }
    }
    return 1 + Double(commas) + min(Double(block.span.count) / 100, 3)
  }

  private mutating func choose() {
    var scores = [Double](repeating: 0, count: page.nodes.count)
    var held = [(points: Double, paragraphs: Int)](repeating: (0, 0), count: page.nodes.count)
    for block in page.blocks where !isDropped[block.owner] {
      let points = points(block)
      guard points > 0 else { continue }
      let holder = holder(of: block.owner)
      held[holder].points += points
      held[holder].paragraphs += 1
      give(points, from: holder, &scores)
    }
    for index in page.nodes.indices.dropFirst().reversed() {
      held[page.nodes[index].parent].points += held[index].points
      held[page.nodes[index].parent].paragraphs += held[index].paragraphs
    }
    for (index, node) in page.nodes.enumerated() {
      scores[index] *= (1 - density(index)) * (node.isBody || node.tag == .article ? 1.5 : 1)
    }
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    collect(widened(best, held))
    // A page of a few short lines has no article to find: it is one.
    if chosen.isEmpty { chosen = page.blocks.indices.filter { !isDropped[page.blocks[$0].owner] } }
  }

  /// Some pages wrap every paragraph in elements of its own: there an element further out holds the article.
  private func widened(_ best: Int, _ held: [(points: Double, paragraphs: Int)]) -> Int {
    var best = best
    var outer = best
    for _ in 0..<6 where held[best].paragraphs <= 2 {
      outer = page.nodes[outer].parent
      if held[outer].points >= held[best].points * 1.5 { best = outer }
      if outer == 0 { break }
    }
    return best
  }

  /// All to the element around the paragraph, less to each one further out.
  private func give(_ points: Double, from holder: Int, _ scores: inout [Double]) {
    var node = holder
    for level in 1...4 {
      scores[node] += points / Double(level)
      if node == 0 { return }
      node = page.nodes[node].parent
    }
  }

  /// The element that holds the paragraph; of text that stands in no paragraph the one it stands in.
  private func holder(of owner: Int) -> Int {
    switch page.nodes[owner].tag {
    case .paragraph, .item, .quote, .preformatted: page.nodes[owner].parent
    default: owner
    }
  }

  /// The blocks in the element, and full paragraphs in the elements beside it.
  private mutating func collect(_ best: Int) {
    var inside = [Bool](repeating: false, count: page.nodes.count)
    var beside = inside
    let around = page.nodes[best].tag == .body ? best : page.nodes[best].parent
    inside[best] = true
    beside[around] = true
    for (index, node) in page.nodes.enumerated().dropFirst() {
      if inside[node.parent] { inside[index] = true }
      if beside[node.parent] { beside[index] = true }
    }
    for (index, block) in page.blocks.enumerated() where !isDropped[block.owner] {
      if inside[block.owner] ? isText(block) : beside[block.owner] && isFull(block) { chosen.append(index) }
    }
    dropLonelyHeadings()
  }

  private func isFull(_ block: Page.Block) -> Bool {
    block.span.count >= 140 && block.density < 0.25 && page.nodes[block.owner].tag != .item
  }

  /// Leaves out lists of links, lines that are only a link to elsewhere, notices about cookies and rights.
  private func isText(_ block: Page.Block) -> Bool {
    if block.isHeading { return block.density < 0.9 || isTitle(block) }
    if block.links > 0, block.density > 0.6, block.span.count < 300 { return false }
    if let list = list(around: block.owner), sums[list].links >= 2, density(list) > 0.5 { return false }
    return !Notice.isNotice(page.text[block.span])
  }

  private func isTitle(_ block: Page.Block) -> Bool {
    page.metadata.titleTag.contains(String(decoding: page.text[block.span], as: UTF8.self))
  }

  private func list(around node: Int) -> Int? {
    var at = node
    for _ in 0..<4 {
      if page.nodes[at].tag == .list { return at }
      at = page.nodes[at].parent
    }
    return nil
  }

  /// Adds what stands between the title and the article: a lead, a line with day and source.
  mutating func addLead(behind title: String) {
    guard let first = chosen.first else { return }
    let before = max(0, first - 8)..<first
    guard let head = before.last(where: { PageTitle.isSame(page.text[page.blocks[$0].span], title) }) else {
      return
    }
    let lead = ((head + 1)..<first).filter { index in
      let block = page.blocks[index]
      return !isDropped[block.owner] && block.density < 0.3 && block.span.count >= 10 && isText(block)
    }
    chosen.insert(contentsOf: lead, at: 0)
  }

  /// A heading whose text was left out, as over a list of related articles.
  private mutating func dropLonelyHeadings() {
    var kept: [Int] = []
    for (place, index) in chosen.enumerated() {
      let isLast = place + 1 == chosen.count
      let isFollowed = !isLast && (chosen[place + 1] == index + 1 || page.blocks[index + 1].isHeading)
      if !page.blocks[index].isHeading || isFollowed || kept.isEmpty { kept.append(index) }
    }
    chosen = kept
  }
}
