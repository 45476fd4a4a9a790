internal import Formats

/// A part of a mail: its header and where its body stands.
struct MailPart {
  var header: MailHeader
  var body: Range<Int>
  var type: MailParameters
  /// True of a part that holds others.
  var isMultipart: Bool { type.value.hasPrefix("multipart/") }

  private static let deepest = 8
  private static let most = 500

  init(_ bytes: [UInt8], in range: Range<Int>) {
    header = MailHeader(bytes, in: range)
    body = header.end..<range.upperBound
    type = MailParameters(header["content-type"] ?? "text/plain")
  }

  var name: String? {
    MailParameters(header["content-disposition"] ?? "")["filename"] ?? type["name"]
  }

  var isAttachment: Bool {
    MailParameters(header["content-disposition"] ?? "").value == "attachment" || name != nil
  }

  /// The body as it was before it travelled; nil where it is damaged.
  func content(_ bytes: [UInt8]) -> [UInt8]? {
    TransferDecoding.decoded(bytes[body], header["content-transfer-encoding"] ?? "")
  }

  /// The parts that hold no others, in order, each with the kind of the part around it.
  static func leaves(_ bytes: [UInt8]) -> [(part: MailPart, around: String)] {
    var leaves: [(part: MailPart, around: String)] = []
    var waiting: [(part: MailPart, around: String, depth: Int)] = [
      (MailPart(bytes, in: 0..<bytes.count), "", 0)
    ]
    while let next = waiting.popLast(), leaves.count < most {
      guard next.part.isMultipart, next.depth < deepest, let boundary = next.part.type["boundary"] else {
        leaves.append((next.part, next.around))
        continue
      }
      let inner = split(bytes, next.part.body, at: boundary)
      waiting += inner.reversed().map { (MailPart(bytes, in: $0), next.part.type.value, next.depth + 1) }
    }
    return leaves
  }

  /// The line end before a boundary belongs to it.
  private static func endOfLine(_ bytes: [UInt8], before at: Int) -> Int {
    guard at > 0, bytes[at - 1] == 0x0A else { return at }
    return at > 1 && bytes[at - 2] == 0x0D ? at - 2 : at - 1
  }

  /// What stands between the lines `--boundary`; of a mail that was cut off the last part is what is there.
  private static func split(_ bytes: [UInt8], _ body: Range<Int>, at boundary: String) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var parts: [Range<Int>] = []
    var start: Int?
    var at = body.lowerBound
    while at < body.upperBound, parts.count < most {
      let line = MailHeader.line(bytes, at, body.upperBound)
      if bytes[line.content].starts(with: mark) {
        if let start { parts.append(start..<max(start, endOfLine(bytes, before: at))) }
        start = line.next
        if bytes[line.content].dropFirst(mark.count).starts(with: "--".utf8) { return parts }
      }
      at = line.next
    }
    if let start { parts.append(start..<body.upperBound) }
    return parts
  }
}
