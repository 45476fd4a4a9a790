internal import Calendar
internal import Names
public import Records
internal import SQLite

/// An observation that is in the file, and that what is about to be entered may repeat.
public struct KnownAct: Sendable {
  /// Its number.
  public var observation: Int
  /// EDTF.
  public var occurred: String
  /// Its title.
  public var title: String
  /// See ``Repeat/score``.
  public var score: Double
  /// In what the two agree, and what speaks against it.
  public var reasons: [String]

  /// `o12 (2019-06-05: MTS and Huawei sign; score 0.83: same day, both: Huawei, MTS)`.
  public var words: String {
    let why = reasons.isEmpty ? "" : ": \(reasons.joined(separator: ", "))"
    return "\(ShortID(.observation, observation)) (\(occurred): \(title); score \(score)\(why))"
  }
}

extension ActFacts {
  /// What an observation that is not in the file yet says of its act.
  init(_ observation: Observation, in db: Connection) throws {
    self.init()
    (earliest, latest) = (observation.occurred.earliest?.number, observation.occurred.latest?.number)
    actors = try observation.participants.compactMap {
      try ActorBook.find($0.name, side: $0.side.rawValue, in: db)
    }
    (mechanism, effect, stage) = (observation.mechanism, observation.effect, observation.stage)
    (sectors, amount, currency) = (observation.sectors, observation.amount, observation.currency)
    words = [observation.title, observation.summary].compactMap { $0 }.joined(separator: " ")
  }
}

/// Something that is not entered because it seems to be there.
public struct RepeatRefusal: Explained {
  /// What it looks like, the likeliest first.
  public var known: [KnownAct]

  /// Not entered because of these; there is at least one.
  public init(known: [KnownAct]) { self.known = known }

  /// Names the likeliest, and why it is taken for the same.
  public var sentence: String {
    let others = known.dropFirst().map { "o\($0.observation)" }
    let also = others.isEmpty ? "" : " Also: \(others.joined(separator: ", "))."
    return "This looks like \(known.first?.words ?? ""). Nothing was entered.\(also)"
  }
  /// How to look, and how to go on all the same.
  public var hint: String? {
    known.first.map { "`entente show o\($0.observation)` shows it; --yes enters another all the same." }
  }
}
