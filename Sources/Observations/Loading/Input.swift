internal import Documents
internal import Formats
internal import Records

/// One thing to load: a path, and whether it is a table, a text, or records with texts.
struct Input {
  enum Content {
    case table(TableKind)
    case text
    /// JSON objects that hold a text each.
    case records
    /// Everything of another file.
    case whole
  }
  enum Form {
    case csv, jsonl, text
    /// A table that is read by a map, if only by one that says nothing: a workbook, a CSV of another make.
    case sheet
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
    case .text, .records: 50
    case .whole: 0
    }
  }

  func openTable() throws -> TableReader {
    let source = try source()
    return form == .jsonl ? try TableReader(jsonl: source) : try TableReader(csv: source)
  }

  /// The rows of a sheet, header and all.
  /// - Throws: `CSVError`, `ReadError`, `OpenRefusal`.
  func openSheet(_ layout: SheetMap.Layout) throws -> any SheetReader {
    let start = try source()
    var head: [UInt8] = []
    while head.count < 8, try start.append(to: &head, count: 8) > 0 {}
    if Workbook.mayBe(head) {
      return try WorkbookSheet(source().readAll(limit: Opening.limit), sheet: layout.sheet)
    }
    if let sheet = layout.sheet {
      throw OpenRefusal("it is no workbook and has no sheet \"\(sheet)\"", hint: "Leave --sheet out.")
    }
    return try CSVSheet(delimiter: layout.delimiter, encoding: layout.encoding) { () throws(ReadError) in
      try source()
    }
  }

  /// The texts in it, one by one.
  func openTexts(url: String?, replacing: Bool) throws -> Opening {
    guard case .records = content else {
      let bytes = try bytes ?? source().readAll(limit: Opening.limit)
      return Opening(bytes, path: path, url: url, replacing: replacing)
    }
    return Opening(records: try source(), container: try digest(), path: path)
  }

  /// SHA-256 of all of it, read in pieces.
  private func digest() throws -> String {
    let source = try source()
    var hash = SHA256()
    var piece: [UInt8] = []
    while try source.append(to: &piece) > 0 {
      hash.update(piece)
      piece.removeAll(keepingCapacity: true)
    }
    return hash.hex
  }

  func source() throws(ReadError) -> ByteSource {
    if let bytes { return ByteSource(bytes: bytes, name: path) }
    return try ByteSource(path: path)
  }
}

/// Why a table cannot be loaded, as helpfully as its columns allow.
struct UnknownTable {
  let reason: String
  let hint: String

  /// True of what `entente export` writes and nobody loads.
  static func isOurs(_ header: [String]) -> Bool {
    let names = Set(header)
    return names.isSuperset(of: ["sha256", "bytes"]) || names.isSuperset(of: ["evidence", "rule", "start"])
  }

  init(_ header: [String]) {
    let names = Set(header)
    let shown = header.prefix(8).joined(separator: ", ") + (header.count > 8 ? " ..." : "")
    if header.isEmpty {
      reason = "no line of it holds a JSON object"
      hint = "Write one object a line: {\"event_date\": ...}."
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
      hint = "A sheet with columns of its own comes in with a map: --map-draft proposes one."
    }
  }
}
