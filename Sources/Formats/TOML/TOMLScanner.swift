/// Goes through a TOML text and knows the place.
struct TOMLScanner {
  /// A key where it stands.
  struct Key {
    var name: String
    var line: Int
    var column: Int
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var lineStart = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { (at, lineStart) = (3, 3) }
  }

  var byte: UInt8? { at < bytes.count ? bytes[at] : nil }
  var place: (line: Int, column: Int) { (line, at - lineStart + 1) }

  func error(_ reason: String, at place: (line: Int, column: Int)? = nil, hint: String = "") -> TOMLError {
    let place = place ?? self.place
    return TOMLError(line: place.line, column: place.column, reason: reason, hint: hint)
  }

  mutating func checkEncoding() throws(TOMLError) {
    guard let bad = UTF8Check.firstInvalid(in: bytes) else { return }
    while at < bad { advance() }
    throw error("the text is not UTF-8", hint: "Save it as UTF-8.")
  }

  mutating func advance() {
    if bytes[at] == 0x0A {
      line += 1
      lineStart = at + 1
    }
    at += 1
  }

  mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard byte == UInt8(ascii: mark) else { return false }
    advance()
    return true
  }

  mutating func skipBlanks() { while byte == 0x20 || byte == 0x09 { advance() } }

  /// Blanks, line ends and comments.
  mutating func skipBlankLines() {
    while let byte {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: advance()
      case UInt8(ascii: "#"): skipComment()
      default: return
      }
    }
  }

  private mutating func skipComment() { while let byte, byte != 0x0A { advance() } }

  /// Nothing but a comment may follow on the line.
  mutating func endLine() throws(TOMLError) {
    skipBlanks()
    if byte == UInt8(ascii: "#") { skipComment() }
    if byte == 0x0D { advance() }
    guard byte == nil || byte == 0x0A else {
      throw error("more stands on the line than a key and its value", hint: "Text stands in quotes.")
    }
  }

  // MARK: Keys

  /// `columns.title`, `"Дата события"`.
  mutating func keys() throws(TOMLError) -> [Key] {
    var keys = [try key()]
    while take(".") { keys.append(try key()) }
    return keys
  }

  private mutating func key() throws(TOMLError) -> Key {
    skipBlanks()
    let place = place
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      return Key(name: try string(), line: place.line, column: place.column)
    }
    let start = at
    while let byte, Self.isBare(byte) { advance() }
    guard at > start else {
      let hint = "A name with other signs than A-Z a-z 0-9 _ - stands in quotes: \"Дата\" = ..."
      throw error("a key is missing or not in quotes", hint: hint)
    }
    return Key(name: text(start..<at), line: place.line, column: place.column)
  }

  private static func isBare(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  // MARK: Values

  mutating func string() throws(TOMLError) -> String {
    let place = place
    let quote = bytes[at]
    if bytes[at...].starts(with: [quote, quote, quote]) {
      throw error("texts of several lines are not read here", hint: "Write it on one line.")
    }
    advance()
    var result: [UInt8] = []
    while let byte, byte != 0x0A {
      if byte == quote {
        advance()
        return String(decoding: result, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        result += try escape()
      } else {
        result.append(byte)
        advance()
      }
    }
    throw error("a quote that is not closed on its line", at: place)
  }

  private mutating func escape() throws(TOMLError) -> [UInt8] {
    let place = place
    advance()
    guard let byte else { throw error("a quote that is not closed", at: place) }
    advance()
    switch byte {
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): return [byte]
    case UInt8(ascii: "u"): return try scalar(digits: 4, place)
    case UInt8(ascii: "U"): return try scalar(digits: 8, place)
    default:
      throw error("there is no such escape", at: place, hint: "Write \\\\ for \\, or use single quotes.")
    }
  }

  private mutating func scalar(digits: Int, _ place: (line: Int, column: Int)) throws(TOMLError) -> [UInt8] {
    let end = min(at + digits, bytes.count)
    let code = text(at..<end)
    guard code.utf8.count == digits, let number = UInt32(code, radix: 16), number > 0,
      let scalar = Unicode.Scalar(number)
    else { throw error("\\u wants the number of a character in \(digits) digits", at: place) }
    while at < end { advance() }
    return Array(String(Character(scalar)).utf8)
  }

  /// true, false, 12, 1_000, 0.5
  mutating func scalar() throws(TOMLError) -> TOMLItem.Value {
    let (start, place) = (at, place)
    while let byte, ![0x20, 0x09, 0x0A, 0x0D, 0x2C, 0x5D, 0x7D, 0x23].contains(byte) { advance() }
    let word = text(start..<at)
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    let plain = word.filter { $0 != "_" }
    let isNumber = plain.first.map { $0.isASCII && $0.isNumber || $0 == "-" || $0 == "+" } ?? false
    if isNumber, let whole = Int64(plain) { return .integer(whole) }
    if isNumber, plain.utf8.allSatisfy({ Self.isOfNumber($0) }), let number = Double(plain), number.isFinite {
      return .number(number)
    }
    throw error(
      word.isEmpty ? "a value is missing" : "\(TerminalText.escaped(word)) is no value", at: place,
      hint: "Text and dates stand in quotes: \"\(TerminalText.escaped(word))\".")
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    0x30...0x39 ~= byte || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
  }
}
