import Calendar
import Formats
import Records
import Reports
import SQLite
import Testing
import TimeSeries
import Trends

@Suite struct ReportTests {
  let collection: Collection
  init() throws { collection = try Collection() }

  @Test(arguments: ReportFormat.allCases) func `each format is as recorded`(_ format: ReportFormat) throws {
    expectSnapshot(try collection.report().render(format), "report.\(format.rawValue)")
  }

  @Test(arguments: ReportFormat.allCases) func `the same state gives the same bytes`(_ format: ReportFormat)
    throws
  {
    #expect(try collection.report().render(format) == Collection().report().render(format))
  }

  @Test func `the label is the highest of all that went in, sources included`() throws {
    #expect(try collection.report().label == .amber)
    #expect(try Collection.report(upTo: .green).label == .green)
    #expect(try Collection.report(upTo: .clear).label == .clear)
  }

  @Test func `what has a higher label than asked for leaves no trace`() throws {
    let report = try Collection.report(upTo: .clear)
    #expect(report.state.observations == 5)
    #expect(!report.newest.contains { $0.title == "Words" })
    #expect(report.mechanisms.table.others.allSatisfy { $0.count == 0 })
    let green = try Collection.report(upTo: .green)
    #expect(green.newest.first?.title == "Words" && green.newest.first?.sources.isEmpty == true)
  }

  @Test func `the marking stands at head and foot`() throws {
    let report = try collection.report()
    let text = report.render(.text)
    #expect(text.hasPrefix("TLP:AMBER\n") && text.hasSuffix("\nTLP:AMBER\n"))
    let markdown = report.render(.markdown)
    #expect(markdown.hasPrefix("**TLP:AMBER**\n") && markdown.hasSuffix("\n**TLP:AMBER**\n"))
    #expect(report.render(.html).components(of: "<span>TLP:AMBER</span>") == 2)
  }

  @Test func `observations come newest first with their sources and grades`() throws {
    let newest = try collection.report().newest
    #expect(
      newest.map(\.occurred) == ["2021-02", "2021-01-02", "2020-06", "2020-05-06", "2018-04-01", "2018"])
    #expect(newest[0].sources[0].grade == "?2")
  }

  @Test func `text fits 80 columns but for addresses`() throws {
    for line in try collection.report(per: .month).render(.text).split(separator: "\n") {
      #expect(TerminalText.width(String(line)) <= 80 || line.contains("https://"), "\(line)")
    }
  }

  @Test func `each statement of the report runs`() throws {
    for figure in try collection.report().figures {
      try collection.connection.run(try collection.connection.prepareOne(figure.sql)) { _ in }
    }
  }

  @Test func `the object reads back and holds all parts`() throws {
    let value = try JSONValue.parse(try collection.report().render(.json))
    #expect(value["generated"]?.string == "2021-07-15T08:00:00Z")
    #expect(value["trends"]?.array?.compactMap { $0["by"]?.string } == ["mechanism", "sector"])
    #expect(value["newest"]?.array?.count == 6)
    #expect(value["data"]?["observations"]?.integer == 6)
    #expect(value["data"]?["last_change"]?.integer == 1)
  }

  @Test func `an empty file gives a report in every format`() throws {
    let empty = try EntenteFile(inMemoryAt: collection.desk.now)
    let settings = try ReportSettings(asOf: collection.desk.today)
    let report = try Report.read(settings, from: empty.connection, at: collection.desk)
    for format in ReportFormat.allCases {
      #expect(report.render(format).contains("no change on record") || format == .json)
    }
    #expect(report.label == .clear)
  }
}
