internal import CXML
internal import Formats
internal import Records

/// The step from a Word file (.docx) to a reading: its paragraphs, and what its properties say.
enum WordText {
  static func reading(of bytes: [UInt8]) throws(OpenRefusal) -> Reading {
    let zip = try ZipFile(bytes)
    guard let document = try zip.file("word/document.xml") else { throw stranger(zip) }
    let text = try XMLText.read(document, WordParagraphs()).text
    guard text.contains(where: { $0 > 0x20 }) else {
      throw OpenRefusal("it holds no text", hint: "Text in images is not read.")
    }
    var reading = Reading(bytes: text)
    reading.original = bytes
    reading.media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if let core = try? zip.file("docProps/core.xml"),
      let properties = try? XMLText.read(core, WordProperties())
    {
      reading.claims = properties.claims
      reading.authors = properties.claims.filter { $0.field == .authors }.map(\.value)
    }
    return reading
  }

  private static func stranger(_ zip: ZipFile) -> OpenRefusal {
    if zip.has("xl/workbook.xml") {
      return OpenRefusal("it is a spreadsheet", hint: "Give it a name that ends in .xlsx.")
    }
    if zip.has("ppt/presentation.xml") { return OpenRefusal("it is a presentation", hint: "Save it as PDF.") }
    if zip.has("content.xml") { return OpenRefusal("it is an OpenDocument file", hint: "Save it as .docx.") }
    return OpenRefusal("it is a zip archive and no .docx", hint: "Unpack it, then ingest the folder.")
  }
}

/// Something that listens to XML.
protocol XMLListener: AnyObject {
  func begin(_ name: String, _ attributes: Attributes)
  func end(_ name: String)
  func add(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// XML by way of libxml2.
enum XMLText {
  private final class Box {
    let listener: any XMLListener
    init(_ listener: any XMLListener) { self.listener = listener }
    static func of(_ user: UnsafeMutableRawPointer?) -> any XMLListener {
      Unmanaged<Box>.fromOpaque(user!).takeUnretainedValue().listener
    }
  }

  private static let depth: Int32 = 200

  static func read<Listener: XMLListener>(_ bytes: [UInt8], _ listener: Listener) throws(OpenRefusal)
    -> Listener
  {
    let box = Box(listener)
    let events = cxml_events(
      user: Unmanaged.passUnretained(box).toOpaque(),
      start: { user, name, attributes in
        if let name { Box.of(user).begin(String(cString: name), Attributes(pairs: attributes)) }
      },
      end: { user, name in if let name { Box.of(user).end(String(cString: name)) } },
      text: { user, bytes, length in
        guard let bytes else { return }
        bytes.withMemoryRebound(to: UInt8.self, capacity: length) {
          Box.of(user).add(UnsafeBufferPointer(start: $0, count: length))
        }
      }, comment: nil)
    let result = withExtendedLifetime(box) {
      bytes.withUnsafeBytes {
        cxml_xml($0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count, depth, events)
      }
    }
    switch result {
    case CXML_READ: return listener
    case CXML_MISSING: throw .noXML
    case CXML_DEEP:
      throw OpenRefusal("its elements stand more than \(depth) deep inside each other", hint: again)
    case CXML_DOCTYPE:
      throw OpenRefusal("its XML declares a document type, as Office never does", hint: again)
    default: throw OpenRefusal("its XML is damaged", hint: again)
    }
  }

  private static let again = "Save it again from the program that made it, or as plain text."
}
