import ArgumentParser
import Formats
import Observations
import Records

struct AcceptCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Make observations of proposals; their sentences become the evidence.",
    usage: "entente candidates accept [--set <field=value>] [options] <id> ...",
    discussion: """
      A plan is entered on the day of its text, with the planned date as due. --set
      replaces a field by name: event_date, title, mechanism, stage, effect,
      sectors, actors_cn ... A sentence that holds several acts is accepted once for
      each, with --another.

      EXAMPLE
        entente candidates accept c3 --set title="Fund set up" --set stage=signed
        entente candidates accept c3 --another --set title="Bank joins" --set stage=pledged
        entente candidates accept c5 c6 c9
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var candidates: CandidateArguments
  @Option(help: ArgumentHelp("Replace a proposed field; may be repeated.", valueName: "field=value")) var set:
    [String] = []
  @Flag(help: "Accept one that was accepted, for another act of its sentence.") var another = false
  @Option(help: ArgumentHelp(valueName: "text")) var why: String?

  /// What `show` calls the fields of a candidate.
  private static let shownNames = ["date": "event_date"]

  func validate() throws {
    for entry in set {
      guard let name = entry.split(separator: "=").first.map(String.init), entry.contains("=") else {
        throw ValidationError("--set \(entry): write FIELD=VALUE.")
      }
      guard ObservationColumns.all.contains(Self.shownNames[name] ?? name) else {
        throw ValidationError(
          "--set \(name): there is no such field. One of: \(ObservationColumns.all.joined(separator: ", ")).")
      }
    }
  }

  func run() throws {
    let session = try Session(options, .write)
    var corrections: [String: String] = [:]
    for entry in set {
      let cut = entry.firstIndex(of: "=")!
      let name = String(entry[..<cut])
      corrections[Self.shownNames[name] ?? name] = String(entry[entry.index(after: cut)...])
    }
    let review = Review(session.file, session.desk)
    try candidates.forEach { id in
      let number = try review.accept(id, corrections: corrections, why: why, another: another)
      try Output.write("\(ShortID(.observation, number))\n")
    }
  }
}

struct RejectCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Put proposals aside, with the reason.",
    usage: "entente candidates reject --why <text> [options] <id> ...",
    discussion: """
      EXAMPLE
        entente candidates reject c4 --why "a domestic project"
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var candidates: CandidateArguments
  @Option(help: ArgumentHelp("Why it is no observation.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let review = Review(session.file, session.desk)
    try candidates.forEach { id in
      try review.reject(id, why: why)
      Talk.say("entente: c\(id) is put aside.")
    }
  }
}

struct MergeCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make the sentences of proposals further evidence of an observation.",
    usage: "entente candidates merge --into <observation> [options] <id> ...",
    discussion: """
      The evidence keeps what the sentence claims: its date, amount and stage. A
      denial disputes the observation, any other sentence supports it.

      EXAMPLE
        entente candidates merge c5 --into o12
      """)

  @OptionGroup var options: FileOptions
  @OptionGroup var candidates: CandidateArguments
  @Option(help: ArgumentHelp("The observation that tells the same act (o12).", valueName: "observation"))
  var into: String
  @Flag(help: "For another act of a sentence that was decided on already.") var another = false
  @Option(help: ArgumentHelp(valueName: "text")) var why: String?

  func run() throws {
    let session = try Session(options, .write)
    guard let observation = try ObservationTable.resolve(into, in: session.file.connection) else {
      throw ReviewError.noObservation(TerminalText.escaped(into))
    }
    let review = Review(session.file, session.desk)
    try candidates.forEach { id in
      try review.merge(id, into: observation, why: why, another: another)
      Talk.say("entente: c\(id) is further evidence of o\(observation).")
    }
  }
}

struct UndoCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take the last decision about a proposal back, with what it made.",
    usage: "entente candidates undo --why <text> [options] <id> ...",
    discussion: """
      The observation or the evidence that the decision made is withdrawn, not
      deleted, and the proposal is open again. One that is proposed no longer is
      named by its uid.

      EXAMPLE
        entente candidates undo c5 --why "another fund"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "Such as c3; or a uid.") var ids: [DecidedCandidate]
  @Option(help: ArgumentHelp("Why the decision does not hold.", valueName: "text")) var why: String

  func run() throws {
    let session = try Session(options, .write)
    let review = Review(session.file, session.desk)
    try OneByOne.run(ids.map(\.name)) { name in
      let undone = try review.undo(name, why: why)
      let made = undone.observation.map { undone.verdict == .accepted ? ", o\($0) is withdrawn" : "" } ?? ""
      Talk.say("entente: \(name) is open again\(made).")
    }
  }
}
