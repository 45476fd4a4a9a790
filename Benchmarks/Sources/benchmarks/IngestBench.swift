import Calendar
import Formats
import Glibc
import Names
import Observations
import Records

/// The whole way of plain texts: from files to committed candidates.
enum IngestBench {
  static func run() throws {
    var template = Array("/tmp/entente-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("no folder for the benchmark") }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { remove(folder) }
    let texts = texts(2000)
    for (number, text) in texts.enumerated() { write(text, to: "\(folder)/\(number).txt") }
    let desk = Desk(now: NameBench.now, analyst: "bench")
    let file = try EntenteFile(path: "\(folder)/bench.db", access: .create, now: desk.now)
    _ = try Seeding.run(file, desk)
    let bytes = texts.flatMap { $0 }
    var options = Ingest.Options()
    options.label = .clear
    var ingest = Ingest(file, desk, options)
    let loading = try Main.once { try ingest.run((0..<texts.count).map { "\(folder)/\($0).txt" }) }
    guard ingest.summary.refused.isEmpty, ingest.summary.documents >= texts.count else {
      fatalError("\(ingest.summary.sentence) \(ingest.summary.refused.first?.description ?? "")")
    }
    let hashing = try Main.seconds { _ = SHA256.hex(of: bytes) }
    let speed = Int(Double(bytes.count) / loading / 1e5)
    var usage = rusage()
    // 0 is RUSAGE_SELF: the two headers give it different types.
    getrusage(0, &usage)
    print(
      "ingest: \(ingest.summary.documents) texts, \(bytes.count) bytes, \(ingest.summary.candidates) candidates, "
        + "\(ingest.summary.copies) copies; at most \(usage.ru_maxrss / 1024) MB of memory")
    Main.report(
      "texts to committed candidates at \(speed / 10).\(speed % 10) MB/s", loading,
      "SHA-256 of the same bytes", hashing)
  }

  /// Five thousand bytes each, two in English for one in Russian and one in Chinese.
  private static func texts(_ count: Int) -> [[UInt8]] {
    var prose = Prose()
    return (0..<count).map { number in
      let head = "Text number \(number)\n\nPublished: 2019-06-\(10 + number % 20)\n\n"
      return Array(head.utf8) + prose.article(["en", "en", "ru", "zh"][number % 4], bytes: 5000)
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { fatalError("cannot write \(path)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  private static func remove(_ folder: String) {
    if let directory = opendir(folder) {
      while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        unlink("\(folder)/\(name)")
      }
      closedir(directory)
    }
    rmdir(folder)
  }
}
