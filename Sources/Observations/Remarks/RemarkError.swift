public import Records

/// Why a note, a tag or a judgement was not taken.
public enum RemarkError: Explained, Equatable {
  /// There is nothing in what was said.
  case empty(String)
  /// There is no such note or judgement, or it was withdrawn.
  case none(String, Int)
  /// It carries the tag already.
  case tagged(String, String)
  /// It does not carry the tag.
  case untagged(String, String)
  /// Judgements are about observations, initiatives and actors.
  case noJudgementOn(String)
  /// What the standard for analytic wording forbids.
  case wording(String, hint: String)

  /// What is the matter.
  public var sentence: String {
    switch self {
    case .empty(let what): "The \(what) is empty."
    case .none(let what, let number): "There is no \(what) \(number)."
    case .tagged(let id, let tag): "\(id) carries the tag \"\(tag)\" already."
    case .untagged(let id, let tag): "\(id) does not carry the tag \"\(tag)\"."
    case .noJudgementOn(let name): "\"\(name)\" is no observation, initiative or actor."
    case .wording(let sentence, _): sentence
    }
  }

  /// What to do.
  public var hint: String? {
    switch self {
    case .empty: "Write it in quotes."
    case .none: "`entente show` lists them with their numbers."
    case .tagged: nil
    case .untagged: "`entente show` lists its tags."
    case .noJudgementOn: "Write a note on it instead: `entente note`."
    case .wording(_, let hint): hint
    }
  }
}
