public import Records

/// Loads the vocabularies, names and cues that a file starts with, or newer ones. Rows that are there already
/// are passed over, so it can be run again at any time.
public enum Seed {
  /// What became of the rows of one file.
  public struct Count: Sendable {
    /// The file's name.
    public var name: String
    /// Rows that are in the file now.
    public var loaded = 0
    /// Rows that changed what was there.
    public var updated = 0
    /// Rows that were there already.
    public var skipped = 0
    /// Rows that were not taken, each with its place.
    public var refused: [RefusedRow] = []
  }

  /// The vocabularies first: actors and cues name their codes.
  private static var order: [(name: String, loader: any TableLoader)] {
    [
      ("mechanisms", MechanismLoader()), ("instruments", InstrumentLoader()), ("sectors", SectorLoader()),
      ("effects", EffectLoader()), ("stages", StageLoader()), ("flows", FlowLoader()),
      ("actors", ActorLoader()),
    ]
  }

  /// Loads those of the files that hold vocabularies, actors or cues, in the right order whatever theirs, and
  /// works out the version of the rules. Cues are files in a folder `rules`; other files are left alone.
  /// - Parameters:
  ///   - context: of the run.
  ///   - files: with their paths, as seeds/actors.csv or seeds/rules/sectors.csv.
  ///   - more: tables of later stages, by the name of their file.
  /// - Returns: what became of the rows, a count a file.
  /// - Throws: `CSVError` if a file is no table, `SQLiteError`. Rows that are refused are in the counts.
  public static func run(
    _ context: LoadContext, files: [Resources.File] = Resources.files(in: "seeds/"),
    and more: [(name: String, loader: any TableLoader)] = []
  ) throws -> [Count] {
    let named = files.map { (place: Place($0.name), file: $0) }.filter { $0.file.name.hasSuffix(".csv") }
    var counts: [Count] = []
    for (name, loader) in order + more {
      for (place, file) in named where place.name == name && place.folder != "rules" {
        counts.append(try load(loader, file, context))
      }
    }
    for (place, file) in named where place.folder == "rules" {
      guard let kind = NameKind(file: place.name) else { continue }
      counts.append(try load(CueLoader(kind: kind), file, context))
    }
    try RulesVersion.refresh(in: context.connection)
    return counts
  }

  private struct Place {
    var folder: String
    var name: String

    init(_ path: String) {
      let parts = path.split(separator: "/")
      folder = parts.dropLast().last.map(String.init) ?? ""
      name = String(parts.last?.split(separator: ".").first ?? "")
    }
  }

  private static func load(_ loader: any TableLoader, _ file: Resources.File, _ context: LoadContext) throws
    -> Count
  {
    var loader = loader
    var count = Count(name: file.name)
    var table = try TableReader(csv: file.source)
    while let result = try loader.loadNext(of: &table, context) {
      switch result {
      case .taken(.loaded): count.loaded += 1
      case .taken(.updated): count.updated += 1
      case .taken(.skipped): count.skipped += 1
      case .refused(let row): count.refused.append(row)
      }
    }
    return count
  }
}
