internal import Formats

/// How the bytes of a part travel (RFC 2045): base64, quoted-printable, or as they are.
enum TransferDecoding {
  /// nil if the bytes are not what the encoding allows.
  static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> [UInt8]? {
    switch encoding.lowercased().filter({ !$0.isWhitespace }) {
    case "base64": Base64.bytes(bytes)
    case "quoted-printable": quotedPrintable(bytes)
    default: Array(bytes)
    }
  }

  static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    escapes(bytes, mark: UInt8(ascii: "="))
  }

  /// `=D0` is a byte, `=` at the end of a line no line end; anything else stands for itself.
  static func escapes(_ bytes: ArraySlice<UInt8>, mark: UInt8) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == mark else {
        out.append(bytes[at])
        at += 1
        continue
      }
      if at + 2 < bytes.endIndex, let high = hex(bytes[at + 1]), let low = hex(bytes[at + 2]) {
        out.append(high << 4 | low)
        at += 3
      } else if at + 2 < bytes.endIndex, bytes[at + 1] == 0x0D, bytes[at + 2] == 0x0A {
        at += 3
      } else if at + 1 < bytes.endIndex, bytes[at + 1] == 0x0A {
        at += 2
      } else {
        out.append(mark)
        at += 1
      }
    }
    return out
  }

  private static func hex(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
