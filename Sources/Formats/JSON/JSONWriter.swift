/// Writes JSON values as UTF-8: members in their order, integers exactly, doubles in their shortest exact form.
///
/// Control characters and U+2028 and U+2029 are escaped, so the text may stand in a script and each value of
/// a compact text is one line.
public enum JSONWriter {
  /// `value` without white space.
  public static func compact(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    append(value, to: &out, indent: nil)
    return out
  }

  /// `value` with one element per line, two spaces for each level, and a line end at the end.
  public static func indented(_ value: JSONValue) -> [UInt8] {
    var out: [UInt8] = []
    append(value, to: &out, indent: 0)
    out.append(0x0A)
    return out
  }

  /// The shortest text that reads back as `value`: whole numbers below 2^53 without a point, and `null` for one
  /// that is not finite, as JSON has no way to write it.
  public static func text(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    guard value == value.rounded(), abs(value) < 0x1p53 else { return value.description }
    return value == 0 && value.sign == .minus ? "-0" : String(Int64(value))
  }

  static func append(_ value: JSONValue, to out: inout [UInt8], indent: Int?) {
    switch value {
    case .null: out += "null".utf8
    case .bool(let value): out += (value ? "true" : "false").utf8
    case .integer(let value): out += String(value).utf8
    case .number(let value): out += text(value).utf8
    case .string(let text): append(text, to: &out)
    case .array(let values):
      list("[", "]", values, &out, indent) { value, out, indent in append(value, to: &out, indent: indent) }
    case .object(let members):
      list("{", "}", members, &out, indent) { member, out, indent in
        append(member.key, to: &out)
        out += (indent == nil ? ":" : ": ").utf8
        append(member.value, to: &out, indent: indent)
      }
    }
  }

  static func append(_ text: String, to out: inout [UInt8]) {
    out.append(0x22)
    var text = text
    text.withUTF8 { bytes in
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        i += 1
        switch byte {
        case 0x22, 0x5C: out += [0x5C, byte]
        case 0x0A: out += "\\n".utf8
        case 0x0D: out += "\\r".utf8
        case 0x09: out += "\\t".utf8
        case 0..<0x20, 0x7F: out += "\\u00".utf8 + [Hex.digit(byte >> 4), Hex.digit(byte & 15)]
        case 0xE2 where bytes[i] == 0x80 && bytes[i + 1] & 0xFE == 0xA8:
          out += (bytes[i + 1] == 0xA8 ? "\\u2028" : "\\u2029").utf8
          i += 2
        default: out.append(byte)
        }
      }
    }
    out.append(0x22)
  }

  private static func list<Element>(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ elements: [Element], _ out: inout [UInt8],
    _ indent: Int?, _ write: (Element, inout [UInt8], Int?) -> Void
  ) {
    let inner = indent.map { $0 + 1 }
    out.append(UInt8(ascii: open))
    for (i, element) in elements.enumerated() {
      if i > 0 { out.append(0x2C) }
      newLine(&out, inner)
      write(element, &out, inner)
    }
    if !elements.isEmpty { newLine(&out, indent) }
    out.append(UInt8(ascii: close))
  }

  private static func newLine(_ out: inout [UInt8], _ indent: Int?) {
    guard let indent else { return }
    out.append(0x0A)
    out += repeatElement(0x20, count: 2 * indent)
  }
}
