import Formats
import TestSupport
import Testing

private let seed: UInt64 = 20_261_141

@Suite struct `Trees of hashes` {
  @Test(.seed(seed)) func `the root that keeps no leaves is that of the whole tree, at every size to 300`()
    throws
  {
    var random = SplitMix64(seed: seed)
    let entries = (0..<300).map { _ in
      (0..<Int.random(in: 0...9, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    let tree = MerkleTree(entries) { SHA256.digest(of: $0) }
    var frontier = MerkleFrontier()
    #expect(frontier.root == tree.root(of: 0))
    for (index, entry) in entries.enumerated() {
      frontier.append(MerkleFrontier.leaf(prefixed: [0] + entry))
      #expect(frontier.root == tree.root(of: index + 1), "\(index)")
    }
    #expect(frontier.size == 300)
  }

  @Test(.seed(seed)) func `base64 and hexadecimal text read back`() {
    var random = SplitMix64(seed: seed)
    for length in 0..<70 {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(Base64.bytes(Base64.text(bytes)) == bytes)
      #expect(Hex.bytes(Hex.text(bytes)) == bytes)
    }
    #expect(Base64.text(Array("Ma".utf8)) == "TWE=" && Base64.text(Array("M".utf8)) == "TQ==")
    #expect(Base64.bytes("TWE*") == nil && Hex.bytes("0") == nil && Hex.bytes("0G") == nil)
  }
}
