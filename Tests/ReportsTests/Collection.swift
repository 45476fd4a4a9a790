import Calendar
import Records
import Reports
import SQLite
import TimeSeries
import Trends

/// A small collection with what is hard to print: markup, Chinese, right-to-left names, a script for a link.
struct Collection {
  let file: EntenteFile
  let desk = Desk(now: Instant("2021-07-15T08:00:00Z")!, analyst: "tester")
  var connection: Connection { file.connection }

  init() throws {
    file = try EntenteFile(inMemoryAt: desk.now)
    try file.write(desk, why: "collection") { _ in
      try vocabularies()
      try observations()
    }
  }

  private func vocabularies() throws {
    try connection.run(
      script: """
        INSERT INTO mechanism (code, label, definition, position) VALUES
          ('pressure', 'Pressure', '.', 1), ('fund', 'Fund', '.', 2), ('academic', 'Academic <&>', '.', 3);
        INSERT INTO effect (code, label, definition, position) VALUES
          ('advances', '.', '.', 1), ('context', '.', '.', 2), ('statement', '.', '.', 3);
        INSERT INTO stage (code, label, definition, position) VALUES ('pledged', '.', '.', 1), ('signed', '.', '.', 2);
        INSERT INTO sector (code, label, definition, parent, dual_use, position) VALUES
          ('telecom', 'Telecommunications', '.', NULL, 'mixed', 1), ('5g', '5G and later mobile', '.', 'telecom', 'mixed', 2),
          ('space', 'Space', '.', NULL, 'mixed', 3);
        """)
  }

  private func observations() throws {
    let title = "A *bold* <script>alert(1)</script> title | with 中俄科技合作"
    try observe("2018-04-01", title, sectors: ["5g", "space"], url: "https://example.org/a?b=1&c=\"2\"")
    try observe("2018", "An act known by its year", sectors: ["space"], url: "javascript:alert(1)")
    try observe(
      "2020-05-06", "An act with a name written from right to left", actors: ["\u{202E}evil", "华为"])
    try observe("2020-06", "A pledge", mechanism: "fund", stage: "pledged")
    try observe("2021-01-02", "An act of pressure", mechanism: "pressure", effect: "context", stage: nil)
    try observe("2021-02", "Words", effect: "statement", stage: nil, label: "GREEN", evidenceLabel: "AMBER")
  }

  private func observe(
    _ occurred: String, _ title: String, mechanism: String = "academic", effect: String = "advances",
    stage: String? = "signed", sectors: [String] = [], actors: [String] = [], url: String? = nil,
    label: String = "CLEAR", evidenceLabel: String = "CLEAR"
  ) throws {
    let date = try EDTF(occurred)
    try connection.execute(
      """
      INSERT INTO observation (uid, occurred, earliest, latest, title, mechanism, effect, stage, tlp, recorded)
      VALUES (\(Identity.loaded(title)), \(occurred), \(date.earliest?.number), \(date.latest?.number), \(title),
        \(mechanism), \(effect), \(stage), \(label), \(desk.now.description))
      """)
    let id = connection.lastRowID
    for sector in sectors {
      try connection.execute(
        "INSERT INTO observation_sector (observation, sector, position) VALUES (\(id), \(sector), 0)")
    }
    for actor in actors { try take(actor, in: id) }
    try believe(id, title, url ?? "https://example.org/\(id)", evidenceLabel)
  }

  private func take(_ actor: String, in observation: Int) throws {
    try connection.execute(
      """
      INSERT INTO actor (uid, name, kind, side) VALUES (\(Identity.loaded("a", actor)), \(actor), 'company', 'cn')
      """)
    try connection.execute(
      """
      INSERT INTO participation (observation, actor, role, side, position)
      VALUES (\(observation), \(connection.lastRowID), 'party', 'cn', 0)
      """)
  }

  private func believe(_ observation: Int, _ title: String, _ url: String, _ label: String) throws {
    try connection.execute(
      """
      INSERT INTO document (uid, url, title, published, tlp, recorded)
      VALUES (\(Identity.loaded("d", url)), \(url), \(title), '2021', 'CLEAR', \(desk.now.description))
      """)
    try connection.execute(
      """
      INSERT INTO evidence (uid, observation, document, main, stance, credibility, tlp, recorded)
      VALUES (\(Identity.loaded("e", url)), \(observation), \(connection.lastRowID), 1, 'supports', 2, \(label), \(desk.now.description))
      """)
  }

  func trends(_ dimension: Dimension = .mechanism, _ kind: PeriodKind = .year) throws -> TrendSet {
    try TrendSet.read(Question(by: dimension, per: kind, asOf: desk.today), from: connection)
  }

  /// The report of a collection of which only what is marked so, or lower, is seen.
  static func report(upTo label: Label) throws -> Report {
    let collection = try Collection()
    try collection.file.look(through: Lens(maxLabel: label))
    return try collection.report()
  }

  func report(per kind: PeriodKind = .year) throws -> Report {
    try Report.read(ReportSettings(per: kind, asOf: desk.today), from: connection, at: desk)
  }
}
