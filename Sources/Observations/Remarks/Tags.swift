internal import Formats
public import Records
internal import SQLite

/// Free labels on observations.
public enum Tags {
  /// Puts a tag on an observation; one taken off before returns.
  /// - Throws: ``RemarkError`` where it carries the tag, `RowRefusal` for one with a semicolon.
  public static func add(_ tag: String, to observation: Int, _ context: LoadContext) throws {
    let db = context.connection
    let tag = NFC.normalized(tag).trimmed
    guard !tag.isEmpty else { throw RemarkError.empty("tag") }
    guard !tag.unicodeScalars.contains(";") else {
      throw RowRefusal(
        column: "tags", value: tag, reason: "a tag holds a semicolon, which parts tags in a list")
    }
    switch try isOff(tag, observation, context) {
    case nil:
      try db.execute(
        """
        INSERT INTO observation_tag (observation, tag, position, change)
        SELECT \(observation), \(tag), coalesce(max(position), -1) + 1, \(context.change.id)
        FROM observation_tag WHERE observation = \(observation)
        """)
    case true?: try set(off: false, tag, observation, context)
    case false?: throw RemarkError.tagged(ShortID(.observation, observation).description, tag)
    }
  }

  /// Takes a tag off an observation.
  /// - Throws: ``RemarkError`` where it does not carry it.
  public static func remove(_ tag: String, from observation: Int, _ context: LoadContext) throws {
    let tag = NFC.normalized(tag).trimmed
    guard try isOff(tag, observation, context) == false else {
      throw RemarkError.untagged(ShortID(.observation, observation).description, tag)
    }
    try set(off: true, tag, observation, context)
  }

  /// nil where it never carried the tag.
  private static func isOff(_ tag: String, _ observation: Int, _ context: LoadContext) throws -> Bool? {
    try context.connection.value(
      "SELECT withdrawn FROM observation_tag WHERE observation = \(observation) AND tag = \(tag)")
  }

  private static func set(off: Bool, _ tag: String, _ observation: Int, _ context: LoadContext) throws {
    try context.connection.execute(
      "UPDATE observation_tag SET withdrawn = \(off) WHERE observation = \(observation) AND tag = \(tag)")
  }
}
