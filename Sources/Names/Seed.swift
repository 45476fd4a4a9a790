internal import Formats
public import Records
internal import SQLite

/// Loads the vocabularies, names and cues that a file starts with, or newer ones. Rows that are there already
/// are passed over, so it can be run again at any time.
public enum Seed {
  /// What became of the rows of one file.
  public struct Count: Sendable {
    /// The file's name.
    public var name: String
    public var loaded = 0
    public var updated = 0
    public var skipped = 0
    public var refused: [Refused] = []
  }

  /// A row that was not taken.
  public struct Refused: Sendable {
    /// Line of the file, 1-based.
    public var line: Int
    public var refusal: RowRefusal
  }

  /// The vocabularies first: actors and cues name their codes.
  private static let order = ["mechanisms", "instruments", "sectors", "effects", "stages", "flows", "actors"]
  private static let cues: [String: NameKind] = [
    "areas": .area, "effects": .effect, "instruments": .instrument, "mechanisms": .mechanism,
    "modality": .modality,
    "places": .place, "sectors": .sector, "stages": .stage, "states": .state,
  ]

  /// Loads those of the files that hold vocabularies, actors or cues, in the right order whatever theirs, and
  /// works out the version of the rules. Cues are files in a folder `rules`; other files are left alone.
  /// - Throws: `CSVError` if a file is no table, `SQLiteError`. Rows that are refused are in the counts.
  public static func run(
    _ context: LoadContext, files: [Resources.File] = Resources.files(in: "seeds/")
  ) throws -> [Count] {
    let named = files.map { (place: Place($0.name), file: $0) }.filter { $0.file.name.hasSuffix(".csv") }
    var counts: [Count] = []
    for name in order {
      for (place, file) in named where place.name == name && place.folder != "rules" {
        counts.append(try loadVocabulary(name, file, context))
      }
    }
    for (place, file) in named where place.folder == "rules" {
      guard let kind = cues[place.name] else { continue }
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

  private static func loadVocabulary(_ name: String, _ file: Resources.File, _ context: LoadContext) throws
    -> Count
  {
    switch name {
    case "mechanisms": try load(MechanismLoader(), file, context)
    case "instruments": try load(InstrumentLoader(), file, context)
    case "sectors": try load(SectorLoader(), file, context)
    case "effects": try load(EffectLoader(), file, context)
    case "stages": try load(StageLoader(), file, context)
    case "flows": try load(FlowLoader(), file, context)
    default: try load(ActorLoader(), file, context)
    }
  }

  /// Loads one file with a loader, each row by itself: one that is refused leaves nothing behind.
  public static func load(
    _ loader: some TableLoader, _ file: Resources.File, _ context: LoadContext
  ) throws -> Count {
    var loader = loader
    var count = Count(name: file.name)
    var reader = try TableReader(csv: file.source)
    while let item = try reader.next() {
      switch item {
      case .refused(let line, let column, let value, let reason, let hint):
        let name = column.map { "column \($0)" }
        count.refused.append(
          .init(line: line, refusal: .init(column: name, value: value, reason: reason, hint: hint)))
      case .row(let row):
        do {
          switch try context.connection.savepoint({ try loader.load(row, context) }) {
          case .loaded: count.loaded += 1
          case .updated: count.updated += 1
          case .skipped: count.skipped += 1
          }
        } catch let refusal as RowRefusal {
          count.refused.append(.init(line: row.line, refusal: refusal))
        }
      }
    }
    return count
  }
}
