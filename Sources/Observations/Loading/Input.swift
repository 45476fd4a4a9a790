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
    case .text, .records: 50
    }
  }

  func openTable() throws -> TableReader {
    let source = try source()
    return form == .jsonl ? try TableReader(jsonl: source) : try TableReader(csv: source)
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
