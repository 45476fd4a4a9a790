internal import Formats
internal import Records

/// The title of a text among the lines of its head.
struct TitleLine {
  private let header: Header
  private var lines: Lines { header.lines }

  init(_ header: Header) { self.header = header }

  /// Where the title stands in a line, if the line is one.
  func span(of index: Int) -> (span: Range<Int>, isNamed: Bool)? {
    let span = lines.all[index].trimmed
    if lines.bytes[span.lowerBound] == UInt8(ascii: "#") {
      let hashes = lines.bytes[span].prefix { $0 == UInt8(ascii: "#") }.count
      let text = lines.bytes.trimmed((span.lowerBound + hashes)..<span.upperBound, without: "#*")
      return header.title == nil && hashes == 1 || lines.text(text) == header.title?.text ? (text, true) : nil
    }
    guard header.title == nil else { return lines.text(span) == header.title?.text ? (span, false) : nil }
    let bare = Self.withoutStrayStop(lines.bytes, lines.bytes.trimmed(span, without: "*"))
    guard let last = next(behind: index), isTitle(bare, index, last) else { return nil }
    return (bare, false)
  }

  /// The first filled line behind a line; nil if it is the last: the only line of a text is the text.
  private func next(behind index: Int) -> Int? { lines.nextFilled(from: index + 1) }

  private func isTitle(_ span: Range<Int>, _ index: Int, _ next: Int) -> Bool {
    guard !span.isEmpty, span.count <= 800 else { return false }
    let text = lines.text(span)
    guard text.unicodeScalars.count <= 200, !",，:：;；、".contains(text.last ?? ","),
      text.contains(where: \.isLetter), Dateline(lines.bytes, span) == nil
    else { return false }
    let isFollowed = header.isHeaderLine(next)
    if ".。…".contains(text.last ?? ".") { return isFollowed && text.unicodeScalars.count <= 150 }
    // A title stands by itself, or a paragraph much longer than it follows at once.
    let isAlone = next > index + 1 || isFollowed
    return isAlone || lines.all[next].trimmed.count > max(160, 2 * span.count)
      || Dateline(lines.bytes, lines.all[next].trimmed) != nil
  }

  /// Some pages print a full stop after a blank behind the title.
  static func withoutStrayStop(_ bytes: [UInt8], _ span: Range<Int>) -> Range<Int> {
    guard span.count > 2, bytes[span.upperBound - 1] == UInt8(ascii: "."), bytes[span.upperBound - 2] == 0x20
    else { return span }
    return bytes.trimmed(span.lowerBound..<(span.upperBound - 1))
  }

  /// The titles of metadata without their sites, before the claims as they are.
  static func withoutSites(_ claims: [Claim]) -> [Claim] {
    let sites = claims.filter { $0.field == .outlet }.map(\.value)
    let titles = claims.filter { $0.field == .title && $0.origin == .metadata }.compactMap {
      claim -> Claim? in
      let bytes = Array(claim.value.utf8)
      let cut = withoutSite(bytes, 0..<bytes.count, sites: sites.isEmpty ? [""] : sites)
      guard cut.count < bytes.count else { return nil }
      return Claim(.title, String(decoding: bytes[cut], as: UTF8.self), .metadata, span: nil)
    }
    return titles + claims
  }

  /// Without the name of the site that pages put behind a title: ` | TASS`, ` - Xinhua | English.news.cn`, `_新华网`.
  static func withoutSite(_ bytes: [UInt8], _ span: Range<Int>, sites: [String] = []) -> Range<Int> {
    var span = span
    while let mark = lastMark(bytes, span) {
      let head = bytes.trimmed(span.lowerBound..<mark.lowerBound, without: "-_|")
      let tail = String(
        decoding: bytes[Blank.trimmed(bytes, mark.upperBound..<span.upperBound)], as: UTF8.self)
      guard !head.isEmpty, isSite(tail, mark: bytes[mark.lowerBound], isMetadata: !sites.isEmpty, sites)
      else { break }
      span = head
    }
    return span
  }

  /// The last bar, underline, arrow or dash with blanks around it; a dash between Chinese characters needs none.
  private static func lastMark(_ bytes: [UInt8], _ span: Range<Int>) -> Range<Int>? {
    guard span.count < 2000 else { return nil }
    for i in span.reversed() {
      let width: Int
      switch bytes[i] {
      case UInt8(ascii: "|"), UInt8(ascii: "_"): width = 1
      case UInt8(ascii: "-"): width = 1
      case 0xE2
      where i + 2 < span.upperBound && bytes[i + 1] == 0x80 && (bytes[i + 2] == 0x93 || bytes[i + 2] == 0x94):
        width = 3
      case 0xC2 where i + 1 < span.upperBound && (bytes[i + 1] == 0xBB || bytes[i + 1] == 0xB7): width = 2
      default: continue
      }
      let isSpaced = i > span.lowerBound && bytes[i - 1] == 0x20
      let isChinese = i + width < span.upperBound && bytes[i + width] >= 0xE3
      if bytes[i] == UInt8(ascii: "|") || isSpaced || isChinese { return i..<(i + width) }
    }
    return nil
  }

  private static let endings = ["网", "报", "社", "频道", "在线", "电视台", "新闻", "门户网站", "官网", "客户端"]

  private static func isSite(_ tail: String, mark: UInt8, isMetadata: Bool, _ sites: [String]) -> Bool {
    guard !tail.isEmpty, tail.utf8.count <= 80 else { return tail.isEmpty }
    let small = tail.lowercased()
    if OutletNames.isKnown(tail) || sites.contains(where: { $0.lowercased() == small }) { return true }
    if isHost(tail) || endings.contains(where: { tail.hasSuffix($0) }) && tail.count <= 12 { return true }
    // Behind a bar metadata name nothing but the site.
    return isMetadata && (mark == UInt8(ascii: "|") || mark == UInt8(ascii: "_"))
      && tail.split(separator: " ").count <= 6
  }

  /// `English.news.cn`, but not `U.S.`
  private static func isHost(_ tail: String) -> Bool {
    let labels = tail.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && tail.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
      && labels.allSatisfy { $0.utf8.count > 1 }
      && labels.last!.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
  }
}
