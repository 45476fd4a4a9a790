import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite struct `Documentation` {
  /// Runs every command of the page's `console` blocks in one folder, in order, and compares what it prints.
  /// RECORD_SNAPSHOTS=1 writes what is printed now into the page.
  @Test(arguments: ["docs/tutorial.md"])
  func `shows what the program prints`(_ page: String) throws {
    let path = "\(packageRoot)/\(page)"
    let text = String(decoding: try TestFile.bytes(of: path), as: UTF8.self)
    let now = try TestFile.folder { folder in
      symlink("\(packageRoot)/seeds", "\(folder)/seeds")
      return try Console(page: text).run(in: folder)
    }
    guard now != text else { return }
    if getenv("RECORD_SNAPSHOTS") != nil { try TestFile.write(Array(now.utf8), to: path) }
    let (was, printed) = (
      text.split(separator: "\n", omittingEmptySubsequences: false),
      now.split(separator: "\n", omittingEmptySubsequences: false)
    )
    let line = zip(was, printed).enumerated().first { $1.0 != $1.1 }?.offset ?? min(was.count, printed.count)
    Issue.record(
      "\(page), line \(line + 1): was \"\(line < was.count ? was[line] : "")\", now \"\(line < printed.count ? printed[line] : "")\""
    )
  }

  @Test func `the schema page is what the database says`() throws {
    try TestFile.temporary { path in
      _ = try Program.run(["init"], db: path)
      let page = try Program.run(["schema"], db: path).output
      let written = try TestFile.bytes(of: "\(packageRoot)/docs/schema.md")
      #expect(page == written, "run `make docs`")
    }
  }

  @Test func `the page of functions is what the program says`() throws {
    let page = try Program.run(["functions", "--page"]).output
    let written = try TestFile.bytes(of: "\(packageRoot)/docs/functions.md")
    #expect(page == written, "run `make docs`")
  }

  @Test func `README opens with the two commands`() throws {
    let text = String(decoding: try TestFile.bytes(of: "\(packageRoot)/README.md"), as: UTF8.self)
    #expect(text.contains("make run") && text.contains("make test"))
  }
}

/// A page with blocks of commands and what they print.
struct Console {
  let lines: [Substring]
  init(page: String) { lines = page.split(separator: "\n", omittingEmptySubsequences: false) }

  func run(in folder: String) throws -> String {
    var result: [String] = []
    var inBlock = false
    var command: String?
    for line in lines {
      if line == "```console" {
        inBlock = true
      } else if line == "```", inBlock {
        inBlock = false
        command = nil
      } else if inBlock, line.hasPrefix("$ ") {
        command = String(line.dropFirst(2))
        result.append(String(line))
        if !line.hasSuffix("\\") { result += try output(of: command!, in: folder) }
        continue
      } else if inBlock, let open = command, open.hasSuffix("\\") {
        command = "\(open)\n\(line)"
        result.append(String(line))
        if !line.hasSuffix("\\") { result += try output(of: command!, in: folder) }
        continue
      } else if inBlock {
        continue
      }
      result.append(String(line))
    }
    return result.joined(separator: "\n")
  }

  private func output(of command: String, in folder: String) throws -> [String] {
    let text = try Program.shell(command, in: folder).text
    return text.isEmpty
      ? []
      : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast(
        text.hasSuffix("\n") ? 1 : 0)
  }
}
