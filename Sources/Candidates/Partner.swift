internal import Names

/// A body that the file does not know and no word places, named as the one an act is done with.
enum Partner {
  private static let before: Set<String> = ["with", "to", "from", "by", "and", "с", "со", "и", "для", "у"]

  static func find(in words: [Word], _ actors: [Match], _ bytes: [UInt8]) -> Stranger? {
    for at in words.indices.dropLast() where before.contains(words[at].text) {
      let name = words[(at + 1)...].prefix(6).prefix { $0.kind == .letters && $0.isCapital }
      guard !name.isEmpty, let kind = name.lazy.compactMap({ BodyShape.kind($0.text) }).first else { continue }
      let span = name.first!.span.lowerBound..<name.last!.span.upperBound
      if actors.contains(where: { $0.span.overlaps(span) }) { continue }
      if name.count > 1 { return Stranger(name, bytes, kind: kind, side: "", known: []) }
    }
    return nil
  }
}
