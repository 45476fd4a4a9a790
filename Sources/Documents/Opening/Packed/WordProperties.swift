internal import Calendar
internal import Formats
internal import Records

/// Collects docProps/core.xml. A file made from another keeps its author and day: all of it is claims.
final class WordProperties: XMLListener {
  private(set) var claims: [Claim] = []
  private var value: [UInt8] = []

  func begin(_ name: String, _ attributes: Attributes) { value = [] }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) { value.append(contentsOf: bytes) }

  func end(_ name: String) {
    let text = NFC.normalized(String(decoding: value, as: UTF8.self).trimmed)
    value = []
    guard !text.isEmpty else { return }
    switch name {
    case "dc:title": claims.append(Claim(.title, text, .metadata))
    case "dc:creator": claims.append(Claim(.authors, text, .metadata))
    case "dcterms:created":
      if let day = StatedDay.edtf(text) { claims.append(Claim(.published, day, .metadata)) }
    case "dc:language":
      claims.append(Claim(.language, String(text.lowercased().prefix { $0.isLetter }), .metadata))
    default: break
    }
  }
}
