/// Keeps text cells from being run as formulas by spreadsheets, in a way that can be undone exactly.
///
/// A text is dangerous when its first character after any spaces and apostrophes is one of `= + - @`, TAB,
/// CR, LF or a full-width form of the signs. Apostrophes are looked through, so a protected text is itself
/// dangerous-looking and `restore(protect(x)) == x` holds for every text.
public enum SpreadsheetGuard {
  /// `text` with one `'` in front when it is dangerous, else as it is.
  public static func protect(_ text: String) -> String {
    isDangerous(text.utf8[...]) ? "'" + text : text
  }

  /// Undoes ``protect(_:)``: takes one leading `'` off when what follows is dangerous.
  public static func restore(_ text: String) -> String {
    guard text.utf8.first == 0x27, isDangerous(text.utf8.dropFirst()) else { return text }
    return String(text.unicodeScalars.dropFirst())
  }

  // Bytes, not characters: an accent after the `=` must not hide it, and the full-width forms are
  // U+FF1D, U+FF0B, U+FF0D, U+FF20.
  private static func isDangerous(_ utf8: Substring.UTF8View) -> Bool {
    let rest = utf8.drop { $0 == 0x20 || $0 == 0x27 }
    switch rest.first {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A: return true
    case 0xEF:
      let form = Array(rest.prefix(3))
      return form == [0xEF, 0xBC, 0x9D] || form == [0xEF, 0xBC, 0x8B] || form == [0xEF, 0xBC, 0x8D]
        || form == [0xEF, 0xBC, 0xA0]
    default: return false
    }
  }
}
