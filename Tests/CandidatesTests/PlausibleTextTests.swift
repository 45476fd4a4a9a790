import Candidates
import Documents
import Testing

/// Texts put together from what stands in real ones, cut at random places: damaged bytes alone never come as far as
/// the readers of headers, bylines and dates.
@Suite("Plausible texts")
struct PlausibleTextTests {
  typealias Seeded = RobustnessTests.Seeded

  static let heads = [
    "Title: China, Russia sign memorandum", "Published: 07/11/2018", "Date: June 5, 2019 10:32 UTC+3",
    "Источник: ТАСС, 5 июня 2019", "2019年06月05日 10:32 来源：新华网", "发布时间：2019-06-05", "Source: ,5 June 2019",
    "By John Smith", "By Ivan Petrov, TASS", "By Ivan Petrov, — ", "By Li, 5 June 2019", "By ,", "Автор ,",
    "Корреспондент И. И. Иванов", "新华社记者 栾海 鲁金博", "（记者 栾海）", "文/张三", "作者：", "记者",
    "October 29, 2019 **Authors** *Outlet*", "**", "****", "TASS | 5 June 2019, 10:32", "The Kremlin, Moscow",
    "June 5", "31.02.2019", "99999999999999999999", "# China and Russia", "#", "=====", "---",
    "tags: [a, \"b\", ]",
    "China, Russia open fund - Xinhua | English.news.cn", "中俄签署协议_新华网", "| TASS", "_", "https://", ":",
    "Authors: <>", "Обновлено: вчера",
  ]
  static let leads = [
    "MOSCOW, June 5 (Xinhua) -- ", "МОСКВА, 5 июня. /ТАСС/. ", "新华社北京6月5日电（记者张三 李四）", "新华社莫斯科6月5日电 （记者",
    "人民网北京6月", "（新华社", "(Reuters)", "/Корр. ТАСС Иван Петров/. ", "ПЕКИН, 31 февраля. ", "MOSCOW, Jun ",
    "Moscow, Russia – 5 June 2019 – ", "【环球时报记者 ", "电（", "(By ", "HARBIN, June 15 (Xinhua by ",
  ]
  static let bodies = [
    "China and Russia signed a memorandum on artificial intelligence on June 5, 2019.",
    "Huawei and MTS agreed to develop 5G next year.", "He said: \"We signed. We did.\"",
    "\"It is done,\" Mr. Smith, Jr., of Tencent Inc. said.", "from June 13 to 14", "in 1998-2001",
    "over $1.5 bn",
    "68bn yuan ($10bn)", "10,00,000,000 dollars", "1.2.3.4", "1e400 dollars",
    "99999999999999999999999 billion yuan",
    "ст. 12", "[12]", "[...]", "Yahoo! Inc. said", "Россия и Китай подписали соглашение 5 июня 2019 года.",
    "РФПИ и «Хуавэй» договорились о сотрудничестве", "того же года", "во II квартале 2019 года",
    "до 500 млн долл.",
    "И. И. Иванов, д.т.н., проф. МГУ, заявил:", "«Мы подписали. Всё», — сказал он.", "т. е.",
    "• Второй пункт", "а) пятый",
    "中俄两国签署了科技合作谅解备忘录。", "华为与MTS于2019年6月5日签署5G协议。", "6月5日至7日", "去年8月", "二〇一九年六月五日", "十几亿",
    "680亿人民币(100亿美元)", "“我们签了。”他说。", "《协议》", "……", "万亿", "年", "月", "日", "华為與俄羅斯簽署協議",
  ]
  static let glue = [
    "\n", "\n\n", " ", "", "\r\n", "\u{A0}", ", ", " — ", "\u{3000}", "\u{2028}", ": ", "(", ")", "\"", "«",
    "*",
    "- ", "| ", "\u{AD}", "\u{301}", "Ａ", "🚀", "\u{202E}", "[", "…", "。",
  ]

  static func text(_ random: inout Seeded) -> String {
    var text = ""
    func add(_ pieces: [String], upTo count: Int, _ ends: [String]) {
      for _ in 0..<Int.random(in: 0...count, using: &random) {
        text += cut(pieces.randomElement(using: &random)!, &random)
        let ends = Int.random(in: 0..<4, using: &random) == 0 ? glue : ends
        text += ends.randomElement(using: &random)!
      }
    }
    add(heads, upTo: 6, ["\n", "\n\n"])
    add(leads, upTo: 1, [""])
    add(bodies + leads, upTo: 14, [" ", "\n\n"])
    add(heads, upTo: 2, ["\n"])
    return text
  }

  private static func cut(_ piece: String, _ random: inout Seeded) -> String {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return piece }
    let scalars = Array(piece.unicodeScalars)
    let (a, b) = (
      Int.random(in: 0...scalars.count, using: &random), Int.random(in: 0...scalars.count, using: &random)
    )
    return String(String.UnicodeScalarView(scalars[min(a, b)..<max(a, b)]))
  }

  @Test(
    "Cut where it will, a text is read in each language without a trap, and its spans are exact",
    arguments: 1...40 as ClosedRange<UInt64>)
  func cuts(seed: UInt64) throws {
    var random = Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15)
    for round in 0..<50 {
      let bytes = Array(Self.text(&random).utf8)
      guard var document = try? Read.document(bytes: bytes) else { continue }
      for language in ["en", "ru", "zh"] {
        document.language = language
        let stored = StoredText(document)
        var spans = document.passages.map(\.span) + document.claims.compactMap(\.span)
        spans += try Mentions.find(in: stored, Rules.book()).map(\.span)
        spans += try Propose.candidates(in: stored, Rules.book()).map(\.span)
        let bad = spans.first { !isExact($0, stored.bytes) }
        #expect(bad == nil, "seed \(seed), round \(round): \(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  private func isExact(_ span: Range<Int>, _ bytes: [UInt8]) -> Bool {
    func isBoundary(_ i: Int) -> Bool { i == bytes.count || bytes[i] & 0xC0 != 0x80 }
    return !span.isEmpty && span.upperBound <= bytes.count && isBoundary(span.lowerBound)
      && isBoundary(span.upperBound)
  }
}
