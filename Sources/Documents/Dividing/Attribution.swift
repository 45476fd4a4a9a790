/// Who spoke, told behind what was said: `“Is it?” Putin asked`, `“……。”他说。`
enum Attribution {
  /// True if up to three capitalised words and a verb of saying follow.
  static func follows(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var i = start
    for place in 0..<5 {
      let word = EdgeWord(bytes, startingAt: i, to: end)
      guard word.letters > 0 else { return false }
      if place > 0, verbs.contains(word.key) { return true }
      guard word.isCapital else { return false }
      while i < end, Blank.length(bytes, i, end) == 0 {
        if i - start > 80 { return false }
        i += 1
      }
      i = Blank.skip(bytes, i, end)
    }
    return false
  }

  private static let verbs: Set<UInt128> = Set(
    "said says asked told added wrote replied noted stressed declared сказал сказала заявил заявила спросил отметил"
      .split(separator: " ").map { EdgeWord.key(String($0)) })

  /// True if the clause that follows a closed quote ends with a verb of saying and cannot be about the next one.
  static func followsChinese(_ bytes: [UInt8], _ start: Int, _ end: Int, isOpenedByVerb: Bool) -> Bool {
    var i = start
    while i - start <= 72, Han.isHan(bytes, i, end) || isName(bytes, i, end) { i += 3 }
    guard i > start, chinese.contains(where: { ends(bytes, start..<min(i, end), with: $0) }) else {
      return false
    }
    guard i + 2 < end, bytes[i] == 0xEF, bytes[i + 1] == 0xBC else {
      // 他说。 and the end of the paragraph
      return i >= end || bytes[i] == 0xE3 && !isOpenedByVerb
    }
    guard bytes[i + 2] == 0x8C else { return false }
    let next = i + 3
    let isQuote = next + 2 < end && bytes[next] == 0xE2 && bytes[next + 1] == 0x80 && bytes[next + 2] == 0x9C
    return !isOpenedByVerb || isQuote
  }

  /// 《 and 》 stand in titles; they are passed over like characters.
  private static func isName(_ bytes: [UInt8], _ i: Int, _ end: Int) -> Bool {
    i + 2 < end && bytes[i] == 0xE3 && bytes[i + 1] == 0x80 && (bytes[i + 2] == 0x8A || bytes[i + 2] == 0x8B)
  }

  private static func ends(_ bytes: [UInt8], _ clause: Range<Int>, with verb: [UInt8]) -> Bool {
    clause.count >= verb.count
      && bytes[(clause.upperBound - verb.count)..<clause.upperBound].elementsEqual(verb)
  }

  private static let chinese =
    [
      "说", "表示", "指出", "称", "强调", "认为", "介绍", "介绍道", "说道", "透露", "告诉记者", "告诉新华社记者", "问", "回答",
      "答道", "写道", "补充道", "坦言", "评价", "评价道", "宣布", "解释", "解释道", "总结道", "感慨", "感叹", "說", "稱", "強調", "認為", "介紹",
      "說道", "問", "寫道", "解釋",
    ].map { Array($0.utf8) }
}
