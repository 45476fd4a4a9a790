internal import CInflate

/// The files in a zip archive: stored or deflated, as Word writes them.
struct ZipFile {
  private struct Entry {
    var method: Int
    var packed: Int
    var size: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// Reads the directory at the end of the file.
  init(_ bytes: [UInt8]) throws(OpenRefusal) {
    self.bytes = bytes
    guard let end = Self.directoryEnd(bytes) else { throw Self.cutOff }
    var at = long(end + 16)
    for _ in 0..<short(end + 10) {
      guard at + 46 <= bytes.count, long(at) == 0x0201_4B50 else { throw Self.cutOff }
      let name = at + 46..<min(at + 46 + short(at + 28), bytes.count)
      entries[String(decoding: bytes[name], as: UTF8.self)] = Entry(
        method: short(at + 10), packed: long(at + 20), size: long(at + 24), header: long(at + 42))
      at += 46 + short(at + 28) + short(at + 30) + short(at + 32)
    }
  }

  func has(_ name: String) -> Bool { entries[name] != nil }

  /// A part of a Word file is seldom larger than some megabytes; one that says so unpacks to no text.
  private static let largest = 64 << 20

  /// The bytes of a file in it; nil if there is none of that name.
  func file(_ name: String) throws(OpenRefusal) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    guard entry.size <= Self.largest else {
      throw OpenRefusal("\(name) in it unpacks to \(entry.size) bytes", hint: "Check that it is a text.")
    }
    let header = entry.header
    guard header + 30 <= bytes.count, long(header) == 0x0403_4B50 else { throw Self.cutOff }
    let start = header + 30 + short(header + 26) + short(header + 28)
    guard start + entry.packed <= bytes.count else { throw Self.cutOff }
    let data = bytes[start..<(start + entry.packed)]
    switch entry.method {
    case 0: return Array(data)
    case 8: return try inflated(data, entry.size, name)
    default:
      throw OpenRefusal("\(name) in it is packed by method \(entry.method)", hint: "Save it again from Word.")
    }
  }

  /// The size in the directory is all the room there is: what unpacks to more is damaged, or a bomb.
  private func inflated(_ data: ArraySlice<UInt8>, _ size: Int, _ name: String) throws(OpenRefusal) -> [UInt8]
  {
    var written = 0
    let out = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      written = data.withUnsafeBytes { cinflate($0.baseAddress, $0.count, buffer.baseAddress, size + 1) }
      count = max(0, written)
    }
    if written == -2 {
      throw OpenRefusal(
        "zlib is not installed, which unpacks it", hint: "Install it: apt-get install zlib1g.")
    }
    guard written == size else {
      throw OpenRefusal(
        "\(name) in it is damaged", hint: "Save it again from the program that made it, or as plain text.")
    }
    return out
  }

  private static let cutOff = OpenRefusal(
    "it is a damaged or cut-off zip archive", hint: "Fetch or save the file again.")

  /// The record that ends the file, behind which a comment may stand.
  private static func directoryEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    for at in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
    where bytes[at] == 0x50 && bytes[at...].starts(with: [0x50, 0x4B, 0x05, 0x06]) { return at }
    return nil
  }

  /// Numbers, lowest byte first; 0 beyond the end.
  private func short(_ at: Int) -> Int {
    at + 2 <= bytes.count ? Int(bytes[at]) | Int(bytes[at + 1]) << 8 : 0
  }
  private func long(_ at: Int) -> Int { short(at) | short(at + 2) << 16 }
}
