internal import Documents
internal import Records
internal import SQLite

extension Review {
  /// Takes the last decision about a candidate back, with what it made: the observation and its evidence are
  /// withdrawn. Nothing is deleted, and the candidate is open again.
  /// - Parameters:
  ///   - name: `c5`, or the uid of a candidate that is proposed no longer.
  ///   - why: for the log of changes.
  /// - Returns: what was taken back.
  /// - Throws: ``ReviewError``.
  @discardableResult
  public func undo(_ name: String, why: String) throws -> Decision {
    try undo(why: "undo \(name): \(why)") {
      var uid = name
      if let id = ShortID(name), id.kind == .candidate {
        let found = try db.value("SELECT uid FROM candidate WHERE id = \(id.number)", as: String.self)
        guard let found else { throw ReviewError.unknown(id.number) }
        uid = found
      }
      return try DecisionTable.standing(of: uid, in: db).last.map { (uid, $0) }
    } orSay: {
      ReviewError.undecided(name)
    }
  }

  /// Takes one decision back, if it still stands.
  func undo(decision: Int, why: String) throws -> Decision {
    try undo(why: why) {
      let uid = try db.value("SELECT candidate FROM decision WHERE id = \(decision)", as: String.self)
      guard let uid else { return nil }
      return try DecisionTable.standing(of: uid, in: db).first { $0.number == decision }.map { (uid, $0) }
    } orSay: {
      ReviewError.undecided("this candidate")
    }
  }

  private func undo(
    why: String, _ find: () throws -> (uid: String, decision: DecisionTable.Standing)?,
    orSay error: () -> ReviewError
  ) throws -> Decision {
    try file.write(desk, why: why) { _ in
      guard let (uid, decision) = try find() else { throw error() }
      try withdraw(decision)
      let number = try Proposal.number(of: uid, in: db)
      return Decision(
        number: decision.number, candidate: number ?? 0, verdict: decision.verdict,
        observation: decision.observation)
    }
  }

  /// What a decision made bears its change.
  private func withdraw(_ decision: DecisionTable.Standing) throws {
    if let observation = decision.observation {
      if decision.verdict == .accepted { try withdraw(observation, madeBy: decision) }
      try db.execute(
        """
        UPDATE evidence SET withdrawn = 1
        WHERE observation = \(observation) AND change = \(decision.change) AND withdrawn = 0
        """)
    }
    try db.execute(
      "UPDATE decision_field SET withdrawn = 1 WHERE decision = \(decision.number) AND withdrawn = 0")
    try db.execute("UPDATE decision SET withdrawn = 1 WHERE id = \(decision.number)")
  }

  private func withdraw(_ observation: Int, madeBy decision: DecisionTable.Standing) throws {
    let others = try db.value(
      """
      SELECT count(*) FROM decision
      WHERE observation = \(observation) AND withdrawn = 0 AND id <> \(decision.number)
      """, as: Int.self)
    if let others, others > 0 { throw ReviewError.leanedOn(observation: observation, by: others) }
    try db.execute("UPDATE observation SET withdrawn = 1 WHERE id = \(observation) AND withdrawn = 0")
    try SearchIndex.remove(kind: "observation", record: observation, in: db)
  }
}
