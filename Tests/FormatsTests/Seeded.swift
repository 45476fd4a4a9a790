import Formats

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// SplitMix64: the same numbers for the same seed, everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A text of `count` pieces from `alphabet`.
  mutating func text(_ count: ClosedRange<Int>, of alphabet: [String]) -> String {
    (0..<Int.random(in: count, using: &self)).map { _ in alphabet.randomElement(using: &self)! }.joined()
  }
}

/// Pieces of texts that make trouble in tables.
let troublesome =
  ["a", "b", "Title", "12", " ", ",", "\"", "'", ";", "=", "-", "é", "Москва", "中俄", "🇷🇺", "＝"]

/// A file with `bytes` that is gone after `body`.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  var template = Array("/tmp/formats-XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  precondition(descriptor >= 0)
  let path = template.withUnsafeBytes { String(decoding: $0.dropLast(), as: UTF8.self) }
  defer { unlink(path) }
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
    precondition(count > 0)
    written += count
  }
  close(descriptor)
  return try body(path)
}

/// All records of a table.
func records(
  _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits()
) throws -> [CSVRecord] {
  let reader = try CSVReader(ByteSource(bytes: bytes), delimiter: delimiter, limits: limits)
  var all: [CSVRecord] = []
  while let record = try reader.next() { all.append(record) }
  return all
}

extension CSVRecord {
  /// The values of a row; nil for a refusal.
  var values: [String]? {
    if case .row(let row) = self { row.fields.map(\.value) } else { nil }
  }

  /// The refusal; nil for a row.
  var refusal: CSVRefusal? {
    if case .refused(let refusal) = self { refusal } else { nil }
  }
}

/// A table as CSV, without guards.
func csv(_ header: [String], _ rows: [[String]], excel: Bool = false) throws -> [UInt8] {
  var bytes: [UInt8] = []
  var writer = CSVWriter(excel: excel, guarded: false) { bytes += $0 }
  try writer.write(header)
  for row in rows { try writer.write(row) }
  return bytes
}
