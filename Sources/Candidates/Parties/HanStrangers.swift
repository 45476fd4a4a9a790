internal import Names

/// Bodies whose names are written in Chinese characters.
extension Strangers {
  /// 俄罗斯科学工程社团联盟: the state or place, then characters up to an ending of names.
  mutating func han(_ at: Int, _ end: Int, _ side: String) {
    var characters: [Unicode.Scalar] = []
    var stop = end
    while stop < words.count, characters.count < 16, words[stop].kind == .han || words[stop].kind == .letters,
      words[stop].text.count == 1 || words[stop].kind == .letters
    {
      let character = words[stop].text.unicodeScalars.first!
      if BodyShape.hanStops.contains(character) { break }
      characters.append(character)
      stop += 1
    }
    guard let (length, kind) = HanName.find(characters), length >= 3 else { return quotedHan(end, side) }
    let span = words[at].span.lowerBound..<words[end + length - 1].span.upperBound
    let name = String(decoding: bytes[span], as: UTF8.self)
    add(han: Stranger(han: span, name: name, kind: kind, side: side), span)
  }

  /// 俄罗斯公司“X”.
  private mutating func quotedHan(_ end: Int, _ side: String) {
    guard let open = words[end...].prefix(8).firstIndex(where: { $0.text == "“" || $0.text == "《" }),
      words[end..<open].allSatisfy({
        $0.kind == .han && !BodyShape.hanStops.contains($0.text.unicodeScalars.first!)
      }),
      let close = words[(open + 1)...].prefix(10).firstIndex(where: { $0.text == "”" || $0.text == "》" }),
      let (_, kind) = HanName.find(words[end..<open].map { $0.text.unicodeScalars.first! }), close > open + 1
    else { return }
    add((open + 1)..<close, kind, side)
  }
}
