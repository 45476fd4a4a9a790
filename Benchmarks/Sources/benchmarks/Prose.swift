import Glibc

/// Texts to measure with: the paragraphs of `seeds/texts` in another order each time.
struct Prose {
  private var paragraphs: [String: [[UInt8]]] = [:]
  private var state: UInt64 = 1

  static let languages = ["en", "ru", "zh"]

  /// Reads the texts; their language stands at the end of their names.
  init() {
    let parts = #filePath.split(separator: "/").dropLast(4)
    let folder = "/" + parts.joined(separator: "/") + "/seeds/texts"
    guard let directory = opendir(folder) else { fatalError("no folder \(folder)") }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    for name in names.sorted() {
      for language in Self.languages where name.contains("-\(language).") {
        paragraphs[language, default: []] += Self.bytes(of: "\(folder)/\(name)").split(separator: 0x0A).map(
          Array.init)
      }
    }
  }

  /// About so many bytes of text.
  mutating func text(_ language: String, bytes: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 4096)
    while text.count < bytes {
      text += paragraphs[language]![Int(next() % UInt64(paragraphs[language]!.count))]
      text += [0x0A, 0x0A]
    }
    return text
  }

  /// About so many bytes of an article of its own: of the plain words every fourth is another each time, so that two
  /// articles are no copies of each other.
  mutating func article(_ language: String, bytes: Int) -> [UInt8] {
    var text = self.text(language, bytes: bytes)
    var at = 0
    while at < text.count {
      let (length, isPlain) = Self.run(text, at)
      if isPlain, next() % 4 == 0 { scramble(&text, at, length) }
      at += length
    }
    return text
  }

  /// The word or character at a place: its bytes, and whether it is a word of small letters or a Chinese character.
  private static func run(_ text: [UInt8], _ at: Int) -> (length: Int, isPlain: Bool) {
    if 0xE4...0xE9 ~= text[at], at + 2 < text.count { return (3, true) }
    let isSmall = { (i: Int) in 0x61...0x7A ~= text[i] }
    let isRussian = { (i: Int) in
      i + 1 < text.count && (text[i] == 0xD0 && text[i + 1] >= 0xB0 || text[i] == 0xD1)
    }
    var end = at
    while end < text.count, isSmall(end) || isRussian(end) { end += isSmall(end) ? 1 : 2 }
    let follows = at > 0 && (text[at - 1] | 0x20) &- 0x61 < 26 || at > 0 && 0x80...0xBF ~= text[at - 1]
    return (max(1, end - at), end - at >= 4 && !follows)
  }

  private mutating func scramble(_ text: inout [UInt8], _ start: Int, _ length: Int) {
    var at = start
    while at < start + length {
      let random = next()
      switch text[at] {
      case 0x61...0x7A:
        text[at] = 0x61 + UInt8(random % 26)
        at += 1
      case 0xD0, 0xD1:
        (text[at], text[at + 1]) = (0xD0, 0xB0 + UInt8(random % 16))
        at += 2
      default:
        text[at + 1] = 0x80 + UInt8(random % 64)
        text[at + 2] = 0x80 + UInt8(random / 64 % 64)
        at += 3
      }
    }
  }

  /// The next of the same numbers in every run.
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  private static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { fatalError("no file \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
  }
}
