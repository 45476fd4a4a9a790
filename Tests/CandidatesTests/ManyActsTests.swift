import Documents
import Testing

@testable import Candidates

/// Texts of one paragraph with thousands of acts: what a sentence costs must not grow with the text.
@Suite("A text of very many acts")
struct ManyActsTests {
  private static func many(_ sentence: (Int) -> String) -> String {
    (0..<5000).map(sentence).joined(separator: " ")
  }

  @Test("The same act told 5,000 times is one candidate")
  func sameAct() throws {
    let body = Self.many { "On 5 June 2019 Huawei and MTS signed an agreement on 5G network \($0)." }
    #expect(try propose(body).count == 1)
  }

  @Test("Acts of 5,000 days between the two states are as many candidates")
  func ownDays() throws {
    let body = Self.many { number in
      let (month, day) = (number / 28 % 12, number % 28 + 1)
      let names = ["January", "March", "April", "May", "June", "July", "August", "October"]
      return
        "On \(day) \(names[month % 8]) \(1950 + number / 224) China and Russia signed an agreement on 5G."
    }
    let days = Set(try propose(body).compactMap { $0.date?.value })
    #expect(days.count > 2000)
  }

  @Test("Sentences without a date that go on with acts of the same day are no acts of their own")
  func sequels() throws {
    let body = Self.many { number in
      number % 2 == 0
        ? "On 5 June 2019 Huawei and MTS signed an agreement on 5G."
        : "Huawei and MTS opened a laboratory for 5G number \(number)."
    }
    let candidates = try propose(body)
    #expect(candidates.allSatisfy { $0.rule != .actWithEarlierDate })
  }
}
