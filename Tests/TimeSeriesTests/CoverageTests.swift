import Testing
import TimeSeries

@Suite struct CoverageTests {
  let collection: Collection
  init() throws { collection = try Collection() }

  @Test func `a file without coverage says that counts describe the file`() throws {
    #expect(
      try Coverage.line(collection.connection)
        == "Convenience collection: counts describe the file, not the world; no verdicts. No source is on record as watched."
    )
  }

  @Test func `a convenience collection names its sources and their days`() throws {
    try collection.cover("starting-file", "convenience", from: "2013-03-22", to: "2020-12-16")
    #expect(
      try Coverage.line(collection.connection)
        == "Convenience collection: counts describe the file, not the world; no verdicts. Sources: starting-file (2013-03-22 to 2020-12-16)."
    )
  }

  @Test func `watched sources are named alone`() throws {
    try collection.cover("starting-file", "convenience", from: "2013-03-22", to: "2020-12-16")
    try collection.cover("TASS", "watch", from: "2020-01-01", to: nil)
    let coverage = try Coverage.read(from: collection.connection)
    #expect(coverage.isWatched)
    #expect(coverage.line == "Watched: TASS (2020-01-01 onwards).")
  }
}
