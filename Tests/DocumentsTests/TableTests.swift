import Calendar
import Documents
import Formats
import Records
import SQLite
import TestSupport
import Testing

@Suite("Documents in the file")
struct TableTests {
  let bench: Bench
  init() throws { bench = try Bench() }

  let text = "# Title\n\nJune 5, 2019 **Ann** *Outlet*\n\nChina and Russia signed it. It is done."

  @Test("A text is kept byte by byte, and its spans read back")
  func insert() throws {
    let (id, outcome) = try bench.insert(text, path: "a/b.txt")
    #expect(outcome == .loaded)
    let stored = try #require(try StoredText(id, in: bench.db))
    #expect(stored.bytes == Array(text.utf8))
    #expect(
      stored.passages.filter { $0.kind == .sentence }.map { stored.text($0.span) } == [
        "China and Russia signed it.", "It is done.",
      ])
    #expect(stored.publishedSpan.map(stored.text) == "June 5, 2019")
    #expect(try bench.insert(text, path: "other.txt") == (id, .skipped))
    #expect(try DocumentTable.resolve("a/b.txt", in: bench.db) == id)
  }

  @Test("A text that was entered just now is the one that stands in the file")
  func enteredNow() throws {
    var document = try read(text, path: "a/b.txt", url: "https://www.example.org/a")
    // A title may stand behind the first sentences, and two claims may say the same from one place.
    let title = try #require(document.passages.firstIndex { $0.kind == .title })
    let last = try #require(document.passages.last)
    document.passages[title].span = last.span
    let day = try #require(document.claims.first { $0.field == .published })
    document.claims.insert(Claim(.published, day.value, day.origin), at: 0)
    let entered = document
    let (id, _) = try bench.write { try DocumentTable.insert(entered, $0) }
    let (now, stored) = (StoredText(entered, id: id), try #require(try StoredText(id, in: bench.db)))
    #expect(now.passages == stored.passages)
    #expect(now.publishedSpan == stored.publishedSpan && stored.publishedSpan == nil)
    #expect(now.uid == stored.uid && now.title == stored.title && now.language == stored.language)
    #expect(now.published == stored.published && now.url == stored.url && now.path == stored.path)
  }

  @Test("A withdrawn text is not revived by receiving it again")
  func withdrawn() throws {
    let (id, _) = try bench.insert(text)
    try bench.write { try $0.connection.execute("UPDATE document SET withdrawn = 1 WHERE id = \(id)") }
    #expect(try bench.insert(text).outcome == .skipped)
    #expect(try StoredText(id, in: bench.db) == nil)
  }

  private func cite(_ url: String?, title: String?, published: String? = nil) throws -> Int {
    let date = try published.map { try EDTF($0) }
    return try bench.write {
      try DocumentTable.reference(
        url: url, title: title, outlet: "Outlet", published: date, language: "en", $0)
    }
  }

  @Test("An address is known once; what a citation says otherwise becomes a claim")
  func reference() throws {
    let url = "https://www.example.org/a"
    let id = try cite(url, title: "First", published: "2019-06-05")
    #expect(try cite(url, title: "Second", published: "2019-06-06") == id)
    #expect(try cite(url, title: "Second", published: "2019-06-06") == id)
    #expect(try bench.db.value("SELECT title FROM document WHERE id = \(id)") == "First")
    let claims = try bench.db.rows("SELECT value FROM document_claim ORDER BY id") {
      try $0.get(0, as: String.self)
    }
    #expect(claims == ["Second", "2019-06-06"])
    #expect(try cite(nil, title: "Only cited") != id)
    #expect(try cite(nil, title: "Only cited") == cite(nil, title: "Only cited"))
  }

  @Test("Addresses that differ only in what tells no pages apart are one")
  func sameAddress() throws {
    let id = try cite("https://www.example.org/a?id=7&utm_source=x#top", title: "First")
    #expect(try cite("HTTPS://www.Example.org:443/a?id=7", title: "First") == id)
    #expect(try cite("https://www.example.org/a?id=8", title: "First") != id)
    #expect(
      try bench.db.value("SELECT url_key FROM document WHERE id = \(id)") == "https://www.example.org/a?id=7")
    #expect(
      try bench.db.value("SELECT uid FROM document WHERE id = \(id)")
        == Identity.loaded("address", "https://www.example.org/a?id=7"))
    let (same, outcome) = try bench.insert(text, path: "a.md", url: "https://www.example.org/a?id=7&fbclid=1")
    #expect(same == id && outcome == .updated)
    #expect(try bench.db.value("SELECT media FROM document WHERE id = \(id)") == "text/markdown")
  }

  private func cite(uid: String, url: String? = nil) throws -> Int {
    try bench.write {
      try DocumentTable.reference(
        uid: uid, url: url, title: "T", outlet: nil, published: nil, language: nil, $0)
    }
  }

  @Test("A text known by its uid elsewhere is entered with that uid, and completed when the text comes")
  func knownElsewhere() throws {
    let uid = Identity.loaded("document", try read(text).sha256)
    let id = try cite(uid: uid)
    #expect(try cite(uid: uid) == id)
    let (same, outcome) = try bench.insert(text, path: "a.txt", url: "https://example.org/a")
    #expect(same == id && outcome == .updated)
    let held = try bench.db.first("SELECT uid, url, url_key, host, media FROM document", \.values)
    #expect(
      held
        == [uid, "https://example.org/a", "https://example.org/a", "example.org", "text/plain"].map(\.value))
    #expect(try cite(uid: uid, url: "https://example.org/a") == id)
  }

  @Test("A uid finds the text it names, not another one that stood at the same address")
  func otherText() throws {
    let url = "https://example.org/a"
    let (id, _) = try bench.insert(text, url: url)
    let other = Identity.loaded("document", try read("Another text.").sha256)
    let second = try cite(uid: other, url: url)
    #expect(second != id)
    #expect(try bench.insert("Another text.", url: url) == (second, .updated))
    #expect(try cite(uid: Identity.loaded("address", url), url: url) == id)
  }

  @Test("A reference by uid that was taken back is not revived by its text")
  func withdrawnReference() throws {
    let id = try cite(uid: Identity.loaded("document", try read(text).sha256))
    try bench.write { try $0.connection.execute("UPDATE document SET withdrawn = 1 WHERE id = \(id)") }
    #expect(try bench.insert(text) == (id, .skipped))
  }

  @Test("A text completes the document that was known by its address")
  func completion() throws {
    let url = "https://www.example.org/a"
    let id = try cite(url, title: nil)
    let (same, outcome) = try bench.insert(text, url: url)
    #expect(same == id && outcome == .updated)
    #expect(try bench.db.value("SELECT title FROM document WHERE id = \(id)") == "Title")
    #expect(try bench.db.value("SELECT count(*) FROM document_history") == 1)
    #expect(try StoredText(id, in: bench.db) != nil)
  }

  @Test("An export counts bytes and lists authors; references come on demand, and nothing above the label")
  func export() throws {
    _ = try bench.insert(text, path: "b.txt")
    _ = try cite("https://example.org/x", title: "X")
    let rows = try DocumentTable.export(in: bench.db)
    #expect(rows.count == 1)
    #expect(
      rows[0].object?.prefix(10).map(\.key) == [
        "path", "title", "published", "outlet", "authors", "language", "sha256", "bytes", "uid", "id",
      ])
    #expect(rows[0]["bytes"] == .integer(Int64(text.utf8.count)))
    #expect(rows[0]["authors"] == .array([.string("Ann")]))
    #expect(try DocumentTable.export(references: true, in: bench.db).count == 2)
    #expect(try DocumentTable.export(references: true, upTo: .clear, in: bench.db).isEmpty)
  }

  @Test("An outlet entered in passing is completed; a second host adds to it")
  func outlets() throws {
    let id = try bench.write { try OutletTable.ensure(name: "TASS", $0) }
    let rows = ["tass.com", "tass.ru"].map {
      ["outlet": "TASS", "host": $0, "country": "RU", "language": "en", "affiliation": "ru-state"]
    }
    let outcomes = try bench.write { context in
      var loader = OutletLoader()
      return try (rows + rows).map { try loader.load(TableRow(line: 1, cells: $0), context) }
    }
    #expect(outcomes == [.updated, .loaded, .skipped, .skipped])
    #expect(try OutletTable.find(host: "www.tass.ru", in: bench.db) == id)
    let hostless = try bench.write { context in
      var loader = OutletLoader()
      return try loader.load(TableRow(line: 1, cells: ["outlet": "Wire", "host": ""]), context)
    }
    #expect(hostless == .loaded)
    let document = try bench.insert(
      String(text.replacing(" *Outlet*", with: "")), url: "https://tass.com/science/1"
    ).id
    #expect(try bench.db.value("SELECT outlet FROM document WHERE id = \(document)") == id)
  }

  @Test("An outlet is known by its other names, in any letters")
  func outletNames() throws {
    let row = ["outlet": "Wire", "host": "wire.example", "names": "Провод;电线社"]
    let outcomes = try bench.write { context in
      var loader = OutletLoader()
      return try [row, row].map { try loader.load(TableRow(line: 1, cells: $0), context) }
    }
    #expect(outcomes == [.loaded, .skipped])
    let id = try bench.write { try OutletTable.ensure(name: "Wire", $0) }
    for name in ["ПРОВОД", "Провод", "电线社"] {
      let found = try bench.write { try OutletTable.ensure(name: name, $0) }
      #expect(found == id)
    }
    #expect(try bench.db.value("SELECT count(*) FROM outlet", as: Int.self) == 1)
    let export = try bench.db.value("SELECT names FROM outlet_export", as: String.self)
    #expect(export == "провод;电线社")
  }

  @Test("Passages remade are the passages made")
  func remake() throws {
    let (id, _) = try bench.insert(text)
    let before = try PassageTable.passages(of: id, in: bench.db)
    try PassageTable.remakeAll(in: bench.db)
    #expect(try PassageTable.passages(of: id, in: bench.db) == before)
  }
}
