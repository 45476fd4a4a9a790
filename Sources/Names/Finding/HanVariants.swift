/// Traditional Chinese characters as simplified ones: 華為 and 华为 are one name.
public enum HanVariants {
  /// The simplified form of a character; any other comes back as it is.
  public static func simplified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard let unit = UInt16(exactly: scalar.value), let index = place(of: unit) else { return scalar }
    return Unicode.Scalar(pairs[index].simplified) ?? scalar
  }

  /// A text with every traditional character in its simplified form. It has as many bytes as before.
  public static func simplified(_ text: String) -> String {
    guard text.utf8.contains(where: { 0xE3...0xE9 ~= $0 }) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { scalars.append(simplified(scalar)) }
    return String(scalars)
  }

  /// All pairs, in order of the traditional character.
  static let pairs: [(traditional: UInt16, simplified: UInt16)] = {
    // Each character is three bytes of UTF-8, as those of the basic plane from U+0800 on are.
    HanPairs.text.withUTF8Buffer { bytes in
      func unit(_ i: Int) -> UInt16 {
        UInt16(bytes[i] & 0x0F) << 12 | UInt16(bytes[i + 1] & 0x3F) << 6 | UInt16(bytes[i + 2] & 0x3F)
      }
      return stride(from: 0, to: bytes.count - 5, by: 6).map { (unit($0), unit($0 + 3)) }
    }
  }()

  private static func place(of unit: UInt16) -> Int? {
    var low = 0
    var high = pairs.count
    while low < high {
      let middle = (low + high) / 2
      if pairs[middle].traditional < unit { low = middle + 1 } else { high = middle }
    }
    return low < pairs.count && pairs[low].traditional == unit ? low : nil
  }
}
