internal import Documents
internal import Formats
internal import Names
public import Records
internal import SQLite

/// Vocabularies, names, outlets and rules: compiled in, and loaded into every new file.
public enum Seeding {
  /// What a seeding did.
  public struct Counts: Sendable {
    /// Entries that the file did not have.
    public var loaded = 0
    /// Entries that changed one that was there.
    public var updated = 0
    /// Entries that were there already.
    public var skipped = 0
    /// Entries that were not taken, with place and reason.
    public var refused: [Refusal] = []

    /// e.g. "12 new, 3 updated, 5 known entries of vocabularies, names and rules"
    public var sentence: String {
      let parts = [(loaded, "new"), (updated, "updated"), (skipped, "known")].filter { $0.0 > 0 }
        .map { "\($0.0) \($0.1)" }
      let said = parts.isEmpty ? "no" : parts.joined(separator: ", ")
      return "\(said) entries of vocabularies, names and rules"
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
  public static func run(
    _ file: EntenteFile, _ desk: Desk, folder: String? = nil, update: Bool = false
  ) throws -> Counts {
    let files = try folder.map(files(in:)) ?? Resources.files(in: "seeds/")
    return try file.write(desk, why: folder.map { "seed from \($0)" } ?? "seed") { change in
      let context = try LoadContext(
        connection: file.connection, change: change, desk: desk, update: update,
        label: file.connection.defaultLabel())
      var counts = Counts()
      for count in try Seed.run(context, files: files, and: [(OutletLoader.name, OutletLoader())]) {
        counts.loaded += count.loaded
        counts.updated += count.updated
        counts.skipped += count.skipped
        counts.refused += count.refused.map { Refusal(file: count.name, $0) }
      }
      return counts
    }
  }

  private static func files(in folder: String) throws -> [Resources.File] {
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
    return try paths.map {
      Resources.File(name: $0, bytes: try ByteSource(path: $0).readAll(limit: Opening.limit))
    }
  }
}
