import Documents
import Formats
import TestSupport
import Testing

@Suite struct `Hostile files` {
  /// Every part that comes out is UTF-8 and can be read, or says why not.
  private func check(_ items: [Opening.Item], _ note: String) {
    #expect(!items.isEmpty, "\(note)")
    for refusal in items.refusals { #expect(!refusal.reason.isEmpty && !refusal.hint.isEmpty, "\(note)") }
    for reading in items.readings {
      #expect(UTF8Check.firstInvalid(in: reading.bytes) == nil && !reading.bytes.contains(0), "\(note)")
      _ = try? Read.document(reading)
    }
  }

  private static let samples: [[UInt8]] =
    [
      Array(Pages.page.utf8), Array(`Mails and saved pages`.mail.utf8), `Word files and PDF`.docx,
      Zip.deflated(`Word files and PDF`.docx),
    ] + `Bundles of articles`.bundles.map { Array($0.utf8) }

  @Test(.seed(77)) func `thousands of damaged files end in a text or a refusal`() throws {
    var random = SplitMix64(seed: 77)
    for round in 0..<4000 {
      var bytes = Self.samples[round % Self.samples.count]
      for _ in 0..<Int.random(in: 1...8, using: &random) { Self.damage(&bytes, &random) }
      if bytes.isEmpty { continue }
      check(try open(bytes, path: "a.html", replacing: round % 3 == 0), "round \(round)")
      if round % 4 == 0 { _ = try records(String(decoding: bytes, as: UTF8.self)) }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
    guard !bytes.isEmpty else { return }
    let at = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes[at] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case 2: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &random)))
    case 3: bytes.removeLast(min(bytes.count, Int.random(in: 1...200, using: &random)))
    case 4: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + 50)], at: at)
    default:
      bytes.insert(
        contentsOf: [0xFF, 0xFE, 0x00, 0x3C].prefix(Int.random(in: 1...4, using: &random)), at: at)
    }
  }

  @Test func `a file cut at any byte ends in a text or a refusal`() throws {
    for sample in [Self.samples[1], Self.samples[2]] {
      for end in stride(from: 1, to: sample.count, by: 7) {
        check(try open(Array(sample[..<end])), "cut at \(end)")
      }
    }
  }

  @Test func `only marks, only direction signs, and long lines are texts`() throws {
    for text in [
      String(repeating: "\u{301}", count: 100_000), String(repeating: "\u{202E}\u{2066}", count: 50_000),
      String(repeating: "x", count: 5_000_000), String(repeating: "=\n", count: 200_000),
      String(repeating: "---\ntitle: a\n", count: 50_000),
      String(repeating: "Document 1 of 2\n", count: 50_000),
    ] { check(try open(text), String(text.prefix(20))) }
  }

  @Test func `mails in mails, and boundaries without end, come to an end`() throws {
    var mail = "Subject: x\r\nMIME-Version: 1.0\r\n\r\nThe innermost text."
    for _ in 0..<50 {
      mail = "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822; name=a.eml\r\n\r\n\(mail)"
    }
    check(try open(mail), "mails in mails")
    let parts = String(repeating: "--b\r\n", count: 100_000)
    check(try open("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\(parts)"), "parts")
    let nested = String(repeating: "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", count: 10_000)
    check(try open("MIME-Version: 1.0\r\n\(nested)"), "nested")
    check(try open("MIME-Version: 1.0\r\n" + String(repeating: " folded\r\n", count: 200_000)), "folded")
  }

  @Test(
    arguments: [
      ("an old Office file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1]), ("RTF", Array("{\\rtf1 x}".utf8)),
      ("gzip", [0x1F, 0x8B, 8, 0]), ("image", [0x89, 0x50, 0x4E, 0x47]),
    ] as [(String, [UInt8])])
  func `what is no text is called by its name`(_ name: String, _ bytes: [UInt8]) throws {
    let refusals = try open(bytes, path: "a.txt").refusals
    #expect(refusals.count == 1 && refusals[0].reason.contains(name))
  }
}
