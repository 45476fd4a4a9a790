public import Formats

/// A file on its way to texts: most files hold one, a mail with attachments, a bundle of articles, a JSON file or
/// an export of a channel hold several. They come one by one, so that memory does not grow with the file.
public struct Opening {
  /// A text, or why a part of the file is none.
  public enum Item: Sendable {
    /// A text; `replaced` places of it were not of its encoding and are U+FFFD now.
    case reading(Reading, replaced: Int)
    /// What is not taken; the parts behind it are.
    case refused(OpenRefusal)
  }

  private enum Parts {
    case list(ArraySlice<Item>)
    case records(TextRecords)
  }

  private var parts: Parts

  /// The most bytes of a file that is no stream of records: a longer one is no article.
  public static let limit = 64 << 20

  /// Opens what is held in memory, by what it is and not by what it is called.
  /// - Parameters:
  ///   - bytes: all of the file.
  ///   - path: where it was read from, as typed; its ending counts where the bytes do not tell.
  ///   - url: the address it was saved from; it wins over what the file says.
  ///   - replacing: write U+FFFD for bytes that are not of the encoding, instead of refusing the text.
  public init(_ bytes: [UInt8], path: String? = nil, url: String? = nil, replacing: Bool = false) {
    let file = OpenFile(path: path, url: url, replacing: replacing)
    parts = .list(file.items(of: bytes)[...])
  }

  /// Opens a file of JSON objects that hold texts; see ``TextRecords/isOfTexts(_:)``.
  /// - Parameters:
  ///   - source: the file from its beginning.
  ///   - container: SHA-256 of all of it, in hexadecimal.
  ///   - path: where it was read from, as typed.
  public init(records source: ByteSource, container: String, path: String? = nil) {
    parts = .records(TextRecords(source, container: container, path: path))
  }

  /// True if a file that begins so holds texts, whatever its ending: a page, a mail, a PDF, a .docx.
  public static func knows(_ head: [UInt8]) -> Bool {
    switch FileFormat.sniff(head, ending: "") {
    case .text, .unreadable: false
    case .docx: head.firstRange(of: "word/") != nil
    case .html, .mail, .mailBox, .pdf: true
    }
  }

  /// The next text or refusal; nil at the end.
  /// - Throws: `ReadError` if the file cannot be read further.
  public mutating func next() throws -> Item? {
    switch parts {
    case .list(var items):
      let item = items.popFirst()
      parts = .list(items)
      return item
    case .records(var records):
      let item = try records.next()
      parts = .records(records)
      return item
    }
  }
}

/// Why a file, or a part of it, is not taken as a text.
public struct OpenRefusal: Error, Equatable, Sendable {
  /// Which part; nil for the file.
  public var part: String?
  /// 1-based, where a line is to blame.
  public var line: Int?
  /// What is wrong, in a phrase.
  public var reason: String
  /// What to do.
  public var hint: String

  /// A refusal of the file, or of a part of it.
  public init(_ reason: String, hint: String, part: String? = nil, line: Int? = nil) {
    self.reason = reason
    self.hint = hint
    self.part = part
    self.line = line
  }
}
