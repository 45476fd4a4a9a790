/// A piece of a text as the grammars of dates and sums see it: where it stands and what it means, without its text.
///
/// Cutting a text into these takes no memory for each piece: a word is looked up while its bytes are read.
public struct Lexeme: Hashable, Sendable {
  /// What a piece is made of.
  public enum Kind: UInt8, Sendable { case word, number, han, mark }

  /// Its first byte in the text.
  public var start: Int
  /// The value of a number, that of a known word, the character of a mark.
  var value: Int
  var length: UInt32
  var word: Word
  /// What it is made of.
  public var kind: Kind
  /// How many digits a number has.
  var digits: UInt8
  var flags: Flags

  struct Flags: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    /// Begins with a capital.
    static let capital = Flags(rawValue: 1)
    /// A short form, or a word that means other things too: it needs a neighbour.
    static let weak = Flags(rawValue: 2)
    /// A number written in Chinese characters.
    static let spelled = Flags(rawValue: 4)
  }

  /// The offset behind its last byte.
  public var end: Int { start + Int(length) }
  /// Byte offsets in the text.
  public var span: Range<Int> { start..<end }

  /// What stands behind the last piece.
  static let none = Lexeme(
    start: 0, value: 0, length: 0, word: .none, kind: .mark, digits: 0, flags: [])
}
