internal import Formats
public import Records
internal import SQLite

/// Loads a table of observations, with their outlets, actors, initiatives and sources.
public struct ObservationLoader: TableLoader {
  /// What people call the table.
  public static let name = "observations"
  /// Columns that every such table has.
  public static let required = ObservationColumns.required
  /// Columns that it may have.
  public static let optional = ObservationColumns.all.filter { !ObservationColumns.required.contains($0) }

  /// True: a column that the model has no place for is kept word for word.
  public static let keepsExtras = true

  private var reading: ObservationReading?

  /// Ready for the first row.
  public init() {}

  /// Enters an observation, finds it there, or corrects it where the context says so.
  /// - Throws: `RowRefusal` naming the cell that cannot be taken, or if it is known with other content.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    let reading = try reading ?? ObservationReading(Codes(context.connection))
    self.reading = reading
    let observation = try reading.observation(from: row)
    let key = try Self.key(of: row, context)
    guard let known = try ObservationTable.find(uid: key.uid, in: context.connection) else {
      // The same file under another name: the same id with the same content.
      if row["uid"] == nil, try ObservationTable.isLoaded(key, in: context.connection) { return .skipped }
      _ = try ObservationTable.insert(observation, key: key, context)
      return .loaded
    }
    if known.withdrawn || known.loaded == key.loaded { return .skipped }
    let held = try ObservationExport.cells(of: known.id, in: context.connection)
    let changed = ObservationColumns.changed(from: held, to: row.cells)
    if changed.isEmpty { return .skipped }
    guard context.update else {
      throw RowRefusal(
        column: "id", value: row["id"] ?? key.uid, reason: "this observation is known with other content",
        hint: RowRefusal.updateHint)
    }
    // What the table does not mention stays as it is.
    let merged = TableRow(line: row.line, cells: held.merging(row.cells) { $1 }, columns: row.columns)
    let corrected = try reading.observation(from: merged)
    try ObservationTable.update(
      known.id, uid: key.uid, to: corrected, changed: changed, loaded: key.loaded, context)
    return .updated
  }

  /// The uid: as the row carries it, else from data set and id, else from the content.
  static func key(of row: TableRow, _ context: LoadContext) throws -> ObservationTable.Key {
    let content = row.cells
      .filter { !ObservationColumns.identity.contains($0.key) && !$0.value.trimmed.isEmpty }
      .sorted { $0.key < $1.key }
      .flatMap { [$0.key, NFC.normalized($0.value.trimmed)] }
    let digest = Hex.text(Identity.digest(content))
    let dataset = row["dataset"] ?? (row["uid"] == nil ? context.dataset : nil)
    var key = ObservationTable.Key(uid: "", dataset: dataset, sourceID: row["id"], loaded: digest)
    if let uid = row["uid"] {
      guard Identity.isUID(uid) else {
        throw RowRefusal(
          column: "uid", value: uid, reason: "\(uid) is no uid",
          hint: "Leave it empty: it is made from the row.")
      }
      key.uid = uid
    } else if let id = row["id"] {
      key.uid = Identity.loaded("observation", dataset ?? "", id)
    } else {
      key.uid = Identity.loaded("observation", digest)
    }
    return key
  }
}

extension ObservationColumns {
  /// Whether two cells of a column say the same: numbers by value, lists without blanks, texts in NFC.
  static func same(_ column: String, _ left: String, _ right: String) -> Bool {
    if numbers.contains(column) {
      return left == right || (Double(left) ?? 0) == (Double(right) ?? 0)
    }
    if lists.contains(column) {
      let parts = { (cell: String) in cell.split(separator: ";").map { NFC.normalized(String($0).trimmed) } }
      return parts(left) == parts(right)
    }
    return Array(NFC.normalized(left).utf8) == Array(right.utf8)
  }
}
