internal import Formats
internal import Records

extension SheetMap {
  /// Reads a map: `.csv` as a table, anything else as TOML.
  /// - Throws: ``SheetMapError`` with line and column, `ReadError`.
  public init(path: String) throws {
    let bytes = try ByteSource(path: path).readAll(limit: 16 << 20)
    if FilePath.fileExtension(path) == "csv" {
      self = try SheetMapReading(path: path).map(SheetMapTable.tree(bytes, path: path))
    } else {
      do {
        self = try SheetMapReading(path: path).map(TOMLParser.parse(bytes))
      } catch let error as TOMLError {
        throw SheetMapError(
          path: path, line: error.line, column: error.column, reason: error.reason, hint: error.hint)
      }
    }
  }
}

/// Turns the tree of a map into a map, and refuses what it does not know.
struct SheetMapReading {
  let path: String

  func map(_ tree: TOMLItem) throws(SheetMapError) -> SheetMap {
    var map = SheetMap()
    map.path = path
    if let table = tree["table"] { map.table = try text(table) }
    guard let kind = TableKind.all.first(where: { $0.name == map.table }) else {
      let names = TableKind.all.map(\.name).joined(separator: ", ")
      throw error(
        tree["table"] ?? tree, "there is no table \"\(map.table)\"", "One of: \(names).")
    }
    map.dataset = try tree["dataset"].map { item throws(SheetMapError) in try text(item) }
    map.ignore = try tree["ignore"].map { item throws(SheetMapError) in try names(item) } ?? []
    if let sheet = tree["sheet"] { try read(sheet, into: &map) }
    for member in try members(tree["columns"]) {
      map.columns.append(try column(member, of: kind, map.style))
    }
    try refuseOthers(tree, ["table", "dataset", "ignore", "sheet", "columns"])
    return map
  }

  // MARK: The sheet

  private func read(_ item: TOMLItem, into map: inout SheetMap) throws(SheetMapError) {
    try refuseOthers(
      item, ["header", "name", "delimiter", "encoding", "skip", "decimal", "dates", "epoch"])
    if let header = item["header"] { map.layout.header = try whole(header) }
    if let name = item["name"] { map.layout.sheet = try text(name) }
    if let mark = item["delimiter"] { map.layout.delimiter = try delimiter(mark) }
    if let name = item["encoding"] {
      guard let encoding = Encoding(label: try text(name)) else {
        throw error(
          name, "there is no encoding \"\(try text(name))\"", "UTF-8, UTF-16, windows-1251, GB18030 ...")
      }
      map.layout.encoding = encoding
    }
    if let skip = item["skip"] { map.layout.skip = try texts(skip).map(\.folded) }
    map.style = try style(item, map.style)
    if let epoch = item["epoch"] {
      guard ["1900", "1904"].contains(try text(epoch)) else { throw error(epoch, "epoch is 1900 or 1904") }
      map.style.is1904 = try text(epoch) == "1904"
    }
  }

  private func delimiter(_ item: TOMLItem) throws(SheetMapError) -> UInt8 {
    let known: [String: UInt8] = [",": 0x2C, ";": 0x3B, "\t": 0x09, "tab": 0x09, "|": 0x7C]
    guard let mark = known[try text(item)] else {
      throw error(item, "the delimiter is one of , ; tab |")
    }
    return mark
  }

  private func style(_ item: TOMLItem, _ general: CellStyle) throws(SheetMapError) -> CellStyle {
    var style = general
    if let decimal = item["decimal"] {
      guard let mark = try text(decimal).first, [",", "."].contains(try text(decimal)) else {
        throw error(decimal, "decimal is \",\" or \".\"")
      }
      style.decimal = mark
    }
    if let dates = item["dates"] {
      guard let order = CellStyle.Order(rawValue: try text(dates)) else {
        let known = CellStyle.Order.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(dates, "dates has no value \"\(try text(dates))\"", "One of: \(known).")
      }
      style.order = order
    }
    return style
  }

  // MARK: Columns

  private static let options = [
    "from", "join", "split", "part", "values", "other", "constant", "default", "dates", "decimal", "times",
    "keep",
  ]
  private static let sideOptions = ["sides", "marks", "between", "order", "side"]

  private func column(_ member: TOMLMember, of kind: TableKind, _ style: CellStyle) throws(SheetMapError)
    -> ColumnMap
  {
    let (name, item) = (member.key, member.item)
    let isActors = name == SheetActors.column && kind.name == ObservationLoader.name
    guard isActors || kind.columns.contains(name) else {
      let near = Nearest.to(name, among: kind.columns.sorted()).map { "Did you mean \($0)? " } ?? ""
      throw error(
        item, "\(kind.name) have no column \"\(name)\"",
        "\(near)Columns that no column of ours takes are kept as they are without being named.")
    }
    var map = ColumnMap(target: name, style: style, line: item.line, column: item.column)
    guard item.table != nil else {
      map.from = try names(item)
      return map
    }
    try refuseOthers(item, Self.options + (isActors ? Self.sideOptions : []))
    try read(item, into: &map)
    if isActors { map.sides = try sides(item) }
    guard !map.from.isEmpty || map.constant != nil || map.fallback != nil else {
      throw error(
        item, "\(name) is made from nothing", "Give from = \"their column\", or constant = \"...\".")
    }
    return map
  }

  private func read(_ item: TOMLItem, into map: inout ColumnMap) throws(SheetMapError) {
    if let from = item["from"] { map.from = try names(from) }
    if let join = item["join"] { map.join = try text(join) }
    if let split = item["split"] { map.split = try texts(split) }
    if let part = item["part"] { map.part = try whole(part) }
    for member in try members(item["values"]) { map.values[member.key.folded] = try answer(member.item) }
    map.other = try item["other"].map { item throws(SheetMapError) in try answer(item) }
    map.constant = try item["constant"].map { item throws(SheetMapError) in try answer(item) }
    map.fallback = try item["default"].map { item throws(SheetMapError) in try answer(item) }
    map.keeps = try item["keep"].map { item throws(SheetMapError) in try text(item) == "true" } ?? false
    if let times = item["times"] {
      guard let number = Double(try text(times)), number > 0 else { throw error(times, "times is a number") }
      map.times = number
    }
    map.style = try style(item, map.style)
  }

  private func sides(_ item: TOMLItem) throws(SheetMapError) -> SideMap {
    var map = SideMap()
    for member in try members(item["sides"]) { map.named[member.key.folded] = try side(member.item) }
    for member in try members(item["marks"]) { map.marks.append((member.key, try side(member.item))) }
    // "(КНР)" before "КНР": the longer mark holds the shorter.
    map.marks.sort { $0.text.count > $1.text.count }
    if let between = item["between"] { map.between = try texts(between) }
    if let order = item["order"] {
      map.order = try list(order).map { item throws(SheetMapError) in try side(item) }
    }
    map.fallback = try item["side"].map { item throws(SheetMapError) in try side(item) }
    return map
  }

  private func side(_ item: TOMLItem) throws(SheetMapError) -> String {
    let side = try text(item)
    guard Observation.Participant.Side(rawValue: side) != nil else {
      let known = Observation.Participant.Side.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(item, "there is no side \"\(side)\"", "One of: \(known).")
    }
    return side
  }

  // MARK: Values of the map

  private func text(_ item: TOMLItem) throws(SheetMapError) -> String {
    if let text = item.text { return text }
    throw error(item, "one text or number belongs here")
  }

  /// What a column becomes: the ? of a draft is no value.
  private func answer(_ item: TOMLItem) throws(SheetMapError) -> String {
    let text = try text(item)
    guard text.trimmed != "?" else {
      throw error(item, "a question of the draft is still open", "Write the answer in the place of the ?.")
    }
    return text
  }

  private func whole(_ item: TOMLItem) throws(SheetMapError) -> Int {
    if let number = Int(try text(item)), number > 0 { return number }
    throw error(item, "a whole number from 1 on belongs here")
  }

  private func list(_ item: TOMLItem) throws(SheetMapError) -> [TOMLItem] {
    if case .array(let items) = item.value { return items }
    return [item]
  }

  private func texts(_ item: TOMLItem) throws(SheetMapError) -> [String] {
    try list(item).map { item throws(SheetMapError) in
      let text = try text(item)
      if text.isEmpty { throw error(item, "an empty text belongs nowhere here") }
      return text
    }
  }

  private func names(_ item: TOMLItem) throws(SheetMapError) -> [SheetColumnName] {
    try list(item).map { item throws(SheetMapError) in
      SheetColumnName(name: try text(item), line: item.line, column: item.column)
    }
  }

  private func members(_ item: TOMLItem?) throws(SheetMapError) -> [TOMLMember] {
    guard let item else { return [] }
    guard let members = item.table else {
      throw error(item, "a table belongs here", "{ \"theirs\" = \"ours\" }")
    }
    return members
  }

  private func refuseOthers(_ item: TOMLItem, _ known: [String]) throws(SheetMapError) {
    guard let stray = item.table?.first(where: { !known.contains($0.key) }) else {
      guard item.table == nil else { return }
      throw error(item, "a table belongs here")
    }
    let near = Nearest.to(stray.key, among: known).map { "Did you mean \($0)? " } ?? ""
    throw error(
      stray.item, "there is no setting \"\(stray.key)\"", "\(near)Known: \(known.joined(separator: ", ")).")
  }

  private func error(_ item: TOMLItem, _ reason: String, _ hint: String = "") -> SheetMapError {
    SheetMapError(path: path, line: item.line, column: item.column, reason: reason, hint: hint)
  }
}
