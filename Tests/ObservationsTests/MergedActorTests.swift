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
    ]
    return try queries.flatMap { try db.rows($0) { try $0.get(0, as: String.self) } }.sorted()
  }

  @Test(.seed(20260607)) func `merge then unmerge is identity, and keeps edits made between`() throws {
    let file = try seeded()
    try file.ingest("\(seeds)/observations.csv")
    let db = file.connection
    var random = SplitMix64(seed: 20_260_607)
    let actors = try db.rows("SELECT id FROM actor WHERE withdrawn = 0 ORDER BY id") {
      try $0.get(0, as: Int.self)
    }
    let before = try answers(db)
    var wanted = before
    for round in 0..<4 {
      // Some edges, as far as they are allowed.
      var merged: [Int] = []
      for _ in 0..<8 {
        let (one, other) = (actors.randomElement(using: &random)!, actors.randomElement(using: &random)!)
        if (try? write(file) { try ActorMerge.merge(one, into: other, why: "test", $0) }) != nil {
          merged.append(one)
        }
      }
      // Edits of what is merged, between: a name, a part of an observation, an actor's note.
      let edited = merged.randomElement(using: &random)!
      let observation = Int.random(in: 1...270, using: &random)
      try write(file) { context in
        try ActorNames.add("alias of round \(round)", language: "en", isAmbiguous: false, to: edited, context)
        try db.execute("UPDATE actor SET note = \("round \(round)") WHERE id = \(edited)")
        try db.execute(
          """
          INSERT OR IGNORE INTO participation (observation, actor, role, side, position, change)
          VALUES (\(observation), \(edited), 'party', 'other', 99, \(context.change.id))
          """)
      }
      for actor in merged.shuffled(using: &random) {
        try write(file) { _ = try ActorMerge.unmerge(actor, $0) }
      }
      // The same edits in a file that never saw a merge.
      wanted = try unmerged(file, upTo: round, wanted)
      #expect(try answers(db) == wanted, "round \(round)")
      #expect(try ActorBook.known("alias of round \(round)", in: db) == edited)
      #expect(
        try db.value("SELECT note FROM actor WHERE id = \(edited)", as: String.self) == "round \(round)")
    }
    #expect(wanted != before)
    #expect(try db.value("SELECT count(*) FROM actor_merge WHERE withdrawn = 0", as: Int.self) == 0)
  }

  /// The answers from the tables of truth alone, without any merge: each actor counts as itself.
  private func unmerged(_ file: EntenteFile, upTo round: Int, _: [String]) throws -> [String] {
    let copy = try TestFile.memory()
    try file.connection.copy(into: copy.connection)
    // Even the traces of the edges are taken out of this copy's view.
    try copy.connection.execute("DROP VIEW actor_canonical")
    try copy.connection.execute(
      "CREATE VIEW actor_canonical AS SELECT id AS actor, id AS canonical FROM actor")
    return try answers(copy.connection)
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
