import Observations
import Records
import SQLite

/// Asks for one observation field by field. An empty answer leaves a field empty; what is wrong is asked again.
struct LogPrompts {
  private struct Field {
    var cell: String
    var question: String
    var isRequired = false
    var known: (String) -> [String] = { _ in [] }
  }

  private let connection: Connection
  private let codes: Codes
  private let logging: Logging

  init(_ connection: Connection) throws {
    self.connection = connection
    codes = try Codes(connection)
    logging = try Logging(connection)
  }

  /// The answers as cells of a row.
  /// - Throws: ``PromptError`` if the person gives up.
  func ask() throws -> [String: String] {
    Talk.say("One observation. Tab completes, an empty line leaves a field empty, Ctrl-C gives up.")
    var cells: [String: String] = [:]
    for field in fields {
      try ask(field, into: &cells)
    }
    return cells
  }

  private func ask(_ field: Field, into cells: inout [String: String]) throws {
    while true {
      guard let answer = LineEditor(complete: field.known).read(prompt: "\(field.question): ") else {
        throw PromptError.givenUp
      }
      var attempt = cells
      attempt[field.cell] = answer.trimmed.isEmpty ? nil : answer.trimmed
      if field.isRequired, attempt[field.cell] == nil { continue }
      if let refusal = logging.refusal(of: attempt) {
        Talk.say("  \(refusal.reason.withoutStop). \(refusal.hint)")
        continue
      }
      cells = attempt
      return
    }
  }

  private var fields: [Field] {
    let actors: (String) -> [String] = {
      (try? KnownNames.actors(beginning: $0, limit: 40, in: connection)) ?? []
    }
    return [
      Field(cell: "event_date", question: "When (2019, 2019-06, 2019-06-05)", isRequired: true),
      Field(cell: "title", question: "What, in one line", isRequired: true),
      Field(cell: "mechanism", question: "Mechanism", isRequired: true, known: words(.mechanism)),
      Field(cell: "effect", question: "Effect", known: words(.effect)),
      Field(cell: "stage", question: "Stage", known: words(.stage)),
      Field(cell: "instrument", question: "Instrument", known: words(.instrument)),
      Field(cell: "sectors", question: "Sectors (several with ;)", known: words(.sector)),
      Field(cell: "actors", question: "Actors (several with ;)", known: actors),
      Field(cell: "flow", question: "Flow", known: words(.flow)),
      Field(cell: "summary", question: "Summary"),
      Field(cell: "source_url", question: "Address of the source"),
      Field(
        cell: "outlet", question: "Outlet",
        known: { (try? KnownNames.outlets(beginning: $0, limit: 40, in: connection)) ?? [] }),
      Field(cell: "grade", question: "Grade (as B2)"),
    ]
  }

  private func words(_ vocabulary: Codes.Vocabulary) -> (String) -> [String] {
    let all = codes.all(vocabulary)
    return { prefix in all.filter { $0.hasPrefix(prefix) } }
  }
}

enum PromptError: Explained {
  case givenUp
  var sentence: String { "Given up; nothing was entered." }
  var hint: String? { nil }
}
