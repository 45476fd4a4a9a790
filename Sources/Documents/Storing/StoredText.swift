public import Calendar
internal import Records
public import SQLite

/// A document with its text, as it stands in the file.
public struct StoredText: Sendable {
  /// The document's number; 0 if it is in no file.
  public var id: Int
  /// Its identity across files.
  public var uid: String
  /// File it was read from, as typed.
  public var path: String?
  /// Its address.
  public var url: String?
  /// Its title.
  public var title: String?
  /// `en`, `ru`, `zh` or another code.
  public var language: String?
  /// Its day of publication.
  public var published: EDTF?
  /// Where in the text the day of publication stands; nil if it is known from elsewhere.
  public var publishedSpan: Range<Int>?
  /// The bytes that spans count in.
  public var bytes: [UInt8]
  /// How it is divided, in order of place; a paragraph stands before its sentences.
  public var passages: [Passage]

  /// nil if there is no such document, it holds no text, or it was taken back.
  public init?(_ id: Int, in connection: Connection) throws {
    let found = try connection.first(
      """
      SELECT d.uid, d.path, d.url, d.title, d.language, d.published, b.bytes
      FROM document AS d JOIN document_bytes AS b ON b.document = d.id WHERE d.id = \(id) AND d.withdrawn = 0
      """, \.values)
    guard let found, let uid = String(found[0]), let bytes = [UInt8](found[6]) else { return nil }
    self.id = id
    self.uid = uid
    path = String(found[1])
    url = String(found[2])
    title = String(found[3])
    language = String(found[4])
    published = String(found[5]).flatMap { try? EDTF($0) }
    self.bytes = bytes
    passages = try PassageTable.passages(of: id, in: connection)
    publishedSpan = try connection.first(
      """
      SELECT starts, ends FROM document_claim
      WHERE document = \(id) AND field = 'published' AND value = \(published?.description) AND starts IS NOT NULL
        AND withdrawn = 0
      ORDER BY id LIMIT 1
      """
    ) { try $0.get(0)..<$0.get(1) }
  }

  /// A document that is not in any file, or was entered just now: as it stands there.
  /// - Parameters:
  ///   - document: the text.
  ///   - id: its number; 0 if it is in no file.
  public init(_ document: Document, id: Int = 0) {
    self.id = id
    uid = id == 0 ? document.sha256 : document.uid
    path = document.path
    url = document.url
    title = document.title
    language = document.language
    published = document.published
    bytes = document.bytes
    passages = Self.inOrder(document.passages)
    publishedSpan = Self.span(of: document.published?.description, among: document.claims)
  }

  /// A title may stand behind the first sentences.
  private static func inOrder(_ passages: [Passage]) -> [Passage] {
    func place(_ passage: Passage) -> Int {
      passage.span.lowerBound << 1 | (passage.kind == .sentence ? 1 : 0)
    }
    let isInOrder = zip(passages, passages.dropFirst()).allSatisfy { place($0) <= place($1) }
    return isInOrder ? passages : passages.sorted { place($0) < place($1) }
  }

  /// Of claims that say the same from the same place the first is kept.
  private static func span(of published: String?, among claims: [Claim]) -> Range<Int>? {
    var seen: Set<Claim.Origin> = []
    for claim in claims where claim.field == .published && claim.value == published {
      if seen.insert(claim.origin).inserted, let span = claim.span { return span }
    }
    return nil
  }

  /// The text of a span.
  public func text(_ span: Range<Int>) -> String { String(decoding: bytes[span], as: UTF8.self) }

  /// The documents that hold a text.
  public static func all(in connection: Connection) throws -> [Int] {
    try connection.rows(
      """
      SELECT d.id FROM document AS d JOIN document_text AS t ON t.id = d.id
      WHERE d.withdrawn = 0 AND t.withdrawn = 0 ORDER BY d.id
      """
    ) { try $0.get(0) }
  }
}
