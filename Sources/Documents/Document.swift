public import Calendar
internal import Formats

/// A text as it was read: its bytes, what it says about itself, and how it is divided.
public struct Document: Sendable {
  /// What was concluded from the claims; nil where nothing says it.
  public var title: String?
  public var outlet: String?
  public var authors: [String] = []
  /// The publisher's own headings for the text.
  public var categories: [String] = []
  public var published: EDTF?
  /// `en`, `ru`, `zh`, or another code where the text is clear enough.
  public var language: String?
  public var url: String?
  /// File it was read from, as typed.
  public var path: String?
  /// Exactly as received; every span counts in these.
  public var bytes: [UInt8]
  public var claims: [Claim] = []
  public var passages: [Passage] = []

  public init(bytes: [UInt8], path: String? = nil, url: String? = nil) {
    self.bytes = bytes
    self.path = path
    self.url = url
  }

  /// SHA-256 of the bytes, in hexadecimal.
  public var sha256: String { SHA256.hex(of: bytes) }
  /// The host of the address.
  public var host: String? { url.flatMap(WebAddress.host) }

  /// The text of a span.
  public func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }
}

/// What a text, its metadata or its address says about itself. Claims may disagree.
public struct Claim: Hashable, Sendable {
  public enum Field: String, Sendable { case published, title, outlet, authors, language }

  public enum Origin: String, Sendable {
    case header
    case frontMatter = "front-matter"
    case dateline, metadata, url, table, analyst
  }

  public var field: Field
  public var value: String
  public var origin: Origin
  /// Where it stands in the bytes; nil if it is not in them.
  public var span: Range<Int>?

  public init(_ field: Field, _ value: String, _ origin: Origin, span: Range<Int>? = nil) {
    self.field = field
    self.value = value
    self.origin = origin
    self.span = span
  }
}

/// A part of a text.
public struct Passage: Hashable, Sendable {
  public enum Kind: String, Sendable { case title, heading, paragraph, sentence }

  public var kind: Kind
  /// Byte offsets, blanks at the ends left out. A sentence does not include a dateline before it.
  public var span: Range<Int>

  public init(_ kind: Kind, _ span: Range<Int>) {
    self.kind = kind
    self.span = span
  }
}
