// The standard library normalises for its own comparisons; this is the same code by its own name, without
// the weight of Foundation.
@_spi(_Unicode) import Swift

/// Unicode normalization form C, in which names and typed fields are kept.
public enum NFC {
  /// `string` in form C. Texts below U+0300 are already in it and come back as they are.
  public static func normalized(_ string: String) -> String {
    // 0xCC is the first byte of U+0300, the first character that any composition starts with.
    if string.utf8.allSatisfy({ $0 < 0xCC }) || hasEndlessMarks(string) { return string }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: string._nfc)
    return String(scalars)
  }

  /// More marks than this on one letter are no writing: Unicode's own bound is 30.
  private static let mostMarks = 1000

  /// Putting marks in order takes the square of their number. Where nothing can be meant they stay as they are.
  private static func hasEndlessMarks(_ string: String) -> Bool {
    guard string.utf8.count > 2 * mostMarks else { return false }
    var marks = 0
    for scalar in string.unicodeScalars {
      marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
      if marks > mostMarks { return true }
    }
    return false
  }
}
