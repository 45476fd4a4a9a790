import Documents
import SQLite
import TestSupport
import Testing

@Suite("Search")
struct SearchTests {
  let bench: Bench
  let ids: [Int]

  init() throws {
    let bench = try Bench()
    self.bench = bench
    ids = try [
      "# Station\n\nRoscosmos signed an agreement on laboratories. The parties launched it.",
      "# Лаборатория\n\nРФ и КНР подписали соглашение об академиях наук. Открыта лаборатория.",
      "# 协定\n\n中俄两国签署人工智能协定。华为参加。",
    ].map { try bench.insert($0).id }
  }

  func hits(_ text: String) throws -> [Int] {
    try SearchIndex.query(SearchQuery(text, in: bench.db), in: bench.db).map {
      ids.firstIndex(of: $0.record)!
    }
  }

  @Test(
    "Inflected forms, short words and Chinese words of any length are found",
    arguments: [
      ("laboratory", [0]), ("agreements launch", [0]), ("РФ", [1]), ("академия", [1]), ("лабораторией", [1]),
      ("中俄", [2]), ("华为", [2]),
      ("人工智能", [2]), ("俄", [2]), ("labor*", [0]), ("\"agreement on laboratories\"", [0]),
      ("\"laboratories on agreement\"", []),
      ("签署 协定", [2]), ("unknownword", []), ("STATION", [0]), ("\"соглашения об академии\"", [1]),
      ("\"академия соглашений\"", []), ("中国智能", []), ("国签署", [2]), ("定", [2]), ("加。", [2]), ("signing", [0]),
    ])
  func finds(query: String, expected: [Int]) throws {
    #expect(try hits(query) == expected)
  }

  @Test(
    "Traditional and simplified characters find each other, and full-width letters plain ones",
    arguments: [
      ("華為", "华为签署协议。"), ("华为", "華為簽署協議。"), ("俄羅斯", "俄罗斯参加"), ("簽署協議", "双方签署协议"),
      ("ＨＵＡＷＥＩ", "Huawei joined."), ("Huawei", "Ｈｕａｗｅｉ joined."), ("учёный", "ученый приехал"),
      ("ученый", "Учёный приехал"),
      ("cafe", "A cafe\u{301} opened."), ("Йошкар", "И\u{306}ошкар"),
    ])
  func variants(query: String, text: String) throws {
    let id = try bench.insert("# A title\n\n\(text)").id
    let found = try SearchIndex.query(SearchQuery(query, in: bench.db), in: bench.db).map(\.record)
    #expect(found.contains(id))
  }

  @Test(
    "Nothing that is typed is an error of syntax",
    arguments: [
      "AND", "a AND", "\"open", "(", "NEAR(", "title:x", "*", "^a", "a-b", "''", "-", "{x}", "\u{0}",
      "a\"b\"c",
    ])
  func syntax(query: String) throws {
    _ = try hits(query)
  }

  @Test("What cannot be looked for is said")
  func unusable() throws {
    let query = try SearchQuery("fund + \"…\" - station", in: bench.db)
    #expect(query.unusable == ["+", "…", "-"])
    #expect(query.missing == ["fund"])
    #expect(!query.isEmpty)
    let marks = try SearchQuery("!", in: bench.db)
    #expect(marks.isEmpty)
  }

  @Test("A record put in again is found once, a record taken out never")
  func replacing() throws {
    try SearchIndex.replace(
      kind: "observation", record: 7, title: "Fund", body: Array("old".utf8), in: bench.db)
    try SearchIndex.replace(
      kind: "observation", record: 7, title: "Fund", body: Array("new".utf8), in: bench.db)
    #expect(try SearchIndex.query(SearchQuery("fund", in: bench.db), in: bench.db).map(\.record) == [7])
    #expect(try SearchIndex.query(SearchQuery("old", in: bench.db), in: bench.db).isEmpty)
    try SearchIndex.remove(kind: "observation", record: 7, in: bench.db)
    #expect(try SearchIndex.query(SearchQuery("fund", in: bench.db), in: bench.db).isEmpty)
  }

  @Test("A bare client finds the word as it is written, and a Chinese one by its characters")
  func bare() throws {
    #expect(try bench.db.value("SELECT count(*) FROM search WHERE search MATCH 'laboratories'") == 1)
    #expect(try bench.db.value("SELECT count(*) FROM search WHERE search MATCH '\"华 为\"'") == 1)
    #expect(try bench.db.value("SELECT count(*) FROM search WHERE search MATCH '\"定 华\"'") == 0)
  }

  @Test("A snippet is the sentence around the first word, from the original text")
  func snippet() throws {
    let stored = try #require(try StoredText(ids[0], in: bench.db))
    let snippet = try #require(
      Snippet(of: try SearchQuery("launching", in: bench.db), in: stored.bytes, passages: stored.passages))
    #expect(snippet.text == "The parties launched it.")
    #expect(stored.text(snippet.match) == "launched")
    let plain = try #require(Snippet(of: try SearchQuery("中俄", in: bench.db), in: "第一行\n中俄两国签署协定"))
    #expect(plain.text == "中俄两国签署协定" && plain.match == 10..<16)
    let nowhere = try SearchQuery("nothing", in: bench.db)
    #expect(Snippet(of: nowhere, in: "else") == nil)
  }
}
