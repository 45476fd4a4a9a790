/// Reads a strict part of TOML 1.0: comments, tables by header, dotted and quoted keys, strings of one line, whole and
/// decimal numbers, truth values, arrays, inline tables. Dates, arrays of tables and texts of several lines are
/// refused by name. Source: "TOML v1.0.0", toml.io, 12 January 2021.
public struct TOMLParser {
  private var scanner: TOMLScanner
  private let root = TOMLNode()

  /// The whole text as one table.
  /// - Throws: ``TOMLError`` with line and column.
  public static func parse(_ bytes: [UInt8]) throws(TOMLError) -> TOMLItem {
    var parser = TOMLParser(scanner: TOMLScanner(bytes))
    try parser.scanner.checkEncoding()
    return try parser.document()
  }

  private init(scanner: TOMLScanner) { self.scanner = scanner }

  private mutating func document() throws(TOMLError) -> TOMLItem {
    var current = root
    while true {
      scanner.skipBlankLines()
      guard let byte = scanner.byte else { return root.item }
      if byte == UInt8(ascii: "[") {
        current = try header()
      } else {
        try pair(into: current)
      }
      try scanner.endLine()
    }
  }

  private mutating func header() throws(TOMLError) -> TOMLNode {
    let place = scanner.place
    scanner.advance()
    if scanner.byte == UInt8(ascii: "[") {
      throw scanner.error(
        "arrays of tables ([[ ]]) are not read here", hint: "Write one table: [columns.title].")
    }
    let path = try scanner.keys()
    guard scanner.take("]") else { throw scanner.error("a header ends with ]", hint: "[columns.title]") }
    let node = try root.descend(path.dropLast(), scanner)
    let last = path[path.count - 1]
    let child = try node.table(last, scanner)
    if child.isDefined { throw scanner.error("[\(last.name)] stands twice", at: place) }
    child.isDefined = true
    return child
  }

  private mutating func pair(into table: TOMLNode) throws(TOMLError) {
    let path = try scanner.keys()
    guard scanner.take("=") else {
      throw scanner.error("behind a key comes =", hint: "title = \"Project\"")
    }
    scanner.skipBlanks()
    let value = try self.value(depth: 0)
    let owner = try table.descend(path.dropLast(), scanner)
    try owner.set(path[path.count - 1], value, scanner)
  }

  private static let deepest = 16

  private mutating func value(depth: Int) throws(TOMLError) -> TOMLItem {
    let place = scanner.place
    guard depth < Self.deepest, let byte = scanner.byte else {
      throw scanner.error("a value is missing", hint: "Text stands in quotes.")
    }
    let value: TOMLItem.Value
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): value = .string(try scanner.string())
    case UInt8(ascii: "["): value = .array(try array(depth))
    case UInt8(ascii: "{"): value = try inlineTable(depth)
    default: value = try scanner.scalar()
    }
    return TOMLItem(value, line: place.line, column: place.column)
  }

  private mutating func array(_ depth: Int) throws(TOMLError) -> [TOMLItem] {
    scanner.advance()
    var items: [TOMLItem] = []
    while true {
      scanner.skipBlankLines()
      if scanner.take("]") { return items }
      items.append(try value(depth: depth + 1))
      scanner.skipBlankLines()
      if scanner.take(",") { continue }
      guard scanner.take("]") else { throw scanner.error("values of an array are parted by commas") }
      return items
    }
  }

  private mutating func inlineTable(_ depth: Int) throws(TOMLError) -> TOMLItem.Value {
    scanner.advance()
    let node = TOMLNode()
    scanner.skipBlanks()
    if scanner.take("}") { return .table([]) }
    while true {
      let path = try scanner.keys()
      guard scanner.take("=") else { throw scanner.error("behind a key comes =") }
      scanner.skipBlanks()
      let owner = try node.descend(path.dropLast(), scanner)
      try owner.set(path[path.count - 1], try value(depth: depth + 1), scanner)
      scanner.skipBlanks()
      if scanner.take(",") { continue }
      guard scanner.take("}") else {
        throw scanner.error(
          "entries of { } are parted by commas and stand on one line",
          hint: "For many entries write a table of its own: [columns.mechanism.values].")
      }
      return node.item.value
    }
  }
}

/// A table while it is read: headers may come back to it.
private final class TOMLNode {
  private enum Entry {
    case table(TOMLNode)
    case value(TOMLItem)
  }

  private var names: [TOMLScanner.Key] = []
  private var entries: [String: Entry] = [:]
  var isDefined = false

  var item: TOMLItem {
    let members = names.map { key in
      let item: TOMLItem
      switch entries[key.name] {
      case .value(let value)?: item = value
      case .table(let node)?: item = TOMLItem(node.item.value, line: key.line, column: key.column)
      case nil: preconditionFailure("a key without entry")
      }
      return TOMLMember(key.name, item)
    }
    return TOMLItem(.table(members), line: 1, column: 1)
  }

  func descend(_ path: ArraySlice<TOMLScanner.Key>, _ scanner: TOMLScanner) throws(TOMLError) -> TOMLNode {
    var node = self
    for key in path { node = try node.table(key, scanner) }
    return node
  }

  func table(_ key: TOMLScanner.Key, _ scanner: TOMLScanner) throws(TOMLError) -> TOMLNode {
    switch entries[key.name] {
    case .table(let node)?: return node
    case .value?: throw twice(key)
    case nil:
      let node = TOMLNode()
      names.append(key)
      entries[key.name] = .table(node)
      return node
    }
  }

  func set(_ key: TOMLScanner.Key, _ value: TOMLItem, _ scanner: TOMLScanner) throws(TOMLError) {
    guard entries[key.name] == nil else { throw twice(key) }
    names.append(key)
    entries[key.name] = .value(value)
  }

  private func twice(_ key: TOMLScanner.Key) -> TOMLError {
    TOMLError(line: key.line, column: key.column, reason: "\"\(key.name)\" stands twice", hint: "Remove one.")
  }
}
