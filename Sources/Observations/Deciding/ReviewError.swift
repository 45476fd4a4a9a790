public import Records

/// Why a decision cannot be made.
public enum ReviewError: Explained {
  /// No candidate has this number.
  case unknown(Int)
  /// The text of the candidate of this number was taken back.
  case withdrawn(Int)
  /// The candidate of this number, as it was shown, is proposed no longer.
  case gone(Int)
  /// The candidate of this number has other fields by now than those that were shown.
  case remade(Int)
  /// A decision about the candidate of this number stands; the text says which.
  case decided(Int, String)
  /// No decision about the candidate stands.
  case undecided(String)
  /// The text of the candidate of this number denies the act.
  case denied(Int)
  /// The candidate of this number announces something, and its text has no day.
  case undated(Int)
  /// The candidate of this number gave an observation already that says the same.
  case same(Int, observation: Int)
  /// There is no observation of this name.
  case noObservation(String)
  /// Other candidates were merged into the observation that would be withdrawn.
  case leanedOn(observation: Int, by: Int)

  /// Names the candidate and what stands against the decision.
  public var sentence: String {
    switch self {
    case .unknown(let id): "There is no candidate c\(id)."
    case .withdrawn(let id): "The text of the candidate c\(id) was taken back."
    case .gone(let id): "The candidate c\(id) is proposed no longer: its text was read anew, or taken back."
    case .remade(let id):
      "The candidate c\(id) was made anew since it was shown, and says something else now."
    case .decided(let id, let verdict): "The candidate c\(id) was decided already: \(verdict)."
    case .undecided(let name): "No decision about \(name) stands."
    case .denied(let id): "The candidate c\(id) is a denial: a party says that the act did not take place."
    case .undated(let id):
      "The candidate c\(id) announces something, and its text has no day on which it was said."
    case .same(let id, let observation):
      "The candidate c\(id) gave o\(observation) already, which says the same."
    case .noObservation(let name): "There is no observation \(name)."
    case .leanedOn(let observation, let count):
      count == 1
        ? "Another candidate was merged into o\(observation)."
        : "\(count) other candidates were merged into o\(observation)."
    }
  }

  /// The option or command that helps.
  public var hint: String? {
    switch self {
    case .unknown, .withdrawn, .gone: "`entente candidates list` shows those that are there."
    case .remade: "Look at it again before deciding."
    case .decided(let id, _): "`entente candidates undo c\(id) --why TEXT` takes that back."
    case .undecided: nil
    case .denied: "Say what you conclude with --set effect=statement, or reject it."
    case .undated: "Say when it was announced: --set event_date=2019-06."
    case .same: "Correct a field: another act differs in something."
    case .noObservation: "`entente list` shows what there is; names look like o12."
    case .leanedOn(let observation, _):
      "Take those back first: `entente candidates list --verdict merged` shows them; or leave o\(observation)."
    }
  }
}
