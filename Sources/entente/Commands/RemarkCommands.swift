import ArgumentParser
import Formats
import Observations
import Records
import SQLite

struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Write a note on a record, or take one back.",
    usage: "entente note [options] <record> <text> | entente note --withdraw <number>",
    discussion: """
      A record is o12, d3, e5, the code of an initiative, or the name of an actor or
      an outlet. `entente show` prints the notes; prints the note's number.

      EXAMPLE
        entente note o12 "the sum is of 2018; ask for the new one"
        entente note --withdraw 4 --why "answered"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "What it is about.") var record: String?
  @Argument(help: "The note.") var body: String?
  @Option(help: ArgumentHelp("Take back the note of this number.", valueName: "number")) var withdraw: Int?
  @Option(help: ArgumentHelp(valueName: "label")) var tlp: LabelArgument?
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "note"

  func validate() throws {
    guard (withdraw != nil) == (record == nil), (record == nil) == (body == nil) else {
      throw ValidationError("Give a record and a text, or --withdraw with a number.")
    }
  }

  func run() throws {
    let session = try Session(options, .write)
    if let withdraw {
      try session.change(why) { try Notes.withdraw(withdraw, $0) }
      return Talk.say("entente: note \(withdraw) is withdrawn.")
    }
    let subject = try Record(named: record!, preferring: [.actor], in: session.file.connection)
    let number = try session.change(why) { try Notes.add(body!, on: subject, label: tlp?.label, $0) }
    try Output.write("\(number)\n")
  }
}

struct TagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag",
    abstract: "Put tags on an observation.",
    usage: "entente tag [options] <id> <tag> ...",
    discussion: """
      EXAMPLE
        entente tag o12 follow-up
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The observation.") var id: String
  @Argument(help: "The tags.") var tags: [String]
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "tag"

  func run() throws {
    let session = try Session(options, .write)
    let number = try session.observation(id)
    try session.change(why) { context in for tag in tags { try Tags.add(tag, to: number, context) } }
  }
}

struct UntagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag",
    abstract: "Take tags off an observation.",
    usage: "entente untag [options] <id> <tag> ...",
    discussion: """
      EXAMPLE
        entente untag o12 follow-up
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "The observation.") var id: String
  @Argument(help: "The tags.") var tags: [String]
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "untag"

  func run() throws {
    let session = try Session(options, .write)
    let number = try session.observation(id)
    try session.change(why) { context in for tag in tags { try Tags.remove(tag, from: number, context) } }
  }
}

extension Session {
  /// An observation as people name it.
  func observation(_ name: String) throws -> Int {
    guard let number = try ObservationTable.resolve(name, in: file.connection) else {
      throw LookupError.unknown(name)
    }
    return number
  }
}
