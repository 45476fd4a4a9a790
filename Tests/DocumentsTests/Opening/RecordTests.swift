import Calendar
import Documents
import Formats
import Testing

@Suite struct `Records with texts` {
  @Test func `each object is a text with what its fields say`() throws {
    let text = """
      {"id": 7, "url": "https://example.org/7", "date": "2010-05-09", "title": "A meeting", "text": "They met.\\n They talked."}
      {"id": "x", "headline": "B", "publishedAt": "2019-06-05T10:00:00Z", "source": {"id": null, "name": "Daily"}, "author": "Ann; Bo", "content": "Short", "body": "The whole text."}
      {"title": "Nothing in it", "text": ""}
      {"text": "No id.", "authors": ["Ann Lee", {"name": "Bo Wu"}], "language": "en", "date": 1559714400}
      """
    let readings = try records(text).readings
    #expect(readings.map(\.text) == ["They met.\n They talked.", "The whole text.", "No id."])
    #expect(readings.map(\.part) == ["7", "x", "line 4"])
    #expect(readings.map { $0.claimed(.published) } == [["2010-05-09"], ["2019-06-05"], ["2019-06-05"]])
    #expect(readings[0].url == "https://example.org/7" && readings[0].claimed(.title) == ["A meeting"])
    #expect(readings[1].claimed(.outlet) == ["Daily"] && readings[2].authors == ["Ann Lee", "Bo Wu"])
    #expect(readings.allSatisfy { $0.container == SHA256.hex(of: Array(text.utf8)) && $0.original == nil })
    let document = try Read.document(readings[0])
    #expect(document.title == "A meeting" && document.published?.description == "2010-05-09")
  }

  @Test func `a broken line is refused with its number, and the others are read`() throws {
    let items = try records("{\"text\": \"One.\"}\n{\"text\": \"Two\n{\"text\": \"Three.\"}\n")
    #expect(items.readings.map(\.text) == ["One.", "Three."])
    #expect(items.refusals.map(\.line) == [2])
  }

  @Test func `a field that holds a page is read as one`() throws {
    let reading = try #require(
      try records("[{\"body\": \"<p>One, two.</p><p>Three &amp; four.</p>\"}]").readings.first)
    #expect(reading.text == "One, two.\n\nThree & four.\n" && reading.original != nil)
  }

  @Test func `messages of a channel are texts of that outlet`() throws {
    let export = """
      {"name": "Канал", "type": "public_channel", "id": 1, "messages": [
        {"id": 1, "type": "service", "date": "2019-06-05T10:00:00", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2019-06-05T10:00:00", "from": "Канал",
         "text": ["Завод ", {"type": "bold", "text": "открыт"}, "."]},
        {"id": 3, "type": "message", "date_unixtime": "1559800800", "forwarded_from": "Другой", "author": "Анна", "text": "Второе."},
        {"id": 4, "type": "message", "photo": "a.jpg", "text": ""}
      ]}
      """
    let readings = try records(export).readings
    #expect(readings.map(\.text) == ["Завод открыт.", "Второе."] && readings.map(\.part) == ["2", "3"])
    #expect(readings.map { $0.claimed(.published) } == [["2019-06-05"], ["2019-06-06"]])
    #expect(readings[0].claimed(.outlet) == ["Канал"] && readings[1].claimed(.outlet) == ["Канал", "Другой"])
    #expect(readings[0].authors.isEmpty && readings[1].authors == ["Анна"])
    #expect(TextRecords.isOfMessages(Array(export.utf8)[...]) && !TextRecords.isOfMessages([0x5B]))
  }
}
