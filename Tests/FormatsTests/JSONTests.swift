import Formats
import Testing

@Suite struct JSONTests {
  @Test func `a value is read with its members in order`() throws {
    let value = try JSONValue.parse(
      " {\"b\": [1, -2.5e1, true, null, -0], \"a\": \"x\\u00e9\\ud83d\\ude00\\/\"} ")
    let expected: JSONValue = .members([
      "b": .array([.integer(1), .number(-25), .bool(true), .null, .number(-0.0)]), "a": .string("xé😀/"),
    ])
    #expect(value == expected)
    #expect(value["a"]?.string == "xé😀/")
    #expect(value["b"]?.array?[0].double == 1)
    #expect(value["c"] == nil)
  }

  @Test(arguments: [
    ("", "1:1: the text ends before the value"), ("{\"a\":1,\n \"a\":2}", "2:2: the key \"a\" comes twice"),
    ("[1,]", "1:4: a value should begin here"), ("[1 2]", "1:4: \",\" or \"]\" should stand here"),
    ("{\"a\" 1}", "1:6: \":\" should stand here"), ("{a:1}", "1:2: a key in quotes should stand here"),
    ("1 2", "1:3: something follows the value"), ("01", "1:2: something follows the value"),
    ("1.", "1:3: a digit should stand here"), ("-", "1:2: a digit should stand here"),
    ("1e400", "1:1: a number out of range"), ("NaN", "1:1: a value should begin here"),
    ("9223372036854775808", "1:1: an integer that does not fit 64 bits"),
    ("\"a", "1:1: a string that is never closed"), ("\"a\n\"", "1:3: a control character in a string"),
    ("\"\\x\"", "1:2: an unknown escape in a string"), ("\"\\ud800\"", "1:2: half of a surrogate pair"),
    ("\"\\udc00\\ud800\"", "1:2: half of a surrogate pair"),
    ("\"\\u0000\"", "1:2: a NUL character in a string"),
    ("\"\\u00g0\"", "1:6: four hexadecimal digits should stand here"),
    ("tru", "1:1: a value should begin here"),
    ("{\"a\":1,}", "1:8: a key in quotes should stand here"), ("{", "1:2: a key in quotes should stand here"),
    ("[\"\\", "1:3: an unknown escape in a string"),
  ])
  func `what is not strict JSON is refused at its place`(text: String, message: String) throws {
    let error = try #require(throws: JSONError.self) { try JSONValue.parse(text) }
    #expect(error.description.hasPrefix(message))
  }

  @Test func `depth, numbers, strings and bytes have limits`() throws {
    let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(throws: Never.self) { try JSONValue.parse(deep) }
    #expect(throws: JSONError.self) { try JSONValue.parse("[\(deep)]") }
    #expect(throws: JSONError.self) { try JSONValue.parse(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: JSONError.self) { try JSONValue.parse("0." + String(repeating: "1", count: 63)) }
    #expect(throws: JSONError.self) { try JSONValue.parse("\"abcd\"", limits: JSONLimits(string: 3)) }
    #expect(throws: Never.self) { try JSONValue.parse("\"abc\"", limits: JSONLimits(string: 3)) }
    let error = try #require(throws: JSONError.self) { try JSONValue.parse([0x22, 0x61, 0xFF, 0x22]) }
    #expect(error == JSONError(byte: 2, line: 1, column: 3, reason: "not UTF-8"))
  }

  @Test func `values are written compactly or one on each line`() {
    let value: JSONValue = .members([
      "z": .array([.integer(.max), .number(2), .number(0.1), .number(1e16), .number(-0.0)]), "a": .object([]),
      "t": .string("\"\\\n\u{1}\u{7F}\u{2028}\u{2029}é😀"), "n": .number(.nan), "e": .array([]),
    ])
    #expect(
      String(decoding: JSONWriter.compact(value), as: UTF8.self) == """
        {"z":[9223372036854775807,2,0.1,1e+16,-0],"a":{},"t":"\\"\\\\\\n\\u0001\\u007f\\u2028\\u2029é😀",\
        "n":null,"e":[]}
        """)
    #expect(
      String(decoding: JSONWriter.indented(.members(["a": .array([.integer(1), .null])])), as: UTF8.self)
        == """
        {
          "a": [
            1,
            null
          ]
        }

        """)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `what is written is read back`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let value = anything(&random, depth: 5)
    #expect(try JSONValue.parse(JSONWriter.compact(value)) == value, "seed \(seed)")
    #expect(try JSONValue.parse(JSONWriter.indented(value)) == value, "seed \(seed)")
    #expect(!JSONWriter.compact(value).contains(0x0A), "seed \(seed)")
  }

  private func anything(_ random: inout SplitMix64, depth: Int) -> JSONValue {
    let alphabet = troublesome + ["\\", "\n", "\u{2028}", "\u{1F}", "\u{10FFFF}", "/"]
    switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .integer(Int64.random(in: .min ... .max, using: &random))
    case 3:
      let value = Double(bitPattern: random.next())
      // Whole numbers are written as integers, and read back as such.
      return .number(value.isFinite && (value != value.rounded() || abs(value) > 0x1p53) ? value : 0.5)
    case 4, 5: return .string(random.text(0...8, of: alphabet))
    case 6:
      return .array(
        (0..<Int.random(in: 0...4, using: &random)).map { _ in anything(&random, depth: depth - 1) })
    default:
      return .object(
        (0..<Int.random(in: 0...4, using: &random)).map {
          JSONMember("\($0)" + random.text(0...3, of: alphabet), anything(&random, depth: depth - 1))
        })
    }
  }
}
