internal import Calendar
internal import Formats
internal import Records

/// A mail, or a page saved with its pictures in one file (MHTML), which is written like a mail.
struct MailFile {
  private let bytes: [UInt8]
  private let header: MailHeader
  private let leaves: [(part: MailPart, around: String)]

  init(_ file: [UInt8]) {
    // The line that parts the mails of a box is no header line.
    let start = file.starts(with: "From ".utf8) ? MailHeader.line(file, 0, file.count).next : 0
    bytes = start == 0 ? file : Array(file[start...])
    header = MailHeader(bytes, in: 0..<bytes.count)
    leaves = MailPart.leaves(bytes)
  }

  func items(_ file: OpenFile, _ original: [UInt8]) throws(OpenRefusal) -> [Opening.Item] {
    if let address = savedPage { return [try page(address, file, original)] }
    var items: [Opening.Item] = []
    let body = bodyPart
    if let body { items.append(try text(body, file, original)) }
    items += attachments(besides: body, file, SHA256.hex(of: original))
    guard !items.isEmpty else {
      throw OpenRefusal("the mail holds no text", hint: "Open it in a mail program and save its text.")
    }
    return items
  }

  // MARK: Saved pages

  /// The page's own part in a file that no mail program sent.
  private var savedPage: MailPart? {
    let isSaved =
      header.has("snapshot-content-location")
      || header["content-type"]?.lowercased().contains("multipart/related") ?? false
        && !header.has("to") && !header.has("received") && !header.has("message-id")
    return isSaved ? leaves.first { $0.part.type.value == "text/html" }?.part : nil
  }

  private func page(_ part: MailPart, _ file: OpenFile, _ original: [UInt8]) throws(OpenRefusal)
    -> Opening.Item
  {
    let content = try content(of: part)
    let text = try file.decoded(content, declared: declared(part) ?? DeclaredEncoding.html(content))
    var reading = try PageText.reading(of: text.bytes)
    reading.original = original
    reading.media = "multipart/related"
    reading.encoding = text.encoding.recorded
    let address = part.header["content-location"] ?? header["snapshot-content-location"]
    if let address, address.hasPrefix("http://") || address.hasPrefix("https://") { reading.url = address }
    return file.one(reading, replaced: text.replaced)
  }

  // MARK: Mails

  /// The plain text, else the page.
  private var bodyPart: MailPart? {
    let texts = leaves.map(\.part).filter { !$0.isAttachment }
    return texts.first { $0.type.value == "text/plain" && !isBlank($0) }
      ?? texts.first { $0.type.value == "text/html" }
  }

  private func isBlank(_ part: MailPart) -> Bool { bytes[part.body].allSatisfy { $0 <= 0x20 } }

  private func text(_ part: MailPart, _ file: OpenFile, _ original: [UInt8]) throws(OpenRefusal)
    -> Opening.Item
  {
    let content = try content(of: part)
    let isPage = part.type.value == "text/html"
    let text = try file.decoded(
      content, declared: declared(part) ?? (isPage ? DeclaredEncoding.html(content) : nil))
    var reading = isPage ? try PageText.reading(of: text.bytes) : Reading(bytes: text.bytes)
    let subject = header["subject"]
    // The subject is the headline; a page brings its own first line.
    if let subject, !reading.bytes.starts(with: subject.utf8) {
      reading.bytes = Array("\(subject)\n\n".utf8) + reading.bytes
    }
    reading.original = original
    reading.media = "message/rfc822"
    reading.encoding = text.encoding.recorded
    reading.url = nil
    reading.claims = claims(subject)
    reading.authors = sender.map { [$0] } ?? []
    return file.one(reading, replaced: text.replaced)
  }

  private func claims(_ subject: String?) -> [Claim] {
    var claims: [Claim] = []
    if let subject { claims.append(Claim(.title, NFC.normalized(subject), .metadata)) }
    if let day = header["date"].flatMap(StatedDay.edtf) { claims.append(Claim(.published, day, .metadata)) }
    if let sender { claims.append(Claim(.authors, sender, .metadata)) }
    return claims
  }

  /// The name in `"Ivan Petrov" <ivan@example.org>`, else the address.
  private var sender: String? {
    guard let from = header["from"] else { return nil }
    let name = String(from.prefix { $0 != "<" }).filter { $0 != "\"" }.trimmed
    let text = name.isEmpty ? from.filter { !"<>".contains($0) }.trimmed : name
    return text.isEmpty ? nil : NFC.normalized(text)
  }

  /// Every attached file, opened like one that lies in a folder.
  private func attachments(besides body: MailPart?, _ file: OpenFile, _ sha256: String) -> [Opening.Item] {
    guard file.depth < OpenFile.deepest else { return [] }
    return leaves.enumerated().flatMap { number, leaf -> [Opening.Item] in
      guard leaf.part.isAttachment || leaf.part.type.value == "message/rfc822",
        leaf.part.body != body?.body, Self.isReadable(leaf.part)
      else { return [] }
      var inner = OpenFile(path: file.path, replacing: file.replacing)
      inner.container = sha256
      inner.part = leaf.part.name ?? "part \(number + 1)"
      inner.depth = file.depth + 1
      guard let content = leaf.part.content(bytes) else {
        return [.refused(OpenRefusal(Self.damaged, hint: Self.again, part: inner.part))]
      }
      return inner.items(of: content)
    }
  }

  /// Pictures and the like are passed over in silence: a mail has many.
  private static func isReadable(_ part: MailPart) -> Bool {
    let type = part.type.value
    return !["image/", "audio/", "video/", "font/"].contains(where: type.hasPrefix)
      && !["text/css", "text/calendar", "application/pgp-signature", "application/pkcs7-signature"].contains(
        type)
  }

  private static let damaged = "its base64 is damaged"
  private static let again = "Save the mail or the page again."

  private func content(of part: MailPart) throws(OpenRefusal) -> [UInt8] {
    guard let content = part.content(bytes) else { throw OpenRefusal(Self.damaged, hint: Self.again) }
    return content
  }

  private func declared(_ part: MailPart) -> Encoding? { part.type["charset"].flatMap(Encoding.init(label:)) }
}
