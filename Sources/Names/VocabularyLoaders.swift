public import Records
internal import SQLite

/// Loads the forms of cooperation; their precedence is the order in which they are tried.
public struct MechanismLoader: TableLoader {
  /// What people call the table.
  public static let name = "mechanisms"
  /// Columns that must be there.
  public static let required = ["code", "label", "definition", "precedence", "key_area"]
  /// Columns that may be there.
  public static let optional = ["include", "exclude", "example_id"]

  /// A loader that has read nothing yet.
  public init() {}

  /// Enters a row, or passes it over.
  /// - Throws: `RowRefusal`, `SQLiteError`.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    try WantedRow(
      table: "mechanism", key: [("code", row.required("code").value)],
      content: [
        ("label", row.requiredText("label").value), ("definition", row.requiredText("definition").value),
        ("position", row.whole("precedence").value), ("key_area", row.flag("key_area").value),
      ] + row.scope
    ).store(context)
  }
}

/// A vocabulary that has codes, labels and definitions, and nothing else.
public protocol PlainVocabulary {
  /// What people call the table.
  static var name: String { get }
  /// The table in the file.
  static var table: String { get }
}

/// How an act was sealed.
public enum Instruments: PlainVocabulary {
  /// What people call the table.
  public static let name = "instruments"
  /// The table in the file.
  public static let table = "instrument"
}

/// What an act does to the link.
public enum Effects: PlainVocabulary {
  /// What people call the table.
  public static let name = "effects"
  /// The table in the file.
  public static let table = "effect"
}

/// How far an undertaking had come.
public enum Stages: PlainVocabulary {
  /// What people call the table.
  public static let name = "stages"
  /// The table in the file.
  public static let table = "stage"
}

/// Who gives to whom.
public enum Flows: PlainVocabulary {
  /// What people call the table.
  public static let name = "flows"
  /// The table in the file.
  public static let table = "flow"
}

/// Loads a vocabulary of codes, labels and definitions.
public struct VocabularyLoader<Vocabulary: PlainVocabulary>: TableLoader {
  /// What people call the table.
  public static var name: String { Vocabulary.name }
  /// Columns that must be there.
  public static var required: [String] { ["code", "label", "definition", "order"] }
  /// Columns that may be there.
  public static var optional: [String] { ["include", "exclude", "example_id"] }

  /// A loader that has read nothing yet.
  public init() {}

  /// Enters a row, or passes it over.
  /// - Throws: `RowRefusal`, `SQLiteError`.
  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    try WantedRow(
      table: Vocabulary.table, key: [("code", row.required("code").value)],
      content: [
        ("label", row.requiredText("label").value), ("definition", row.requiredText("definition").value),
        ("position", row.whole("order").value),
      ] + row.scope
    ).store(context)
  }
}

extension TableRow {
  /// Optional columns as cells. One that the table does not have says nothing: what is known stays.
  func stated(_ names: [String]) -> [WantedRow.Cell] {
    names.compactMap { name in cells[name] == nil ? nil : (name, text(name).value) }
  }

  /// What belongs to a code of a vocabulary and what does not, with an example.
  var scope: [WantedRow.Cell] {
    stated(["include", "exclude"])
      + (cells["example_id"] == nil ? [] : [("example", self["example_id"].value)])
  }
}

/// Loads how acts were sealed.
public typealias InstrumentLoader = VocabularyLoader<Instruments>
/// Loads what acts do to the link.
public typealias EffectLoader = VocabularyLoader<Effects>
/// Loads how far undertakings come.
public typealias StageLoader = VocabularyLoader<Stages>
/// Loads who gives to whom.
public typealias FlowLoader = VocabularyLoader<Flows>
