/// Lower-case hexadecimal text.
public enum Hex {
  /// Two digits for each byte.
  public static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { out in
      for (i, byte) in bytes.enumerated() {
        out[2 * i] = digit(byte >> 4)
        out[2 * i + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }

  /// The bytes of a text of digits in small letters, two for each; nil if it is none.
  public static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.utf8.map { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
      default: nil
      }
    }
    guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { digits[$0]! << 4 | digits[$0 + 1]! }
  }

  static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}

/// SHA-256 (FIPS 180-4), fed piece by piece.
public struct SHA256: Sendable {
  private var state: SIMD8<UInt32> = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var waiting: [UInt8] = []
  private var length: UInt64 = 0

  /// A digest of nothing so far.
  public init() { waiting.reserveCapacity(64) }

  /// The digest of `bytes`: 32 bytes.
  public static func digest(of bytes: [UInt8]) -> [UInt8] {
    var sha = SHA256()
    sha.update(bytes)
    return sha.finish()
  }

  /// The digest of `bytes` as 64 lower-case hexadecimal digits.
  public static func hex(of bytes: [UInt8]) -> String { Hex.text(digest(of: bytes)) }

  /// The digest of the UTF-8 of `string` as 64 lower-case hexadecimal digits.
  public static func hex(of string: String) -> String { hex(of: Array(string.utf8)) }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !waiting.isEmpty {
      let taken = rest.prefix(64 - waiting.count)
      waiting.append(contentsOf: taken)
      rest = rest.dropFirst(taken.count)
      guard waiting.count == 64 else { return }
      let block = waiting
      block.withUnsafeBytes { compress($0) }
      waiting.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~63
    if whole > 0 { compress(UnsafeRawBufferPointer(rebasing: rest.prefix(whole))) }
    waiting.append(contentsOf: rest.dropFirst(whole))
  }

  /// The digest of all that was taken in: 32 bytes. Leaves the state as it is, so more may follow.
  public func finish() -> [UInt8] {
    var copy = self
    let bits = length &* 8
    var padding: [UInt8] = [0x80]
    padding.append(contentsOf: repeatElement(0, count: (119 - waiting.count) % 64))
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    copy.update(padding)
    return (0..<8).flatMap { i in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: copy.state[i] >> UInt32($0)) }
    }
  }

  /// The digest as 64 lower-case hexadecimal digits.
  public var hex: String { Hex.text(finish()) }

  private mutating func compress(_ blocks: UnsafeRawBufferPointer) {
    var sums = state
    Self.rounds.withUnsafeBufferPointer { k in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
        for offset in stride(from: 0, to: blocks.count, by: 64) {
          for t in 0..<16 {
            w[t] = UInt32(
              bigEndian: blocks.loadUnaligned(fromByteOffset: offset &+ t &* 4, as: UInt32.self))
          }
          for t in 16..<64 {
            let x = w[t &- 15]
            let y = w[t &- 2]
            let s0 = turn(x, 7) ^ turn(x, 18) ^ x &>> 3
            let s1 = turn(y, 17) ^ turn(y, 19) ^ y &>> 10
            w[t] = w[t &- 16] &+ s0 &+ w[t &- 7] &+ s1
          }
          sums = round(sums, k, w)
        }
      }
    }
    state = sums
  }

  private static let rounds: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}

@inline(__always) private func turn(_ x: UInt32, _ n: UInt32) -> UInt32 { x &>> n | x &<< (32 &- n) }

/// The 64 rounds over one block whose schedule is `w`.
@inline(__always) private func round(
  _ sums: SIMD8<UInt32>, _ k: UnsafeBufferPointer<UInt32>, _ w: UnsafeMutableBufferPointer<UInt32>
) -> SIMD8<UInt32> {
  var (a, b, c, d) = (sums[0], sums[1], sums[2], sums[3])
  var (e, f, g, h) = (sums[4], sums[5], sums[6], sums[7])
  var t = 0
  // Eight at a time, so that the names turn and not the values.
  while t < 64 {
    step(a, b, c, &d, e, f, g, &h, k[t] &+ w[t])
    step(h, a, b, &c, d, e, f, &g, k[t &+ 1] &+ w[t &+ 1])
    step(g, h, a, &b, c, d, e, &f, k[t &+ 2] &+ w[t &+ 2])
    step(f, g, h, &a, b, c, d, &e, k[t &+ 3] &+ w[t &+ 3])
    step(e, f, g, &h, a, b, c, &d, k[t &+ 4] &+ w[t &+ 4])
    step(d, e, f, &g, h, a, b, &c, k[t &+ 5] &+ w[t &+ 5])
    step(c, d, e, &f, g, h, a, &b, k[t &+ 6] &+ w[t &+ 6])
    step(b, c, d, &e, f, g, h, &a, k[t &+ 7] &+ w[t &+ 7])
    t &+= 8
  }
  return sums &+ SIMD8(a, b, c, d, e, f, g, h)
}

@inline(__always) private func step(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
  _ h: inout UInt32, _ word: UInt32
) {
  h = h &+ (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) &+ (g ^ (e & (f ^ g))) &+ word
  d = d &+ h
  h = h &+ (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) &+ ((a & b) | (c & (a | b)))
}
