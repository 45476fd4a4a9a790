internal import Records

/// One field as a person sets it: `stage=signed`, of a list also `sectors+=5g` and `sectors-=5g`.
public struct Assignment: Sendable {
  /// What is done with the value.
  public enum Sign: Sendable {
    /// The field is this value; of a list, all of it.
    case set
    /// The value is added to a list.
    case add
    /// The value is taken out of a list.
    case remove
  }

  /// The field, as typed.
  public var field: String
  /// What is done.
  public var sign: Sign
  /// The value, as typed; empty: the field says nothing any more.
  public var value: String

  /// A field with its value.
  public init(_ field: String, _ sign: Sign = .set, _ value: String) {
    (self.field, self.sign, self.value) = (field, sign, value)
  }

  /// - Throws: ``EditError/assignment(_:)`` for a text without a field or a sign.
  public init(_ text: String) throws(EditError) {
    guard let cut = text.firstIndex(of: "=") else { throw .assignment(text) }
    var name = text[..<cut]
    sign = name.last == "+" ? .add : name.last == "-" ? .remove : .set
    if sign != .set { name.removeLast() }
    field = String(name).trimmed
    value = String(text[text.index(after: cut)...])
    guard !field.isEmpty else { throw .assignment(text) }
  }

  /// The cell of a list, joined by `;`, after the change.
  func applied(to cell: String) throws(EditError) -> String {
    let parts = { (text: String) in TableRow(line: 0, cells: ["x": text]).list("x") }
    switch sign {
    case .set: return value
    case .add:
      let held = parts(cell)
      return (held + parts(value).filter { !held.contains($0) }).joined(separator: ";")
    case .remove:
      let gone = parts(value)
      if let stray = gone.first(where: { !parts(cell).contains($0) }) {
        throw .notListed(stray, field: field, has: cell)
      }
      return parts(cell).filter { !gone.contains($0) }.joined(separator: ";")
    }
  }
}
