import CSQLite
import Calendar
import Formats
import Glibc
import Records
import SQLite

/// Each figure is a ratio to something simple in the same run: machines differ, ratios hardly.
///
///     swift run -c release --package-path Benchmarks
///     swift run -c release --package-path Benchmarks benchmarks FOLDER    only the texts of this folder
///     swift run -c release --package-path Benchmarks benchmarks --kept    only what kept counts cost
@main
enum Main {
  static func main() throws {
    if CommandLine.arguments.dropFirst().first == "--kept" { return try KeptBench.run() }
    if CommandLine.arguments.count > 1 { return try IngestBench.run(CommandLine.arguments[1]) }
    let rows = 100_000
    print("ratio  what, against what (\(rows) rows)")
    let table =
      Array("id,event_date,title,mechanism\n".utf8)
      + (0..<rows).flatMap { Array("b\($0),2019-06-05,\"Title, number \($0)\",fund\n".utf8) }
    let counting = try seconds { precondition(lineEnds(in: table) == rows + 1) }
    report("reading CSV", try seconds { try read(table, rows) }, "counting its line ends", counting)
    let hashing = try seconds { _ = SHA256.hex(of: table) }
    report("SHA-256", hashing, "counting line ends of the same bytes", counting)
    report(
      "inserting through SQLite.Connection", try seconds { try insertOurs(rows) }, "the C interface itself",
      try seconds { insertC(rows) })
    try NameBench.run()
    try IngestBench.run()
    try KeptBench.run()
  }

  static func report(_ what: String, _ time: Double, _ other: String, _ base: Double) {
    let ratio = Int((time / base * 100).rounded())
    print("\(ratio / 100).\(ratio % 100 / 10)\(ratio % 10)   \(what), against \(other)")
  }

  /// Seconds of the processor, the best of five: what else the machine does is left out.
  static func seconds(_ body: () throws -> Void) throws -> Double {
    try (0..<5).map { _ in try once(body) }.min()!
  }

  /// Seconds of the processor.
  static func once(_ body: () throws -> Void) throws -> Double {
    let start = clock()
    try body()
    return Double(clock() - start) / Double(CLOCKS_PER_SEC)
  }

  static func lineEnds(in bytes: [UInt8]) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for byte in buffer where byte == 0x0A { count += 1 }
      return count
    }
  }

  static func read(_ bytes: [UInt8], _ rows: Int) throws {
    let reader = try CSVReader(ByteSource(bytes: bytes))
    var count = 0
    while let record = try reader.next() { if case .row = record { count += 1 } }
    precondition(count == rows)
  }

  static func insertOurs(_ rows: Int) throws {
    let db = try Connection(path: ":memory:", mode: .memory)
    try db.execute("CREATE TABLE t (a INTEGER, b TEXT) STRICT")
    try db.transaction {
      for number in 0..<rows { try db.execute("INSERT INTO t VALUES (\(number), \("some text"))") }
    }
  }

  static func insertC(_ rows: Int) {
    var db: OpaquePointer?
    var statement: OpaquePointer?
    sqlite3_open(":memory:", &db)
    sqlite3_exec(db, "CREATE TABLE t (a INTEGER, b TEXT) STRICT; BEGIN", nil, nil, nil)
    sqlite3_prepare_v2(db, "INSERT INTO t VALUES (?, ?)", -1, &statement, nil)
    for number in 0..<rows {
      sqlite3_bind_int64(statement, 1, Int64(number))
      csqlite_bind_text(statement, 2, "some text", 9)
      sqlite3_step(statement)
      sqlite3_reset(statement)
    }
    sqlite3_exec(db, "COMMIT", nil, nil, nil)
    sqlite3_finalize(statement)
    sqlite3_close(db)
  }
}
