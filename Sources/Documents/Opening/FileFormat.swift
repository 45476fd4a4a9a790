internal import Formats

/// What a file is, told by how it begins; its ending counts only where that does not tell.
enum FileFormat {
  case text, html, mail, mailBox, pdf, docx
  case unreadable(reason: String, hint: String)

  static func sniff(_ bytes: [UInt8], ending: String) -> FileFormat {
    if bytes.prefix(1024).firstRange(of: "%PDF-") != nil { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .docx }
    if let known = unreadable(bytes) { return known }
    if isPage(bytes) { return .html }
    if MailBox.isSeparator(bytes, 0) { return .mailBox }
    if MailHeader.isMail(bytes) { return .mail }
    // A page without its head, as an editor saves it.
    if ["html", "htm", "xhtml", "shtml"].contains(ending), bytes.contains(UInt8(ascii: "<")) { return .html }
    return .text
  }

  private static func unreadable(_ bytes: [UInt8]) -> FileFormat? {
    let kinds: [(mark: [UInt8], name: String, hint: String)] = [
      ([0xD0, 0xCF, 0x11, 0xE0], "an old Office file", "Save it as .docx or as plain text."),
      (Array("{\\rtf".utf8), "an RTF file", "Save it as .docx or as plain text."),
      ([0x1F, 0x8B], "packed with gzip", "Unpack it first."),
      ([0x37, 0x7A, 0xBC, 0xAF], "packed with 7z", "Unpack it first."),
      (Array("Rar!".utf8), "packed with rar", "Unpack it first."),
      ([0x89, 0x50, 0x4E, 0x47], "an image", "Text in images is not read; type it off."),
      ([0xFF, 0xD8, 0xFF], "an image", "Text in images is not read; type it off."),
      (Array("GIF8".utf8), "an image", "Text in images is not read; type it off."),
      (Array("SQLite format 3".utf8), "a database", "Name it with --db to open it."),
    ]
    return kinds.first { bytes.starts(with: $0.mark) }.map {
      .unreadable(reason: "it is \($0.name)", hint: $0.hint)
    }
  }

  /// True if the text begins with the tags of a page.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    var head = bytes.prefix(2048)[...]
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
    head = head.drop { $0 <= 0x20 }
    guard head.first == UInt8(ascii: "<") else { return false }
    let lower = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if ["<!doctype html", "<html", "<head", "<body", "<title", "<meta"].contains(where: lower.starts) {
      return true
    }
    let isDeclared = lower.starts(with: "<?xml".utf8) || lower.starts(with: "<!--".utf8)
    return isDeclared && ["<html", "<!doctype html"].contains { lower.firstRange(of: $0) != nil }
  }
}

extension Array<UInt8> {
  fileprivate func starts(_ text: String) -> Bool { starts(with: text.utf8) }
}

extension Collection<UInt8> {
  /// The first place of a short ASCII text.
  func firstRange(of text: String) -> Range<Index>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return nil }
    var at = startIndex
    while let found = self[at...].firstIndex(of: first) {
      if self[found...].starts(with: wanted) { return found..<index(found, offsetBy: wanted.count) }
      at = index(after: found)
    }
    return nil
  }
}
