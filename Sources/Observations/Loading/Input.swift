internal import Formats
internal import Records

/// One thing to load: a path, and whether it is a table or a text.
struct Input {
  enum Content {
    case table(TableKind)
    case text
  }
  enum Form {
    case csv, jsonl, text
  }

  var path: String
  var form: Form
  var content: Content
  /// Standard input is read whole: what it holds has to be seen before it can be told.
  var bytes: [UInt8]?

  /// Tables before texts, in the order of their dependence.
  var rank: Int {
    switch content {
    case .table(let kind): kind.rank
    case .text: 50
    }
  }

  /// A text is held in memory whole; a longer one is no article.
  static let textLimit = 64 << 20

  func openTable() throws -> TableReader {
    let source = try source()
    return form == .jsonl ? try TableReader(jsonl: source) : try TableReader(csv: source)
  }

  func readText() throws -> [UInt8] { try bytes ?? source().readAll(limit: Self.textLimit) }

  private func source() throws -> ByteSource {
    if let bytes { return ByteSource(bytes: bytes, name: path) }
    return try ByteSource(path: path)
  }

  // MARK: Finding

  typealias Found = (inputs: [Input], refused: [Refusal])

  /// Everything below a path.
  static func find(_ path: String) -> Found {
    guard path != "-" else { return standardInput() }
    guard FilePath.isFolder(path) else { return one(path) }
    guard let entries = FilePath.entries(of: path) else {
      return (
        [],
        [
          Refusal(file: path, reason: "the folder cannot be opened", hint: "Check its permissions.")
        ]
      )
    }
    var found: Found = ([], [])
    for entry in entries where !isAside(entry) {
      let below = find(path.hasSuffix("/") ? path + entry : "\(path)/\(entry)")
      found.inputs += below.inputs
      found.refused += below.refused
    }
    return found
  }

  /// Files that speak about a folder, not about the world; named themselves, they are loaded.
  private static func isAside(_ name: String) -> Bool {
    ["readme", "license", "changelog"].contains(FilePath.stem(name).lowercased())
  }

  private static func one(_ path: String) -> Found {
    // What is no file (a pipe) can be read only once; what has no ending does not say what it is.
    guard FilePath.isFile(path), !FilePath.fileExtension(path).isEmpty || FilePath.size(path) == nil else {
      return sniffed(path, named: path)
    }
    switch FilePath.fileExtension(path) {
    case "csv": return table(Input(path: path, form: .csv, content: .text))
    case "jsonl", "ndjson": return table(Input(path: path, form: .jsonl, content: .text))
    case "json": return sniffed(path, named: path)
    case "txt", "md", "markdown", "text": return ([Input(path: path, form: .text, content: .text)], [])
    case let other:
      return refusal(
        path, "files of the kind .\(other) are not read by this version",
        "Save it as .txt, .md, .csv or .jsonl.")
    }
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
      if header.isEmpty, input.bytes?.isEmpty ?? (FilePath.size(input.path) == 0) { return ([], []) }
      let unknown = UnknownTable(header)
      return refusal(input.path, unknown.reason, unknown.hint, line: 1)
    } catch let error as CSVError {
      return refusal(input.path, error.reason, error.hint, line: error.line)
    } catch let error as ReadError {
      return refusal(input.path, error.reason, error.hint)
    } catch {
      return refusal(input.path, "\(error)", "")
    }
  }

  private static func refusal(_ path: String, _ reason: String, _ hint: String, line: Int? = nil) -> Found {
    ([], [Refusal(file: path, line: line, reason: reason, hint: hint)])
  }

  private static func standardInput() -> Found { sniffed("-", named: "standard input") }

  /// Reads all of it to see what it is: JSON begins with a brace or bracket, a table with a header we know; anything
  /// else is a text.
  private static func sniffed(_ path: String, named name: String) -> Found {
    do {
      let bytes = try ByteSource(path: path).readAll(limit: textLimit)
      switch bytes.first(where: { $0 > 32 }) {
      case UInt8(ascii: "{"): return table(Input(path: name, form: .jsonl, content: .text, bytes: bytes))
      case UInt8(ascii: "["):
        return try table(Input(path: name, form: .jsonl, content: .text, bytes: lines(of: bytes)))
      default: break
      }
      let csv = Input(path: name, form: .csv, content: .text, bytes: bytes)
      if let header = try? csv.openTable().header, TableKind.of(header: header, file: name) != nil {
        return table(csv)
      }
      return ([Input(path: name, form: .text, content: .text, bytes: bytes)], [])
    } catch let error as ReadError {
      return refusal(name, error.reason, error.hint)
    } catch {
      return refusal(
        name, "it begins like JSON and is none: \(error)", "Write one array of objects, or one object a line."
      )
    }
  }

  /// The objects of an array, one a line.
  private static func lines(of array: [UInt8]) throws(JSONError) -> [UInt8] {
    let values = try JSONValue.parse(array).array ?? []
    return values.flatMap { JSONWriter.compact($0) + [0x0A] }
  }
}

/// Why a table cannot be loaded, as helpfully as its columns allow.
struct UnknownTable {
  let reason: String
  let hint: String

  init(_ header: [String]) {
    let names = Set(header)
    let shown = header.prefix(8).joined(separator: ", ") + (header.count > 8 ? " ..." : "")
    if header.isEmpty {
      reason = "no line of it holds a JSON object"
      hint = "Write one object a line: {\"event_date\": ...}."
    } else if header.count == 1, let mark = [";", "\t"].first(where: { header[0].contains($0) }) {
      reason = "the columns are separated by \(mark == ";" ? "semicolons" : "tabs")"
      hint = "Save it as CSV with commas."
    } else if names.isSuperset(of: ["sha256", "bytes"]) {
      reason = "a list of documents carries no texts"
      hint = "Load the texts themselves, or copy the file with `entente backup`."
    } else if names.isSuperset(of: ["evidence", "rule", "start"]) {
      reason = "candidates are not loaded: they follow from the texts"
      hint = "Load the texts themselves."
    } else if let near = TableKind.nearest(to: header), near.missing.count * 2 < near.kind.required.count {
      reason = "\(near.kind.name) need the column \(near.missing.joined(separator: ", "))"
      hint = "Found: \(shown)."
    } else {
      reason = "it is no table of ours: \(shown)"
      hint = "A table of observations has the columns event_date, title, mechanism."
    }
  }
}
