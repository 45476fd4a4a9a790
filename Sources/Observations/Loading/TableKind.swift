internal import Documents
internal import Names
internal import Records

/// The tables that can be loaded, in the order in which they depend on each other.
struct TableKind: Sendable {
  let name: String
  let required: [String]
  let columns: Set<String>
  /// Columns beyond the known ones are kept.
  let keepsExtras: Bool
  /// Place in the order of loading.
  let rank: Int
  /// The loader for the file at a path; nil: a table of ours that holds nothing to load.
  let make: @Sendable (_ path: String) -> (any TableLoader)?

  private init<Loader: TableLoader>(_ type: Loader.Type, rank: Int, keepsExtras: Bool = false) {
    name = type.name
    required = type.required
    columns = Set(type.required + type.optional)
    self.keepsExtras = keepsExtras
    self.rank = rank
    make = { _ in type.init() }
  }

  private init(nothingIn name: String, required: [String]) {
    self.name = name
    self.required = required
    columns = Set(required)
    keepsExtras = false
    rank = 99
    make = { _ in nil }
  }

  /// Cue words: the file's name says of what kind (rules/sectors.csv).
  private init(cues rank: Int) {
    name = CueLoader.name
    required = CueLoader.required
    columns = Set(CueLoader.required + CueLoader.optional)
    keepsExtras = false
    self.rank = rank
    make = { path in NameKind(file: FilePath.stem(path)).map { CueLoader(kind: $0) } ?? CueLoader() }
  }

  static let all: [TableKind] = [
    TableKind(MechanismLoader.self, rank: 1), TableKind(SectorLoader.self, rank: 1),
    TableKind(InstrumentLoader.self, rank: 1), TableKind(EffectLoader.self, rank: 1),
    TableKind(StageLoader.self, rank: 1), TableKind(FlowLoader.self, rank: 1),
    TableKind(cues: 2), TableKind(OutletLoader.self, rank: 2), TableKind(ActorLoader.self, rank: 3),
    TableKind(InitiativeLoader.self, rank: 4), TableKind(ObservationLoader.self, rank: 5, keepsExtras: true),
    TableKind(EvidenceLoader.self, rank: 6), TableKind(IndicatorLoader.self, rank: 7),
    TableKind(CoverageLoader.self, rank: 8),
    // The pack's list of records left out, with reasons: read by people.
    TableKind(nothingIn: "dropped", required: ["id", "title", "reason"]),
    // The words that names are made of travel inside the program.
    TableKind(nothingIn: "words", required: ["role", "en", "ru", "zh"]),
  ]

  /// The kind whose required columns the header has. Several vocabularies share their columns: there the
  /// file's name decides. Capitals make no difference.
  static func of(header: [String], file: String) -> TableKind? {
    let names = Set(header.map { $0.lowercased() })
    let fitting = all.filter { $0.required.allSatisfy(names.contains) }
    let stem = FilePath.stem(file)
    if let named = fitting.first(where: { $0.name == stem }) { return named }
    let most = fitting.map(\.required.count).max() ?? 0
    let best = fitting.filter { $0.required.count == most && (!$0.columns.isDisjoint(with: names)) }
    return best.count == 1 ? best[0] : best.first { names.isSubset(of: $0.columns) }
  }

  /// The kind that lacks fewest of its required columns, for an error that helps.
  static func nearest(to header: [String]) -> (kind: TableKind, missing: [String])? {
    let names = Set(header.map { $0.lowercased() })
    return all.map { kind in (kind, kind.required.filter { !names.contains($0) }) }
      .filter { $0.1.count < $0.0.required.count }
      .min { ($0.1.count, $0.0.rank) < ($1.1.count, $1.0.rank) }
  }
}
