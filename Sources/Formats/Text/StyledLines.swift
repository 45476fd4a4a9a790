extension StyledText {
  /// A character with its looks and its cells.
  private struct Glyph {
    var character: Character
    var style: Style
    var cells: Int
    var isBlank: Bool { character == " " }
    var isWide: Bool { cells > 1 }
  }

  /// In lines of at most `width` cells, further ones moved in by `indent`.
  ///
  /// A line is broken at a blank, or beside a wide character as Chinese is written: no line begins with a closing
  /// mark or ends with an opening one. A word that is longer than a line is cut: on a screen a longer line would
  /// push others out of their place.
  public func wrapped(to width: Int, indent: Int = 0) -> [StyledText] {
    let glyphs = pieces.flatMap { piece in
      piece.text.map {
        Glyph(character: $0, style: piece.style, cells: TerminalText.width(String($0)))
      }
    }
    let inner = max(1, width - indent)
    var lines: [StyledText] = []
    var start = 0
    repeat {
      let isFirst = lines.isEmpty
      let end = Self.end(of: glyphs, from: start, cells: isFirst ? max(1, width) : inner)
      var line = isFirst ? StyledText() : StyledText(String(repeating: " ", count: min(indent, width - 1)))
      var last = end
      while last > start, last < glyphs.count, glyphs[last - 1].isBlank { last -= 1 }
      for glyph in glyphs[start..<last] { line.add(String(glyph.character), glyph.style) }
      lines.append(line)
      start = end
      while start < glyphs.count, glyphs[start].isBlank { start += 1 }
    } while start < glyphs.count
    return lines
  }

  /// Where the line that begins at `start` ends.
  private static func end(of glyphs: [Glyph], from start: Int, cells: Int) -> Int {
    var (end, used) = (start, 0)
    while end < glyphs.count, used + glyphs[end].cells <= cells {
      used += glyphs[end].cells
      end += 1
    }
    guard end < glyphs.count else { return end }
    var cut = end
    while cut > start, !mayBreak(glyphs, before: cut) { cut -= 1 }
    return cut > start ? cut : max(end, start + 1)
  }

  private static func mayBreak(_ glyphs: [Glyph], before index: Int) -> Bool {
    let (left, right) = (glyphs[index - 1], glyphs[index])
    if left.isBlank || right.isBlank { return true }
    guard left.isWide || right.isWide else { return false }
    return !opening.contains(left.character) && !closing.contains(right.character)
  }

  private static let opening: Set<Character> = ["（", "《", "〈", "「", "『", "【", "“", "‘", "[", "(", "¥", "$"]
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "）", "》", "〉", "」", "』", "】", "”", "’", "]", ")", "…", "%", ",", ".",
  ]

  /// Cut to at most `cells` cells, with `…` in place of what is cut.
  public func truncated(to cells: Int) -> StyledText {
    guard width > cells else { return self }
    var (out, used) = (StyledText(), 1)
    for piece in pieces {
      for character in piece.text {
        used += TerminalText.width(String(character))
        if used > cells { return out + StyledText("…", piece.style) }
        out.add(String(character), piece.style)
      }
    }
    return out
  }
}
