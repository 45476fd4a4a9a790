/// One field of a record that said something else after a change.
public struct FieldChange: Sendable, Equatable {
  /// The change's number in the log.
  public var change: Int
  /// When it was made in this file.
  public var at: String
  /// Who made it.
  public var analyst: String
  /// Why.
  public var why: String
  /// What the field is of: the record itself, or a piece of evidence, note, tie or the like that belongs to it.
  public var record: String
  /// The field, by the name it is set by.
  public var field: String
  /// What it said; empty: nothing.
  public var old: String
  /// What it says since; empty: nothing.
  public var new: String
}
