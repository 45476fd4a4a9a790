/// A tree of hashes over entries in order, with proofs that an entry is in it and that one tree continues
/// another.
///
/// A leaf is hash(0x00, entry), a node hash(0x01, left, right), the empty tree hash(). Source: RFC 6962,
/// section 2.1. It keeps every leaf: for the root alone of many entries see ``MerkleFrontier``.
public struct MerkleTree: Sendable {
  /// Bytes.
  public typealias Digest = [UInt8]

  /// The hashes of the entries.
  public let leaves: [Digest]
  private let hash: @Sendable ([UInt8]) -> Digest

  /// The tree of entries.
  public init(_ entries: [[UInt8]], hash: @escaping @Sendable ([UInt8]) -> Digest) {
    self.hash = hash
    leaves = entries.map { hash([0] + $0) }
  }

  /// The root of the first `size` entries; nil for a size that is not within the tree.
  public func root(of size: Int) -> Digest? {
    guard (0...leaves.count).contains(size) else { return nil }
    return size == 0 ? hash([]) : root(0..<size)
  }

  /// The hashes that lead from entry `index` to the root of the first `size`; nil outside the tree.
  public func inclusionProof(of index: Int, in size: Int) -> [Digest]? {
    guard index >= 0, index < size, size <= leaves.count else { return nil }
    return path(index, 0..<size)
  }

  /// The hashes that show that the first `size` entries begin with the first `earlier`; nil outside the tree.
  public func consistencyProof(from earlier: Int, to size: Int) -> [Digest]? {
    guard earlier > 0, earlier <= size, size <= leaves.count else { return nil }
    return subproof(earlier, 0..<size, isWhole: true)
  }

  /// The greatest power of two below the number of leaves.
  private func split(_ range: Range<Int>) -> Int {
    range.lowerBound + 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
  }

  private func root(_ range: Range<Int>) -> Digest {
    if range.count == 1 { return leaves[range.lowerBound] }
    let middle = split(range)
    return hash([1] + root(range.lowerBound..<middle) + root(middle..<range.upperBound))
  }

  private func path(_ index: Int, _ range: Range<Int>) -> [Digest] {
    if range.count == 1 { return [] }
    let middle = split(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return index < middle ? path(index, left) + [root(right)] : path(index, right) + [root(left)]
  }

  private func subproof(_ end: Int, _ range: Range<Int>, isWhole: Bool) -> [Digest] {
    if end == range.upperBound { return isWhole ? [] : [root(range)] }
    let middle = split(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return end <= middle
      ? subproof(end, left, isWhole: isWhole) + [root(right)]
      : subproof(end, right, isWhole: false) + [root(left)]
  }
}
