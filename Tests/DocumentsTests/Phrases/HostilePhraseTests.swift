import Calendar
import Documents
import Testing

@Suite("Dates and sums in hostile texts")
struct HostileTests {
  @Test(
    "A long run of anything ends in a result",
    arguments: [
      "1", "1,", "5 ", "год ", "$", "1.", "2019-", "с 5 по ", "the first ", "of the ", "十", "年", "前", "1月",
      "(", "Q1 ",
      "early ", "this ", "last week's ", "May ", "1/1/", "$1-", "half a ", "в ", "10亿", "и 2019 ",
      "June 5 to ", "до ",
      "\u{301}", "～", "，", "т", "twenty-",
    ])
  func runs(unit: String) {
    let bytes = Array(String(repeating: unit, count: 60_000).utf8)
    let lexemes = Lexemes(bytes, 0..<bytes.count)
    for found in Dates.all(in: lexemes, published: Day(year: 2019, month: 6, day: 11)) {
      #expect(found.span.upperBound <= bytes.count && !found.span.isEmpty)
    }
    for found in Amounts.all(in: lexemes) { #expect(found.value.isFinite && !found.span.isEmpty) }
  }

  @Test("Any cut of any bytes is read without a crash", arguments: 0..<200)
  func random(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(limit))
    }
    let words =
      (DomainPhrases.english + DomainPhrases.russian + DomainPhrases.chinese).map(\.0) + DomainPhrases.none
      + ["$", "млрд", "亿", "-", "99999999999999999999", "0", "32", "9999", "0000年", "\u{0}"]
    let text = (0..<60).map { _ in words[next(words.count)] }.joined(separator: [" ", "", ", "][next(3)])
    var bytes = Array(text.utf8)
    for _ in 0..<next(20) { bytes[next(bytes.count)] = UInt8(next(256)) }
    let from = next(bytes.count)
    let lexemes = Lexemes(bytes, from..<bytes.count)
    let today = Day(year: 1 + next(9000), month: 1 + next(12), day: 1 + next(28))
    for found in Dates.all(in: lexemes, published: today, lastYear: next(3000)) {
      #expect(bytes.indices.contains(found.span.lowerBound), "seed \(seed)")
    }
    _ = Amounts.all(in: lexemes)
  }
}
