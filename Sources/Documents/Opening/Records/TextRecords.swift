internal import Formats

/// The texts in a file of JSON objects: records with a text field, or the messages of a Telegram export.
public struct TextRecords {
  private var objects: JSONObjects
  private let container: String
  private let path: String?

  init(_ source: ByteSource, container: String, path: String?) {
    objects = JSONObjects(source)
    self.container = container
    self.path = path
  }

  /// True if the keys of the first objects are those of texts.
  public static func isOfTexts(_ keys: [String]) -> Bool { keys.contains { RecordField.of($0) == .text } }

  /// True if the file begins like an export of chats: an object with a list of messages in it.
  public static func isOfMessages(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "{"), let key = head.firstRange(of: "\"messages\"")
    else { return false }
    return head[key.upperBound...].drop { $0 <= 0x20 || $0 == UInt8(ascii: ":") }.first == UInt8(ascii: "[")
  }

  /// The next text or refusal; messages and records without a text are passed over.
  mutating func next() throws -> Opening.Item? {
    while let item = try objects.next() {
      switch item {
      case .refused(let refusal):
        return .refused(
          OpenRefusal(
            refusal.reason, hint: "Mend the line, or write one object on each line.", line: refusal.line))
      case .object(let line, let value, let frame):
        let opened = frame.map { TelegramMessage.reading(value, chat: $0) } ?? record(value, line)
        guard var reading = opened else { continue }
        reading.container = container
        reading.part = reading.part ?? "line \(line)"
        reading.path = path
        return .reading(reading, replaced: 0)
      }
    }
    return nil
  }

  private func record(_ value: JSONValue, _ line: Int) -> Reading? { Record(value).reading }
}
