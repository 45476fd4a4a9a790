import Formats
import Testing

@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrs"
        + "mnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ])
  func `SHA-256 gives the digests of FIPS 180-4`(text: String, digest: String) {
    #expect(SHA256.hex(of: text) == digest)
  }

  @Test func `a million a give the digest of FIPS 180-4`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hex(of: [UInt8](repeating: 0x61, count: 1_000_000)) == digest)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `pieces of any size give the digest of the whole`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...500, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    var sha = SHA256()
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = rest.prefix(Int.random(in: 0...130, using: &random))
      sha.update(Array(piece))
      rest = rest.dropFirst(piece.count)
    }
    #expect(sha.hex == SHA256.hex(of: bytes), "seed \(seed)")
    #expect(sha.hex == SHA256.hex(of: bytes), "asking does not change it, seed \(seed)")
  }

  @Test func `a UUID of a digest has version 8, and one of a time version 7 and sorts by it`() {
    let digest = SHA256.digest(of: Array("abc".utf8))
    #expect(UUID8.from(digest: digest) == "ba7816bf-8f01-8fea-8141-40de5dae2223")
    var random = SplitMix64(seed: 7)
    let early = UUID7.make(milliseconds: 0x017F_22E2_79B0, random: &random)
    let late = UUID7.make(milliseconds: 0x017F_22E2_79B1, random: &random)
    #expect(early.hasPrefix("017f22e2-79b0-7"))
    #expect("89ab".contains(early.dropFirst(19).first!))
    #expect(early.count == 36 && early < late)
  }
}
