public import Calendar
internal import Formats
internal import Records

/// A text as it was read: its bytes, what it says about itself, and how it is divided.
public struct Document: Sendable {
  /// What was concluded from the claims; nil where nothing says it.
  public var title: String?
  /// Who published it.
  public var outlet: String?
  /// Who wrote it, in the order of the byline.
  public var authors: [String] = []
  /// The publisher's own headings for the text.
  public var categories: [String] = []
  /// The day it was published, as far as it is known.
  public var published: EDTF?
  /// `en`, `ru`, `zh`, or another code where the text is clear enough.
  public var language: String?
  /// The address, as the caller or the text has it.
  public var url: String?
  /// File it was read from, as typed.
  public var path: String?
  /// UTF-8; every span counts in these.
  public let bytes: [UInt8]
  /// The bytes received, where they are others than `bytes`.
  public let original: [UInt8]?
  /// SHA-256 of the bytes received, in hexadecimal.
  public let sha256: String
  /// Its identity across files, by these bytes.
  public let uid: String
  /// The media type of what was received.
  public var media: String
  /// The encoding of what was received, where it is not UTF-8.
  public var encoding: String?
  /// SHA-256 of the file this was a part of, where it was one of several.
  public var container: String?
  /// Where in that file.
  public var part: String?
  /// What the text, its header and its address say about it.
  public var claims: [Claim] = []
  /// How it is divided, in order of place; a paragraph stands before its sentences.
  public var passages: [Passage] = []

  /// A text of which only the bytes are known yet.
  public init(_ reading: Reading) {
    bytes = reading.bytes
    original = reading.original
    sha256 = SHA256.hex(of: reading.original ?? reading.bytes)
    uid = Identity.loaded("document", sha256)
    media = reading.media ?? Self.media(of: reading.path)
    encoding = reading.encoding
    container = reading.container
    part = reading.part
    path = reading.path
    url = reading.url
    authors = reading.authors
    categories = reading.categories
  }

  private static func media(of path: String?) -> String {
    let name = path?.lowercased() ?? ""
    return name.hasSuffix(".md") || name.hasSuffix(".markdown") ? "text/markdown" : "text/plain"
  }
  /// The identity of the address.
  public var urlKey: String? { url.map(WebAddress.key) }
  /// The host of the address.
  public var host: String? { url.flatMap(WebAddress.host) }

  /// The text of a span.
  public func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }
}

/// What a text, its metadata or its address says about itself. Claims may disagree.
public struct Claim: Hashable, Sendable {
  /// What a claim is about.
  public enum Field: String, Sendable { case published, title, outlet, authors, language }

  /// Where a claim comes from.
  public enum Origin: String, Sendable {
    case header
    case frontMatter = "front-matter"
    case dateline, metadata, url, table, analyst
  }

  /// What it is about.
  public var field: Field
  /// What is said: a text, or a date in EDTF.
  public var value: String
  /// Where it comes from.
  public var origin: Origin
  /// Where it stands in the bytes; nil if it is not in them.
  public var span: Range<Int>?

  /// A claim.
  public init(_ field: Field, _ value: String, _ origin: Origin, span: Range<Int>? = nil) {
    self.field = field
    self.value = value
    self.origin = origin
    self.span = span
  }
}

/// A part of a text.
public struct Passage: Hashable, Sendable {
  /// What a passage is.
  public enum Kind: String, Sendable {
    case title, heading, paragraph, sentence

    /// As it stands in the file, and its place among the kinds.
    var constant: (text: StaticString, place: Int) {
      switch self {
      case .title: ("title", 0)
      case .heading: ("heading", 1)
      case .paragraph: ("paragraph", 2)
      case .sentence: ("sentence", 3)
      }
    }
  }

  /// What it is.
  public var kind: Kind
  /// Byte offsets, blanks at the ends left out. A sentence does not include a dateline before it.
  public var span: Range<Int>

  /// A passage on the bytes of `span`.
  public init(_ kind: Kind, _ span: Range<Int>) {
    self.kind = kind
    self.span = span
  }
}
