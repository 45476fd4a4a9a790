import Calendar
import Formats
import Records
import Reports
import Testing
import TimeSeries
import Trends

@Suite struct TrendOutputTests {
  let collection: Collection
  init() throws { collection = try Collection() }

  @Test(arguments: TrendFormat.allCases) func `each format is as recorded`(_ format: TrendFormat) throws {
    expectSnapshot(
      TrendOutput.render(try collection.trends(.sector), format: format), "trend.\(format.rawValue)")
  }

  @Test(arguments: [40, 60, 80, 132]) func `no line of a table is wider than asked`(_ width: Int) throws {
    for trends in [try collection.trends(.sector, .month), try collection.trends(.actor, .quarter)] {
      let text = TrendOutput.render(trends, format: .table, width: width)
      for line in text.split(separator: "\n") {
        #expect(TerminalText.width(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func `a table that leaves periods out says so`() throws {
    let text = TrendOutput.render(try collection.trends(.mechanism, .month), format: .table)
    #expect(text.contains("The columns show the latest 4 of 34 periods; bars and totals cover all."))
    #expect(text.contains("One bar is 3 months."))
  }

  @Test func `the coverage line stands over every table for people`() throws {
    for format in [TrendFormat.table, .json, .markdown] {
      let text = TrendOutput.render(try collection.trends(), format: format, width: 200)
      #expect(text.contains("Convenience collection: counts describe the file, not the world"))
    }
  }

  @Test func `the long form has one row a code and period, zeros and unplaced included`() throws {
    let text = TrendOutput.render(try collection.trends(.sector), format: .csv)
    let rows = text.split(separator: "\n")
    #expect(rows[0] == "series,by,code,label,period,count,expected,possible")
    #expect(rows.contains("counted,sector,space,Space,2019,0,0.000,0"))
    #expect(rows.contains("counted,sector,space,Space,not placed,0,,"))
    // Five lists of rows with four years and what is not placed: counted 4 codes, pledge 1, pressure 1.
    #expect(rows.count == 1 + (4 + 1 + 1) * 5)
  }

  @Test func `the object reads back and carries clock, day and statements`() throws {
    let text = TrendOutput.render(try collection.trends(), format: .json)
    let value = try JSONValue.parse(text)
    #expect(value["clock"]?.string == "occurred")
    #expect(value["as_of"]?.string == "2021-07-15")
    #expect(value["label"]?.string == "TLP:GREEN")
    #expect(value["series"]?.array?.count == 4)
    #expect(value["series"]?.array?[0]["total"]?["total"]?.integer == 3)
    #expect(value["sql"]?.array?.isEmpty == false)
  }

  @Test func `ASCII bars need no other characters`() throws {
    let text = TrendOutput.render(try collection.trends(.flow), format: .table, ascii: true)
    #expect(!text.contains("█") && text.contains("@"))
  }

  @Test func `control and direction characters in names do not act on a terminal`() throws {
    let text = TrendOutput.render(try collection.trends(.actor), format: .table)
    #expect(text.contains("\\u{202E}evil"))
  }
}
