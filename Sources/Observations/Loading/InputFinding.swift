internal import Documents
internal import Formats
internal import Records

// How a path becomes inputs: by what stands in it, and by its ending where that does not tell.
extension Input {
  typealias Found = (inputs: [Input], refused: [Refusal])

  /// Everything below a path.
  static func find(_ path: String) -> Found {
    guard path != "-" else { return sniffed(path, named: "standard input") }
    var met: Set<FilePath.FileNumber> = []
    return find(path, &met)
  }

  /// `met` are the folders that have been gone through: by a link one may stand within itself.
  private static func find(_ path: String, _ met: inout Set<FilePath.FileNumber>) -> Found {
    guard let folder = FilePath.folderNumber(path) else { return one(path) }
    guard met.insert(folder).inserted else { return ([], []) }
    guard let entries = FilePath.entries(of: path) else {
      return refusal(path, "the folder cannot be opened", "Check its permissions.")
    }
    var found: Found = ([], [])
    for entry in entries where !isAside(entry, among: entries) {
      let below = within(path.hasSuffix("/") ? path + entry : "\(path)/\(entry)", &met)
      found.inputs += below.inputs
      found.refused += below.refused
    }
    return found
  }

  /// A pipe within a folder would be waited for without end; what a name in another encoding stands for is lost.
  private static func within(_ path: String, _ met: inout Set<FilePath.FileNumber>) -> Found {
    guard FilePath.folderNumber(path) != nil || FilePath.isFile(path) else {
      return refusal(
        path, "it is a pipe or a device, not a file", "Name it itself on the command line to read from it.")
    }
    if FilePath.size(path) == nil, path.unicodeScalars.contains("\u{FFFD}") {
      return refusal(path, "its name is not UTF-8", "Rename it.")
    }
    return find(path, &met)
  }

  /// Files that speak about a folder, not about the world, and the folder of pictures and scripts that a browser
  /// saves beside a page; named themselves, they are loaded.
  private static func isAside(_ name: String, among entries: [String]) -> Bool {
    if ["readme", "license", "changelog"].contains(FilePath.stem(name).lowercased()) { return true }
    guard name.hasSuffix("_files") else { return false }
    return [".html", ".htm"].contains { entries.contains(name.dropLast("_files".count) + $0) }
  }

  private static let textEndings: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "mht", "mhtml", "eml", "mbox", "pdf",
    "docx",
  ]

  private static func one(_ path: String) -> Found {
    let ending = FilePath.fileExtension(path)
    // What is no file (a pipe) can be read only once; what has no ending does not say what it is.
    guard FilePath.isFile(path), !ending.isEmpty || FilePath.size(path) == nil else {
      return sniffed(path, named: path)
    }
    switch ending {
    case "csv": return table(csv: Input(path: path, form: .csv, content: .text))
    case "tsv", "tab", "xlsx", "xlsm": return sheet(Input(path: path, form: .sheet, content: .text))
    case "jsonl", "ndjson", "json": return json(Input(path: path, form: .jsonl, content: .text))
    case _ where textEndings.contains(ending): return ([Input(path: path, form: .text, content: .text)], [])
    default: return other(path, ending)
    }
  }

  /// A file whose ending says nothing to us is taken if it begins like a page, a mail, a PDF or a .docx.
  private static func other(_ path: String, _ ending: String) -> Found {
    do {
      var head: [UInt8] = []
      let source = try ByteSource(path: path)
      while head.count < 64 << 10, try source.append(to: &head) > 0 {}
      if Opening.knows(head) { return ([Input(path: path, form: .text, content: .text)], []) }
    } catch {
      return refusal(path, error.reason, error.hint)
    }
    return refusal(
      path, "files of the kind .\(ending) are not read",
      "Save it as .txt, .md, .html, .docx, .csv, .xlsx or .jsonl."
    )
  }

  /// Finds out which table it is by its columns.
  private static func table(_ input: Input) -> Found {
    var input = input
    do {
      let header = try input.openTable().header
      if let kind = TableKind.of(header: header, file: input.path) {
        input.content = .table(kind)
        return ([input], [])
      }
      if header.isEmpty, input.isEmpty { return ([], []) }
      let unknown = UnknownTable(header)
      return refusal(input.path, unknown.reason, unknown.hint, line: 1)
    } catch {
      return refusal(input.path, of: error)
    }
  }

  /// A CSV file of our own make, or one that a spreadsheet saved in its own.
  private static func table(csv input: Input) -> Found {
    let sheet = try? CSVSheet { () throws(ReadError) in try input.source() }
    return sheet?.isUsual ?? true ? table(input) : self.sheet(input)
  }

  /// Finds out which table a sheet is by its header; one with columns of its own wants a map.
  private static func sheet(_ input: Input) -> Found {
    var input = input
    input.form = .sheet
    do {
      var sheet = try input.openSheet(SheetMap().layout)
      let header = try SheetHeader.read(&sheet, number: nil)?.names.map { $0.lowercased() } ?? []
      if header.isEmpty, input.isEmpty { return ([], []) }
      guard let kind = TableKind.of(header: header, file: input.path) else {
        let unknown = UnknownTable(header)
        return refusal(input.path, unknown.reason, unknown.hint, line: 1)
      }
      input.content = .table(kind)
      return ([input], [])
    } catch {
      return refusal(input.path, of: error)
    }
  }

  /// A sheet that comes with a map.
  static func mapped(_ path: String, by map: SheetMap) -> Found {
    guard let kind = TableKind.all.first(where: { $0.name == map.table }) else { return ([], []) }
    guard FilePath.folderNumber(path) == nil else {
      return refusal(path, "a map goes with a sheet, and this is a folder", "Name the sheets themselves.")
    }
    var input = Input(path: path, form: .sheet, content: .table(kind))
    do {
      if path == "-" || !FilePath.isFile(path) {
        input.bytes = try ByteSource(path: path).readAll(limit: Opening.limit)
        input.path = path == "-" ? "standard input" : path
      }
      return ([input], [])
    } catch {
      return refusal(path, of: error)
    }
  }

  private static func refusal(_ path: String, of error: any Error) -> Found {
    switch error {
    case let error as CSVError: refusal(path, error.reason, error.hint, line: error.line)
    case let error as ReadError: refusal(path, error.reason, error.hint)
    case let error as OpenRefusal: refusal(path, error.reason, error.hint)
    default: refusal(path, "\(error)", "")
    }
  }

  private var isEmpty: Bool { bytes?.isEmpty ?? (FilePath.size(path) == 0) }

  private static func refusal(_ path: String, _ reason: String, _ hint: String, line: Int? = nil) -> Found {
    ([], [Refusal(file: path, line: line, reason: reason, hint: hint)])
  }

  /// Reads all of it to see what it is: JSON begins with a brace or bracket, a table with a header we know; anything
  /// else is a text.
  private static func sniffed(_ path: String, named name: String) -> Found {
    do {
      let bytes = try ByteSource(path: path).readAll(limit: Opening.limit)
      if begins(bytes[...]) { return json(Input(path: name, form: .jsonl, content: .text, bytes: bytes)) }
      let csv = Input(path: name, form: .csv, content: .text, bytes: bytes)
      if let header = try? csv.openTable().header, TableKind.of(header: header, file: name) != nil {
        return table(csv: csv)
      }
      if Workbook.mayBe(bytes), !Opening.knows(bytes) { return sheet(csv) }
      if case let found = sheet(csv), found.refused.isEmpty { return found }
      return ([Input(path: name, form: .text, content: .text, bytes: bytes)], [])
    } catch {
      return refusal(name, error.reason, error.hint)
    }
  }

  /// True if the first mark is one that JSON begins with.
  private static func begins(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes
    return start.first { $0 > 32 }.map { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? false
  }
}

// What a file of JSON is: a table of ours, records with texts, or the messages of an export.
extension Input {
  /// How many objects are looked at.
  private static let lookahead = 20

  private static func json(_ input: Input) -> Found {
    do {
      var head: [UInt8] = []
      let source = try input.source()
      while head.count < 256 << 10, try source.append(to: &head) > 0 {}
      // A page or a note that was saved under a wrong ending.
      if !begins(head[...]), !head.allSatisfy({ $0 <= 32 }) {
        return ([Input(path: input.path, form: .text, content: .text, bytes: input.bytes)], [])
      }
      var input = input
      if WholeExport.begins(head) {
        input.content = .whole
        return ([input], [])
      }
      input.content = .records
      if TextRecords.isOfMessages(head[...]) { return ([input], []) }
      let (keys, broken, isWhole) = try keys(of: input)
      if isWhole {
        input.content = .whole
        return ([input], [])
      }
      if TableKind.of(header: keys, file: input.path) == nil, TextRecords.isOfTexts(keys),
        !UnknownTable.isOurs(keys)
      {
        return ([input], [])
      }
      input.content = .text
      if head.first(where: { $0 > 32 }) == UInt8(ascii: "[") {
        input.bytes = try lines(of: input.bytes ?? input.source().readAll(limit: Opening.limit))
      }
      let found = table(input)
      guard found.inputs.isEmpty, keys.isEmpty, let broken else { return found }
      return refusal(
        input.path, broken.reason, "Write one object a line, with every string closed on its line.",
        line: broken.line)
    } catch let error as ReadError {
      return refusal(input.path, error.reason, error.hint)
    } catch {
      return refusal(
        input.path, "it begins like JSON and is none: \(error)",
        "Write one array of objects, or one object a line.")
    }
  }

  /// The keys of the first objects, the first of them that cannot be read, and whether they are rows of a whole export.
  private static func keys(of input: Input) throws -> (
    keys: [String], broken: JSONLRefusal?, isWhole: Bool
  ) {
    var objects = JSONObjects(try input.source())
    var keys: [String] = []
    var broken: JSONLRefusal?
    var isWhole = true
    for _ in 0..<lookahead {
      guard let item = try objects.next() else { break }
      if case .refused(let refusal) = item { broken = broken ?? refusal }
      guard case .object(_, let value, _) = item else { continue }
      keys += (value.object ?? []).map(\.key).filter { !keys.contains($0) }
      isWhole = isWhole && value["table"]?.string.map(WholeExport.isTable) ?? false
    }
    return (keys, broken, isWhole && !keys.isEmpty)
  }

  /// The objects of an array, one a line.
  private static func lines(of array: [UInt8]) throws(JSONError) -> [UInt8] {
    let values = try JSONValue.parse(array).array ?? []
    return values.flatMap { JSONWriter.compact($0) + [0x0A] }
  }
}
