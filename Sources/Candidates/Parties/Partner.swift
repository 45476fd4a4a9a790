internal import Names

/// A body that the file does not know and no word places, named as the one an act is done with.
enum Partner {
  /// The one that "and", "with" or a comma joins to a known party.
  static func beside(_ parties: [Range<Int>], in words: [Word], _ actors: [Match], _ bytes: [UInt8])
    -> Stranger?
  {
    var at = 0
    while at < words.count {
      guard words[at].isCapital else {
        at += 1
        continue
      }
      let name = words[at...].prefix { $0.kind == .letters && $0.isCapital }
      defer { at = name.endIndex }
      guard name.count > 1, name.count <= 7,
        let kind = name.dropFirst().lazy.compactMap({ BodyShape.kind($0.text) }).first
      else { continue }
      let span = name.first!.span.lowerBound..<name.last!.span.upperBound
      guard !actors.contains(where: { $0.span.overlaps(span) }),
        !parties.contains(where: { $0.overlaps(span) })
      else { continue }
      let isJoined = parties.contains { party in
        let gap =
          party.upperBound <= span.lowerBound
          ? party.upperBound..<span.lowerBound : span.upperBound..<max(span.upperBound, party.lowerBound)
        let between = String(decoding: bytes[gap], as: UTF8.self)
        return joins.contains(between)
      }
      if isJoined { return Stranger(name, bytes, kind: kind, side: "", known: []) }
    }
    return nil
  }

  private static let joins: Set<String> = [
    " and ", " with ", ", ", " & ", " и ", " с ", " and the ", " with the ", " and its partner ",
  ]

  /// A body that no word places, named as those of the text's own country are: завод «Ромашка» in a Russian text,
  /// 恒岳资本 in a Chinese one.
  static func own(in words: [Word], _ actors: [Match], _ bytes: [UInt8]) -> Stranger? {
    words.contains { $0.kind == .han } ? ownHan(words, actors, bytes) : ownRussian(words, actors, bytes)
  }

  private static func ownRussian(_ words: [Word], _ actors: [Match], _ bytes: [UInt8]) -> Stranger? {
    for open in words.indices.dropFirst() where words[open].text == "«" {
      guard let kind = BodyShape.russianKind(words[open - 1].text),
        let close = words[(open + 1)...].prefix(6).firstIndex(where: { $0.text == "»" }), close > open + 1
      else { continue }
      let name = words[(open + 1)..<close]
      let span = name.first!.span.lowerBound..<name.last!.span.upperBound
      if actors.contains(where: { $0.span.overlaps(span) }) { continue }
      return Stranger(name, bytes, kind: kind, side: "", known: [])
    }
    return nil
  }

  private static func ownHan(_ words: [Word], _ actors: [Match], _ bytes: [UInt8]) -> Stranger? {
    var at = 0
    while at < words.count {
      let run = words[at...].prefix { word in
        word.kind == .han && !BodyShape.hanStops.contains(word.text.unicodeScalars.first!) && word.text != "同"
      }
      defer { at = run.endIndex + 1 }
      let characters = run.prefix(16).map { $0.text.unicodeScalars.first! }
      guard let first = characters.first, !counting.contains(first),
        let (length, kind) = HanName.find(characters), 4...12 ~= length
      else { continue }
      let span = run.first!.span.lowerBound..<run[run.startIndex + length - 1].span.upperBound
      if actors.contains(where: { $0.span.overlaps(span) }) { continue }
      return Stranger(han: span, name: String(decoding: bytes[span], as: UTF8.self), kind: kind, side: "")
    }
    return nil
  }

  /// What begins with these is no name: 两家公司, 多所大学.
  private static let counting = Set("一二两三四五六七八九十多数几各某全外我新国双首另还因".unicodeScalars)

  private static let before: Set<String> = ["with", "to", "from", "by", "and", "с", "со", "и", "для", "у"]

  static func find(in words: [Word], _ actors: [Match], _ bytes: [UInt8]) -> Stranger? {
    for at in words.indices.dropLast() where before.contains(words[at].text) {
      let name = words[(at + 1)...].prefix(6).prefix { $0.kind == .letters && $0.isCapital }
      guard !name.isEmpty, let kind = name.lazy.compactMap({ BodyShape.kind($0.text) }).first else {
        continue
      }
      let span = name.first!.span.lowerBound..<name.last!.span.upperBound
      if actors.contains(where: { $0.span.overlaps(span) }) { continue }
      if name.count > 1 { return Stranger(name, bytes, kind: kind, side: "", known: []) }
    }
    return nil
  }
}
