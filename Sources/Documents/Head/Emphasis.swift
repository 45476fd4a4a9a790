/// A line of Markdown taken apart: what stands before any emphasis, what is `**strong**`, what is `*light*`.
struct Emphasis {
  var plain: Range<Int>
  var strong: [Range<Int>] = []
  var light: [Range<Int>] = []

  static func parts(of bytes: [UInt8], _ span: Range<Int>) -> Emphasis {
    let star = UInt8(ascii: "*")
    var result = Emphasis(
      plain: bytes.trimmed(span.lowerBound..<(bytes[span].firstIndex(of: star) ?? span.upperBound)))
    var i = result.plain.isEmpty ? span.lowerBound : result.plain.upperBound
    while let open = bytes[i..<span.upperBound].firstIndex(of: star) {
      let width = open + 1 < span.upperBound && bytes[open + 1] == star ? 2 : 1
      let start = open + width
      guard start < span.upperBound, let close = bytes[start..<span.upperBound].firstIndex(of: star) else {
        break
      }
      let inner = bytes.trimmed(start..<close)
      if !inner.isEmpty { width == 2 ? result.strong.append(inner) : result.light.append(inner) }
      i = min(close + width, span.upperBound)
    }
    return result
  }
}
