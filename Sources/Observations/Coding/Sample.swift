public import Records
internal import SQLite
internal import Statistics

/// Observations that are drawn to be coded by a second person.
public struct Sample: Sendable {
  /// What the sample is drawn in shares of.
  public enum Stratum: String, CaseIterable, Sendable {
    case mechanism, effect, year
  }

  /// A sample as it was drawn.
  public struct Drawn: Sendable {
    /// Its number; people type s1.
    public var number: Int
    /// The observations in the order of coding.
    public var observations: [Int]
    /// How many observations it was drawn from.
    public var frame: Int
    /// How many could not be drawn: nothing is told of their sources that another could read.
    public var unreadable: Int
  }

  /// Decides which rows are drawn: the same of the same file.
  public var seed: Int
  /// How many.
  public var count: Int
  /// nil: every observation is as likely as any other.
  public var stratum: Stratum?
  /// Which observations it is drawn from.
  public var filter = ObservationFilter()

  /// A sample that is not drawn yet.
  public init(seed: Int, count: Int, stratum: Stratum? = nil) {
    (self.seed, self.count, self.stratum) = (seed, count, stratum)
  }

  /// Draws it and keeps it, with a copy of the first coding of each.
  /// - Returns: what was drawn.
  /// - Throws: ``SampleError`` where there are too few observations, or ``FilterError``; `SQLiteError`.
  public func draw(_ file: EntenteFile, _ desk: Desk) throws -> Drawn {
    try filter.check(in: file.connection)
    return try file.write(desk, why: "sample of \(count), seed \(seed)", beginning: Batch(kind: .live)) {
      change in
      let (rows, unreadable) = try SampleTable.frame(filter, stratum, in: file.connection)
      guard count <= rows.count else { throw SampleError.tooFew(asked: count, found: rows.count) }
      let drawn = pick(from: rows)
      let number = try SampleTable.insert(self, frame: rows.count, desk, change, in: file.connection)
      for (position, row) in drawn.enumerated() {
        try SampleTable.copyFirst(
          row.observation, to: number, position: position + 1, change, in: file.connection)
      }
      return Drawn(
        number: number, observations: drawn.map(\.observation), frame: rows.count, unreadable: unreadable)
    }
  }

  /// One row of what is drawn from.
  struct Row {
    var observation: Int
    var uid: String
    var stratum: String
  }

  /// Each stratum gets its share of the sample, the largest remainders first; within it the dice decide. The order of
  /// coding is by dice too, so that it tells nothing.
  func pick(from rows: [Row]) -> [Row] {
    var dice = SeededNumbers(seed: UInt64(bitPattern: Int64(seed)))
    // By uid: the order does not depend on the numbers of one file.
    let mixed = rows.sorted { $0.uid < $1.uid }.shuffled(using: &dice)
    let groups = Dictionary(grouping: mixed, by: \.stratum).sorted { $0.key < $1.key }
    let shares = groups.map { Double(count * $0.value.count) / Double(rows.count) }
    var sizes = shares.map { Int($0) }
    let byRemainder = groups.indices.sorted { one, other in
      let (a, b) = (shares[one] - Double(sizes[one]), shares[other] - Double(sizes[other]))
      return (b, one) < (a, other)
    }
    for index in byRemainder.prefix(count - sizes.reduce(0, +)) { sizes[index] += 1 }
    return zip(groups, sizes).flatMap { Array($0.value.prefix($1)) }.shuffled(using: &dice)
  }
}

/// What stands against drawing or coding.
public enum SampleError: Explained {
  /// Fewer observations than asked for can be coded again.
  case tooFew(asked: Int, found: Int)
  /// There is no sample of that name.
  case noSample(String)
  /// The sample does not have the observation.
  case notInSample(String, sample: Int)
  /// The person coded it the first time.
  case ownCoding(String, analyst: String)
  /// The person coded it in this sample already.
  case coded(Int, sample: Int, analyst: String)

  /// Says what it is.
  public var sentence: String {
    switch self {
    case .tooFew(let asked, let found):
      "A sample of \(asked) was asked for, and \(found) observations have a source that another can read."
    case .noSample(let name): "There is no sample \(name)."
    case .notInSample(let name, let sample): "\(name) is not in the sample s\(sample)."
    case .ownCoding(let name, let analyst):
      "\(name) was coded by \(analyst) in the first place: the second coder is another person."
    case .coded(let observation, let sample, let analyst):
      "o\(observation) was coded by \(analyst) in the sample s\(sample) already."
    }
  }
  /// What to do.
  public var hint: String? {
    switch self {
    case .tooFew: "Ask for fewer, or widen the filters."
    case .noSample: "`entente sample` lists them."
    case .notInSample: "`entente code` goes through those that are."
    case .ownCoding: "Say who codes: --analyst NAME, or $ENTENTE_ANALYST."
    case .coded: "--again codes it anew; what was said before stays in the history."
    }
  }
}
