import Calendar
import Formats
import Glibc
import Names
import Observations
import Records
import SQLite

/// The whole way of plain texts: from files to committed passages, mentions, candidates and search index.
enum IngestBench {
  /// Texts that are made, half of them English, a quarter Russian, a quarter Chinese.
  ///
  /// The first line is what a desk takes in: one text in four is about both sides, as long and as close as those of
  /// the labelled corpus; the others are ordinary news.
  static func run() throws {
    try made("ordinary news, one text in four about both sides", 2400) { $0 % 4 == 3 ? .both : .ordinary }
    try made("of it, news that names neither side", 800) { _ in .ofNeither }
    try made("of it, news that names one side", 800) { _ in .ofOne }
    try made("nothing but news about both sides", 1000) { _ in .both }
    let items = Files.root + "/../shared/data/open/kremlin_en_1999_2017.jsonl"
    if access(items, R_OK) == 0 {
      try Files.inFolder {
        try measure("the Kremlin's items about China, long transcripts", [items], opened($0))
      }
    }
  }

  /// Files that lie in a folder.
  static func run(_ folder: String) throws {
    try Files.inFolder { place in
      try measure(folder, Files.names(in: folder).map { "\(folder)/\($0)" }, opened(place))
    }
  }

  private static func made(_ what: String, _ count: Int, _ kind: (Int) -> Prose.Kind) throws {
    try Files.inFolder { folder in
      let file = try opened(folder)
      let sides = try file.connection.rows("SELECT id, side FROM actor") {
        (try $0.get(0, as: Int.self), try $0.get(1, as: String.self))
      }
      var prose = Prose(
        try NameFinder(file.connection), sides: Dictionary(sides, uniquingKeysWith: { one, _ in one }))
      for number in 0..<count {
        let head = "Text number \(number)\n\nPublished: 2019-06-\(10 + number % 20)\n\n"
        let language = ["en", "en", "ru", "zh"][(number / 4 + number) % 4]
        let length = kind(number) == .both ? 800 + Int(prose.next() % 1600) : 2000 + Int(prose.next() % 4000)
        Files.write(
          Array(head.utf8) + prose.article(kind(number), language, bytes: length),
          to: "\(folder)/\(number).txt")
      }
      try measure(what, (0..<count).map { "\(folder)/\($0).txt" }, file)
    }
  }

  private static func opened(_ folder: String) throws -> EntenteFile {
    let file = try EntenteFile(path: "\(folder)/bench.db", access: .create, now: NameBench.now)
    _ = try Seeding.run(file, Desk(now: NameBench.now, analyst: "bench"))
    return file
  }

  private static func measure(_ what: String, _ paths: [String], _ file: EntenteFile) throws {
    let texts = paths.map(Files.bytes)
    let bytes = texts.reduce(0) { $0 + $1.count }
    var options = Ingest.Options()
    options.label = .clear
    var ingest = Ingest(file, Desk(now: NameBench.now, analyst: "bench"), options)
    let loading = try Main.once { try ingest.run(paths) }
    let summary = ingest.summary
    guard summary.refused.isEmpty, summary.documents >= texts.count else {
      fatalError("\(summary.sentence) \(summary.refused.first?.description ?? "")")
    }
    let hashing = try Main.seconds { for text in texts { _ = SHA256.hex(of: text) } }
    let speed = Int(Double(bytes) / loading / 1e5)
    let mentions = try file.connection.value("SELECT count(*) FROM mention", as: Int.self) ?? 0
    var usage = rusage()
    // 0 is RUSAGE_SELF: the two headers give it different types.
    getrusage(0, &usage)
    print("ingest: \(what)")
    print(
      "       \(summary.documents) texts, \(bytes) bytes, \(mentions) mentions, \(summary.candidates) candidates, "
        + "\(summary.copies) copies; at most \(usage.ru_maxrss / 1024) MB of memory")
    let title = "texts to committed candidates at \(speed / 10).\(speed % 10) MB/s"
    Main.report(title, loading, "SHA-256 of the same bytes", hashing)
    Main.report(title, loading, "SQLite alone writing the same index and rows", try floor(file))
  }

  /// What it takes to write texts, passages, mentions, sketches and search index when nothing is left to read or to
  /// decide: SQLite copies them from one file to another.
  private static func floor(_ file: EntenteFile) throws -> Double {
    let path = file.connection.path + ".floor"
    let copy = try EntenteFile(path: path, access: .create, now: NameBench.now).connection
    try copy.execute("ATTACH \(file.connection.path) AS whole")
    try copy.execute("CREATE TABLE text (id INTEGER PRIMARY KEY, bytes BLOB) STRICT")
    return try Main.once {
      try copy.transaction {
        try copy.execute("INSERT INTO text SELECT id, original FROM whole.document_text")
        try copy.execute("INSERT INTO passage SELECT * FROM whole.passage")
        try copy.execute("INSERT INTO mention SELECT * FROM whole.mention")
        try copy.execute("INSERT INTO sketch SELECT * FROM whole.sketch")
        try copy.execute("INSERT INTO sketch_sequence SELECT * FROM whole.sketch_sequence")
        try copy.execute(
          "INSERT INTO search (rowid, title, body, kind, record) SELECT rowid, * FROM whole.search WHERE kind = 'document'"
        )
      }
    }
  }
}
