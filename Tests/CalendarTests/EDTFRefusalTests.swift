import TestSupport
import Testing

@testable import Calendar

@Suite("A text that is no date of level 1") struct EDTFRefusalTests {
  private func refusal(of text: String) -> EDTFError? {
    do throws(EDTFError) {
      let date = try EDTF(text)
      Issue.record("\(text) was read as \(date.precision)")
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "is refused with the way level 1 says it",
    arguments: [
      // Level 2.
      ("2019-34", "2019-04/2019-06"), ("2019-33~", "2019-01~/2019-03~"), ("2019-39", "2019-09/2019-12"),
      ("2019-40", "2019-01/2019-06"), ("2019-41", "2019-07/2019-12"), ("2019-25", "2019-21"),
      ("2019-29", "2019-09/2019-11"), ("2019-30", "2019-12/2020-02"), ("1984-1X", "1984-10/1984-12"),
      ("1984-0X", "1984-01/1984-09"), ("2019-02-2X", "2019-02-20/2019-02-28"), ("2019-XX-05", "2019-XX-XX"),
      ("1XXX", "1000/1999"), ("156X-12-25", "156X"), ("15XX-12-XX", "15XX"), ("1950S2", "19XX"),
      ("1953S3", "195X"),
      ("Y17E3", "Y17000"), ("?2004-06", "2004-06?"), ("2004-06~-11", "2004-06-11~"),
      ("2004?-~06-~04", "2004-06-04%"),
      ("2004-06-XX/2004-07-03", "2004-06/2004-07-03"), ("2018/201X", "2018/2019"),
      ("2019-34/2020", "2019-04/2020"), ("2019/2020-34", "2019/2020-06"),
      // The draft of 2012.
      ("2019/unknown", "2019/"), ("unknown/2019", "/2019"), ("2019/open", "2019/.."), ("201u", "201X"),
      ("2019-uu", "2019-XX"), ("201x", "201X"), ("2019?~", "2019%"), ("(2011)-06-04~", "2011-06-04~"),
      // As people write.
      ("05.06.2019", "2019-06-05"), ("5 June 2019", "2019-06-05"), ("June 5, 2019", "2019-06-05"),
      ("5th of June 2019", "2019-06-05"), ("Sept. 5, 2019", "2019-09-05"), ("2019/06/05", "2019-06-05"),
      ("2019-6-5", "2019-06-05"), ("2019-6", "2019-06"), ("2019.06.05", "2019-06-05"),
      ("20190605", "2019-06-05"),
      ("06.2019", "2019-06"), ("2019/06", "2019-06"), ("25/06/2019", "2019-06-25"),
      ("06/25/2019", "2019-06-25"),
      ("5 июня 2019 г.", "2019-06-05"), ("июнь 2019", "2019-06"), ("2019年6月5日", "2019-06-05"),
      ("2019年6月", "2019-06"),
      ("2019年", "2019"), ("Q2 2019", "2019-04/2019-06"), ("2019-Q2", "2019-04/2019-06"),
      ("2019Q4", "2019-10/2019-12"),
      ("H1 2019", "2019-01/2019-06"), ("summer 2019", "2019-22"), ("circa 2019", "2019~"), ("2010s", "201X"),
      ("1900s", "19XX"), ("2019-2020", "2019/2020"), ("2019–2020", "2019/2020"), ("2019‑06‑05", "2019-06-05"),
      ("２０１９-06", "2019-06"), (" 2019-06 ", "2019-06"), ("2019 / 2020", "2019/2020"),
      // Slips.
      ("2019-09/2019-06", "2019-06/2019-09"), ("-0000", "0000"), ("Y2019", "2019"),
      ("2024-05-16T9:30", "2024-05-16"),
      ("2024-05-16T09:30:00Z/2024-06", "2024-05-16/2024-06"),
    ])
  func suggestions(text: String, suggestion: String) throws {
    let error = try #require(refusal(of: text))
    #expect(error.suggestion == suggestion)
    #expect(error.hint == "Write \(suggestion).")
    #expect(error.reason.hasSuffix(".") && error.text == text)
  }

  @Test(
    "is refused with the reason",
    arguments: [
      ("", "The date is empty."), ("2023-02-30", "There is no day 30: 2023-02 has 28 days."),
      ("1900-02-29?", "There is no day 29: 1900-02 has 28 days."), ("2019-13", "There is no month 13."),
      ("2019-00-01", "There is no month 00."), ("2019-06-00", "There is no day 0: 2019-06 has 30 days."),
      ("../..", "An interval without any date says nothing."),
      ("/", "An interval without any date says nothing."),
      ("/..", "An interval without any date says nothing."),
      ("2018/2019/2020", "An interval has one slash and two ends."),
      ("2019/2019-02-29", "The end of the interval: There is no day 29: 2019-02 has 28 days."),
      ("2019/P1Y", "The end of the interval: durations are not part of EDTF, an end is a date."),
      ("nonsense", "“nonsense” is not a date of EDTF level 1."), ("2019?/hello", nil), ("..", nil),
      ("90", nil),
      ("[1667,1668]", "Sets of dates ([..] and {..}) are level 2; level 1 has one date or one interval."),
      ("{1960,1961-12}", "Sets of dates ([..] and {..}) are level 2; level 1 has one date or one interval."),
      ("XXXX", nil), ("XXXX-XX-23", nil), ("2019-21-05", nil), ("Y17E7-12-26", nil), ("Y99999999999", nil),
      ("Y", nil),
      ("Y-9223372036854775808", nil), ("2019T09:30:00Z", nil), ("2024-05-16T09:30:00Z?", nil),
      ("2019-06?-", nil),
      ("٢٠١٩", "“٢٠١٩” has digits or hyphens that are not ASCII."), ("2019-06-05\0", nil), ("+2019", nil),
      ("Feb 30, 2019", nil), ("2019-06-05-07", nil), ("2019-", nil), ("-", nil), ("?", nil), ("-999", nil),
    ] as [(String, String?)])
  func reasons(text: String, reason: String?) throws {
    let error = try #require(refusal(of: text))
    if let reason { #expect(error.reason == reason) }
    #expect(!error.reason.isEmpty && !error.hint.isEmpty)
  }

  @Test("names both readings when the day and the month may stand in either order")
  func ambiguity() throws {
    let error = try #require(refusal(of: "05/06/2019"))
    #expect(error.suggestion == nil)
    #expect(error.hint == "Write 2019-06-05 if the day comes first, 2019-05-06 if the month does.")
  }

  @Test("never crashes the reader, and what is read or suggested reads back the same")
  func randomTexts() {
    let seed: UInt64 = 0xED7F
    var numbers = SplitMix64(seed: seed)
    let alphabet = Array("00112234569XXYTSEPZuwQ?~%--//...:+ ,[]{}() юг年５–é\u{301}")
    let pieces = [
      "2019", "-06", "-05", "/", "..", "201X", "XX", "unknown", "June", "Q2", "9999", "-24", "T09:30:00",
      "мая",
    ]
    for _ in 0..<100_000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...9, using: &numbers) {
        if Bool.random(using: &numbers) {
          text += pieces.randomElement(using: &numbers) ?? ""
        } else if let character = alphabet.randomElement(using: &numbers) {
          text.append(character)
        }
      }
      do throws(EDTFError) {
        let date = try EDTF(text)
        #expect(date.description == text, "seed \(seed)")
        if let earliest = date.earliest, let latest = date.latest {
          #expect(earliest <= latest, "seed \(seed), \(text)")
        }
        #expect(date.earliest != nil || date.latest != nil, "seed \(seed), \(text)")
      } catch {
        #expect(!error.reason.isEmpty && !error.hint.isEmpty, "seed \(seed), \(text)")
        if let suggestion = error.suggestion {
          #expect((try? EDTF(suggestion)) != nil, "seed \(seed), \(text) -> \(suggestion)")
        }
      }
    }
  }
}
