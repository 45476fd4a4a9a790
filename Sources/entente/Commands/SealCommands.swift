import ArgumentParser
import Formats
import Observations
import Records
import SQLite

struct SealCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "seal",
    abstract: "Seal the history, and print a head that proves later what it was.",
    usage: "entente seal [options]",
    discussion: """
      Keep the head where nobody who can write to the file can write too: on paper,
      in a mail to a partner. `entente verify --against HEAD` holds the file against
      it. What this finds, and what it cannot find, is in docs/sealing.md.

      EXAMPLE
        entente seal > head-2026-11-24.txt
      """)

  @OptionGroup var options: FileOptions

  func run() throws {
    let session = try Session(options, .write)
    let outcome = try Sealing.run(session.file, session.desk)
    try Output.write(outcome.head.text)
    if !outcome.isNew { Talk.say("entente: nothing was written since; this is the head of then.") }
  }
}

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check that the history is what was sealed, and say where it is not.",
    usage: "entente verify [--against <head>] [options]",
    discussion: """
      Without a head only the seals in the file itself are checked, which whoever
      can write to it can make anew. Exit code 1 if something was altered, is
      missing, was inserted or moved: a line each, in the order of the history. First
      come triggers and tables that are not as this program made them.

      EXAMPLE
        entente verify --against head-2026-11-24.txt
      """)

  @OptionGroup var options: FileOptions
  @Option(
    help: ArgumentHelp("What `entente seal` printed; - for standard input.", valueName: "head"),
    completion: .file())
  var against: String?
  @Option(help: ArgumentHelp("At most so many lines.", valueName: "n")) var limit = 100
  @OptionGroup var rows: RowOptions

  func run() throws {
    let head = try against.map { try Head(Self.text(of: $0), name: $0) }
    let session = try Session(options, .inspect)
    let altered = Verification.ofSchema(session.file)
    let result: Verification
    do {
      result = try Verification(session.file, against: head)
    } catch {
      // What cannot be gone through is still not as it was made.
      if !altered.isEmpty { try rows.print(table(altered, session)) }
      throw error
    }
    let findings = altered + result.findings
    if !findings.isEmpty || rows.format != .table { try rows.print(table(findings, session)) }
    guard findings.isEmpty else {
      let more = findings.count - limit
      if more > 0 { Talk.say("entente: and \(more) more") }
      if !altered.isEmpty {
        Talk.say("entente: Restore a backup; `entente rebuild` makes views anew, not triggers.")
      }
      throw ExitCode(1)
    }
    if rows.format == .table { try Output.write(sentence(result, head)) }
  }

  private func sentence(_ result: Verification, _ head: Head?) -> String {
    var text = "good: \(result.sealed) entries are as they were sealed"
    if let head { text += "; the head of \(head.at) holds" }
    if result.erased > 0 { text += "; \(result.erased) were erased since, as the log says" }
    text += ".\n\(result.unsealed) entries since the last seal are not sealed yet.\n"
    return text
  }

  private func table(_ findings: [SealFinding], _ session: Session) throws -> Table {
    var table = Table(
      columns: ["finding", "table", "record", "change", "at", "analyst", "what"].map { Table.Column($0) })
    for finding in findings.prefix(limit) {
      let entry = try finding.change.flatMap { change in
        try session.file.connection.first("SELECT at, analyst FROM change WHERE id = \(change)") {
          (try $0.get(0, as: String.self), try $0.get(1, as: String.self))
        }
      }
      table.append([
        .text(finding.kind.rawValue), finding.table.map(Cell.text) ?? .empty,
        finding.record.map { Cell.number(String($0)) } ?? .empty,
        finding.change.map { Cell.number(String($0)) } ?? .empty,
        .text(entry?.0 ?? ""), .text(entry?.1 ?? ""), .text(finding.words),
      ])
    }
    return table
  }

  private static func text(of path: String) throws -> String {
    let bytes = try ByteSource(path: path).readAll(limit: 1 << 16)
    return String(decoding: bytes, as: UTF8.self)
  }
}
