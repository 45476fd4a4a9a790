import Glibc
import Testing

/// Compares a text with the file of that name under `Tests/Snapshots/Reports`. A missing file, or
/// `RECORD_SNAPSHOTS=1`, writes it and fails, so that nobody takes a new file for a checked one.
func expectSnapshot(_ text: String, _ name: String, file: String = #filePath) {
  let folder = file.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" } + "/Snapshots/Reports"
  let path = "\(folder)/\(name)"
  if getenv("RECORD_SNAPSHOTS") == nil, let stored = read(path) {
    #expect(stored == text, "differs from \(name); run with RECORD_SNAPSHOTS=1 and look at the difference")
    return
  }
  mkdir(folder.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }, 0o755)
  mkdir(folder, 0o755)
  guard let out = fopen(path, "w") else {
    Issue.record("cannot write \(name)")
    return
  }
  fputs(text, out)
  fclose(out)
  Issue.record("wrote \(name): look at it and run again")
}

private func read(_ path: String) -> String? {
  guard let stream = fopen(path, "r") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65_536)
  while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { bytes += buffer[..<count] }
  return String(decoding: bytes, as: UTF8.self)
}
