import Testing

@testable import Calendar

@Suite("A month name") struct MonthNameTests {
  @Test(
    "is read in English and Russian",
    arguments: [
      ("October", 10), ("oct", 10), ("Oct.", 10), ("Sept.", 9), ("sep", 9), ("MAY", 5), ("january", 1),
      ("Dec", 12),
      ("июня", 6), ("Июнь", 6), ("мая", 5), ("Августа", 8), ("дек.", 12),
    ])
  func names(text: String, month: Int) {
    #expect(MonthName.number(text) == month)
  }

  @Test("is nothing else", arguments: ["", ".", "o", "Octo", "10", "Monday", "六月", "Oct..", " Oct"])
  func others(text: String) {
    #expect(MonthName.number(text) == nil)
  }
}
