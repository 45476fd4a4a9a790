import Documents
import TestSupport
import Testing

@Suite("Date phrases of public collections")
struct PhraseTests {
  /// The share right of each collection; it may rise, and is written down here when it does.
  static let collections: [(name: String, file: String, share: Double)] = [
    ("Duckling en", "duckling_time/EN.json", 0.85), ("Duckling ru", "duckling_time/RU.json", 0.85),
    ("Duckling zh", "duckling_time/ZH.json", 0.85),
    ("Recognizers en", "recognizers_text/English_DateTimeModel.json", 0.85),
    ("Recognizers zh", "recognizers_text/Chinese_DateTimeModel.json", 0.85),
  ]

  @Test(
    "Of the phrases that mean days, months, years, ranges or quarters the written share is resolved right")
  func shares() throws {
    for collection in Self.collections {
      guard let path = Shared.path("data/open/\(collection.file)") else { return }
      let all =
        try collection.name.hasPrefix("Duckling") ? Duckling.phrases(path) : Recognizers.phrases(path)
      let asked = all.filter { $0.excluded == nil }
      let wrong = asked.filter { !$0.isRight }
      let share = asked.isEmpty ? 0 : Double(asked.count - wrong.count) / Double(asked.count)
      print("\(collection.name): \(asked.count - wrong.count) of \(asked.count) right, \(share)")
      for reason in KeyPhrase.Excluded.allCases {
        print("  left out, \(reason.rawValue): \(all.filter { $0.excluded == reason }.count)")
      }
      if Show.wrong { for phrase in wrong { print("  WRONG \(phrase.today) \(phrase)") } }
      #expect(share >= collection.share, "\(collection.name)")
    }
  }
}
