/// Counts as a row of bars, one character each.
public enum Sparkline {
  private static let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
  private static let letters: [Character] = [".", ":", "-", "=", "+", "*", "#", "@"]

  /// One character for each count, the highest one full. Zero is `·`, or `_` in ASCII: nothing was counted,
  /// which differs from little.
  public static func text(_ counts: [Int], ascii: Bool = false) -> String {
    let (bars, zero): ([Character], Character) = ascii ? (letters, "_") : (blocks, "·")
    let most = max(counts.max() ?? 0, 1)
    return String(counts.map { $0 <= 0 ? zero : bars[max(0, ($0 * bars.count + most - 1) / most - 1)] })
  }

  /// Neighbouring counts added up until there are at most `bars`, and how many go into one.
  ///
  /// They are taken together from the end, so that the last bar is whole and only the first may be short.
  public static func binned(_ counts: [Int], to bars: Int) -> (counts: [Int], perBar: Int) {
    guard bars > 0, counts.count > bars else { return (counts, 1) }
    let size = (counts.count + bars - 1) / bars
    let short = counts.count % size
    var out = short == 0 ? [] : [counts[..<short].reduce(0, +)]
    for start in stride(from: short, to: counts.count, by: size) {
      out.append(counts[start..<start + size].reduce(0, +))
    }
    return (out, size)
  }
}
