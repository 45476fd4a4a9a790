import SQLite
import TestSupport
import Testing

@testable import Records

@Suite struct SchemaPageTests {
  let db: Connection
  let page: String
  var lines: [Substring] { page.split(separator: "\n", omittingEmptySubsequences: false) }

  init() throws {
    db = try TestFile.memory().connection
    page = try SchemaPage.markdown(db)
  }

  @Test func `the page begins by saying that it is generated, and how`() {
    #expect(lines[0].contains("Generated") && lines[0].contains("make docs"))
  }

  @Test func `the same schema gives the same page, also after a rebuild and in another file`() throws {
    #expect(try SchemaPage.markdown(db) == page)
    try db.run(script: Resources.derived.text)
    #expect(try SchemaPage.markdown(db) == page)
    #expect(try SchemaPage.markdown(TestFile.memory().connection) == page)
  }

  @Test func `every view and table has its place once, views first, histories in one paragraph`() throws {
    let views: [String] = try db.rows("SELECT name FROM sqlite_schema WHERE type = 'view'") { try $0.get(0) }
    let tables: [String] = try db.rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite%'"
    ) { try $0.get(0) }
    let headings = lines.filter { $0.hasPrefix("### ") }.map { String($0.dropFirst(4)) }
    let histories = tables.filter { $0.hasSuffix("_history") }
    #expect(headings.count == Set(headings).count)
    #expect(Set(headings) == Set(views).union(tables).subtracting(histories))
    #expect(Set(headings.prefix(views.count)) == Set(views))
    for history in histories { #expect(page.ranges(of: "`\(history)`").count == 1, "\(history)") }
    #expect(
      lines.filter { $0.hasPrefix("## ") } == [
        "## Views: ask these", "## Tables of truth", "## Derived tables", "## The log and the file itself",
        "## History",
      ])
  }

  /// The lines of one table or view.
  private func section(_ name: String) -> [Substring] {
    let start = lines.firstIndex(of: "### \(name)") ?? lines.endIndex
    return Array(lines[start...].dropFirst().prefix { !$0.hasPrefix("#") })
  }

  @Test func `a column has its type, its constraints in words and the comment beside it`() {
    let evidence = section("evidence")
    #expect(evidence.contains("Why we believe an observation, and what each text claims about it."))
    for line in [
      "| `uid` | TEXT | not null, unique, `length(uid) = 36` |  |",
      "| `observation` | INTEGER | not null, references `observation.id` |  |",
      "| `main` | INTEGER | not null, default 0, one of `0`, `1` | 1: the source given with the observation |",
      "| `stance` | TEXT | not null, one of `supports`, `partly`, `contradicts`, `disputes` |  |",
      "| `starts` | INTEGER |  | byte offset of the passage in the document's text |",
      "| `tlp` | TEXT | not null, references `label.code` |  |",
      "- `CHECK (starts < ends)`",
    ] { #expect(evidence.contains { $0 == line }, "\(line)") }
    #expect(
      section("document").contains(
        "- `CHECK (coalesce(sha256, url, title, outlet) IS NOT NULL)`: held, or known by its address, or at least citable"
      ))
  }

  @Test func `a column of a view says where it comes from and what it means there`() {
    let observations = section("observations")
    #expect(observations.contains { $0.hasPrefix("One row an observation, readable.") })
    #expect(
      observations.contains(
        "| `country` | TEXT | `observation.country` | ISO 3166, two letters; several joined by ; |"))
    #expect(observations.contains("| `id` |  |  |  |"))
  }

  @Test func `every column of every view and table has its line`() throws {
    let names: [String] = try db.rows("SELECT name FROM sqlite_schema WHERE type = 'view' OR name = 'actor'")
    { try $0.get(0) }
    for name in names {
      let found = section(name).filter { $0.hasPrefix("| `") }.map { $0.split(separator: "`")[1] }
      #expect(
        try found.map(String.init) == db.columnNames(of: "SELECT * FROM \(identifier: name)"), "\(name)")
    }
  }

  @Test func `an example in a comment keeps its shape`() {
    let strata = section("strata")
    #expect(
      strata.contains("```text")
        && strata.contains { $0.hasPrefix("  SELECT code, year, count(*) FROM strata") })
    #expect(lines.filter { $0.hasPrefix("```") }.count % 2 == 0)
  }

  @Test func `an object of an analyst's own is listed after ours`() throws {
    try db.run(script: "CREATE TABLE a_mine (v TEXT, w \"odd|type\")")
    let page = try SchemaPage.markdown(db)
    #expect(page.contains("### a_mine\n\n| column | type |"))
    #expect(page.contains("| `w` | odd\\|type |  |  |"))
  }
}
