import Calendar
import Formats
import Names
import Records
import SQLite

/// Names in texts: the vocabulary of the seeds and 10,000 aliases more.
enum NameBench {
  static func run() throws {
    let file = try EntenteFile(inMemoryAt: now)
    try file.write(Desk(now: now, analyst: "bench"), why: "bench") { change in
      _ = try Seed.run(
        LoadContext(
          connection: file.connection, change: change, desk: Desk(now: now, analyst: "bench"), label: .clear))
    }
    var prose = Prose()
    try addAliases(10_000, to: file.connection, &prose)
    let finder = try NameFinder(file.connection)
    print("names: 10,000 aliases besides those of the seeds")
    let making = try Main.seconds { _ = try NameFinder(file.connection) }
    print("       compiled in \(Int(making * 1000)) ms")
    try match(in: file.connection)
    for language in Prose.languages {
      try measure("ordinary news, one text in four about both sides", language, finder) {
        prose.text($0 % 4 == 3 ? .both : .ordinary, language, bytes: 4000)
      }
      try measure("nothing but news about both sides", language, finder) { _ in
        prose.text(.both, language, bytes: 4000)
      }
    }
  }

  /// One name against all that are known, as when a new actor is logged.
  private static func match(in db: Connection) throws {
    let known = try db.rows(
      "SELECT name FROM actor UNION ALL SELECT alias FROM actor_alias"
    ) { try $0.get(0, as: String.self) }
    let matcher = try NameMatcher(db)
    let asked = [
      "Huawei Technologies", "Московский государственный технический университет", "中国科学院", "Росатом",
    ]
    let matching = try Main.seconds { for name in asked { _ = matcher.nearest(to: name) } }
    let hashing = try Main.seconds { for name in known { _ = SHA256.hex(of: Array(name.utf8)) } }
    Main.report(
      "matching a name with \(known.count) known ones, \(Int(matching / Double(asked.count) * 1000)) ms",
      matching / Double(asked.count), "SHA-256 of those names", hashing)
  }

  private static func measure(
    _ what: String, _ language: String, _ finder: NameFinder, _ text: (Int) -> [UInt8]
  ) throws {
    let texts = (0..<2000).map(text)
    let finding = try Main.seconds {
      for text in texts { _ = finder.matches(in: text, language: language) }
    }
    let hashing = try Main.seconds { for text in texts { _ = SHA256.hex(of: text) } }
    let bytes = texts.reduce(0) { $0 + $1.count }
    Main.report(
      "names in \(language) at \(Int(Double(bytes) / finding / 1e6)) MB/s (\(what))", finding,
      "SHA-256 of the same bytes", hashing)
  }

  static let now = Instant("2026-01-01T00:00:00Z")!

  /// Names made of syllables, a third in each script.
  private static func addAliases(_ count: Int, to db: Connection, _ prose: inout Prose) throws {
    let syllables = [
      ["bei", "ros", "tech", "hua", "com", "con", "inter", "na", "uni", "lab", "pro", "tion"],
      ["рос", "ком", "про", "тех", "на", "гос", "инно", "пром", "банк", "ин", "меж", "энерго"],
      ["中", "国", "科", "技", "华", "东", "北", "京", "集", "团", "学", "院"],
    ]
    let actor = try db.value("SELECT min(id) FROM actor", as: Int.self)!
    var known: Set<String> = []
    while known.count < count {
      let script = known.count % 3
      let words = (0..<(script == 2 ? 1 : 1 + Int(prose.next() % 3))).map { _ in
        let word = (0..<(2 + Int(prose.next() % 5))).map { _ in syllables[script][Int(prose.next() % 12)] }
          .joined()
        return script == 2 ? word : word.prefix(1).uppercased() + word.dropFirst()
      }
      let alias = words.joined(separator: " ")
      guard known.insert(alias).inserted else { continue }
      try db.execute(
        """
        INSERT INTO actor_alias (actor, alias, language, script, position)
        VALUES (\(actor), \(alias), \(Prose.languages[script]), \(["Latn", "Cyrl", "Hani"][script]), \(1000 + known.count))
        """)
    }
  }
}
