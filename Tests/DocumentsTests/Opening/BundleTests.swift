import Calendar
import Documents
import Formats
import Testing

@Suite struct `Bundles of articles` {
  private static let first =
    "Title: One plant\nDate: 2019-06-05\n\nThe first plant was opened on Wednesday in Moscow.\n"
  private static let second =
    "Title: Two plants\nDate: 2019-06-06\n\nThe second plant was opened a day later in Harbin.\n"

  static let bundles: [String] = [
    "\(first)\n=====\n\(second)", "\(first)\n-----\n\n\(second)\n", "\(first)\n* * *\n\(second)",
    "\(first)\u{C}\(second)",
    "---\ntitle: One plant\ndate: 2019-06-05\n---\nThe first plant.\n\n---\ntitle: Two plants\ndate: 2019-06-06\n---\nThe second plant.\n",
    "Document 1 of 2\n\n\(first)\nDocument 2 of 2\n\n\(second)",
    "1 of 2 DOCUMENTS\n\n\(first)\n2 of 2 DOCUMENTS\n\(second)",
    "\(first)\nDocument INTER00020190605ef65000jh\n\n\(second)\nDocument INTER00020190606ef65000jk\n",
    "标题：第一篇\n时间：2019-06-05\n\n第一座工厂星期三在莫斯科开业了，双方表示满意。\n\n==========\n标题：第二篇\n时间：2019-06-06\n\n第二座工厂在哈尔滨开业了，双方表示满意。\n",
  ]

  @Test(arguments: bundles)
  func `each article of a bundle is a text of its own, cut where it stands`(_ text: String) throws {
    let readings = try open(text).readings
    try #require(readings.count == 2, "\(text)")
    let bytes = Array(text.utf8)
    #expect(readings.allSatisfy { $0.container == SHA256.hex(of: bytes) })
    #expect(readings.allSatisfy { reading in text.contains(reading.text) })
    let documents = try readings.map { try Read.document($0) }
    #expect(documents.map(\.published?.description) == ["2019-06-05", "2019-06-06"])
    #expect(documents[0].title != documents[1].title && documents.allSatisfy { $0.title != nil })
  }

  static let articles: [String] = [
    "A title\n=======\nDate: 2019-06-05\nSource: Daily\n\nThe plant was opened on Wednesday in the city of Moscow.\n",
    "The first part of an article.\n\n---\n\nThe second part of it, which goes on for a while.\n\n* * *\n\nThe third part.\n",
    "The plant was opened.\n\nIt is large.\n\n-----\nSource: Daily\nDate: 2019-06-05\n",
    "---\ntitle: One\ndate: 2019-06-05\n---\n\nThe text.\n\n---\n\nMore text behind a line.\n\n---\n",
    "He sent Document 3 of 12\nDocument 3 of 12\nwas the last of them.\n",
    "From the very start it was clear.\n\nFrom Moscow Wed Jun 5 10:00:00 2019\nNobody: came.\n",
    "One page.\n\u{C}Another page of the same report.\n\u{C}\n",
  ]

  @Test(arguments: articles)
  func `an article with lines and numbers in it is one text`(_ text: String) throws {
    let readings = try open(text).readings
    #expect(readings.count == 1 && readings[0].text == text && readings[0].container == nil, "\(text)")
  }
}
