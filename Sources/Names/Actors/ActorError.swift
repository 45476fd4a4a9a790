public import Records

/// Why nothing can be done with an actor.
public enum ActorError: Explained {
  /// Nobody is called so; the nearest known names.
  case unknown(String, near: [String])
  /// Several are called so.
  case ambiguous(String, [String])
  /// Both names mean one actor already.
  case same(String, String)
  /// The first is counted under another actor already.
  case merged(String, into: String)
  /// The first is not counted under another.
  case notMerged(String)
  /// The edge would close a circle.
  case circle(String, String)
  /// There is no such tie, or it was withdrawn.
  case noTie(Int)
  /// The actor has no such name.
  case noName(String, of: String)
  /// It has the name already.
  case hasName(String, of: String)
  /// The name an actor is entered under cannot be taken from it.
  case properName(String)
  /// The tie is there already, under this number.
  case hasTie(Int)
  /// A tie that ends before it begins.
  case endsBefore(String, String)

  /// What is the matter.
  public var sentence: String {
    switch self {
    case .unknown(let name, _): "No actor is called \"\(name)\"."
    case .ambiguous(let name, _): "Several actors are called \"\(name)\"."
    case .same(let one, let other): "\"\(one)\" and \"\(other)\" are one actor already."
    case .merged(let one, let other): "\(one) is counted under \(other) already."
    case .notMerged(let name): "\(name) is not counted under another actor."
    case .circle(let one, let other):
      "\(other) stands under \(one) already: the two would stand under each other."
    case .noTie(let number): "There is no tie \(number)."
    case .noName(let name, let actor): "\(actor) has no name \"\(name)\"."
    case .hasName(let name, let actor): "\(actor) is called \"\(name)\" already."
    case .properName(let name): "\(name) is the name it is entered under."
    case .hasTie(let number): "The tie is there already: it is tie \(number)."
    case .endsBefore(let from, let to): "The tie would end (\(to)) before it begins (\(from))."
    }
  }

  /// What to do.
  public var hint: String? {
    switch self {
    case .unknown(_, let near):
      near.isEmpty
        ? "`entente actors list` shows who is known." : "Nearest: \(near.joined(separator: "; "))."
    case .ambiguous(_, let names): "Name one of them: \(names.joined(separator: "; "))."
    case .same: nil
    case .merged: "`entente actors unmerge` takes that back."
    case .notMerged: "`entente actors list --merged` shows which are."
    case .circle: "Take the other one back first."
    case .noTie: "`entente show NAME` lists the ties of an actor with their numbers."
    case .noName: "`entente actors names NAME` lists its names."
    case .hasName: nil
    case .properName: "Merge it into an actor with the better name, or add that name."
    case .hasTie: "`entente actors untie` takes one back, and another can take its place."
    case .endsBefore: "Give --from and --to-date the other way round."
    }
  }
}
