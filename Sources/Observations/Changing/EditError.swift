internal import Formats
public import Records

/// Why a record cannot be changed.
public enum EditError: Explained {
  /// Nothing is called so; `near` are the actors that may be meant.
  case unknown(String, near: [String])
  /// Several kinds of records are called so.
  case ambiguous(String, kinds: [String])
  /// What was withdrawn is not edited.
  case withdrawn(String)
  /// A text that is no assignment.
  case assignment(String)
  /// A field that records of this kind do not have; `near` is the one that may be meant.
  case field(String, of: String, near: String?, known: [String])
  /// A field that holds one value, and not a list.
  case noList(String)
  /// A value that is not in the list it is taken from.
  case notListed(String, field: String, has: String)
  /// The file's own rules stand against it.
  case rule(String, String)
  /// A change without a reason.
  case why

  /// What is the matter.
  public var sentence: String {
    switch self {
    case .unknown(let name, _): "There is nothing called \(TerminalText.escaped(name)) in this file."
    case .ambiguous(let name, let kinds):
      "\(TerminalText.escaped(name)) is \(kinds.map { Self.named($0).lowercased() }.joined(separator: " and "))."
    case .withdrawn(let name): "\(TerminalText.escaped(name)) is withdrawn."
    case .assignment(let text): "\"\(TerminalText.escaped(text))\" sets nothing."
    case .field(let name, let kind, _, _):
      "\(Self.named(kind)) has no field \"\(TerminalText.escaped(name))\" to set."
    case .noList(let name): "\(name) holds one value."
    case .notListed(let value, let field, let has):
      "\"\(TerminalText.escaped(value))\" is not among the \(field)"
        + (has.isEmpty ? ", which are empty." : ": \(TerminalText.escaped(has)).")
    case .rule(let name, let message): "\(TerminalText.escaped(name)): \(message)."
    case .why: "The reason is empty."
    }
  }

  private static func named(_ kind: String) -> String { kind == "document" ? "A document" : "An \(kind)" }

  /// What to do.
  public var hint: String? {
    switch self {
    case .unknown(_, let near) where !near.isEmpty:
      "Nearest: \(near.map { TerminalText.escaped($0) }.joined(separator: "; "))."
    case .unknown: "`entente list` and `entente search` show what there is; ids look like o12, d3, e4."
    case .ambiguous(let name, let kinds):
      "Say which: \(kinds.map { "\($0):\(TerminalText.escaped(name))" }.joined(separator: " or "))."
    case .withdrawn: "`entente restore` brings it back; `entente history` tells why it went."
    case .assignment: "Write FIELD=VALUE; of a list, FIELD+=VALUE and FIELD-=VALUE too."
    case .field(_, _, let near, let known):
      (near.map { "Did you mean \($0)? " } ?? "") + "Fields: \(known.joined(separator: ", "))."
    case .noList(let name): "Write \(name)=VALUE."
    case .notListed, .rule: nil
    case .why: "Say why in a few words: --why TEXT."
    }
  }
}
