public import Records
public import SQLite

/// An actor of one of the two sides, under the name it counts under after merges.
public struct SidedActor: Hashable, Comparable, Sendable {
  /// Its number.
  public let id: Int
  /// Its name.
  public let name: String
  /// True for a Chinese one, false for a Russian one.
  public let isChinese: Bool

  /// By name, then side and number.
  public static func < (left: SidedActor, right: SidedActor) -> Bool {
    left.name != right.name
      ? left.name < right.name
      : (left.isChinese ? 0 : 1, left.id) < (right.isChinese ? 0 : 1, right.id)
  }

  /// Whether the two make a pair.
  public static func isPair(_ one: SidedActor, _ other: SidedActor) -> Bool {
    one.isChinese != other.isChinese
  }
}

/// An observation in which a Chinese and a Russian actor at least took part.
public struct Meeting: Sendable {
  /// Its number.
  public let observation: Int
  /// The label of its period; nil where its date is wider than that.
  public let period: String?
  /// Whoever took part, of either side, each once, in order.
  public let actors: [SidedActor]
}

/// The meetings of a range.
public struct Meetings: Sendable {
  /// In the order of the observations' numbers.
  public let list: [Meeting]
  /// The highest label of those that go in.
  public let label: Label
  /// The statement behind them.
  public let figure: Figure
}

extension Question {
  /// The counted observations with their Chinese and Russian actors, those without a pair left out.
  /// - Throws: `SQLiteError`.
  public func meetings(from connection: Connection) throws -> Meetings {
    try connection.snapshot {
      let sql = try Scope(self, connection).sql.meetings()
      var found: [Int: (period: String?, actors: Set<SidedActor>)] = [:]
      var ranks: [Int: Int] = [:]
      try connection.forEach(sql) { row in
        let observation = row.integer(0)
        let actor = SidedActor(
          id: row.integer(2), name: try row.get(3), isChinese: try row.get(4, as: String.self) == "cn")
        let period = try row.get(1, as: String?.self)
        found[observation, default: (period, [])].actors.insert(actor)
        ranks[observation] = row.integer(5)
      }
      let list = found.keys.sorted().compactMap { number -> Meeting? in
        guard let entry = found[number], Set(entry.actors.map(\.isChinese)).count == 2 else { return nil }
        return Meeting(observation: number, period: entry.period, actors: entry.actors.sorted())
      }
      let rank = list.compactMap { ranks[$0.observation] }.max() ?? 0
      return Meetings(list: list, label: Label(rank: rank), figure: Figure("actors of counted acts", sql))
    }
  }
}

extension SeriesSQL {
  /// Observation, bin, actor, name, side, rank of the label.
  fileprivate func meetings() -> SQL {
    """
    SELECT s.observation, s.\(bin) AS period, p.actor, p.name, p.side, l.rank
    FROM \(once) AS s
    JOIN participants AS p ON p.observation = s.observation AND p.side IN ('cn', 'ru')
    JOIN observation AS x ON x.id = s.observation
    JOIN label AS l ON l.code = x.tlp
    WHERE s.series = 'counted' AND s.observation IN (SELECT observation FROM \(once) WHERE \(conditions))
    ORDER BY s.observation, p.side, p.name, p.actor
    """
  }
}
