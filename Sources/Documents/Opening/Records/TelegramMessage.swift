internal import Formats
internal import Records

/// A message of a Telegram export.
enum TelegramMessage {
  /// nil of a message without words, and of what the service says.
  static func reading(_ message: JSONValue, chat: JSONValue) -> Reading? {
    if let type = message["type"]?.string, type != "message" { return nil }
    let text = words(message["text"] ?? .null)
    guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
    var reading = Reading(bytes: Array(text.utf8))
    reading.media = "application/json"
    reading.part = message["id"]?.integer.map(String.init)
    if let day = day(message) { reading.claims.append(Claim(.published, day, .frontMatter)) }
    for name in [chat["name"], message["forwarded_from"]] {
      if let name = name?.string?.trimmed, !name.isEmpty {
        reading.claims.append(Claim(.outlet, NFC.normalized(name), .frontMatter))
      }
    }
    if let name = author(message, chat) {
      reading.authors = [name]
      reading.claims.append(Claim(.authors, name, .frontMatter))
    }
    return reading
  }

  /// A text, or a list of texts and of parts with a form of their own.
  private static func words(_ value: JSONValue) -> String {
    (value.array ?? [value]).compactMap { $0.string ?? $0["text"]?.string }.joined()
  }

  private static func day(_ message: JSONValue) -> String? {
    if let day = message["date"]?.string.flatMap(StatedDay.edtf) { return day }
    return message["date_unixtime"]?.string.flatMap { Int64($0) }.flatMap(StatedDay.edtf(seconds:))
  }

  /// In a channel the sender is the channel; a signature is somebody.
  private static func author(_ message: JSONValue, _ chat: JSONValue) -> String? {
    let isChannel = chat["type"]?.string?.contains("channel") ?? false
    let name = message["author"]?.string ?? (isChannel ? nil : message["from"]?.string)
    return name.map { NFC.normalized($0.trimmed) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}
