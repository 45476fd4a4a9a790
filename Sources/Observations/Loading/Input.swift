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
    switch FilePath.fileExtension(path) {
    case "csv": return table(Input(path: path, form: .csv, content: .text))
    case "jsonl", "ndjson": return table(Input(path: path, form: .jsonl, content: .text))
    case "txt", "md", "markdown", "text", "": return ([Input(path: path, form: .text, content: .text)], [])
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
      if input.form == .jsonl, header.isEmpty, FilePath.size(input.path) == 0 { return ([], []) }
      guard let near = TableKind.nearest(to: header) else {
        return refusal(
          input.path, "none of its columns is known: \(header.joined(separator: ", "))",
          "A table of observations has event_date, title, mechanism.", line: 1)
      }
      return refusal(
        input.path, "\(near.kind.name) need the column \(near.missing.joined(separator: ", "))",
        "Found: \(header.joined(separator: ", ")).", line: 1)
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

  /// JSON lines begin with a brace, a table of ours with a header we know; anything else is a text.
  private static func standardInput() -> Found {
    do {
      let bytes = try ByteSource(path: "-").readAll(limit: textLimit)
      let name = "standard input"
      if bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") {
        return table(Input(path: name, form: .jsonl, content: .text, bytes: bytes))
      }
      let csv = Input(path: name, form: .csv, content: .text, bytes: bytes)
      if let header = try? csv.openTable().header, TableKind.of(header: header, file: name) != nil {
        return table(csv)
      }
      return ([Input(path: name, form: .text, content: .text, bytes: bytes)], [])
    } catch {
      return refusal("standard input", error.reason, error.hint)
    }
  }
}
