/// The script a name is written in, as ISO 15924 names it.
public enum Script: String, Sendable {
  case latin = "Latn"
  case cyrillic = "Cyrl"
  case han = "Hani"
  /// Several scripts, or none.
  case mixed = "Zyyy"

  /// The script of the letters in `text`.
  public init(of text: String) {
    let scripts = Set(text.unicodeScalars.compactMap(Script.init(letter:)))
    self = scripts.count == 1 ? scripts.first! : .mixed
  }

  /// The script of one letter; nil for digits, marks and letters of other scripts.
  public init?(letter: Unicode.Scalar) {
    switch letter.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: self = .latin
    case 0x400...0x52F: self = .cyrillic
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
    default: return nil
    }
  }
}
