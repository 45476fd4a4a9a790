import Documents
import Formats

/// All that a file gives.
func open(_ bytes: [UInt8], path: String? = nil, url: String? = nil, replacing: Bool = false) throws
  -> [Opening.Item]
{
  var opening = Opening(bytes, path: path, url: url, replacing: replacing)
  return try items(&opening)
}

func open(_ text: String, path: String? = nil, url: String? = nil) throws -> [Opening.Item] {
  try open(Array(text.utf8), path: path, url: url)
}

func records(_ text: String) throws -> [Opening.Item] {
  let bytes = Array(text.utf8)
  var opening = Opening(records: ByteSource(bytes: bytes), container: SHA256.hex(of: bytes), path: "a.json")
  return try items(&opening)
}

private func items(_ opening: inout Opening) throws -> [Opening.Item] {
  var items: [Opening.Item] = []
  while let item = try opening.next() { items.append(item) }
  return items
}

extension [Opening.Item] {
  var readings: [Reading] { compactMap { if case .reading(let reading, _) = $0 { reading } else { nil } } }
  var refusals: [OpenRefusal] { compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } } }
}

extension Reading {
  var text: String { String(decoding: bytes, as: UTF8.self) }
  func claimed(_ field: Claim.Field) -> [String] { claims.filter { $0.field == field }.map(\.value) }
}
