internal import Documents
internal import Formats
internal import Names
public import Records
internal import SQLite

/// Proposes a map for a sheet from its header and its values: a person reads it over and mends it.
public struct MapDraft {
  private let layout: SheetMap.Layout
  private let header: SheetHeader
  private let columns: [DraftColumn]
  private let totals: [String]
  private let isHeaderFirst: Bool
  private let guess: DraftGuess

  /// How many rows are looked at.
  private static let sample = 2_000

  /// Reads the beginning of a sheet.
  /// - Parameters:
  ///   - path: of a CSV file or a workbook; `-`: standard input.
  ///   - sheet: of a workbook; nil: the first.
  ///   - file: whose names and vocabularies values are compared with.
  /// - Throws: ``RowRefusal`` that says why it cannot be read, `SQLiteError`.
  public init(path: String, sheet: String?, _ file: EntenteFile) throws {
    var layout = SheetMap.Layout()
    layout.sheet = sheet
    let rows = try Self.rows(path, layout)
    guard let at = Self.headerPlace(rows) else {
      throw RowRefusal(value: path, reason: "the sheet is empty", hint: "The first row names the columns.")
    }
    self.layout = layout
    header = SheetHeader(rows[at])
    isHeaderFirst = !rows[..<at].contains { !$0.isBlank }
    let below = rows[(at + 1)...].filter { !$0.isBlank }
    let isTotal = { (row: SheetRow) in Self.total(row) != nil }
    totals = Array(Set(below.compactMap(Self.total))).sorted()
    let body = below.filter { !isTotal($0) }
    let guess = try DraftGuess(file.connection, header: header)
    columns = header.names.enumerated().map { place, name in
      var column = DraftColumn(name, body.compactMap { place < $0.cells.count ? $0.cells[place] : nil })
      column.actors = guess.actors(column)
      return column
    }
    self.guess = guess
  }

  private static func rows(_ path: String, _ layout: SheetMap.Layout) throws -> [SheetRow] {
    let found = Input.mapped(path, by: SheetMap())
    guard let input = found.inputs.first else {
      let refusal = found.refused.first
      throw RowRefusal(value: path, reason: refusal?.reason ?? "", hint: refusal?.hint ?? "")
    }
    do {
      var reader = try input.openSheet(layout)
      var rows: [SheetRow] = []
      while rows.count < sample, let record = try reader.next() {
        if case .row(let row) = record { rows.append(row) }
      }
      return rows
    } catch let error as OpenRefusal {
      throw RowRefusal(value: path, reason: error.reason, hint: error.hint)
    } catch let error as CSVError {
      throw RowRefusal(value: path, reason: error.reason, hint: error.hint)
    }
  }

  /// The first row that fills most of the columns: a title above the table fills one or two.
  private static func headerPlace(_ rows: [SheetRow]) -> Int? {
    let filled = rows.prefix(40).map { row in row.cells.filter { !$0.text.trimmed.isEmpty }.count }
    let widest = filled.max() ?? 0
    return filled.firstIndex { $0 > 0 && $0 * 10 >= widest * 7 }
  }

  private static func total(_ row: SheetRow) -> String? {
    let first = row.cells.first { !$0.text.trimmed.isEmpty }?.text.folded ?? ""
    return DraftWords.totals.first { first == $0 || first.hasPrefix($0 + " ") || first.hasPrefix($0 + ":") }
  }

  // MARK: Assigning

  /// Which column of the sheet becomes which of ours: the surest first, each once.
  private var pairs: [(ours: String, column: DraftColumn)] {
    var scored: [(score: Double, ours: Int, theirs: Int)] = []
    for (ours, entry) in DraftWords.all.enumerated() {
      for (theirs, column) in columns.enumerated() {
        let score = column.score(for: entry.column, entry.words)
        if score > 0 { scored.append((score, ours, theirs)) }
      }
    }
    scored.sort { ($1.score, $0.ours, $0.theirs) < ($0.score, $1.ours, $1.theirs) }
    var (taken, made) = ([Int: Int](), Set<Int>())
    for pair in scored where taken[pair.theirs] == nil && !made.contains(pair.ours) {
      taken[pair.theirs] = pair.ours
      made.insert(pair.ours)
    }
    return taken.sorted { $0.value < $1.value }.map { (DraftWords.all[$0.value].column, columns[$0.key]) }
  }

  // MARK: Writing

  /// The map in TOML, with remarks.
  public func text(for path: String) -> String {
    let pairs = pairs
    var out = DraftText()
    out.line("# A map for \(TerminalText.escaped(FilePath.name(path))). Read it over, mend it, then try it:")
    out.line("#   entente ingest SHEET --map MAP --dry-run")
    out.line("# docs/sheets.md tells what can stand here.")
    out.line("")
    out.pair("dataset", FilePath.stem(path))
    writeSheet(&out, pairs.map(\.column))
    for pair in pairs { write(pair.ours, pair.column, &out) }
    writeMissing(Set(pairs.map(\.ours)), &out)
    let kept = columns.map(\.name).filter { name in !pairs.contains { $0.column.name == name } }
    if !kept.isEmpty {
      out.line("")
      out.line("# Kept as they are, under their own names; ignore = [\"...\"] at the top leaves one out:")
      for name in kept { out.line("#   \(TerminalText.escaped(name))") }
    }
    return out.text
  }

  private func writeSheet(_ out: inout DraftText, _ used: [DraftColumn]) {
    let undecided = used.contains(where: \.isUndecided)
    let decimal = used.compactMap(\.decimal).first
    guard !isHeaderFirst || !totals.isEmpty || undecided || decimal == "," || layout.sheet != nil else {
      return
    }
    out.header("sheet")
    if let sheet = layout.sheet { out.pair("name", sheet) }
    if !isHeaderFirst { out.line("header = \(header.number)  # the row that names the columns") }
    if !totals.isEmpty { out.list("skip", totals) }
    if decimal == "," { out.pair("decimal", ",") }
    guard undecided else { return }
    if let order = used.compactMap(\.order).first {
      out.line("dates = \"\(order.rawValue)\"  # as the days beyond the 12th show")
    } else {
      out.line("# dates = \"day-first\"  # ? or month-first: 05/06/2019 does not tell")
    }
  }

  private func write(_ ours: String, _ column: DraftColumn, _ out: inout DraftText) {
    out.header("columns.\(ours)")
    out.pair("from", column.name)
    switch ours {
    case "amount": writeAmount(column, &out)
    case SheetActors.column: writeActors(column, &out, asks: true)
    case "actors_cn", "actors_ru": writeActors(column, &out, asks: false)
    default: writeValues(ours, column, &out)
    }
  }

  private func writeAmount(_ column: DraftColumn, _ out: inout DraftText) {
    let words = column.name.folded.split { !$0.isLetter && $0 != "$" }.map(String.init)
    if words.contains(where: { ["млн", "mln", "mn", "million", "millions"].contains($0) }) {
      out.line("times = 1000000  # the header says millions")
    } else if words.contains(where: { ["млрд", "bn", "billion", "billions"].contains($0) }) {
      out.line("times = 1000000000  # the header says billions")
    }
    if let code = words.compactMap({ SheetNumber.currencies[$0] }).first {
      out.header("columns.currency")
      out.pair("constant", code)
    }
  }

  private func writeActors(_ column: DraftColumn, _ out: inout DraftText, asks: Bool) {
    let sides: DraftGuess.Marks = asks ? guess.marks(column) : ([], [])
    if !sides.between.isEmpty { out.list("between", sides.between) }
    let bare = asks ? guess.withoutMarks(column, sides) : column
    let marks = guess.separators(bare)
    out.list("split", marks)
    guard asks else { return }
    if !sides.marks.isEmpty {
      out.header("columns.actors.marks")
      for mark in sides.marks { out.entry(mark.text, mark.side, isOpen: false) }
    }
    let unknown = guess.unknownActors(bare, marks)
    guard !unknown.isEmpty else { return }
    out.header("columns.actors.sides")
    out.line(
      "# Names the file does not know; ? stands where nothing tells the side: cn, ru, joint, intl, other.")
    for (name, side) in unknown { out.entry(name, side ?? "?", isOpen: side == nil) }
  }

  private static let mostValues = 60

  private func writeValues(_ ours: String, _ column: DraftColumn, _ out: inout DraftText) {
    guard let known = guess.codes(ours) else { return }
    let marks = ours == "sectors" ? guess.separators(column) : []
    if ours == "sectors", marks != [";"] { out.list("split", marks) }
    let values = DraftGuess.items(column, marks).filter { !known.contains($0.text) }
    guard !values.isEmpty else { return }
    out.header("columns.\(ours).values")
    out.line("# Codes: \(known.joined(separator: ", "))", wraps: true)
    for value in values.prefix(Self.mostValues) {
      let code = guess.code(of: value.text, ours)
      out.entry(value.text, code ?? "?", isOpen: code == nil, note: "\(value.count)")
    }
    if values.count > Self.mostValues { out.line("# ... and \(values.count - Self.mostValues) more") }
  }

  private func writeMissing(_ made: Set<String>, _ out: inout DraftText) {
    let needed = [("event_date", "2019"), ("title", "..."), ("mechanism", "agreement")]
    for (column, example) in needed where !made.contains(column) {
      out.line("")
      out.line("# ? No column of the sheet seems to tell \(column), and every row needs it:")
      out.line("# [columns.\(column)]")
      out.line("# from = \"...\"  # or the same for all rows:")
      out.line("# constant = \(DraftText.quoted(example))")
    }
    let counting = [("effect", "advances"), ("stage", "signed")].filter { !made.contains($0.0) }
    if !counting.isEmpty {
      out.line("")
      out.line("# Without effect and stage no trend counts a row:")
    }
    for (column, example) in counting {
      out.line("# [columns.\(column)]")
      out.line("# constant = \"\(example)\"")
    }
  }
}
