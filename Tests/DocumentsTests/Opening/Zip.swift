/// Writes zip archives for tests.
enum Zip {
  static func file(
    _ files: [(name: String, bytes: [UInt8])], deflate: Bool = false, claiming size: Int? = nil
  )
    -> [UInt8]
  {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let data = deflate ? blocks(file.bytes) : file.bytes
      let fields = short(20) + short(0) + short(deflate ? 8 : 0) + short(0) + short(0) + long(0)
      let sizes = long(data.count) + long(size ?? file.bytes.count) + short(file.name.utf8.count) + short(0)
      let place = archive.count
      archive += [0x50, 0x4B, 3, 4] + fields + sizes + Array(file.name.utf8) + data
      directory += [0x50, 0x4B, 1, 2] + short(20) + fields + sizes
      directory += short(0) + short(0) + short(0) + long(0) + long(place) + Array(file.name.utf8)
    }
    let end = short(0) + short(0) + short(files.count) + short(files.count) + long(directory.count)
    return archive + directory + [0x50, 0x4B, 5, 6] + end + long(archive.count) + short(0)
  }

  /// The same stored files, packed.
  static func deflated(_ stored: [UInt8]) -> [UInt8] {
    var files: [(name: String, bytes: [UInt8])] = []
    var at = 0
    while stored[at...].starts(with: [0x50, 0x4B, 3, 4]) {
      let number = { (place: Int, bytes: Int) in
        (0..<bytes).reduce(0) { $0 | Int(stored[at + place + $1]) << (8 * $1) }
      }
      let (size, name) = (number(18, 4), number(26, 2))
      let start = at + 30 + name
      files.append(
        (String(decoding: stored[(at + 30)..<start], as: UTF8.self), Array(stored[start..<(start + size)])))
      at = start + size
    }
    return file(files, deflate: true)
  }

  /// Says that it unpacks to a gigabyte.
  static let bomb = file([("word/document.xml", [1, 2, 3])], deflate: true, claiming: 1 << 30)
  /// Unpacks to more than it says.
  static let liar = file(
    [("word/document.xml", [UInt8](repeating: 65, count: 1000))], deflate: true, claiming: 10)

  /// Deflate data of blocks that are only stored.
  private static func blocks(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    repeat {
      let count = min(65_535, bytes.count - at)
      out.append(at + count == bytes.count ? 1 : 0)
      out += short(count) + short(count ^ 0xFFFF) + bytes[at..<(at + count)]
      at += count
    } while at < bytes.count
    return out
  }

  private static func short(_ value: Int) -> [UInt8] {
    [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
  }
  private static func long(_ value: Int) -> [UInt8] { short(value) + short(value >> 16) }
}
