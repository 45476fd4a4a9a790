public import Records
internal import SQLite

/// Decisions about candidates. A decision is truth and keeps its own copy of fields and spans: the candidate may
/// be remade by later rules, what was accepted stays.
public struct Review {
  private let file: EntenteFile
  private let desk: Desk
  private var db: Connection { file.connection }

  /// Decides in `file`, in the name of `desk`.
  public init(_ file: EntenteFile, _ desk: Desk) {
    self.file = file
    self.desk = desk
  }

  /// Makes an observation of a candidate, its evidence the very bytes it was read from.
  /// - Parameters:
  ///   - candidate: its number.
  ///   - corrections: cells of a row (see ``ObservationColumns``) that replace what was proposed.
  ///   - why: for the record; may be left out.
  /// - Returns: the observation's number.
  /// - Throws: ``ReviewError``, or `RowRefusal` for a correction that cannot be taken.
  public func accept(_ candidate: Int, corrections: [String: String], why: String?) throws -> Int {
    try decide("accept c\(candidate)") { context in
      let proposal = try Proposal(candidate, in: db)
      var cells = try proposal.cells()
      for (name, value) in corrections { cells[name] = value.isEmpty ? nil : value }
      if proposal.modality == "denied", corrections["effect"] == nil { throw ReviewError.denied(candidate) }
      if cells["event_date"] == nil { throw ReviewError.undated(candidate) }
      let observation = try ObservationReading(Codes(db)).observation(from: TableRow(line: 0, cells: cells))
      let key = ObservationTable.Key(uid: Identity.typed(at: desk))
      let number = try ObservationTable.insert(observation, key: key, context)
      try EvidenceTable.insert(
        proposal, of: number, uid: key.uid, isMain: observation.source.isEmpty, context)
      try DecisionTable.insert(proposal, verdict: "accepted", observation: number, why: why, context)
      return number
    }
  }

  /// Puts a candidate aside, with the reason.
  /// - Throws: ``ReviewError``.
  public func reject(_ candidate: Int, why: String) throws {
    try decide("reject c\(candidate)") { context in
      let proposal = try Proposal(candidate, in: db)
      try DecisionTable.insert(proposal, verdict: "rejected", observation: nil, why: why, context)
    }
  }

  private func decide<T>(_ act: String, _ body: (LoadContext) throws -> T) throws -> T {
    try file.write(desk, why: act, beginning: Batch(kind: .live)) { change in
      try body(LoadContext(connection: db, change: change, desk: desk, label: db.defaultLabel()))
    }
  }
}

/// Why a decision cannot be made.
public enum ReviewError: Explained {
  /// No candidate has this number.
  case unknown(Int)
  /// A decision about the candidate of this number stands.
  case decided(Int)
  /// The text of the candidate of this number denies the act.
  case denied(Int)
  /// The candidate of this number announces something, and its text has no day.
  case undated(Int)

  /// Names the candidate and what stands against the decision.
  public var sentence: String {
    switch self {
    case .unknown(let id): "There is no candidate c\(id)."
    case .decided(let id): "The candidate c\(id) was decided already."
    case .denied(let id): "The candidate c\(id) is a denial: a party says that the act did not take place."
    case .undated(let id):
      "The candidate c\(id) announces something, and its text has no day on which it was said."
    }
  }

  /// The option or command that helps.
  public var hint: String? {
    switch self {
    case .unknown: "`entente candidates list` shows them."
    case .decided: "Its decision is in the table decision."
    case .denied: "Say what you conclude with --set effect=statement, or reject it."
    case .undated: "Say when it was announced: --set event_date=2019-06."
    }
  }
}
