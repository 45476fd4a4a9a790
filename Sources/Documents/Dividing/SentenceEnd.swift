// Whether a stop ends a sentence.
extension Sentences {
  /// The place behind the sentence, its closing quotes and brackets included, if one ends with these stops.
  func endOfSentence(_ run: StopRun) -> Int? {
    let closed = Closing(bytes, from: run.end, end, isWide: run.isWide, inQuotes: hasOpenQuote(run.start))
    guard closed.end < end else { return end }
    if run.isWide || isBetweenHan(run, closed) { return wideEnd(closed) }
    let stop = behindNote(closed.end)
    let next = Blank.skip(bytes, stop, end)
    guard next < end else { return end }
    if next == stop { return lacksBlank(run, closed) ? stop : nil }
    let follower = Follower(bytes, next, end)
    guard follower.canBegin else { return nil }
    if run.isDot { return isAbbreviation(run, closed, follower) ? nil : stop }
    if run.isEllipsis, isOmission(run, closed) || follower.isLower { return nil }
    if closed.hasQuote, Attribution.follows(bytes, next, end) { return nil }
    // A name such as "Yahoo! Inc."
    return follower.isFirm ? nil : stop
  }

  /// `。` ends a sentence wherever it stands, but not before another mark of the same sentence, nor in a title.
  private func wideEnd(_ closed: Closing) -> Int? {
    let next = Blank.skip(bytes, closed.end, end)
    guard next < end else { return end }
    if closed.isTitle && next == closed.end { return nil }
    if Follower(bytes, next, end).continues { return nil }
    guard closed.hasQuote, next == closed.end else { return closed.end }
    return Attribution.followsChinese(bytes, next, end, isOpenedByVerb: isQuoteLed) ? nil : closed.end
  }

  /// True where a mark of ASCII does the work of a Chinese one.
  private func isBetweenHan(_ run: StopRun, _ closed: Closing) -> Bool {
    !run.isDot && !run.isEllipsis && isHan(before: run.start) && Han.isHan(bytes, closed.end, end)
  }

  private func isHan(before i: Int) -> Bool { i - 3 >= start && Han.isHan(bytes, i - 3, i) }

  /// True if a colon or comma stands before the quote: who speaks has been said.
  private var isQuoteLed: Bool {
    guard let quote, quote > 0 else { return false }
    let before = bytes[quote - 1]
    if before == UInt8(ascii: ":") || before == UInt8(ascii: ",") { return true }
    guard quote >= 3, bytes[quote - 3] == 0xEF, bytes[quote - 2] == 0xBC else { return false }
    return before == 0x9A || before == 0x8C
  }

  /// True if a straight quote was opened in this sentence and not closed.
  private func hasOpenQuote(_ stop: Int) -> Bool {
    let near = max(start, stop - Self.reach)
    return bytes[near..<stop].count { $0 == 0x22 } % 2 == 1
  }

  /// No quote is looked for further back, so that a stop costs little wherever it stands.
  private static let reach = 512

  /// Behind the number of a note, as in `signed.[12] Then`.
  private func behindNote(_ i: Int) -> Int {
    guard i < end, bytes[i] == UInt8(ascii: "[") else { return i }
    var k = i + 1
    while k < end, k - i < 5, 0x30...0x39 ~= bytes[k] { k += 1 }
    return k > i + 1 && k < end && bytes[k] == UInt8(ascii: "]") ? k + 1 : i
  }

  /// `[...]` and `(…)` stand for words left out.
  private func isOmission(_ run: StopRun, _ closed: Closing) -> Bool {
    guard closed.end > run.end, run.start > start else { return false }
    let before = bytes[run.start - 1]
    return before == UInt8(ascii: "[") || before == UInt8(ascii: "(") || before == UInt8(ascii: "<")
  }

  /// True where only the blank behind the sentence was forgotten: `сделано.Затем`, `done.The`.
  private func lacksBlank(_ run: StopRun, _ closed: Closing) -> Bool {
    guard run.isDot || run.count == 1, closed.end == run.end || closed.hasQuote else { return false }
    let before = EdgeWord(bytes, endingAt: run.start, from: start)
    let follower = Follower(bytes, closed.end, end)
    guard before.letters > 3, before.isSmall, follower.isTitleCase else { return false }
    if before.isCyrillic {
      return follower.word.isCyrillic && (follower.word.letters > 2 || follower.isOpener)
    }
    return follower.isOpener && !before.isAddress
  }
}

/// Quotes and brackets that close behind a stop.
struct Closing {
  private(set) var end: Int
  private(set) var hasQuote = false
  /// True if a title in Chinese brackets ends here.
  private(set) var isTitle = false

  init(_ bytes: [UInt8], from start: Int, _ limit: Int, isWide: Bool, inQuotes: Bool) {
    end = start
    while end < limit {
      let length = length(bytes, limit, isWide: isWide, inQuotes: inQuotes && !hasQuote)
      if length == 0 { return }
      end += length
    }
  }

  private mutating func length(_ bytes: [UInt8], _ limit: Int, isWide: Bool, inQuotes: Bool) -> Int {
    switch bytes[end] {
    case 0x22, 0x27:
      // A straight quote right behind a Chinese stop may as well open the next sentence.
      guard !isWide || inQuotes || end + 1 == limit || Blank.length(bytes, end + 1, limit) > 0 else {
        return 0
      }
      hasQuote = true
      return 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return 1
    case 0xC2 where end + 1 < limit && bytes[end + 1] == 0xBB:
      hasQuote = true
      return 2
    case 0xE2, 0xE3, 0xEF: return wide(bytes, limit)
    default: return 0
    }
  }

  private mutating func wide(_ bytes: [UInt8], _ limit: Int) -> Int {
    guard end + 2 < limit else { return 0 }
    switch (bytes[end], bytes[end + 1], bytes[end + 2]) {
    // ” ’ › 」 』
    case (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x99), (0xE2, 0x80, 0xBA), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F):
      hasQuote = true
    // “ closes in Russian and German, where a blank follows.
    case (0xE2, 0x80, 0x9C):
      guard end + 3 == limit || Blank.length(bytes, end + 3, limit) > 0 else { return 0 }
      hasQuote = true
    // 〉 》
    case (0xE3, 0x80, 0x89), (0xE3, 0x80, 0x8B): isTitle = true
    // ） 】 〕 ］
    case (0xEF, 0xBC, 0x89), (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95), (0xEF, 0xBC, 0xBD): break
    default: return 0
    }
    return 3
  }
}

/// Chinese characters in bytes.
enum Han {
  /// True at U+4E00 to U+9FFF, and U+3400 to U+4DBF.
  static func isHan(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
    guard i >= 0, i + 2 < end, 0xE3...0xE9 ~= bytes[i] else { return false }
    return bytes[i] > 0xE3 || bytes[i + 1] >= 0x90
  }
}
