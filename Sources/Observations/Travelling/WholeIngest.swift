internal import Formats
internal import Records
internal import SQLite

// Taking in everything of another file.
extension Ingest {
  /// Rows come in whatever order: one that names another which is not there yet waits for it. Once all are in, what
  /// follows from texts and names is made anew.
  mutating func loadWhole(_ input: Input) throws {
    let before = summary.entered
    do {
      var loading = try WholeRun(input.source(), file.connection)
      while !loading.isEnd {
        try write("ingest \(input.path)") { ingest, change in
          try loading.step(
            ingest.context(change, dataset: nil), ingest.rowsOfWhole, input.path, &ingest.summary)
        }
        if !loading.isEnd { FilePath.letOthersIn() }
      }
    } catch let error as ReadError {
      refuse(input, reason: error.reason, hint: error.hint)
    }
    if outer == nil, summary.entered != before { try Rebuilding.run(file) }
  }

  private var rowsOfWhole: Int { 2_000 }
}

/// The lines of a whole export, some at a time.
private struct WholeRun {
  /// A document of 64 MB in base64, and then some.
  private static let longest = 512 << 20

  private let reader: JSONLReader
  private let tables: [String: TruthTable]
  private var waiting: [WholeRow] = []
  private var aliases: [String: [String: Int]] = [:]
  private var isRead = false
  private(set) var isEnd = false

  init(_ source: ByteSource, _ db: Connection) throws {
    reader = JSONLReader(source, limits: JSONLimits(), longest: Self.longest)
    tables = Dictionary(try TruthTable.all(in: db).map { ($0.name, $0) }) { first, _ in first }
  }

  /// Enters the next rows; what waits is tried again once all lines are read.
  mutating func step(_ context: LoadContext, _ count: Int, _ path: String, _ summary: inout IngestSummary)
    throws
  {
    var loading = WholeLoading(context, tables, aliases: aliases)
    for _ in 0..<count {
      guard let record = try reader.next() else {
        isRead = true
        break
      }
      switch record {
      case .refused(let refusal):
        summary.refused.append(
          Refusal(
            file: path, RefusedRow(line: refusal.line, column: refusal.column, reason: refusal.reason)))
      case .value(let line, let value):
        if value["table"]?.string == "entente" { continue }
        do {
          try enter(WholeRow(line: line, value, tables), &loading, path, &summary)
        } catch let refusal as RowRefusal {
          refuse(line, refusal, path, &summary)
        }
      }
    }
    if isRead { try settle(&loading, path, &summary) }
    aliases = loading.aliases
  }

  private mutating func enter(
    _ row: WholeRow, _ loading: inout WholeLoading, _ path: String, _ summary: inout IngestSummary
  ) throws {
    do {
      let outcome = try loading.load(row)
      summary.count(outcome, of: row.table.name == "observation" ? ObservationLoader.name : row.table.name)
    } catch is WholeLoading.Missing {
      waiting.append(row)
    } catch let refusal as RowRefusal {
      refuse(row.line, refusal, path, &summary)
    } catch let error as SQLiteError where error.code.primary == .constraint {
      let refusal = RowRefusal(reason: error.message, hint: "The file's own rules refuse the row.")
      refuse(row.line, refusal, path, &summary)
    }
  }

  /// Tries what waits as long as some of it can be entered; what is left names rows that are nowhere.
  private mutating func settle(
    _ loading: inout WholeLoading, _ path: String, _ summary: inout IngestSummary
  ) throws {
    while true {
      let left = waiting
      waiting = []
      for row in left { try enter(row, &loading, path, &summary) }
      if waiting.count == left.count { break }
    }
    for row in waiting {
      let refusal = RowRefusal(
        reason: "\(row.table.name) names a row that is neither in the file nor in the export",
        hint: "Was the row refused above, or the export cut off?")
      refuse(row.line, refusal, path, &summary)
    }
    isEnd = true
  }

  private func refuse(_ line: Int, _ refusal: RowRefusal, _ path: String, _ summary: inout IngestSummary) {
    summary.refused.append(
      Refusal(
        file: path, RefusedRow(line: line, value: refusal.value, reason: refusal.reason, hint: refusal.hint)))
  }
}
