/// A text as it comes out of its file: UTF-8, with what the file itself says about it.
public struct Reading: Sendable {
  /// UTF-8; every span counts in these.
  public var bytes: [UInt8]
  /// The bytes received, where they are others than `bytes`.
  public var original: [UInt8]?
  /// The media type of what was received; nil: by the ending of the file.
  public var media: String?
  /// The encoding of what was received, where it is not UTF-8.
  public var encoding: String?
  /// SHA-256 of the file this was a part of, where it was one of several.
  public var container: String?
  /// Where in that file.
  public var part: String?
  /// File it was read from, as typed.
  public var path: String?
  /// The address it was saved from, where the analyst or the file names it.
  public var url: String?
  /// What the file says about the text, as the metadata of a page do.
  public var claims: [Claim] = []
  /// Who wrote it, where the file names them.
  public var authors: [String] = []
  /// The publisher's own headings for it.
  public var categories: [String] = []

  /// Plain text, about which its file says nothing.
  public init(bytes: [UInt8], path: String? = nil, url: String? = nil) {
    self.bytes = bytes
    self.path = path
    self.url = url
  }
}
