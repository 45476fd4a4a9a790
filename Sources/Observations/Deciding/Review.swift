public import Records
internal import SQLite

/// Decisions about candidates. A decision is truth and keeps its own copy of fields and spans: the candidate may
/// be remade by later rules, what was accepted stays.
public struct Review {
  /// What was decided.
  public struct Decision: Sendable {
    /// The number of the decision.
    public var number: Int
    /// The number of the candidate; 0 where it is proposed no longer.
    public var candidate: Int
    /// What became of it.
    public var verdict: Verdict
    /// The observation that was made of it, or that it was merged into.
    public var observation: Int?
  }

  /// What can become of a candidate.
  public enum Verdict: String, CaseIterable, Sendable { case accepted, rejected, merged }

  /// Which candidate: by its number, or as it was shown, so that no other is decided on than the one looked at.
  enum Subject {
    case number(Int)
    case shown(Proposal)
  }

  let file: EntenteFile
  let desk: Desk
  var db: Connection { file.connection }

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
  ///   - another: the sentence holds several acts; one that was accepted is accepted once more.
  /// - Returns: the observation's number.
  /// - Throws: ``ReviewError``, or `RowRefusal` for a correction that cannot be taken.
  public func accept(
    _ candidate: Int, corrections: [String: String], why: String?, another: Bool = false
  ) throws -> Int {
    let subject = Subject.number(candidate)
    return try accept(subject, corrections: corrections, why: why, another: another).observation ?? 0
  }

  func accept(_ subject: Subject, corrections: [String: String], why: String?, another: Bool) throws
    -> Decision
  {
    try decide("accept", subject, another: another) { proposal, context in
      var cells = try proposal.cells()
      for (name, value) in corrections { cells[name] = value.isEmpty ? nil : value }
      let judged = try EvidenceTable.Judged(takenFrom: &cells)
      if proposal.modality == "denied", corrections["effect"] == nil { throw ReviewError.denied(proposal.id) }
      if cells["event_date"] == nil { throw ReviewError.undated(proposal.id) }
      let observation = try ObservationReading(Codes(db)).observation(from: TableRow(line: 0, cells: cells))
      if let same = try DecisionTable.observation(of: proposal.uid, saying: observation, in: db) {
        throw ReviewError.same(proposal.id, observation: same)
      }
      let key = ObservationTable.Key(uid: Identity.typed(at: desk))
      let number = try ObservationTable.insert(observation, key: key, context)
      try EvidenceTable.insert(
        proposal, of: number, uid: key.uid, isMain: observation.source.isEmpty, judged, context)
      return try DecisionTable.insert(proposal, .accepted, observation: number, why: why, context)
    }
  }

  /// Makes the sentence of a candidate further evidence of an observation, with what it claims.
  /// - Parameters:
  ///   - candidate: its number.
  ///   - observation: the number of the observation.
  ///   - why: for the record; may be left out.
  ///   - another: the sentence holds several acts, and one was decided already.
  /// - Throws: ``ReviewError``.
  public func merge(_ candidate: Int, into observation: Int, why: String?, another: Bool = false) throws {
    _ = try merge(.number(candidate), into: observation, why: why, another: another)
  }

  func merge(_ subject: Subject, into observation: Int, why: String?, another: Bool) throws -> Decision {
    try decide("merge", subject, another: another) { proposal, context in
      let isThere = try db.value(
        "SELECT 1 FROM observation WHERE id = \(observation) AND withdrawn = 0", as: Int.self)
      guard isThere != nil else { throw ReviewError.noObservation("o\(observation)") }
      if try DecisionTable.standing(of: proposal.uid, in: db).contains(where: {
        $0.observation == observation
      }) {
        throw ReviewError.same(proposal.id, observation: observation)
      }
      try EvidenceTable.insertFurther(proposal, of: observation, context)
      return try DecisionTable.insert(proposal, .merged, observation: observation, why: why, context)
    }
  }

  /// Puts a candidate aside, with the reason.
  /// - Throws: ``ReviewError``.
  public func reject(_ candidate: Int, why: String) throws { _ = try reject(.number(candidate), why: why) }

  func reject(_ subject: Subject, why: String) throws -> Decision {
    try decide("reject", subject, another: false) { proposal, context in
      try DecisionTable.insert(proposal, .rejected, observation: nil, why: why, context)
    }
  }

  private func decide(
    _ act: String, _ subject: Subject, another: Bool, _ body: (Proposal, LoadContext) throws -> Decision
  ) throws -> Decision {
    let number =
      switch subject {
      case .number(let id): id
      case .shown(let proposal): proposal.id
      }
    return try file.write(desk, why: "\(act) c\(number)", beginning: Batch(kind: .live)) { change in
      let proposal = try proposal(subject)
      let standing = try DecisionTable.standing(of: proposal.uid, in: db)
      if let last = standing.last, !another || last.verdict == .rejected {
        throw ReviewError.decided(proposal.id, last.words)
      }
      return try body(
        proposal, LoadContext(connection: db, change: change, desk: desk, label: db.defaultLabel()))
    }
  }

  /// The candidate as it is now; one that was shown has to be there still and say the same.
  private func proposal(_ subject: Subject) throws -> Proposal {
    switch subject {
    case .number(let id): return try Proposal(id, in: db)
    case .shown(let shown):
      guard let id = try Proposal.number(of: shown.uid, in: db) else { throw ReviewError.gone(shown.id) }
      let proposal = try Proposal(id, in: db)
      guard proposal.agrees(with: shown) else { throw ReviewError.remade(id) }
      return proposal
    }
  }
}
