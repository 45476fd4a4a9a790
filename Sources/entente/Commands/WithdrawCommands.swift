import ArgumentParser
import Observations
import Records

struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take records back; they stay, and nothing shows or counts them.",
    usage: "entente withdraw --why <text> [options] <id> ...",
    discussion: """
      Names as for `entente edit`. What was withdrawn is not entered again by a
      load. What other records say of it stays as it is.

      EXAMPLE
        entente withdraw o279 e12 --why "a hoax, see o301"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The records.") var ids: [String]
  @Option(help: ArgumentHelp("Why, for the log of changes.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let withdrawal = Withdrawal(session.file, session.desk)
    try OneByOne.run(ids, done: "withdrawn") { id in
      let record = try Record(named: id, in: session.file.connection)
      let name = try record.name(in: session.file.connection)
      guard try withdrawal.withdraw(record, why: why) else {
        return Talk.say("entente: \(name) is withdrawn already; nothing was written.")
      }
      let rest = try withdrawal.leaning(on: record).map { "; \($0)" } ?? ""
      Talk.say("entente: \(name) is withdrawn\(rest).")
    }
  }
}

struct Restore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Bring withdrawn records back as they were.",
    usage: "entente restore --why <text> [options] <id> ...",
    discussion: """
      EXAMPLE
        entente restore o279 --why "confirmed by the ministry"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The records.") var ids: [String]
  @Option(help: ArgumentHelp("Why, for the log of changes.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let withdrawal = Withdrawal(session.file, session.desk)
    try OneByOne.run(ids, done: "restored") { id in
      let record = try Record(named: id, in: session.file.connection)
      let name = try record.name(in: session.file.connection)
      let isNew = try withdrawal.restore(record, why: why)
      Talk.say("entente: \(name) \(isNew ? "is back" : "stands; nothing was written").")
    }
  }
}
