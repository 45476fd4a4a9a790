internal import Formats
internal import Records

/// A map written as a table: one line for each thing it says. It becomes the same tree as a map in TOML.
///
///     what,name,key,becomes
///     column,Дата,,event_date
///     value,mechanism,Меморандум,agreement
///     option,amount,decimal,","
///     sheet,,header,3
///     constant,currency,,RUB
///     ignore,№,,
enum SheetMapTable {
  static let columns = ["what", "name", "key", "becomes"]

  static func tree(_ bytes: [UInt8], path: String) throws -> TOMLItem {
    let sheet = try CSVSheet { () throws(ReadError) in ByteSource(bytes: bytes, name: path) }
    var tree = MapTree()
    var isHeader = true
    while let record = try sheet.next() {
      guard case .row(let row) = record else {
        if case .refused(let refusal) = record {
          throw SheetMapError(
            path: path, line: refusal.line, column: refusal.column, reason: refusal.reason,
            hint: refusal.hint)
        }
        continue
      }
      let cells = row.cells.map(\.text.trimmed)
      if isHeader {
        guard Array(cells.map { $0.lowercased() }.prefix(4)) == columns else {
          throw SheetMapError(
            path: path, line: row.number, reason: "a map in CSV has the columns what,name,key,becomes",
            hint: "For example: column,Date,,event_date")
        }
        isHeader = false
      } else if !row.isBlank, !cells[0].hasPrefix("#") {
        try add(row, to: &tree, path)
      }
    }
    return tree.item
  }

  /// Texts keep their blanks: `join` may be ", ".
  private static func add(_ row: SheetRow, to tree: inout MapTree, _ path: String) throws(SheetMapError) {
    let cells = row.cells.map(\.text) + ["", "", "", ""]
    let (what, name, key, value) = (cells[0].trimmed.lowercased(), cells[1].trimmed, cells[2], cells[3])
    let item = TOMLItem(.string(value), line: row.number, column: row.cells.last?.column ?? 1)
    func named(_ text: String) -> TOMLItem { TOMLItem(.string(text), line: row.number, column: 1) }
    switch what {
    case "table", "dataset": tree.add([what], named(value.isEmpty ? name : value.trimmed))
    case "column": tree.add(["columns", value.trimmed, "from"], named(name))
    case "value": tree.add(["columns", name, "values", key.trimmed], item)
    case "constant": tree.add(["columns", name, "constant"], item)
    case "side", "mark":
      tree.add(["columns", SheetActors.column, what + "s", key.isEmpty ? name : key], item)
    case "option": tree.add(["columns", name, key.trimmed], item)
    case "sheet": tree.add(["sheet", key.trimmed], item)
    case "ignore": tree.add(["ignore"], named(name))
    default:
      throw SheetMapError(
        path: path, line: row.number, reason: "a line of a map cannot be of the kind \"\(what)\"",
        hint: "One of: table, dataset, column, value, constant, side, mark, option, sheet, ignore.")
    }
  }
}

/// A tree that grows by paths; what is said twice becomes a list.
private struct MapTree {
  private var members: [(key: String, value: MapTree)] = []
  private var items: [TOMLItem] = []

  mutating func add(_ path: [String], _ item: TOMLItem) {
    guard let key = path.first else { return items.append(item) }
    if let at = members.firstIndex(where: { $0.key == key }) {
      members[at].value.add(Array(path.dropFirst()), item)
    } else {
      var child = MapTree()
      child.add(Array(path.dropFirst()), item)
      members.append((key, child))
    }
  }

  var item: TOMLItem {
    if members.isEmpty, let first = items.first {
      return items.count == 1 ? first : TOMLItem(.array(items), line: first.line, column: first.column)
    }
    let all = members.map { TOMLMember($0.key, $0.value.item) }
    let place = all.first?.item
    return TOMLItem(.table(all), line: place?.line ?? 1, column: place?.column ?? 1)
  }
}
