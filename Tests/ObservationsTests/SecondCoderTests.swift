import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `A second coder` {
  private let second = Desk(now: TestFile.instant, analyst: "wei")

  /// Twelve acts of three kinds, two of them without a source.
  private func collection() throws -> EntenteFile {
    let file = try seeded()
    for index in 0..<12 {
      let cells = [
        "event_date": "20\(10 + index)", "title": "Secret title \(index)",
        "mechanism": index < 6 ? "fund" : index < 9 ? "park" : "dialogue", "effect": "advances",
        "source_title": index % 6 == 5 ? "" : "Text \(index)", "sectors": "space;5g",
      ]
      _ = try Logging.enter(cells.filter { !$0.value.isEmpty }, why: "log", file, TestFile.desk)
    }
    return file
  }

  private func draw(_ file: EntenteFile, seed: Int, _ count: Int, _ stratum: Sample.Stratum? = nil) throws
    -> Sample.Drawn
  {
    try Sample(seed: seed, count: count, stratum: stratum).draw(file, TestFile.desk)
  }

  @Test func `is given the same sample by the same seed, and another by another`() throws {
    let file = try collection()
    let (one, two, three) = try (draw(file, seed: 7, 5), draw(file, seed: 7, 5), draw(file, seed: 8, 5))
    #expect(one.observations == two.observations && one.observations != three.observations)
    #expect(Set(one.observations).count == 5 && one.frame == 10 && one.unreadable == 2)
  }

  @Test func `gets strata in their shares`() throws {
    let file = try collection()
    let drawn = try draw(file, seed: 1, 5, .mechanism).observations
    let kinds = try drawn.map {
      try file.connection.value("SELECT mechanism FROM observation WHERE id = \($0)", as: String.self) ?? ""
    }
    // Of the ten with a source five are funds, three parks, two dialogues.
    let counts = Dictionary(grouping: kinds, by: \.self).mapValues(\.count)
    #expect((counts["fund"] ?? 0) >= 2 && (counts["park"] ?? 0) >= 1 && (counts["dialogue"] ?? 0) >= 1)
  }

  @Test func `is refused a sample larger than what there is`() throws {
    let file = try collection()
    #expect(throws: SampleError.self) { try draw(file, seed: 1, 11) }
    #expect(try file.count("SELECT count(*) FROM coding_sample") == 0)
  }

  @Test func `sees the sources, and nothing of the first coding`() throws {
    let file = try seeded()
    let cells = [
      "event_date": "2019", "title": "Secret", "mechanism": "fund", "source_title": "Read me",
      "outlet": "TASS",
    ]
    let number = try Logging.enter(cells, why: "log", file, TestFile.desk).number
    let drawn = try draw(file, seed: 1, 1)
    let coding = SecondCoding(file, second, sample: drawn.number)
    #expect(try coding.next() == number)
    // With no quote, the title tells which act of the text is meant.
    let page = try coding.page(of: number).joined(separator: "\n")
    #expect(
      page.contains("Read me") && page.contains("TASS") && page.contains("Secret") && !page.contains("fund"))
    let quoted =
      "observation,source_url,source_title,outlet,quote,supports\no\(number),https://example.org/1,Read me,TASS,The two founded it.,yes\n"
    #expect(try file.ingest(text: quoted, as: "evidence.csv").refused.isEmpty)
    let blind = try coding.page(of: number).joined(separator: "\n")
    #expect(blind.contains("The two founded it.") && !blind.contains("Secret"))
  }

  @Test func `is somebody else, codes each once, and may mend it with history`() throws {
    let file = try collection()
    let drawn = try draw(file, seed: 3, 4)
    let first = drawn.observations[0]
    let own = SecondCoding(file, TestFile.desk, sample: drawn.number)
    #expect(try own.next() == nil)
    #expect(throws: SampleError.self) {
      try own.enter(["event_date": "2019", "mechanism": "fund"], for: first)
    }
    let coding = SecondCoding(file, second, sample: drawn.number)
    #expect(throws: RowRefusal.self) { try coding.enter(["mechanism": "fund"], for: first) }
    try coding.enter(["event_date": "2019", "mechanism": "fund", "stage": "signed"], for: first)
    #expect(throws: SampleError.self) {
      try coding.enter(["event_date": "2019", "mechanism": "fund"], for: first)
    }
    try coding.enter(["event_date": "2019", "mechanism": "park"], for: first, again: true)
    let (progress, next) = try (coding.progress(), coding.next())
    #expect(progress == (1, 4) && next == drawn.observations[1])
    #expect(
      try file.count("SELECT count(*) FROM coding_field_history WHERE field = 'mechanism' AND value = 'fund'")
        == 1)
    #expect(try file.count("SELECT count(*) FROM coding_field WHERE field = 'stage' AND withdrawn = 1") == 1)
  }

  @Test func `agrees or not by what stood when the sample was drawn`() throws {
    let file = try collection()
    let drawn = try draw(file, seed: 3, 10)
    let coding = SecondCoding(file, second, sample: drawn.number)
    while let number = try coding.next() {
      let row = try #require(
        try file.connection.first("SELECT occurred, mechanism FROM observation WHERE id = \(number)") {
          (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
        })
      // One thing is seen otherwise; a list in another order is the same list.
      let mechanism = number == drawn.observations[0] ? "talent" : row.1
      try coding.enter(
        [
          "event_date": row.0, "mechanism": mechanism, "effect": "advances", "sectors": "5g; space",
          "umbrella": "0",
        ],
        for: number)
    }
    // The first coder takes it over afterwards: that is no agreement.
    try file.write(TestFile.desk, why: "talked it over") { _ in
      try file.connection.execute(
        "UPDATE observation SET mechanism = 'talent' WHERE id = \(drawn.observations[0])")
    }
    let fields = try CodedPairs.read(sample: drawn.number, in: file.connection)
    let agreed = Dictionary(
      uniqueKeysWithValues: fields.map { ($0.name, $0.pairs.count { $0.first == $0.second }) })
    #expect(agreed["mechanism"] == 9 && agreed["sectors"] == 10 && agreed["event_date"] == 10)
    #expect(agreed["effect"] == 10 && agreed["umbrella"] == 10 && fields.allSatisfy { $0.pairs.count == 10 })
    #expect(try CodedPairs.read(sample: 99, in: file.connection).allSatisfy(\.pairs.isEmpty))
  }
}
