internal import Candidates
internal import Documents
internal import Formats
internal import Names
public import Records
internal import SQLite

/// Loads files: texts become documents with proposals, tables become rows. What cannot be taken is refused
/// by itself, with its place and reason, and everything else is done.
public struct Ingest {
  /// How files are loaded: what the options of `entente ingest` say.
  public struct Options: Sendable {
    /// Do everything, then undo it.
    public var dryRun = false
    /// Take rows that are known with other content as corrections.
    public var update = false
    /// Data set of rows that name none, for identity; nil: the file's own name without its ending.
    public var dataset: String?
    /// nil: the file's default.
    public var label: Label?
    /// Address of the one text that is loaded.
    public var url: String?
    /// Write U+FFFD for bytes that are not of a text's encoding, instead of refusing the text.
    public var replaceInvalid = false
    /// Whether delays may be learned from what is loaded: from `live` they are, from `backfill` not.
    public var kind = Batch.Kind.live
    /// How the columns of a sheet become ours; nil: tables are known by their own columns.
    public var map: SheetMap?
    /// Called now and then with the file, the bytes read and its size, where that is known.
    public var progress: (@Sendable (_ file: String, _ read: Int, _ size: Int?) -> Void)?

    /// Live, with the file's default label, and nothing asked for besides.
    public init() {}
  }

  /// Rows in one transaction: readers and other writers get their turn in between.
  static let rowsPerBatch = 500

  let file: EntenteFile
  let desk: Desk
  let options: Options
  /// What was done so far.
  public internal(set) var summary = IngestSummary()
  /// Begun by the first change that has something to enter.
  private var batch: Int?
  private var source = ""
  /// Set while a dry run holds its one transaction open.
  var outer: Change?
  /// Set while several files are one transaction.
  private var isTogether = false
  /// Texts that were entered and not yet put into the search index. Shared by the copies of this value that a
  /// transaction works on: each would make an array of its own.
  private let unindexed = Unindexed()
  /// Sums of the texts that wait for their transaction: the same bytes under a second name wait once.
  private var waiting: Set<String> = []
  /// Names and rules, compiled when the first text comes: the tables before it may have brought names.
  private var rulebook: Rulebook?

  /// Made for one run: nothing is read or written yet.
  public init(_ file: EntenteFile, _ desk: Desk, _ options: Options) {
    self.file = file
    self.desk = desk
    self.options = options
  }

  /// Loads the paths: files, folders with all they hold, `-` for standard input.
  /// - Throws: only what stops everything, as a full disk; the batches before it are kept.
  public mutating func run(_ paths: [String]) throws {
    guard options.dryRun else {
      try load(paths)
      return try file.countIn()
    }
    do {
      try file.write(desk, why: "dry run") { change in
        outer = change
        try load(paths)
        throw DryRunEnd()
      }
    } catch is DryRunEnd {
      outer = nil
    }
  }

  private struct DryRunEnd: Error {}

  private final class Unindexed {
    var texts: [(id: Int, document: Document, isNew: Bool)] = []
  }

  private mutating func load(_ paths: [String]) throws {
    source = paths.joined(separator: " ")
    let before = try file.connection.value("SELECT coalesce(max(id), 0) FROM change", as: Int.self) ?? 0
    var inputs: [Input] = []
    for path in paths {
      let found = options.map.map { Input.mapped(path, by: $0) } ?? Input.find(path)
      inputs += found.inputs
      summary.refused += found.refused
    }
    var rest = inputs.sorted(by: { $0.rank < $1.rank })[...]
    while let input = rest.first {
      switch input.content {
      case .table(let kind): try loadTable(input, kind)
      case .records: try loadTexts(of: input)
      case .whole: try loadWhole(input)
      case .text:
        let some = Self.someTexts(of: rest)
        rest.removeFirst(some.count)
        try loadTogether(some)
        continue
      }
      rest.removeFirst()
    }
    for finding in try LookAlike.findings(since: outer?.id ?? before + 1, in: file.connection) {
      summary.note("\(finding.name): \(finding.sentence)")
    }
    for finding in try Alike.findings(since: outer?.id ?? before + 1, in: file.connection) {
      summary.note("\(finding.words) `entente actors merge` makes two one.")
    }
  }

  // MARK: Tables

  private mutating func loadTable(_ input: Input, _ kind: TableKind) throws {
    guard var loader = kind.make(input.path) else {
      summary.skipped += 1
      return
    }
    do {
      var (table, mapper) = try open(input, kind)
      defer { if let mapper { summary.note(mapper.report, of: input.path) } }
      if input.form == .csv, !kind.keepsExtras,
        let unknown = table.header.first(where: { !kind.columns.contains($0) })
      {
        return refuse(
          input, line: 1, reason: "\(kind.name) have no column \"\(unknown)\"",
          hint: "Columns: \(kind.columns.sorted().joined(separator: ", ")).")
      }
      let before = summary.entered
      var isMore = true
      while isMore {
        isMore = try write("ingest \(input.path)") { ingest, change in
          try ingest.loadRows(&table, &loader, input, kind, change)
        }
        if isMore { FilePath.letOthersIn() }
      }
      // What was logged about an actor is found under its new names too.
      if kind.name == ActorLoader.name, summary.entered != before { try indexAnew() }
    } catch let error as ReadError {
      refuse(input, reason: error.reason, hint: error.hint)
    } catch let error as CSVError {
      refuse(input, line: error.line, reason: error.reason, hint: error.hint)
    } catch let error as OpenRefusal {
      refuse(input, reason: error.reason, hint: error.hint)
    } catch let error as SheetMapError {
      summary.refused.append(Refusal(error))
    }
  }

  /// A table of ours as it is, a sheet by its map.
  private func open(_ input: Input, _ kind: TableKind) throws -> (TableReader, SheetMapper?) {
    guard input.form == .sheet else {
      var table = try input.openTable()
      table.adopt(kind.columns)
      return (table, nil)
    }
    let map = options.map ?? SheetMap()
    let mapper = try SheetMapper(
      input.openSheet(map.layout), map, kind, file.connection, path: input.path, keepsRows: options.dryRun)
    return (
      TableReader(header: mapper.columns, position: { mapper.bytesRead }, next: { try mapper.next() }), mapper
    )
  }

  private func indexAnew() throws {
    let index = { _ = try ObservationTable.indexAll(in: file.connection) }
    try outer == nil ? file.connection.transaction(index) : index()
  }

  /// One batch of rows; false at the end of the table.
  private mutating func loadRows(
    _ table: inout TableReader, _ loader: inout any TableLoader, _ input: Input, _ kind: TableKind,
    _ change: Change
  ) throws -> Bool {
    let context = try context(
      change, dataset: options.dataset ?? options.map?.dataset ?? FilePath.stem(input.path))
    options.progress?(input.path, table.bytesRead, FilePath.size(input.path))
    for _ in 0..<Self.rowsPerBatch {
      switch try loader.loadNext(of: &table, context) {
      case nil: return false
      case .taken(let outcome)?: summary.count(outcome, of: kind.name)
      case .refused(let row)?: summary.refused.append(Refusal(file: input.path, row))
      }
    }
    return true
  }

  // MARK: Texts

  /// The texts that come next, as many as are one transaction: each that is committed has to reach the disk.
  private static func someTexts(of inputs: ArraySlice<Input>) -> ArraySlice<Input> {
    var bytes = 0
    return inputs.prefix(textsPerBatch).prefix { input in
      guard case .text = input.content, bytes < bytesPerBatch else { return false }
      bytes += FilePath.size(input.path) ?? 0
      return true
    }
  }

  /// One transaction, in which every text is a change of its own; one that is refused takes none with it.
  private mutating func loadTogether(_ inputs: ArraySlice<Input>) throws {
    guard outer == nil, inputs.count > 1 else { return try inputs.forEach { try loadTexts(of: $0) } }
    let (before, file) = (self, file)
    do {
      try file.together {
        isTogether = true
        var some: [(input: Input, texts: [Document])] = []
        for input in inputs {
          try forEachTexts(of: input) { _, texts in some.append((input, texts)) }
          guard some.reduce(0, { $0 + $1.texts.reduce(0) { $0 + $1.bytes.count } }) > Self.bytesAtOnce else {
            continue
          }
          try enter(some)
          some = []
        }
        try enter(some)
        try index()
        isTogether = false
      }
      waiting = []
    } catch {
      self = before
      unindexed.texts = []
      throw error
    }
    FilePath.letOthersIn()
  }

  /// One step after the other for all of these texts: what a step looks up stays in the fastest memory of the machine.
  private mutating func enter(_ some: [(input: Input, texts: [Document])]) throws {
    var proposals = try proposals(from: some.flatMap(\.texts))[...]
    for (input, texts) in some {
      try enter(texts, of: input, proposals.prefix(texts.count))
      proposals.removeFirst(texts.count)
    }
  }

  /// Most files hold one text. Of one that holds many, some are one transaction.
  private mutating func loadTexts(of input: Input) throws {
    try forEachTexts(of: input) { ingest, texts in
      try ingest.enter(texts, of: input, nil)
      ingest.waiting = []
      if texts.count == Self.textsPerBatch { FilePath.letOthersIn() }
    }
  }

  /// Hands over the texts of a file that are not held, some at a time.
  private mutating func forEachTexts(
    of input: Input, _ body: (inout Ingest, [Document]) throws -> Void
  ) throws {
    do {
      if options.url != nil, case .records = input.content {
        return refuse(
          input, reason: "it holds many texts, and --url names one", hint: "Give each record its own url.")
      }
      var opening = try input.openTexts(url: options.url, replacing: options.replaceInvalid)
      while let texts = try nextTexts(of: &opening, input) { try body(&self, new(texts)) }
    } catch let error as ReadError {
      refuse(input, reason: error.reason, hint: error.hint)
    }
  }

  private mutating func new(_ texts: [Document]) throws -> [Document] {
    let new = try texts.filter {
      try !DocumentTable.isHeld($0, in: file.connection) && waiting.insert($0.sha256).inserted
    }
    summary.skipped += texts.count - new.count
    return new
  }

  // nil: the proposals are not made yet.
  private mutating func enter(
    _ texts: [Document], of input: Input, _ proposals: ArraySlice<Propose.Proposals>?
  ) throws {
    guard !texts.isEmpty else { return }
    try write("ingest \(input.path)") { ingest, change in
      let proposals = try proposals ?? ingest.proposals(from: texts)[...]
      for (text, proposals) in zip(texts, proposals) { try ingest.enter(text, proposals, change) }
      if !ingest.isTogether { try ingest.index() }
    }
  }

  private mutating func proposals(from texts: [Document]) throws -> [Propose.Proposals] {
    guard !texts.isEmpty else { return [] }
    return try Propose.proposals(in: texts.map { StoredText($0) }, rules())
  }

  /// What is read before the file is written to, so that others need not wait for the reading.
  private static let textsPerBatch = 2000
  private static let bytesPerBatch = 8 << 20
  /// Of a batch, what goes through one step before the next begins.
  private static let bytesAtOnce = 1 << 20

  /// nil at the end. What cannot be read is refused by itself.
  private mutating func nextTexts(of opening: inout Opening, _ input: Input) throws -> [Document]? {
    var texts: [Document] = []
    var bytes = 0
    while texts.count < Self.textsPerBatch, bytes < Self.bytesPerBatch {
      guard let item = try opening.next() else { return texts.isEmpty ? nil : texts }
      guard let document = read(item, input) else { continue }
      bytes += document.bytes.count
      texts.append(document)
    }
    return texts
  }

  private mutating func read(_ item: Opening.Item, _ input: Input) -> Document? {
    switch item {
    case .refused(let refusal):
      let part = refusal.part.map { "\($0): " } ?? ""
      refuse(input, line: refusal.line, reason: part + refusal.reason, hint: refusal.hint)
    case .reading(let reading, let replaced):
      do throws(DocumentError) {
        let document = try Read.document(reading)
        if replaced > 0 { summary.noteReplaced(replaced, in: input.path, part: reading.part) }
        return document
      } catch {
        let part = reading.part.map { "\($0): " } ?? ""
        refuse(input, reason: part + error.reason, hint: error.hint ?? "")
      }
    }
    return nil
  }

  private mutating func enter(_ document: Document, _ proposals: Propose.Proposals, _ change: Change) throws {
    let context = try context(change, dataset: nil)
    let entered = try DocumentTable.insert(document, isIndexed: false, context)
    guard entered.outcome != .skipped else {
      summary.skipped += 1
      return
    }
    let isNew = entered.outcome == .loaded
    unindexed.texts.append((entered.id, document, isNew))
    summary.documents += 1
    summary.copies += try Copies.find(of: entered.id, document.bytes, context).joined.isEmpty ? 0 : 1
    // One that completes a reference is read as it stands there: what the reference says counts.
    let candidates =
      try isNew
      ? Propose.enter(proposals, of: StoredText(document, id: entered.id), in: file.connection)
      : Propose.remake(document: entered.id, rules(), in: file.connection)
    guard candidates > 0 else { return }
    summary.candidates += candidates
    summary.repeats += try RepeatTable.countRepeats(of: entered.id, in: file.connection)
  }

  /// Fills the search index at the end of a transaction: once it is written to, every further step in the same
  /// transaction would make it write out what it has gathered.
  private mutating func index() throws {
    for (id, document, isNew) in unindexed.texts {
      try DocumentTable.index(document, as: id, isNew: isNew, in: file.connection)
    }
    unindexed.texts = []
  }

  private mutating func rules() throws -> Rulebook {
    if let rulebook { return rulebook }
    try RulesVersion.refresh(in: file.connection)
    let compiled = try Rulebook(file.connection)
    rulebook = compiled
    return compiled
  }

  // MARK: Plumbing

  /// One transaction with its change; inside a dry run, a step of the outer one. Where nothing was entered, nothing
  /// is left either, no change in the log: loading again leaves the file as it was.
  mutating func write<T>(_ why: String, _ body: (inout Ingest, Change) throws -> T) throws -> T {
    if let outer { return try body(&self, outer) }
    var copy = self
    var result: T?
    do {
      let beginning = batch == nil ? Batch(kind: options.kind, source: source) : nil
      try file.write(
        desk, why: why, batch: batch, beginning: beginning, isUndoable: !isTogether, countsIn: false
      ) { change in
        result = try body(&copy, change)
        guard copy.summary.entered != summary.entered else { throw NothingEntered() }
        copy.batch = change.batch
      }
    } catch is NothingEntered {}
    self = copy
    return result!
  }

  private struct NothingEntered: Error {}

  func context(_ change: Change, dataset: String?) throws -> LoadContext {
    try LoadContext(
      connection: file.connection, change: change, desk: desk, dataset: dataset, update: options.update,
      label: options.label ?? file.connection.defaultLabel())
  }

  mutating func refuse(_ input: Input, line: Int? = nil, reason: String, hint: String) {
    summary.refused.append(Refusal(file: input.path, line: line, reason: reason, hint: hint))
  }
}
