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
