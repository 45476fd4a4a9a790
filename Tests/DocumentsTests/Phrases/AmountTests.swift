import Documents
import Testing

@Suite("Sums of money")
struct AmountTests {
  func sums(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Amounts.all(in: Lexemes(text)).map { found in
      let kind = found.kind.map { " \($0.rawValue)" } ?? ""
      let qualifier = found.qualifier.map { " (\(String(decoding: bytes[$0], as: UTF8.self)))" } ?? ""
      return "\(Int64(found.value)) \(found.currency)\(kind)\(qualifier)"
    }
  }

  @Test(
    "Currency, scale and number in three languages",
    arguments: [
      ("a fund of $1 bln", "1000000000 USD"), ("US$1 billion in all", "1000000000 USD"),
      ("a $200mn fund", "200000000 USD"), ("€20m in grants", "20000000 EUR"), ("RMB 5bn", "5000000000 CNY"),
      ("1 billion yuan", "1000000000 CNY"), ("half a billion dollars", "500000000 USD"),
      ("2.5 billion U.S. dollars", "2500000000 USD"), ("1,250,000 dollars", "1250000 USD"),
      ("two hundred million rubles", "200000000 RUB"), ("6 billion Chinese yuan", "6000000000 CNY"),
      ("a $5 million grant", "5000000 USD"), ("¥500 million", "500000000 CNY"),
      ("HK$3 million", "3000000 HKD"),
      ("1,5 млрд руб.", "1500000000 RUB"), ("2.5 миллиарда долларов США", "2500000000 USD"),
      ("полтора миллиарда юаней", "1500000000 CNY"), ("2 000 000 руб", "2000000 RUB"),
      ("10 млн. долларов", "10000000 USD"), ("полмиллиарда евро", "500000000 EUR"),
      ("10亿元", "1000000000 CNY"),
      ("10亿美元", "1000000000 USD"), ("人民币10亿元", "1000000000 CNY"), ("三千万卢布", "30000000 RUB"),
      ("1亿5000万元", "150000000 CNY"), ("5千万美元", "50000000 USD"),
    ])
  func values(text: String, expected: String) { #expect(sums(text) == [expected]) }

  @Test(
    "The words beside a sum say what it is",
    arguments: [
      ("up to $20 million", "20000000 USD upper-bound (up to)"),
      ("more than 5 billion dollars", "5000000000 USD lower-bound (more than)"),
      ("no more than $5 million", "5000000 USD upper-bound (no more than)"),
      ("about $5 million", "5000000 USD (about)"), ("over $5 million", "5000000 USD lower-bound (over)"),
      ("at least $5 million", "5000000 USD lower-bound (at least)"),
      ("$5 million a year", "5000000 USD per-year (a year)"),
      ("$5 million per year", "5000000 USD per-year (per year)"),
      ("an annual grant of $5 million", "5000000 USD per-year"),
      ("a valuation of $2 billion", "2000000000 USD valuation"),
      ("a contract worth $2 billion", "2000000000 USD"), ("$100-200 million", "200000000 USD upper-bound"),
      ("до 10 млн долларов", "10000000 USD upper-bound (до)"),
      ("свыше 1 млрд рублей", "1000000000 RUB lower-bound (свыше)"),
      ("более чем на 1 млрд рублей", "1000000000 RUB lower-bound (более чем на)"),
      ("около 1 млрд рублей", "1000000000 RUB (около)"),
      ("1 млрд рублей в год", "1000000000 RUB per-year (в год)"),
      ("超过10亿美元", "1000000000 USD lower-bound (超过)"), ("最多10亿美元", "1000000000 USD upper-bound (最多)"),
      ("约10亿美元", "1000000000 USD (约)"), ("每年10亿元", "1000000000 CNY per-year"),
    ])
  func kinds(text: String, expected: String) { #expect(sums(text) == [expected]) }

  @Test("Of two currencies for one sum the first is the sum")
  func pairs() throws {
    for text in ["680亿人民币(100亿美元)", "68 billion yuan ($10 billion)", "68 billion yuan (about $10 billion)"] {
      let found = Amounts.all(in: Lexemes(text))
      #expect(found.count == 1)
      #expect(found.first?.value == 68e9)
      #expect(found.first?.other?.value == 10e9)
      #expect(found.first?.other?.currency == "USD")
    }
  }

  @Test(
    "What is counted but is no money is no sum",
    arguments: [
      "6000 doses", "42 companies", "5G in 2019", "the 24th meeting", "5 million people", "30%", "100 km",
      "Su-35",
      "5m long", "1,1,1,1", "10万人", "600 МВт", "2 млн доз",
    ])
  func none(text: String) { #expect(sums(text).isEmpty) }
}
