import Formats
import Testing

@Suite struct `JSON objects one by one` {
  private func read(_ text: String, limit: Int = JSONObjects.limit) throws -> [JSONObjects.Item] {
    var objects = JSONObjects(ByteSource(bytes: Array(text.utf8)), limit: limit)
    var items: [JSONObjects.Item] = []
    while let item = try objects.next() { items.append(item) }
    return items
  }

  private func object(_ line: Int, _ key: String, _ value: Int64) -> JSONObjects.Item {
    .object(line: line, .members([key == "a" ? "a" : "b": .integer(value)]), frame: nil)
  }

  @Test func `lines, arrays and objects over several lines give the same`() throws {
    let wanted = [Int64(1), 2]
    for text in [
      "{\"a\":1}\n{\"a\":2}", "\u{FEFF}[{\"a\":1},{\"a\":2}]", "[\n {\n \"a\": 1\n },\n {\"a\":\n2}\n]\n",
    ] {
      let values = try read(text).map { item -> Int64? in
        if case .object(_, let value, nil) = item { value["a"]?.integer } else { nil }
      }
      #expect(values == wanted, "\(text)")
    }
  }

  @Test func `what is broken is refused with its line, and the next is read`() throws {
    let items = try read("{\"a\":1}\n{\"a\":\"x\n{\"a\":}\nnonsense\nmore\n{\"b\":2}\n{\"a\":")
    #expect(items.count == 6)
    #expect(items[0] == object(1, "a", 1) && items[4] == object(6, "b", 2))
    let lines = items.compactMap { if case .refused(let refusal) = $0 { refusal.line } else { nil } }
    #expect(lines == [2, 3, 4, 7])
  }

  @Test func `messages come with what is said of their chat`() throws {
    let text = """
      {"about": "x", "chats": {"list": [
        {"name": "A", "type": "public_channel", "messages": [{"id": 1}, {"id": 2}]},
        {"name": "B", "messages" : [ {"id": 3, "messages": "no list"} ], "id": 7}
      ]}}
      """
    let found = try read(text).map { item -> String in
      guard case .object(_, let value, let frame) = item else { return "?" }
      return "\(frame?["name"]?.string ?? "-")\(value["id"]?.integer ?? 0)"
    }
    #expect(found == ["A1", "A2", "B3"])
  }

  @Test func `an object over the limit is refused and passed`() throws {
    let long = "{\"a\":\"\(String(repeating: "x", count: 300_000))\"}"
    let items = try read("\(long)\n{\"a\":2}", limit: 100_000)
    #expect(items.count == 2 && items.last == object(2, "a", 2))
  }

  @Test func `a million brackets and braces end in a refusal`() throws {
    let brackets = try read(String(repeating: "[", count: 1_000_000))
    #expect(brackets.isEmpty)
    let braces = try read(String(repeating: "{\"a\":", count: 1_000_000))
    #expect(braces.count == 1)
    let closed = try read(
      String(repeating: "{\"a\":", count: 1000) + "1" + String(repeating: "}", count: 1000) + "\n{\"a\":1}")
    #expect(closed.count == 2 && closed[1] == object(2, "a", 1))
  }
}
