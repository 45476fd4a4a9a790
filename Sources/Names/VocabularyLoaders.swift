public import Records
internal import SQLite

/// Loads the forms of cooperation; their precedence is the order in which they are tried.
public struct MechanismLoader: TableLoader {
  public static let name = "mechanisms"
  public static let required = ["code", "label", "definition", "precedence", "key_area"]
  public static let optional = ["include", "exclude", "example_id"]

  public init() {}

  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    try WantedRow(
      table: "mechanism", key: [("code", row.required("code").value)],
      content: [
        ("label", row.requiredText("label").value), ("definition", row.requiredText("definition").value),
        ("include", row.text("include").value), ("exclude", row.text("exclude").value),
        ("example", row["example_id"].value), ("position", row.whole("precedence").value),
        ("key_area", row.flag("key_area").value),
      ]
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
  public static let name = "instruments"
  public static let table = "instrument"
}

/// What an act does to the link.
public enum Effects: PlainVocabulary {
  public static let name = "effects"
  public static let table = "effect"
}

/// How far an undertaking had come.
public enum Stages: PlainVocabulary {
  public static let name = "stages"
  public static let table = "stage"
}

/// Who gives to whom.
public enum Flows: PlainVocabulary {
  public static let name = "flows"
  public static let table = "flow"
}

/// Loads a vocabulary of codes, labels and definitions.
public struct VocabularyLoader<Vocabulary: PlainVocabulary>: TableLoader {
  public static var name: String { Vocabulary.name }
  public static var required: [String] { ["code", "label", "definition", "order"] }
  public static var optional: [String] { [] }

  public init() {}

  public mutating func load(_ row: TableRow, _ context: LoadContext) throws -> LoadOutcome {
    try WantedRow(
      table: Vocabulary.table, key: [("code", row.required("code").value)],
      content: [
        ("label", row.requiredText("label").value), ("definition", row.requiredText("definition").value),
        ("position", row.whole("order").value),
      ]
    ).store(context)
  }
}

public typealias InstrumentLoader = VocabularyLoader<Instruments>
public typealias EffectLoader = VocabularyLoader<Effects>
public typealias StageLoader = VocabularyLoader<Stages>
public typealias FlowLoader = VocabularyLoader<Flows>
