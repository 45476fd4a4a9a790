import Formats
import Testing

@Suite struct `Encodings` {
  static let russian = """
    Россия и Китай подписали соглашение.

    МОСКВА, 5 июня. Россия и Китай подписали в среду соглашение о сотрудничестве — «важный шаг», сказал министр.
    """
  static let chinese = "中俄签署合作协议，中国和俄罗斯在莫斯科签署了人工智能领域的合作协议。"
  static let gb18030 = bytes(
    """
    d6d0b6edc7a9caf0bacfd7f7d0add2e9a3acd6d0b9fabacdb6edc2decbb9d4dac4aacbb9bfc6c7a9caf0c1cbc8cbb9a4d6c7c4dcc1ecd3f2\
    b5c4bacfd7f7d0add2e9a1a3
    """)
  static let big5 = bytes(
    """
    a4a4ab58c3b1b870a658a740a8f3c4b3a141a4a4b0eaa94dab58c3b9b4b5a662b2f6b4b5acecc3b1b870a446a448a475b4bcafe0bbe2b0ec\
    aabaa658a740a8f3c4b3a143
    """)

  static func bytes(_ hex: String) -> [UInt8] {
    let digits = Array(hex)
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(String(digits[$0...($0 + 1)]), radix: 16)! }
  }

  /// Russian and ASCII in a table that holds а-я and А-Я at the given places.
  static func single(_ text: String, small: [UInt8], capital: [UInt8], others: [Character: UInt8] = [:])
    -> [UInt8]
  {
    text.map { character in
      let code = character.unicodeScalars.first!.value
      switch code {
      case 0x430...0x44F: return small[Int(code - 0x430)]
      case 0x410...0x42F: return capital[Int(code - 0x410)]
      default: return others[character] ?? UInt8(truncatingIfNeeded: code)
      }
    }
  }

  static let windows1251 = single(
    russian, small: Array(0xE0...0xFF), capital: Array(0xC0...0xDF),
    others: ["—": 0x97, "«": 0xAB, "»": 0xBB])
  static let phonetic: [UInt8] = [
    0xC1, 0xC2, 0xD7, 0xC7, 0xC4, 0xC5, 0xD6, 0xDA, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xD0, 0xD2,
    0xD3, 0xD4,
    0xD5, 0xC6, 0xC8, 0xC3, 0xDE, 0xDB, 0xDD, 0xDF, 0xD9, 0xD8, 0xDC, 0xC0, 0xD1,
  ]
  static let koi8r = single(
    russian, small: phonetic, capital: phonetic.map { $0 + 0x20 }, others: ["—": 0x2D, "«": 0x22, "»": 0x22])
  static let ibm866 = single(
    russian, small: Array(0xA0...0xAF) + Array(0xE0...0xEF), capital: Array(0x80...0x9F),
    others: ["—": 0x2D, "«": 0x22, "»": 0x22])

  static func wide(_ text: String, big: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
      return big ? [high, low] : [low, high]
    }
  }

  private func text(_ decoded: Decoded) -> String { String(decoding: decoded.bytes, as: UTF8.self) }

  @Test func `every encoding is told by its bytes alone, and read without loss`() throws {
    let plain = Self.russian.map { "—«»".contains($0) ? ($0 == "—" ? "-" : "\"") : $0 }
    let cases: [([UInt8], Encoding, String)] = [
      (Self.windows1251, .windows1251, Self.russian), (Self.koi8r, .koi8r, String(plain)),
      (Self.ibm866, .ibm866, String(plain)), (Self.gb18030, .gb18030, Self.chinese),
      (Array(Self.russian.utf8), .utf8, Self.russian), (Array(Self.chinese.utf8), .utf8, Self.chinese),
      ([0xFF, 0xFE] + Self.wide(Self.chinese, big: false), .utf16LE, Self.chinese),
      ([0xFE, 0xFF] + Self.wide(Self.russian, big: true), .utf16BE, Self.russian),
      (Self.wide("Russia and China.\n", big: false), .utf16LE, "Russia and China.\n"),
      (Self.wide(Self.russian, big: true), .utf16BE, Self.russian),
      (Self.wide(Self.chinese, big: false), .utf16LE, Self.chinese),
    ]
    for (bytes, encoding, wanted) in cases {
      let decoded = try Decoded(bytes)
      #expect(decoded.encoding == encoding)
      #expect(text(decoded) == wanted, "\(encoding)")
    }
    let traditional = try Decoded(Self.big5)
    #expect(traditional.encoding == .big5 && text(traditional).hasPrefix("中俄簽署合作協議"))
  }

  @Test func `English with the quotation marks of windows-1252 is read`() throws {
    let bytes =
      Array("Russia".utf8) + [0x92] + Array("s MTS ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x94]
    let decoded = try Decoded(bytes)
    #expect(decoded.encoding == .windows1252 && text(decoded) == "Russia’s MTS “café”")
  }

  @Test func `what is declared is believed only where the bytes agree`() throws {
    let short = Self.single("Кто", small: Array(0xE0...0xFF), capital: Array(0xC0...0xDF))
    #expect(throws: EncodingRefusal.self) { try Decoded(short) }
    let declared = try Decoded(short, declared: .windows1251)
    #expect(text(declared) == "Кто")
    let wrong = try Decoded(Array("Кто".utf8), declared: .windows1251)
    #expect(wrong.encoding == .utf8 && text(wrong) == "Кто")
    #expect(Encoding(label: "GB2312") == .gb18030 && Encoding(label: " cp1251 ") == .windows1251)
    #expect(Encoding(label: "klingon") == nil)
  }

  @Test(arguments: [russian, chinese, "Путин и Си 习近平, Beijing — Москва."])
  func `UTF-8 that is cut at any byte is refused there, and never taken for something else`(_ text: String)
    throws
  {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let part = Array(bytes[..<end])
      if let place = UTF8Check.firstInvalid(in: part) {
        // The first character alone may be anything.
        guard end > 8 else { continue }
        #expect(throws: EncodingRefusal.notUTF8(byte: place)) { try Decoded(part) }
        let repaired = try Decoded(part, replacing: true)
        #expect(repaired.replaced == 1 && repaired.bytes == part[..<place] + [0xEF, 0xBF, 0xBD])
      } else {
        let whole = try Decoded(part)
        #expect(whole.encoding == .utf8 && whole.bytes == part)
      }
    }
  }

  @Test func `whatever the bytes, what comes out is UTF-8 without NUL, or a refusal`() throws {
    var random = SplitMix64(seed: 31)
    let seeds = [Self.windows1251, Self.gb18030, Self.big5, Self.koi8r, Self.wide(Self.russian, big: false)]
    for round in 0..<3000 {
      var bytes = round % 2 == 0 ? seeds.randomElement(using: &random)! : []
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let byte = UInt8.random(in: 0...255, using: &random)
        bytes.insert(byte, at: Int.random(in: 0...bytes.count, using: &random))
      }
      for replacing in [false, true] {
        do throws(EncodingRefusal) {
          let decoded = try Decoded(bytes, replacing: replacing)
          #expect(
            UTF8Check.firstInvalid(in: decoded.bytes) == nil && !decoded.bytes.contains(0),
            "seed 31, round \(round)")
        } catch {
          switch error {
          case .notUTF8(let byte), .invalid(_, let byte), .nul(let byte):
            #expect(byte < bytes.count, "seed 31, round \(round)")
          case .unknown(let encoding): Issue.record("\(encoding) cannot be converted here")
          }
        }
      }
    }
  }

  @Test func `a NUL and half of a surrogate pair are refused with their place`() throws {
    #expect(throws: EncodingRefusal.nul(byte: 1)) { try Decoded([0x48, 0x00, 0x49]) }
    #expect(throws: EncodingRefusal.invalid(.utf16LE, byte: 4)) {
      try Decoded([0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8])
    }
    #expect(throws: EncodingRefusal.nul(byte: 4)) { try Decoded([0xFF, 0xFE, 0x41, 0x00, 0x00, 0x00]) }
  }
}
