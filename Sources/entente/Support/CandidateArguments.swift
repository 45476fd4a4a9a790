import ArgumentParser
import Observations
import Records

/// The candidates that a command decides about.
struct CandidateArguments: ParsableArguments {
  @Argument(help: "Such as c3; - reads ids from standard input.") var ids: [CandidateID]

  /// Decides about each by itself.
  func forEach(_ body: (Int) throws -> Void) throws {
    let named = ids.flatMap { $0.number.map { ["c\($0)"] } ?? Self.typed() }
    try OneByOne.run(named) { name in
      guard let id = CandidateID(argument: name)?.number else { throw LookupError.unknown(name) }
      try body(id)
    }
  }

  /// What stands on standard input, between blanks or commas.
  private static func typed() -> [String] {
    var names: [String] = []
    while let line = readLine() { names += line.split { $0.isWhitespace || $0 == "," }.map(String.init) }
    return names
  }
}

/// A candidate's number as people type it; none for standard input.
struct CandidateID: ExpressibleByArgument {
  let number: Int?

  init?(argument: String) {
    if argument == "-" {
      number = nil
      return
    }
    guard let id = ShortID(argument), id.kind == .candidate else { return nil }
    number = id.number
  }
}

/// A candidate that was decided on: it may be proposed no longer.
struct DecidedCandidate: ExpressibleByArgument {
  let name: String

  init?(argument: String) {
    guard ShortID(argument)?.kind == .candidate || Identity.isUID(argument) else { return nil }
    name = argument
  }
}

/// Does one thing after another: what fails is told with its name, and the rest is done.
enum OneByOne {
  /// - Throws: the error, if there is but one; else exit code 2 where some failed.
  static func run(_ names: [String], done: String = "decided", _ body: (String) throws -> Void) throws {
    if names.count == 1 { return try body(names[0]) }
    var failed = 0
    for name in names {
      do {
        try body(name)
        continue
      } catch let error as any Explained
        where error is ReviewError || error is LookupError || error is EditError
      {
        Talk.say("entente: \(error.sentence)")
        if let hint = error.hint { Talk.say("  \(hint)") }
      } catch let refusal as RowRefusal {
        Talk.say("entente: \(name): \(refusal.sentence)")
        if !refusal.hint.isEmpty { Talk.say("  \(refusal.hint)") }
      }
      failed += 1
    }
    if failed > 0 {
      Talk.say("entente: \(failed) of \(names.count) were not \(done).")
      throw ExitCode(2)
    }
  }
}
