internal import Documents
internal import Formats
internal import Names
public import Records
internal import SQLite

/// Vocabularies, names, outlets and rules: compiled in, and loaded into every new file.
public enum Seeding {
  /// What a seeding did.
  public struct Counts: Sendable {
    public var loaded = 0
    public var updated = 0
    public var skipped = 0
    public var refused: [Refusal] = []

    /// e.g. "12 new, 3 updated, 5 known entries of vocabularies, names and rules"
    public var sentence: String {
      let parts = [(loaded, "new"), (updated, "updated"), (skipped, "known")].filter { $0.0 > 0 }.map {
        "\($0.0) \($0.1)"
      }
      return
        "\(parts.isEmpty ? "no" : parts.joined(separator: ", ")) entries of vocabularies, names and rules"
    }
  }

  /// True for a file that has no vocabulary yet.
  public static func isNeeded(_ file: EntenteFile) throws -> Bool {
    try file.connection.value("SELECT count(*) FROM mechanism", as: Int.self) == 0
  }

  /// Loads the seeds in one change: a file has all of them or none.
  /// - Parameters:
  ///   - file: the file to load into.
  ///   - desk: who loads, and when.
  ///   - folder: laid out as the project's seeds/; nil: those compiled in.
  ///   - update: take entries that are known with other content as corrections.
  /// - Returns: what became of the entries.
  /// - Throws: `ReadError` if the folder cannot be read; a bad row is among the refusals.
  public static func run(_ file: EntenteFile, _ desk: Desk, folder: String? = nil, update: Bool = false)
    throws -> Counts
  {
    var counts = Counts()
    let tables = try folder.map(tables(in:)) ?? embedded
    try file.write(desk, why: folder.map { "seed from \($0)" } ?? "seed") { change in
      let context = try LoadContext(
        connection: file.connection, change: change, desk: desk, update: update,
        label: file.connection.defaultLabel())
      for table in tables.sorted(by: { $0.rank < $1.rank }) { try load(table, into: &counts, context) }
      try RulesVersion.refresh(in: file.connection)
    }
    return counts
  }

  /// A file of seeds and what loads it.
  private struct SeedTable {
    var path: String
    var rank: Int
    var loader: any TableLoader
    var open: () throws -> ByteSource
  }

  private static var embedded: [SeedTable] {
    Resources.files(in: "seeds/").compactMap { file in table(file.name) { file.source } }
  }

  private static func tables(in folder: String) throws -> [SeedTable] {
    let paths = [folder, "\(folder)/rules"].flatMap { place in
      (FilePath.entries(of: place) ?? []).filter { FilePath.fileExtension($0) == "csv" }.map {
        "\(place)/\($0)"
      }
    }
    guard !paths.isEmpty else {
      throw ReadError(
        path: folder, reason: "no seeds there",
        hint: "A folder of seeds holds mechanisms.csv, actors.csv, rules/ and the like.")
    }
    return paths.compactMap { path in table(path) { try ByteSource(path: path) } }
  }

  /// Rules by their folder, tables of names and codes by their file's name; data is no seed.
  private static func table(_ path: String, open: @escaping () throws -> ByteSource) -> SeedTable? {
    let isRule = path.split(separator: "/").dropLast().last == "rules"
    let name = isRule ? CueLoader.name : FilePath.stem(path)
    guard let kind = TableKind.all.first(where: { $0.name == name && $0.rank <= 3 }),
      let loader = kind.make(path)
    else { return nil }
    return SeedTable(path: path, rank: kind.rank, loader: loader, open: open)
  }

  private static func load(_ table: SeedTable, into counts: inout Counts, _ context: LoadContext) throws {
    var loader = table.loader
    var reader = try TableReader(csv: table.open())
    while let item = try reader.next() {
      switch item {
      case .refused(let line, let column, let value, let reason, let hint):
        counts.refused.append(
          Refusal(file: table.path, line: line, column: column, value: value, reason: reason, hint: hint))
      case .row(let row):
        do {
          switch try context.connection.savepoint({ try loader.load(row, context) }) {
          case .loaded: counts.loaded += 1
          case .updated: counts.updated += 1
          case .skipped: counts.skipped += 1
          }
        } catch let refusal as RowRefusal {
          counts.refused.append(
            Refusal(
              file: table.path, line: row.line, column: refusal.column.flatMap { row.columns[$0] },
              value: refusal.value,
              reason: refusal.reason, hint: refusal.hint))
        }
      }
    }
  }
}
