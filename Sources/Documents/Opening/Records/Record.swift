internal import Formats
internal import Records

/// A record with a text. Its fields stand for the front matter of that text.
struct Record {
  private(set) var reading: Reading?

  init(_ value: JSONValue) {
    let members = value.object ?? []
    let texts = members.filter { RecordField.of($0.key) == .text }
    // Of a summary in `content` and the whole in `text` the whole counts.
    guard let text = texts.compactMap(\.value.string).max(by: { $0.utf8.count < $1.utf8.count }),
      text.utf8.contains(where: { $0 > 0x20 })
    else { return }
    var reading = Self.opened(text)
    reading.media = "application/json"
    for member in members {
      guard let field = RecordField.of(member.key), field != .text else { continue }
      Self.take(field, member.value, &reading)
    }
    self.reading = reading
  }

  /// Some hold the page and not its text.
  private static func opened(_ text: String) -> Reading {
    let bytes = Array(text.utf8)
    let isPage =
      bytes.contains(UInt8(ascii: "<"))
      && ["</p>", "</div>", "<br"].contains { bytes.firstRange(of: $0) != nil }
    if isPage, var page = try? PageText.reading(of: bytes) {
      page.original = bytes
      page.claims = []
      return page
    }
    return Reading(bytes: bytes)
  }

  private static func take(_ field: RecordField, _ value: JSONValue, _ reading: inout Reading) {
    let words = LinkedData.names(value).map { NFC.normalized($0.trimmed) }.filter { !$0.isEmpty }
    switch field {
    case .text: break
    case .id: reading.part = reading.part ?? words.first ?? value.integer.map(String.init)
    case .url:
      guard let address = value.string?.trimmed, address.contains("://") else { return }
      reading.url = reading.url ?? address
    case .published:
      guard let day = value.integer.flatMap(StatedDay.edtf(seconds:)) ?? value.string.flatMap(StatedDay.edtf)
      else { return }
      reading.claims.append(Claim(.published, day, .frontMatter))
    case .title: if let word = words.first { reading.claims.append(Claim(.title, word, .frontMatter)) }
    case .outlet: if let word = words.first { reading.claims.append(Claim(.outlet, word, .frontMatter)) }
    case .language:
      let code = words.first?.lowercased().prefix { $0.isLetter } ?? ""
      if (2...3).contains(code.count) { reading.claims.append(Claim(.language, String(code), .frontMatter)) }
    case .authors:
      reading.authors += words
      if !words.isEmpty {
        reading.claims.append(Claim(.authors, words.joined(separator: "; "), .frontMatter))
      }
    }
  }
}
