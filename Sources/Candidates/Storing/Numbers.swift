internal import Calendar
internal import Documents
internal import SQLite

extension CandidateTable {
  /// The numbers and uids that people know candidates by. A candidate that is made again keeps its own; one that
  /// was decided keeps it also where other rules cut its sentence otherwise, so that it does not come back as new.
  struct Numbers {
    private struct Decided {
      var uid: String
      var span: Range<Int>
      var date: String?
      var mechanism: String?
    }

    /// What making a document's candidates again did to them.
    private(set) var changes = Propose.Changes()
    private var known: [String: Int] = [:]
    private var decided: [Decided] = []
    private var taken: Set<String> = []
    private var next: Int

    init(in db: Connection) throws {
      next = try db.value("SELECT coalesce(max(id), 0) + 1 FROM candidate") ?? 1
    }

    /// Remembers the candidates of the document that is made again next: those of others are not asked for.
    mutating func remember(_ document: Int, in db: Connection) throws {
      let held = try db.rows("SELECT uid, id FROM candidate WHERE document = \(document)") {
        (try $0.get(0, as: String.self), try $0.get(1, as: Int.self))
      }
      known = Dictionary(uniqueKeysWithValues: held)
      taken = []
      decided = try db.rows(
        """
        SELECT z.candidate, z.starts, z.ends,
          (SELECT f.value FROM decision_field AS f WHERE f.decision = z.id AND f.field = 'date' AND f.withdrawn = 0),
          (SELECT f.value FROM decision_field AS f WHERE f.decision = z.id AND f.field = 'mechanism' AND f.withdrawn = 0)
        FROM decision AS z WHERE z.document = \(document) AND z.withdrawn = 0 ORDER BY z.id
        """
      ) { row in
        Decided(
          uid: try row.get(0), span: try row.get(1)..<row.get(2), date: try row.get(3),
          mechanism: try row.get(4))
      }
    }

    /// True if the document has candidates from before.
    var isKnown: Bool { !known.isEmpty }

    /// nil for a candidate that is there already.
    mutating func take(_ candidate: Candidate, in text: StoredText) -> (uid: String, id: Int)? {
      let own = CandidateTable.uid(of: candidate, in: text)
      let uid = decided.contains { $0.uid == own } ? own : match(candidate) ?? own
      guard taken.insert(uid).inserted else { return nil }
      if let id = known[uid] {
        changes.same += 1
        return (uid, id)
      }
      changes.new += 1
      defer { next += 1 }
      return (uid, next)
    }

    /// The decided candidate on an overlapping sentence with the same date and mechanism.
    private func match(_ candidate: Candidate) -> String? {
      decided.first { decided in
        decided.span.overlaps(candidate.span) && decided.date == candidate.date?.value.description
          && decided.mechanism == candidate.mechanism?.value && !taken.contains(decided.uid)
      }?.uid
    }

    /// Counts those of the document that did not come again.
    mutating func finish() { changes.gone += known.keys.filter { !taken.contains($0) }.count }
  }
}
