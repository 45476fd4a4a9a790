import Calendar
import Glibc
import Names
import Observations
import Records
import SQLite

/// What keeping counts ready costs those who enter: a table of acts is the worst case, as nothing else takes time.
enum KeptBench {
  /// Loads the same acts with kept counts and without, in turn; ends the program with 1 where keeping takes a tenth more
  /// or longer.
  static func run() throws {
    let rows = 20_000
    try Files.inFolder { folder in
      Files.write(table(rows), to: "\(folder)/acts.csv")
      let runs = try (0..<5).map { number in
        (try load(folder, "kept\(number)", keeps: true), try load(folder, "bare\(number)", keeps: false))
      }
      let (kept, bare) = (runs.map(\.0).min()!, runs.map(\.1).min()!)
      Main.report("entering \(rows) acts with kept counts", kept, "without", bare)
      if kept >= 1.1 * bare { exit(1) }
    }
  }

  private static func table(_ rows: Int) -> [UInt8] {
    let sectors = ["space", "nuclear", "energy-tech", "telecom", "ai"]
    let head = "id,event_date,title,mechanism,effect,stage,flow,sectors\n"
    return Array(head.utf8)
      + (0..<rows).flatMap { number in
        let day = Day("2014-01-01")!.advanced(by: number * 7919 % 4380)
        let mechanism = number % 2 == 0 ? "fund" : "competition"
        return Array(
          "b\(number),\(day),Act number \(number),\(mechanism),advances,signed,both,\(sectors[number % 5])\n"
            .utf8)
      }
  }

  /// Seconds of the processor to enter the table into a new file. Without kept counts nothing is noted for them.
  private static func load(_ folder: String, _ name: String, keeps: Bool) throws -> Double {
    let desk = Desk(now: NameBench.now, analyst: "bench")
    let file = try EntenteFile(path: "\(folder)/\(name).db", access: .create, now: NameBench.now)
    _ = try Seeding.run(file, desk)
    if !keeps { try forget(file.connection) }
    var options = Ingest.Options()
    options.label = .clear
    var ingest = Ingest(file, desk, options)
    let seconds = try Main.once { try ingest.run(["\(folder)/acts.csv"]) }
    let kept = try file.connection.value("SELECT count(*) FROM kept_count", as: Int.self) ?? 0
    guard ingest.summary.refused.isEmpty, (kept > 0) == keeps else { fatalError("\(kept) kept counts") }
    return seconds
  }

  private static func forget(_ connection: Connection) throws {
    try connection.run(
      script: """
        DROP TRIGGER observation_kept_insert; DROP TRIGGER observation_kept_update;
        DROP TRIGGER observation_kept_delete; DROP TRIGGER observation_sector_kept_insert;
        DROP TRIGGER observation_sector_kept_update; DROP TRIGGER observation_sector_kept_delete;
        """)
  }
}
