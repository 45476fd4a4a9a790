import Records
import Reports
import Testing

/// The report as a page: safe, alone, and readable by everyone.
@Suite struct HTMLTests {
  let page: String
  init() throws { page = try Collection().report().render(.html) }

  @Test func `the character set stands first, and the policy forbids to fetch`() {
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">"))
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'"))
  }

  @Test func `nothing in it is fetched or run`() {
    for forbidden in [
      "<script", "<img", "<link", "<iframe", "@import", "url(", "src=\"http", "onload", "onclick",
    ] {
      #expect(!page.contains(forbidden), "\(forbidden)")
    }
  }

  @Test func `markup in texts is shown, not obeyed`() {
    #expect(page.contains("A *bold* &lt;script&gt;alert(1)&lt;/script&gt; title"))
    #expect(page.contains("Academic &lt;&amp;&gt;"))
  }

  @Test func `only addresses of the web are links, and they give no referrer`() {
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("href=\"https://example.org/a?b=1&amp;c=&quot;2&quot;\" rel=\"noreferrer\""))
    #expect(page.components(of: "<a ") == page.components(of: "rel=\"noreferrer\""))
  }

  @Test func `every chart is a picture with a title, a description and a table`() {
    let charts = page.components(of: "<svg ")
    #expect(charts > 0)
    #expect(page.components(of: "<svg role=\"img\" aria-labelledby=") == charts)
    #expect(page.components(of: "<title id=") == charts)
    #expect(page.components(of: "<desc id=") == charts)
    #expect(page.components(of: "<table>") == page.components(of: "<caption"))
  }

  @Test func `headings go down one level at a time`() {
    var level = 0
    for piece in page.split(separator: "<h").dropFirst() {
      guard let next = piece.first?.wholeNumberValue else { continue }
      #expect(next <= level + 1)
      level = next
    }
    #expect(page.components(of: "<h1>") == 1)
  }

  @Test func `no name is given twice`() {
    let names = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(names).count == names.count)
  }

  @Test func `every opened element is closed`() {
    for tag in [
      "section", "table", "div", "figure", "svg", "ul", "ol", "li", "dl", "p", "h2", "h3", "bdi", "pre",
    ] {
      let opened = page.components(of: "<\(tag)>") + page.components(of: "<\(tag) ")
      #expect(opened == page.components(of: "</\(tag)>"), "\(tag)")
    }
  }
}

extension String {
  /// How often `part` occurs.
  func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      count += 1
      rest = rest[found.upperBound...]
    }
    return count
  }
}
