internal import Formats

/// A file, or a part of one, while it is opened.
struct OpenFile {
  var path: String?
  var url: String?
  var replacing = false
  /// The file it is a part of.
  var container: String?
  var part: String?
  /// How many files it stands in: a mail in a mail in a mail.
  var depth = 0

  static let deepest = 4

  /// The texts in `bytes`, and what cannot be taken.
  func items(of bytes: [UInt8]) -> [Opening.Item] {
    do throws(OpenRefusal) {
      return try opened(bytes)
    } catch {
      return [
        .refused(OpenRefusal(error.reason, hint: error.hint, part: error.part ?? part, line: error.line))
      ]
    }
  }

  private func opened(_ bytes: [UInt8]) throws(OpenRefusal) -> [Opening.Item] {
    switch FileFormat.sniff(bytes, ending: ending) {
    case .unreadable(let reason, let hint): throw OpenRefusal(reason, hint: hint)
    case .pdf: return [try one(PDFText.reading(of: bytes))]
    case .docx: return [try one(WordText.reading(of: bytes))]
    case .html: return [try page(bytes)]
    case .mail: return try MailFile(bytes).items(self, bytes)
    case .mailBox: return mailBox(bytes)
    case .text: return try plain(bytes)
    }
  }

  /// The ending of the part's own name, else of the file's.
  private var ending: String {
    let name = (depth > 0 ? part : path) ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// A reading with what is known of the file around it.
  func one(_ reading: Reading, replaced: Int = 0) -> Opening.Item {
    var reading = reading
    reading.path = path
    reading.url = url ?? reading.url
    reading.container = container
    reading.part = part
    return .reading(reading, replaced: replaced)
  }

  private func page(_ bytes: [UInt8]) throws(OpenRefusal) -> Opening.Item {
    let text = try decoded(bytes, declared: DeclaredEncoding.html(bytes))
    var reading = try PageText.reading(of: text.bytes)
    reading.original = bytes
    reading.encoding = text.encoding.recorded
    return one(reading, replaced: text.replaced)
  }

  private func plain(_ bytes: [UInt8]) throws(OpenRefusal) -> [Opening.Item] {
    let text = try decoded(bytes, declared: nil)
    // In UTF-16 the tags and header lines show only now.
    if text.encoding != .utf8 {
      switch FileFormat.sniff(text.bytes, ending: ending) {
      case .html: return [try page(bytes)]
      default: break
      }
    }
    let articles = Bundle.articles(in: text.bytes)
    guard articles.count > 1 else {
      var reading = Reading(bytes: text.bytes)
      if text.encoding != .utf8 || text.replaced > 0 { reading.original = bytes }
      reading.encoding = text.encoding.recorded
      return [one(reading, replaced: text.replaced)]
    }
    return bundle(articles, of: text, bytes)
  }

  private func bundle(_ articles: [Bundle.Article], of text: Decoded, _ bytes: [UInt8]) -> [Opening.Item] {
    let sha256 = SHA256.hex(of: bytes)
    return articles.enumerated().map { number, article in
      var reading = Reading(bytes: Array(text.bytes[article.span]))
      reading.encoding = text.encoding.recorded
      return inner(article, number, sha256).one(reading)
    }
  }

  private func mailBox(_ bytes: [UInt8]) -> [Opening.Item] {
    let sha256 = SHA256.hex(of: bytes)
    return Bundle.articles(in: bytes).enumerated().flatMap { number, article -> [Opening.Item] in
      let file = inner(article, number, sha256)
      let mail = Array(bytes[article.span])
      do throws(OpenRefusal) {
        return try MailFile(mail).items(file, mail)
      } catch {
        return [.refused(OpenRefusal(error.reason, hint: error.hint, part: error.part ?? file.part))]
      }
    }
  }

  /// An article of this file: it has an address of its own, or none.
  private func inner(_ article: Bundle.Article, _ number: Int, _ sha256: String) -> OpenFile {
    var file = self
    file.container = container ?? sha256
    file.part = (part.map { "\($0), " } ?? "") + "\(number + 1), line \(article.line)"
    file.url = nil
    return file
  }

  /// The bytes as UTF-8, or the reason in words.
  func decoded(_ bytes: [UInt8], declared: Encoding?) throws(OpenRefusal) -> Decoded {
    do throws(EncodingRefusal) {
      return try Decoded(bytes, declared: declared, replacing: replacing)
    } catch {
      throw OpenRefusal(encoding: error)
    }
  }
}

extension Encoding {
  /// What is written down of it: nothing of UTF-8.
  var recorded: String? { self == .utf8 ? nil : rawValue }
}

extension OpenRefusal {
  private static let howToRead =
    "Save it as UTF-8, for example with iconv -t UTF-8 -f and its encoding, or ingest it with --replace-invalid."

  init(encoding refusal: EncodingRefusal) {
    switch refusal {
    case .notUTF8(let byte):
      self.init("it is not UTF-8 at byte \(byte), and in no other encoding we know", hint: Self.howToRead)
    case .invalid(let encoding, let byte):
      self.init("it is \(encoding.rawValue), and broken at byte \(byte)", hint: Self.howToRead)
    case .nul(let byte):
      self.init(
        "it holds a NUL at byte \(byte), which no text does", hint: "Look into the file: it may be damaged.")
    case .unknown(let encoding):
      self.init("this system cannot convert \(encoding.rawValue)", hint: "Save it as UTF-8.")
    }
  }
}
