/// The root of a tree of SHA-256 hashes over entries that come one after the other, as many as there are: it keeps one
/// hash for each whole subtree, not the leaves.
///
/// A leaf is hash(0x00, entry), a node hash(0x01, left, right), the empty tree hash(). Source: RFC 6962, section 2.1.
public struct MerkleFrontier: Sendable {
  /// 32 bytes.
  public typealias Digest = [UInt8]

  /// How many leaves were appended.
  public private(set) var size = 0
  /// Roots of whole subtrees, the widest first.
  private var peaks: [Digest] = []

  /// The empty tree.
  public init() {}

  /// The hash of an entry whose bytes follow a zero byte in `prefixed`: made so, no copy is needed.
  public static func leaf(prefixed bytes: [UInt8]) -> Digest { SHA256.digest(of: bytes) }

  /// Appends the hash of the next entry.
  public mutating func append(_ leaf: Digest) {
    var digest = leaf
    var rest = size
    while rest & 1 == 1 {
      digest = Self.node(peaks.removeLast(), digest)
      rest >>= 1
    }
    peaks.append(digest)
    size += 1
  }

  /// The root of all leaves so far.
  public var root: Digest {
    guard var digest = peaks.last else { return SHA256.digest(of: []) }
    for peak in peaks.dropLast().reversed() { digest = Self.node(peak, digest) }
    return digest
  }

  private static func node(_ left: Digest, _ right: Digest) -> Digest {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(65)
    bytes.append(1)
    bytes += left
    bytes += right
    return SHA256.digest(of: bytes)
  }
}
