#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The conversions of the C library.
enum Iconv {
  /// UTF-8, or where the bytes stop being of the encoding.
  enum Outcome {
    case text([UInt8], replaced: Int)
    case invalid(byte: Int)
  }

  /// Converts, and writes U+FFFD for each byte that is not of the encoding if that is asked for; nil if the system does
  /// not know the encoding.
  static func decode(_ bytes: [UInt8], from encoding: Encoding, replacing: Bool) -> Outcome? {
    guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1)
    else { return nil }
    defer { iconv_close(converter) }
    // iconv takes its input by a pointer that may change it, and does not.
    var input = bytes
    return input.withUnsafeMutableBytes { decode($0, converter, encoding.unit, replacing) }
  }

  private static let chunk = 256 << 10

  private static func decode(
    _ input: UnsafeMutableRawBufferPointer, _ converter: iconv_t, _ unit: Int, _ replacing: Bool
  ) -> Outcome {
    var text: [UInt8] = []
    text.reserveCapacity(input.count + input.count / 2)
    var replaced = 0
    var at = 0
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunk, alignment: 16)
    defer { chunk.deallocate() }
    while at < input.count {
      var from = input.baseAddress?.advanced(by: at).assumingMemoryBound(to: CChar.self)
      var left = input.count - at
      var to = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = chunk.count
      let code = iconv(converter, &from, &left, &to, &room)
      let reason = errno
      text.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<(chunk.count - room)]))
      at = input.count - left
      guard code == -1, reason != E2BIG else { continue }
      guard replacing else { return .invalid(byte: at) }
      text += [0xEF, 0xBF, 0xBD]
      replaced += 1
      at += unit
    }
    return .text(text, replaced: replaced)
  }
}
