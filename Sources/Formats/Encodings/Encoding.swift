/// The encodings that texts come in, under the names the web uses.
public enum Encoding: String, CaseIterable, Sendable {
  case utf8 = "UTF-8"
  case utf16LE = "UTF-16LE"
  case utf16BE = "UTF-16BE"
  case windows1251 = "windows-1251"
  case koi8r = "KOI8-R"
  case ibm866 = "IBM866"
  case iso88595 = "ISO-8859-5"
  case macCyrillic = "MAC-CYRILLIC"
  case gb18030 = "GB18030"
  case big5 = "BIG5-HKSCS"
  case windows1252 = "windows-1252"

  /// The encoding that a page, a mail or a declaration names; nil if it is none of these.
  ///
  /// As browsers do, the names of a part are read as the whole that is used under them: `gb2312` as GB18030,
  /// `iso-8859-1` as windows-1252.
  public init?(label: String) {
    let name = label.lowercased().filter { $0.isLetter || $0.isNumber || "-_".contains($0) }
    guard let known = Self.labels[name] else { return nil }
    self = known
  }

  private static let labels: [String: Encoding] = [
    "utf-8": .utf8, "utf8": .utf8, "utf-16": .utf16LE, "utf-16le": .utf16LE, "utf-16be": .utf16BE,
    "windows-1251": .windows1251, "cp1251": .windows1251, "cp-1251": .windows1251, "win-1251": .windows1251,
    "x-cp1251": .windows1251, "koi8-r": .koi8r, "koi8": .koi8r, "koi8r": .koi8r, "koi8-u": .koi8r,
    "ibm866": .ibm866, "cp866": .ibm866, "866": .ibm866, "iso-8859-5": .iso88595, "iso8859-5": .iso88595,
    "x-mac-cyrillic": .macCyrillic, "gb18030": .gb18030, "gbk": .gb18030, "gb2312": .gb18030,
    "x-gbk": .gb18030, "cp936": .gb18030, "gb_2312-80": .gb18030, "big5": .big5, "big5-hkscs": .big5,
    "cn-big5": .big5, "x-x-big5": .big5, "windows-1252": .windows1252, "cp1252": .windows1252,
    "iso-8859-1": .windows1252, "iso8859-1": .windows1252, "latin1": .windows1252,
    "iso-8859-15": .windows1252,
  ]

  /// How many bytes the smallest character has.
  var unit: Int { self == .utf16LE || self == .utf16BE ? 2 : 1 }
}
