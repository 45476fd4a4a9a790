internal import Formats
internal import Records

/// The step from a PDF to a reading, by way of `pdftotext`.
enum PDFText {
  private static let limits = ToolRun.Limits(output: 64 << 20, seconds: 60)

  static func reading(of bytes: [UInt8]) throws(OpenRefusal) -> Reading {
    guard let program = ToolRun.find("pdftotext") else {
      throw OpenRefusal(
        "a PDF is read by pdftotext, which is not installed",
        hint: "Install it (apt-get install poppler-utils), or save the PDF's text as .txt.")
    }
    let made = try ToolRun.output(of: program, ["-q", "-enc", "UTF-8", "-", "-"], input: bytes, limits)
    guard made.code == 0 else {
      throw OpenRefusal(
        "pdftotext cannot read it: it is damaged or locked", hint: "Open it in a viewer and save it again.")
    }
    // What fonts without a table of characters give.
    let text = PDFLines.paragraphs(String(decoding: made.output.filter { $0 != 0 }, as: UTF8.self))
    guard text.utf8.contains(where: { $0 > 0x20 }) else {
      throw OpenRefusal("the PDF holds no text, only images", hint: "Read it with an OCR program first.")
    }
    var reading = Reading(bytes: Array(text.utf8))
    reading.original = bytes
    reading.media = "application/pdf"
    reading.claims = claims(bytes)
    return reading
  }

  /// What the file says of itself; programs fill it in with file names and days of conversion, so it weighs little.
  private static func claims(_ bytes: [UInt8]) -> [Claim] {
    guard let program = ToolRun.find("pdfinfo"),
      let made = try? ToolRun.output(of: program, ["-isodates", "-enc", "UTF-8", "-"], input: bytes, limits),
      made.code == 0
    else { return [] }
    var claims: [Claim] = []
    for line in String(decoding: made.output, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = NFC.normalized(String(line[line.index(after: colon)...]).trimmed)
      if value.isEmpty { continue }
      switch line[..<colon] {
      case "Title": claims.append(Claim(.title, value, .metadata))
      case "Author": claims.append(Claim(.authors, value, .metadata))
      case "CreationDate":
        if let day = StatedDay.edtf(value) { claims.append(Claim(.published, day, .metadata)) }
      default: break
      }
    }
    return claims
  }
}
