internal import Formats
internal import Records

/// Lines that name who wrote a text.
enum Byline {
  /// The names of `By John Smith and Jane Doe`, `记者 张三`, `文/张三`; nil if the line is none.
  static func authors(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard line.count <= 200, line.count > 3 else { return nil }
    return english(bytes, line) ?? russian(bytes, line) ?? chinese(bytes, line)
  }

  private static func english(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    let i = line.lowerBound
    let isLed =
      bytes[i] | 0x20 == UInt8(ascii: "b") && bytes[i + 1] | 0x20 == UInt8(ascii: "y") && bytes[i + 2] == 0x20
    return isLed ? western(bytes, (line.lowerBound + 3)..<line.upperBound) : nil
  }

  private static let leads = [
    "Автор ", "Авторы ", "Корреспондент ", "Текст ", "Беседовал ", "Беседовала ", "Reporter ",
  ]
  .map { Array($0.utf8) }

  private static func russian(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard bytes[line.lowerBound] == 0xD0 || bytes[line.lowerBound] == UInt8(ascii: "R") else { return nil }
    guard let lead = leads.first(where: { bytes[line].starts(with: $0) }) else { return nil }
    return western(bytes, (line.lowerBound + lead.count)..<line.upperBound)
  }

  private static let joining: Set<String> = ["and", "with", "и", "de", "van", "von", "der", "bin", "al"]

  /// Capitalised words up to a mark that parts, and nothing that makes a sentence of them.
  private static func western(_ bytes: [UInt8], _ rest: Range<Int>) -> Range<Int>? {
    let tokens = Token.all(in: bytes, rest)
    var end: Int?
    var names = 0
    for (index, token) in tokens.enumerated() {
      if token.kind == .word {
        if ["in", "for", "в"].contains(token.text), names > 1 { break }
        guard token.isCapital || joining.contains(token.text) else { return nil }
        names += 1
        end = token.span.upperBound
      } else if token.isMark("|·•–—/(") || token.kind == .number {
        break
      } else if token.isMark(",") {
        // "By Ivan Petrov, TASS": behind the comma the outlet or a day, or another name.
        let words = tokens[(index + 1)...].prefix { $0.kind == .word }
        guard let first = words.first, let last = words.last else { break }
        if isOutletOrMonth(bytes, first.span.lowerBound..<last.span.upperBound) { break }
      } else if !token.isMark(".-’'&;") {
        return nil
      }
    }
    guard let end, names > 0, names <= 16, let first = tokens.first, first.kind == .word else { return nil }
    return first.span.lowerBound..<end
  }

  private static func isOutletOrMonth(_ bytes: [UInt8], _ span: Range<Int>) -> Bool {
    guard !span.isEmpty else { return true }
    return OutletNames.isKnown(String(decoding: bytes[span], as: UTF8.self))
      || DateGrammar.dates(in: bytes, span.lowerBound..<min(span.upperBound + 12, bytes.count)).first?.span
        .lowerBound
        == span.lowerBound
  }

  private static let roles = [
    "新华社记者", "中新社记者", "本报记者", "本网记者", "特约记者", "驻俄记者", "见习记者", "记者", "通讯员", "作者", "本報記者", "記者", "文/", "文丨",
    "文｜", "撰文", "编译",
  ]

  private static func chinese(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    guard line.count <= 90, bytes[line.lowerBound] >= 0xE3 else { return nil }
    let text = String(decoding: bytes[line], as: UTF8.self)
    guard text.count <= 30, let role = roles.first(where: { text.hasPrefix($0) }) else { return nil }
    let names = chineseNames(bytes, (line.lowerBound + role.utf8.count)..<line.upperBound)
    guard let first = names.first, let last = names.last else { return nil }
    let rest = String(decoding: bytes[last.upperBound..<line.upperBound], as: UTF8.self)
    return rest.contains(where: { "。，？！".contains($0) }) ? nil : first.lowerBound..<last.upperBound
  }

  /// Two to four characters, or a foreign name with its dots, each; the words for the trade left out.
  static func chineseNames(_ bytes: [UInt8], _ span: Range<Int>) -> [Range<Int>] {
    var names: [Range<Int>] = []
    var start = span.lowerBound
    func finish(_ end: Int) {
      var name = start..<end
      for role in roles.map({ Array($0.utf8) }) {
        guard let at = bytes[name].indices.first(where: { bytes[$0..<name.upperBound].starts(with: role) })
        else { continue }
        name = (at + role.count)..<name.upperBound
      }
      let count = String(decoding: bytes[name], as: UTF8.self).count
      if 2...12 ~= count, Han.isHan(bytes, name.lowerBound, name.upperBound),
        count < 5 || holdsDot(bytes, name)
      {
        names.append(name)
      }
    }
    bytes.forEachScalar(in: span) { scalar, offset in
      if Token.Kind(scalar) == nil || "、，,；;：:和|".unicodeScalars.contains(scalar) {
        if start < offset.lowerBound { finish(offset.lowerBound) }
        start = offset.upperBound
      }
    }
    if start < span.upperBound { finish(span.upperBound) }
    return names
  }

  private static func holdsDot(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    String(decoding: bytes[name], as: UTF8.self).contains("·")
  }

  /// The name of `Ivan Petrov <ivan@example.org>`.
  static func withoutAddress(_ bytes: [UInt8], _ span: Range<Int>) -> Range<Int> {
    guard let open = bytes[span].firstIndex(of: UInt8(ascii: "<")), open > span.lowerBound else {
      return span
    }
    let name = bytes.trimmed(span.lowerBound..<open, without: "\"'")
    return name.isEmpty ? span : name
  }

  /// The single names; a blank parts names in Chinese characters.
  static func names(_ text: String) -> [String] {
    let parted = text.replacing(" and ", with: ";").replacing(" и ", with: ";").replacing(" AND ", with: ";")
    return Header.parts(parted, at: ";；,，、", preferring: "").flatMap { name in
      let bytes = Array(name.utf8)
      let parts = chineseNames(bytes, 0..<bytes.count)
      return parts.isEmpty ? [name] : parts.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }
}
