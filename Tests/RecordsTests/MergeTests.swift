import Records
import SQLite
import TestSupport
import Testing

@Suite struct MergeTests {
  let db: Connection
  let maker: RowMaker
  let actors: [Int]

  init() throws {
    db = try TestFile.memory().connection
    let maker = RowMaker(db)
    self.maker = maker
    actors = try (0..<4).map { _ in try maker.insert("actor") }
  }

  @discardableResult
  private func merge(_ from: Int, _ into: Int) throws -> Int {
    try maker.insert(
      "actor_merge", ["actor": .integer(Int64(actors[from])), "into_actor": .integer(Int64(actors[into]))])
  }
  private func canonical(_ actor: Int) throws -> Int? {
    try db.number("SELECT canonical FROM actor_canonical WHERE actor = \(actors[actor])").flatMap(
      actors.firstIndex)
  }
  private let cycle = "actor_merge: the second actor is already merged into the first"

  @Test func `an actor is counted under the end of its merges`() throws {
    try merge(0, 1)
    try merge(1, 2)
    #expect(try (0..<4).map(canonical) == [2, 2, 2, 3])
  }

  @Test func `merging in a circle is refused, be it long or short`() throws {
    #expect(refusal { try merge(0, 0) } != nil)
    try merge(0, 1)
    #expect(refusal { try merge(1, 0) } == cycle)
    try merge(1, 2)
    try merge(2, 3)
    #expect(refusal { try merge(3, 0) } == cycle)
    #expect(try (0..<4).map(canonical) == [3, 3, 3, 3])
  }

  @Test func `an actor is merged into one other only`() throws {
    try merge(0, 1)
    #expect(refusal { try merge(0, 2) } != nil)
    #expect(
      refusal {
        try db.execute(
          "INSERT OR REPLACE INTO actor_merge (uid, actor, into_actor, why) VALUES (\(String(repeating: "u", count: 36)), \(actors[0]), \(actors[2]), 'x')"
        )
      } != nil)
    #expect(try canonical(0) == 1)
  }

  @Test func `undoing removes the edge, and the other way round may then be taken`() throws {
    let edge = try merge(0, 1)
    try db.execute("UPDATE actor_merge SET withdrawn = 1 WHERE id = \(edge)")
    #expect(try canonical(0) == 0)
    try merge(1, 0)
    #expect(try canonical(1) == 0)
    #expect(refusal { try db.execute("UPDATE actor_merge SET withdrawn = 0 WHERE id = \(edge)") } == cycle)
  }

  @Test(arguments: [("into_actor", 0), ("actor", 3)])
  func `an edge cannot be bent into a circle`(column: String, actor: Int) throws {
    // 0 into 1, 1 into 2, 3 into 2; bending "1 into 2" to "1 into 0", or "0 into 1" to "3 into 1" is refused.
    let edges = try [merge(0, 1), merge(1, 2), merge(3, 2)]
    let edge = edges[column == "actor" ? 0 : 1]
    let update: SQL = "UPDATE actor_merge SET \(identifier: column) = \(actors[actor]) WHERE id = \(edge)"
    #expect(refusal { try db.execute(update) } != nil)
    #expect(try (0..<4).map(canonical) == [2, 2, 2, 2])
  }
}
