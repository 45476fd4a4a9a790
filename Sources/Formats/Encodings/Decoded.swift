/// A text as UTF-8, and what it was before.
public struct Decoded: Sendable {
  /// UTF-8 without a byte-order mark of another encoding; of UTF-8 the bytes as they were.
  public var bytes: [UInt8]
  /// What it was.
  public var encoding: Encoding
  /// How many places were replaced by U+FFFD.
  public var replaced = 0

  /// Reads a text in the encoding it is in: what its first bytes mark, else UTF-8 where all of it is, else what is
  /// declared and fits, else what the letters show.
  /// - Parameters:
  ///   - bytes: the text as received.
  ///   - declared: what the file says; believed only where the bytes agree.
  ///   - replacing: true writes U+FFFD for what is not of the encoding, instead of refusing it.
  /// - Throws: ``EncodingRefusal``.
  public init(_ bytes: [UInt8], declared: Encoding? = nil, replacing: Bool = false) throws(EncodingRefusal) {
    let invalid = UTF8Check.firstInvalid(in: bytes)
    let nul = bytes.firstIndex(of: 0)
    if let marked = Self.marked(bytes) {
      self = try Self.converted(Array(bytes.dropFirst(2)), marked, replacing, offset: 2)
    } else if invalid != nil || nul != nil, let wide = WideText.encoding(of: bytes) {
      self = try Self.converted(bytes, wide, replacing)
    } else if let nul {
      throw .nul(byte: nul)
    } else if let invalid {
      self = try Self.narrow(bytes, declared, invalid, replacing)
    } else {
      self.bytes = bytes
      encoding = .utf8
    }
  }

  private init(_ bytes: [UInt8], _ encoding: Encoding, replaced: Int) {
    self.bytes = bytes
    self.encoding = encoding
    self.replaced = replaced
  }

  private static func marked(_ bytes: [UInt8]) -> Encoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LE }
    return bytes.starts(with: [0xFE, 0xFF]) ? .utf16BE : nil
  }

  /// A text of single bytes or pairs of them, which is not UTF-8 from `invalid` on.
  private static func narrow(_ bytes: [UInt8], _ declared: Encoding?, _ invalid: Int, _ replacing: Bool)
    throws(EncodingRefusal) -> Decoded
  {
    // Where most of it is UTF-8 it is broken UTF-8: in another encoding nearly every letter would be wrong.
    let isUTF8 = UTF8Share(bytes).isMostlyUTF8
    if !isUTF8, let declared, declared != .utf8, declared.unit == 1,
      let text = try? converted(bytes, declared, false)
    {
      return text
    }
    if !isUTF8, let text = Sniff.narrow(bytes) { return text }
    guard replacing else { throw .notUTF8(byte: invalid) }
    return repaired(bytes)
  }

  private static func converted(_ bytes: [UInt8], _ encoding: Encoding, _ replacing: Bool, offset: Int = 0)
    throws(EncodingRefusal) -> Decoded
  {
    switch Iconv.decode(bytes, from: encoding, replacing: replacing) {
    case nil: throw .unknown(encoding)
    case .invalid(let byte)?: throw .invalid(encoding, byte: byte + offset)
    case .text(let text, let replaced)?:
      if text.contains(0) {
        throw .nul(byte: bytes.indices.first { isNUL(bytes, $0, encoding) }.map { $0 + offset } ?? 0)
      }
      return Decoded(text, encoding, replaced: replaced)
    }
  }

  private static func isNUL(_ bytes: [UInt8], _ at: Int, _ encoding: Encoding) -> Bool {
    guard bytes[at] == 0 else { return false }
    return encoding.unit == 1 || at % 2 == 0 && at + 1 < bytes.count && bytes[at + 1] == 0
  }

  /// U+FFFD for each beginning of a character that does not go on, and for each stray byte.
  private static func repaired(_ bytes: [UInt8]) -> Decoded {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var replaced = 0
    bytes.withUnsafeBytes { all in
      var at = 0
      while at < all.count {
        let rest = UnsafeRawBufferPointer(rebasing: all[at...])
        let good = UTF8Check.firstInvalid(in: rest) ?? rest.count
        text.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<good]))
        at += good
        guard at < all.count else { break }
        text += [0xEF, 0xBF, 0xBD]
        replaced += 1
        at += 1
        while at < all.count, all[at] & 0xC0 == 0x80 { at += 1 }
      }
    }
    return Decoded(text, .utf8, replaced: replaced)
  }

  /// What was sniffed and converted.
  init(sniffed bytes: [UInt8], _ encoding: Encoding) { self.init(bytes, encoding, replaced: 0) }
}

/// Why bytes cannot be read as text.
public enum EncodingRefusal: Error, Equatable, Sendable {
  /// The first byte that is not UTF-8; no other encoding fits either.
  case notUTF8(byte: Int)
  /// The first byte that is not of the encoding the text is in.
  case invalid(Encoding, byte: Int)
  /// The first NUL: no text has one.
  case nul(byte: Int)
  /// The system cannot convert it.
  case unknown(Encoding)
}
