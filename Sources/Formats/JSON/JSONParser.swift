// JSONDecoder is not used: it accepts a key twice, reads 1.0 and 1e2 as integers, tells no line and column,
// loses the order of members, and would make every start of the program load Foundation.

/// A strict reader of one JSON value.
struct JSONParser {
  private let bytes: ArraySlice<UInt8>
  private let limits: JSONLimits
  private var at: Int
  private var depth = 0

  init(bytes: ArraySlice<UInt8>, limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
    at = bytes.startIndex
  }

  mutating func parse() throws(JSONError) -> JSONValue {
    if let bad = bytes.withUnsafeBytes({ UTF8Check.firstInvalid(in: $0) }) {
      throw error("not UTF-8", bytes.startIndex + bad)
    }
    let result = try value()
    if at < bytes.endIndex { throw error("something follows the value") }
    return result
  }

  /// The byte at the position; 0 at the end, which is no part of JSON.
  private var byte: UInt8 { at < bytes.endIndex ? bytes[at] : 0 }

  private mutating func skipSpace() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(byte) { at += 1 }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    skipSpace()
    defer { skipSpace() }
    switch byte {
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object() }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default:
      let words: [(String, JSONValue)] = [("true", .bool(true)), ("false", .bool(false)), ("null", .null)]
      for (word, value) in words where bytes[at...].starts(with: word.utf8) {
        at += word.utf8.count
        return value
      }
      throw error(at < bytes.endIndex ? "a value should begin here" : "the text ends before the value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(JSONError) -> JSONValue
  ) throws(JSONError) -> JSONValue {
    if depth == limits.depth { throw error("nested more than \(limits.depth) deep") }
    depth += 1
    at += 1
    skipSpace()
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(JSONError) -> JSONValue {
    var values: [JSONValue] = []
    if take("]") { return .array(values) }
    while true {
      values.append(try value())
      if take("]") { return .array(values) }
      if !take(",") { throw error("\",\" or \"]\" should stand here") }
    }
  }

  private mutating func object() throws(JSONError) -> JSONValue {
    var members: [JSONMember] = []
    // Canonically equivalent keys count as the same, as they do for whoever looks one up.
    var seen: Set<String> = []
    if take("}") { return .object(members) }
    while true {
      skipSpace()
      let start = at
      if byte != UInt8(ascii: "\"") { throw error("a key in quotes should stand here") }
      let key = try string()
      if !seen.insert(key).inserted {
        throw error("the key \"\(TerminalText.escaped(key))\" comes twice", start)
      }
      skipSpace()
      if !take(":") { throw error("\":\" should stand here") }
      members.append(JSONMember(key, try value()))
      if take("}") { return .object(members) }
      if !take(",") { throw error("\",\" or \"}\" should stand here") }
    }
  }

  private mutating func take(_ wanted: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: wanted) else { return false }
    at += 1
    return true
  }

  private mutating func digits() throws(JSONError) {
    let start = at
    while (0x30...0x39).contains(byte) { at += 1 }
    if at == start { throw error("a digit should stand here") }
  }

  /// Passes a number; tells whether it is written as an integer.
  private mutating func numberToken() throws(JSONError) -> Bool {
    var isInteger = true
    _ = take("-")
    if byte == 0x30 { at += 1 } else { try digits() }
    if take(".") {
      isInteger = false
      try digits()
    }
    if byte | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      at += 1
      if !take("+") { _ = take("-") }
      try digits()
    }
    return isInteger
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = at
    let isInteger = try numberToken()
    if at - start > limits.number { throw error("a number of more than \(limits.number) characters", start) }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger, text != "-0" {
      guard let value = Int64(text) else { throw error("an integer that does not fit 64 bits", start) }
      return .integer(value)
    }
    guard let value = Double(text), value.isFinite else { throw error("a number out of range", start) }
    return .number(value)
  }

  private mutating func string() throws(JSONError) -> String {
    let start = at
    at += 1
    var text: [UInt8] = []
    while true {
      let run = at
      while at < bytes.endIndex, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
      text += bytes[run..<at]
      if let limit = limits.string, at - start - 1 > limit {
        throw error("a string of more than \(limit) bytes", start)
      }
      guard at < bytes.endIndex else { throw error("a string that is never closed", start) }
      switch bytes[at] {
      case 0x22:
        at += 1
        return String(decoding: text, as: UTF8.self)
      case 0x5C: try escape(into: &text)
      default: throw error("a control character in a string")
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = at
    at += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      at += 1
      var code = try hex4()
      if code & 0xFC00 == 0xD800, bytes[at...].starts(with: [0x5C, 0x75]) {
        at += 2
        let low = try hex4()
        if low & 0xFC00 == 0xDC00 { code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF }
      }
      guard let scalar = Unicode.Scalar(code) else { throw error("half of a surrogate pair", start) }
      if code == 0, !limits.allowsNUL { throw error("a NUL character in a string", start) }
      text += UTF8.encode(scalar)!
      return
    default: throw error("an unknown escape in a string", start)
    }
    at += 1
  }

  private mutating func hex4() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("four hexadecimal digits should stand here")
      }
      code = code << 4 | UInt32(digit)
      at += 1
    }
    return code
  }

  /// Whether `text` is one JSON number and nothing else.
  static func isNumber(_ text: String) -> Bool {
    var parser = JSONParser(bytes: Array(text.utf8)[...], limits: JSONLimits())
    guard (try? parser.numberToken()) != nil else { return false }
    return parser.at == parser.bytes.endIndex
  }

  private func error(_ reason: String, _ place: Int? = nil) -> JSONError {
    let place = place ?? at
    let before = bytes[..<place]
    let line = 1 + before.count { $0 == 0x0A }
    let lineStart = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.startIndex
    return JSONError(
      byte: place - bytes.startIndex, line: line, column: place - lineStart + 1, reason: reason)
  }
}
