import Formats
import Testing

@testable import Observations

private func date(_ text: String, _ order: CellStyle.Order? = nil, is1904: Bool = false) -> String? {
  try? SheetDate.read(SheetCell(text, column: 1), CellStyle(order: order, is1904: is1904))
}

private func sum(_ text: String, _ decimal: Character? = nil, times: Double? = nil) -> SheetNumber.Sum? {
  let column = ColumnMap(target: "amount", times: times, style: CellStyle(decimal: decimal))
  return try? SheetNumber.read(SheetCell(text, column: 1), column)
}

@Suite struct SheetCellTests {
  @Test(arguments: [
    ("05.06.2019", "2019-06-05"), ("5.6.19", "2019-06-05"), ("05.06.2019 г.", "2019-06-05"),
    ("2019/6/5", "2019-06-05"), ("2019.06.05", "2019-06-05"), ("2019-06-05 00:00:00", "2019-06-05"),
    ("2019-06-05T10:30", "2019-06-05"), ("05.06.2019 10:30", "2019-06-05"), ("31/12/2019", "2019-12-31"),
    ("12/31/2019", "2019-12-31"), ("06.2019", "2019-06"), ("6/2019", "2019-06"), ("2019", "2019"),
    ("2019-06", "2019-06"), ("43621", "2019-06-05"), ("43621.5", "2019-06-05"),
    ("5 июня 2019 г.", "2019-06-05"),
    ("июнь 2019", "2019-06"), ("5 June 2019", "2019-06-05"), ("June 5, 2019", "2019-06-05"),
    ("2019年6月5日", "2019-06-05"), ("2019年6月", "2019-06"), ("2019-06/2019-09", "2019-06/2019-09"),
    ("\u{A0}05.06.2019 ", "2019-06-05"), ("7/7/2019", "2019-07-07"), ("2019~", "2019~"),
  ])
  func `dates as people write them`(text: String, read: String) { #expect(date(text) == read) }

  @Test
  func `the order of day and month is asked for where figures do not tell, and kept to where it is said`() {
    #expect(date("05/06/2019") == nil)
    #expect(date("05/06/2019", .day) == "2019-06-05")
    #expect(date("05/06/2019", .month) == "2019-05-06")
    #expect(date("6/5/19", .month) == "2019-06-05")
    #expect(date("19/6/5", .year) == "2019-06-05")
    #expect(date("13/06/2019", .month) == nil)
    #expect(date("30.02.2019") == nil)
    #expect(date("42159", is1904: true) == "2019-06-05")
  }

  @Test(arguments: ["скоро", "in 2019 or 2020", "до 2025", "5/6", "32.01.2019", "1.2.3.4", "", "x"])
  func `what is no date is refused`(text: String) { #expect(date(text) == nil) }

  @Test(
    arguments: [
      ("1200000", "1200000", nil), ("1 200 000", "1200000", nil), ("1\u{A0}200\u{202F}000", "1200000", nil),
      ("1,2 млрд", "1200000000", nil), ("1,2 млрд руб.", "1200000000", "RUB"),
      ("$1.5bn", "1500000000", "USD"),
      ("US$ 5 million", "5000000", "USD"), ("12亿美元", "1200000000", "USD"), ("680亿元", "68000000000", "CNY"),
      ("3,5 тыс. долл. США", "3500", "USD"), ("1.234.567,89", "1234567.89", nil),
      ("1,234,567.89", "1234567.89", nil),
      ("€ 0,25", "0.25", "EUR"), ("12'500'000", "12500000", nil), ("0.125", "0.125", nil),
      ("15 000 000 ¥", "15000000", "CNY"),
      ("-5", "-5", nil), ("1e3", nil, nil), ("около 5 млн", nil, nil), ("10-20 млн", nil, nil),
      ("1,234", nil, nil),
      ("н/д", nil, nil), ("12,34,5", nil, nil), ("", nil, nil),
    ] as [(String, String?, String?)])
  func `sums as people write them`(text: String, read: String?, currency: String?) {
    #expect(sum(text)?.text == read)
    #expect(sum(text)?.currency == currency)
  }

  @Test func `a said decimal mark settles what a number does not tell`() {
    #expect(sum("1,234", ",")?.text == "1.234")
    #expect(sum("1,234", ".")?.text == "1234")
    #expect(sum("1.000,5", ",", times: 1_000_000)?.text == "1000500000")
  }
}
