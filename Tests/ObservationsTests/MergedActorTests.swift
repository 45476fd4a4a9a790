import Formats
import Names
import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Merged and withdrawn actors` {
  private func write<T>(_ file: EntenteFile, _ body: (LoadContext) throws -> T) throws -> T {
    try file.write(TestFile.desk, why: "test") { change in
      try body(LoadContext(connection: file.connection, change: change, desk: TestFile.desk, label: .clear))
    }
  }

  /// What anyone may ask of the file: counts by actor and pair, who took part, the list of actors.
  private func answers(_ db: Connection) throws -> [String] {
    let queries: [SQL] = [
      "SELECT dimension || '|' || code || '|' || series || '|' || count(*) FROM strata GROUP BY dimension, code, series",
      "SELECT observation || '|' || actor || '|' || role || '|' || side FROM participants",
      "SELECT id || '|' || name || '|' || observations || '|' || coalesce(counted_under, '') FROM actors",
      "SELECT id || '|' || coalesce(note, '') || '|' || coalesce(parent, '') FROM actor",
      "SELECT actor || '|' || alias || '|' || language FROM actor_alias WHERE withdrawn = 0",
    ]
    return try queries.flatMap { try db.rows($0) { try $0.get(0, as: String.self) } }.sorted()
  }

  private static let seed: UInt64 = 20_260_607

  @Test(.seed(seed)) func `merge then unmerge is identity, and keeps edits made between`() throws {
    let file = try seeded()
    try file.ingest("\(seeds)/observations.csv")
    // The same edits in a file that never sees a merge.
    let twin = try TestFile.memory()
    try file.connection.copy(into: twin.connection)
    var random = SplitMix64(seed: Self.seed)
    let actors = try file.connection.rows("SELECT id FROM actor WHERE withdrawn = 0 ORDER BY id") {
      try $0.get(0, as: Int.self)
    }
    let before = try answers(file.connection)
    for round in 0..<4 {
      // Some edges, as far as they are allowed.
      var merged: [Int] = []
      for _ in 0..<8 {
        let (one, other) = (actors.randomElement(using: &random)!, actors.randomElement(using: &random)!)
        if (try? write(file) { try ActorMerge.merge(one, into: other, why: "test", $0) }) != nil {
          merged.append(one)
        }
      }
      let edited = merged.randomElement(using: &random)!
      let observation = Int.random(in: 1...270, using: &random)
      for each in [file, twin] { try edit(edited, observation, round, each) }
      for actor in merged.shuffled(using: &random) {
        try write(file) { _ = try ActorMerge.unmerge(actor, $0) }
      }
      #expect(try answers(file.connection) == answers(twin.connection), "round \(round)")
      #expect(try ActorBook.known("alias of round \(round)", in: file.connection) == edited)
    }
    #expect(try answers(file.connection) != before)
    #expect(try file.count("SELECT count(*) FROM actor_merge WHERE withdrawn = 0") == 0)
  }

  /// Edits of what is merged meanwhile: a name, a note, a part in an observation.
  private func edit(_ actor: Int, _ observation: Int, _ round: Int, _ file: EntenteFile) throws {
    try write(file) { context in
      try ActorNames.add("alias of round \(round)", language: "en", isAmbiguous: false, to: actor, context)
      try file.connection.execute("UPDATE actor SET note = \("round \(round)") WHERE id = \(actor)")
      try file.connection.execute(
        """
        INSERT INTO participation (observation, actor, role, side, position, change)
        SELECT \(observation), \(actor), 'party', 'other', 99, \(context.change.id)
        WHERE NOT EXISTS (SELECT 1 FROM participation WHERE observation = \(observation) AND actor = \(actor))
        """)
    }
  }

  @Test func `counts, filter, dossier and timeline take merged actors as one`() throws {
    let file = try seeded()
    try file.ingest("\(seeds)/observations.csv")
    let db = file.connection
    let (huawei, zte) = try (ActorBook.known("Huawei", in: db), ActorBook.known("ZTE", in: db))
    func observations(_ actor: Int) throws -> Set<Int> {
      Set(
        try db.rows("SELECT observation FROM participants WHERE actor = \(actor)") {
          try $0.get(0, as: Int.self)
        })
    }
    let both = try observations(huawei).union(observations(zte))
    try write(file) { try ActorMerge.merge(zte, into: huawei, why: "test", $0) }
    #expect(try observations(huawei) == both)
    #expect(try observations(zte).isEmpty)
    for name in ["Huawei", "ZTE", "华为", "中兴"] {
      var filter = ObservationFilter()
      filter.actors = [name]
      let found = try filter.table(in: db).rows.count
      #expect(found == both.count, "\(name)")
      let timeline = try Timeline.table(filter, tiesOf: nil, in: db).rows.filter { $0[1].shown != "due" }
      #expect(timeline.count == both.count)
      let dossier = try Dossier(of: ActorBook.known(name, in: db), day: TestFile.desk.today, in: db)
      #expect(try dossier.fields().first { $0.name == "observations" }?.value == "\(both.count)")
    }
    let doubled = try db.value(
      "SELECT count(*) FROM (SELECT observation FROM strata WHERE dimension = 'actor' AND code = 'Huawei' GROUP BY 1 HAVING count(*) > 1)",
      as: Int.self)
    #expect(doubled == 0)
  }

  @Test func `a withdrawn actor counts in no trend, its observation still does`() throws {
    let file = try seeded()
    try file.ingest("\(seeds)/observations.csv")
    let db = file.connection
    let huawei = try ActorBook.known("Huawei", in: db)
    let all: SQL = "SELECT count(*) FROM strata WHERE dimension = 'mechanism'"
    let own: SQL =
      "SELECT count(*) FROM strata WHERE dimension IN ('actor', 'pair') AND instr(code, 'Huawei') > 0"
    let before = try db.value(all, as: Int.self)
    #expect(try db.value(own, as: Int.self) ?? 0 > 10)
    try write(file) { _ in try db.execute("UPDATE actor SET withdrawn = 1 WHERE id = \(huawei)") }
    #expect(try db.value(own, as: Int.self) == 0)
    #expect(try db.value(all, as: Int.self) == before)
    #expect(
      try db.value("SELECT count(*) FROM observations WHERE instr(actors_cn, 'Huawei') > 0", as: Int.self)
        == 0)
    // One that is merged counts under the other, whatever became of it.
    let zte = try ActorBook.known("ZTE", in: db)
    try write(file) { try ActorMerge.merge(huawei, into: zte, why: "test", $0) }
    #expect(
      try db.value("SELECT count(*) FROM strata WHERE dimension = 'actor' AND code = 'ZTE'", as: Int.self)
        ?? 0 > 10)
  }
}
