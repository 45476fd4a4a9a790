/// 将 before an object, which says nothing of the future: 将20家企业列入清单, but not 将于5月移交.
public enum ObjectMark {
  /// Behind the object stands what is done to it.
  private static let verbs = [
    "列入", "纳入", "移交", "交付", "转交", "授予", "交给", "送往", "运往", "运抵", "送入", "作为", "视为", "列为", "定为",
    "更名", "改名", "加入", "提升", "提高", "出售", "转让", "关进", "驱逐", "引渡", "用于", "安装", "移送",
    "納入", "轉交", "送達", "運往", "運抵", "轉讓", "作為", "視為", "列為", "定為", "授與",
  ].map { Array($0.unicodeScalars) }
  /// With these begins no object, but a verb or what leads one.
  private static let leads = Set(
    "于於在会會与與同向对對从從由继繼续續进進联聯共开開建成启啟推签簽举舉投派提交移为為以被是有再正首全陆陸尽盡最不也还還就到达達出参參赴访訪试試实實主承发發"
      .unicodeScalars)
  /// With these begins one: a number, "its", "this".
  private static let heads = Set("一二三四五六七八九十百数數几幾多兩两其该該这這此各".unicodeScalars)
  /// 将一同, 将一起: no number; 将3月: a date.
  private static let adverbs = Set("同起道并並定直度律致月日年".unicodeScalars)
  private static let clauseMarks = Set("，。；：！？,;".unicodeScalars)
  /// How many characters behind it are looked at.
  private static let reach = 30

  /// True if a word is 将 alone and stands before an object.
  /// - Parameters:
  ///   - word: its bytes.
  ///   - bytes: the text, known to be UTF-8.
  ///   - end: where the sentence ends.
  /// - Returns: false for 将 before a verb or what leads one.
  public static func isAt(_ word: Range<Int>, in bytes: [UInt8], before end: Int) -> Bool {
    bytes.withUnsafeBufferPointer { isAt(word, in: $0, before: end) }
  }

  static func isAt(_ word: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Bool {
    guard word.count == 3, bytes[word.lowerBound] == 0xE5, bytes[word.lowerBound + 1] == 0xB0,
      0x86...0x87 ~= bytes[word.lowerBound + 2]
    else { return false }
    let tail = UnsafeBufferPointer(rebasing: bytes[word.upperBound..<min(end, word.upperBound + 3 * reach)])
    let clause = Array(
      String(decoding: tail, as: UTF8.self).unicodeScalars.prefix { !clauseMarks.contains($0) })
    guard let first = clause.first else { return false }
    let number = clause.prefix { 0x30...0x39 ~= $0.value || heads.contains($0) }
    if let behind = clause.dropFirst(number.count).first, !number.isEmpty, adverbs.contains(behind) {
      return false
    }
    if leads.contains(first) { return false }
    // Two characters at least are the object.
    return clause.indices.dropFirst(2).contains { at in verbs.contains { clause[at...].starts(with: $0) } }
  }
}
