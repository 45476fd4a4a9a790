import Documents
import Records
import SQLite
import TestSupport
import Testing

extension Bench {
  /// Enters a text and looks for its copies, as ingest does.
  @discardableResult
  func take(_ text: String, url: String? = nil) throws -> (id: Int, search: Copies.Search) {
    let document = try read(text, url: url)
    return try write { context in
      let id = try DocumentTable.insert(document, context).id
      return (id, try Copies.find(of: id, document.bytes, context))
    }
  }

  /// The groups of more than one, as sets of numbers.
  func groups() throws -> Set<Set<Int>> {
    var groups: [Int: Set<Int>] = [:]
    try db.forEach("SELECT document, origin FROM origins WHERE copies > 0") {
      groups[try $0.get(1), default: []].insert(try $0.get(0))
    }
    return Set(groups.values)
  }

  func origin(of id: Int) throws -> Int? { try db.value("SELECT origin FROM origins WHERE document = \(id)") }
  func part(_ id: Int) throws { try write { _ = try Copies.part(id, why: "another event", $0) } }
}

private let seed = UInt64.random(in: 0...UInt64.max)

@Suite struct `Copies of texts` {
  let bench: Bench
  init() throws { bench = try Bench() }

  @Test(.seed(seed), arguments: Story.all, Alteration.allCases)
  func `are recognised however they were altered, whichever comes first`(
    _ story: Story, _ alteration: Alteration
  )
    throws
  {
    for round in 0..<(alteration == .edited ? 4 : 1) {
      let altered = alteration.apply(to: story, seed: seed &+ UInt64(round))
      for texts in [[story.text, altered], [altered, story.text]] {
        let bench = try Bench()
        let ids = try texts.map { try bench.take($0).id }
        #expect(try bench.groups() == [Set(ids)], "\(altered)")
      }
    }
  }

  @Test(.seed(seed), arguments: Story.all)
  func `are recognised when several things were altered at once`(_ story: Story) throws {
    var random = SplitMix64(seed: seed)
    let first = try bench.take(story.text).id
    let page =
      "\(story.banner)\n\n\(story.newTitle)\n\n\(story.newDateline) \(story.body)\n\n\(story.footer)\n"
    let edited = "\(story.newTitle)\n\n\(story.newDateline) \(story.edited(using: &random))\n"
    let ids = try [page, edited].map { try bench.take($0).id }
    #expect(try bench.groups() == [Set([first] + ids)])
  }

  @Test func `are not other tellings of the event, in none of the languages`() throws {
    for story in Story.all {
      try bench.take(story.text)
      try bench.take("\(story.otherTelling)\n")
      // A shared frame does not make them one.
      try bench.take("\(story.banner)\n\n\(story.otherTelling)\n\n\(story.footer)\n")
    }
    #expect(try bench.groups().count == 3)
    #expect(try bench.groups() == [[2, 3], [5, 6], [8, 9]])
  }

  @Test func `are neither notices of other years nor posts with the same labels`() throws {
    for (one, other) in LookAlikes.yearly + LookAlikes.posts {
      try bench.take(one)
      try bench.take(other)
    }
    #expect(try bench.groups() == [])
  }

  @Test(arguments: Story.all)
  func `are not different articles in one frame`(_ story: Story) throws {
    let articles = [story.body, story.otherTelling]
    for article in articles { try bench.take("\(story.banner)\n\n\(article)\n\n\(story.footer)\n") }
    #expect(try bench.groups() == [])
  }

  @Test func `a digest is no copy of what stands in its middle`() throws {
    let digest = LookAlikes.yearly[0].0 + "\n\n" + Story.english.body + "\n\n" + LookAlikes.posts[0].0
    try bench.take(digest + "\n\n" + Story.english.otherTelling)
    try bench.take(LookAlikes.posts[0].1)
    try bench.take("\(Story.english.otherTelling)\n")
    #expect(try bench.groups() == [])
  }

  @Test func `the earlier published is the original, else the earlier received`() throws {
    let story = Story.english
    let late = try bench.take("\(story.title)\n\nMarch 15, 2019\n\n\(story.body)").id
    let undated = try bench.take("\(story.newTitle)\n\n\(story.body)").id
    let early = try bench.take("\(story.newTitle)\n\nMarch 12, 2019\n\n\(story.body)").id
    #expect(try [late, undated, early].map { try bench.origin(of: $0) } == [early, early, early])
    let row = try bench.db.first("SELECT document, origin, score FROM copies WHERE document = 'd1'", \.values)
    #expect(row?.prefix(2) == [.text("d1"), .text("d3")])
    let why = try #require(
      try bench.db.value("SELECT why FROM copies WHERE document = 'd2'", as: String.self))
    #expect(why.contains(" % of the wording of d") && why.contains(" stands in d"))
  }

  @Test func `two states of one page are one, and tracking parameters make no other page`() throws {
    let story = Story.english
    let url = "https://example.org/story?id=4"
    try bench.take(story.text, url: url)
    let grown = "\(story.title)\n\n\(story.paragraphs[0])\n\n\(story.otherTelling)\n"
    try bench.take(grown, url: "\(url)&utm_source=mail")
    #expect(try bench.groups() == [[1, 2]])
    #expect(
      try bench.db.value("SELECT why FROM copies", as: String.self)?.hasSuffix("and they have one address")
        == true)
    // At another address the same two texts are two.
    let other = try Bench()
    try other.take(story.text)
    try other.take(grown)
    #expect(try other.groups() == [])
  }

  @Test func `texts of a few words are never joined`() throws {
    for text in ["", "# One\n", "China and Russia signed it.\n", "China and Russia signed it today.\n"] {
      try bench.take(text.isEmpty ? " x " : text)
    }
    #expect(try bench.groups() == [])
  }
}
