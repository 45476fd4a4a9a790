import Formats
import Observations
import Records
import SQLite

/// Asks for the fields of an observation one by one. An empty answer leaves a field empty; what is wrong is asked
/// again with the reason.
struct LogPrompts {
  private let connection: Connection
  private let codes: Codes
  private let logging: Logging

  init(_ connection: Connection) throws {
    self.connection = connection
    codes = try Codes(connection)
    logging = try Logging(connection)
  }

  /// Asks until all that is needed was answered.
  /// - Parameter cells: what is known beforehand and not asked for.
  /// - Returns: the answers as cells.
  /// - Throws: ``PromptError`` if the person gives up.
  func ask(beginning cells: [String: String]) throws -> [String: String] {
    Talk.say("One observation. Tab completes, ? explains, an empty line leaves a field empty;")
    Talk.say("Ctrl-C leaves without writing.")
    var cells = cells
    var questions = Questions(connection)
    // The title of another observation is a beginning, not an answer.
    let title = cells["title"]
    cells["title"] = nil
    for field in FormField.entered {
      cells[field.name].map { Talk.say("  \(field.name): \(TerminalText.escaped($0))") }
    }
    while let field = try questions.next(after: cells) {
      try take(field, &cells, questions, text: field.name == "title" ? title ?? "" : "")
      if field.name == "source_url" { try tellOutlet(of: cells, questions) }
    }
    return try further(cells, questions)
  }

  /// Asks for certain fields only, as far as they follow from the answers.
  /// - Parameter fields: which.
  /// - Returns: the answers as cells.
  /// - Throws: ``PromptError`` if the person gives up.
  func ask(only fields: [FormField]) throws -> [String: String] {
    var cells: [String: String] = [:]
    var questions = Questions(connection, among: fields)
    while let field = try questions.next(after: cells) { try take(field, &cells, questions, text: "") }
    return cells
  }

  /// Fields that are seldom needed are asked for by name only.
  private func further(_ cells: [String: String], _ questions: Questions) throws -> [String: String] {
    var cells = cells
    let names = FormField.entered.map(\.name)
    while true {
      let name = try read("Another field? (its name; Enter goes on) ", "", names.fitting)
      if name.isEmpty { return cells }
      if let field = FormField.entered.first(where: { $0.name == name }) {
        try take(field, &cells, questions, text: cells[name] ?? "")
        try completeSum(&cells, questions)
      } else {
        say("Fields: \(names.joined(separator: ", ")).")
      }
    }
  }

  private static let sum = ["amount", "currency", "amount_kind"]

  /// What belongs to a sum, where one of it was given by name.
  private func completeSum(_ cells: inout [String: String], _ questions: Questions) throws {
    guard Self.sum.contains(where: { cells[$0] != nil }) else { return }
    var rest = Questions(connection, among: Self.sum.compactMap(FormField.named))
    if cells["amount"] == nil, let field = FormField.named("amount") {
      try take(field, &cells, questions, text: "")
    }
    while let field = try rest.next(after: cells) { try take(field, &cells, questions, text: "") }
  }

  private func take(
    _ field: FormField, _ cells: inout [String: String], _ questions: Questions, text: String
  ) throws {
    let given = try answer(field, cells, questions, text: text)
    if given == Self.takesBack {
      for name in Self.sum { cells[name] = nil }
    } else {
      cells[field.name] = given
    }
  }

  private static let takesBack = "-"

  /// Whether a field may not stay empty after what was answered; said why.
  private func isMissing(_ field: FormField, _ cells: [String: String]) -> Bool {
    if ObservationColumns.required.contains(field.name) {
      say("An observation needs it.")
      return true
    }
    let others = Self.sum.filter { $0 != field.name }
    guard ["amount", "currency"].contains(field.name), others.contains(where: { cells[$0] != nil }) else {
      return false
    }
    say("An amount and its currency go together; - takes the sum back.")
    return true
  }

  private func answer(_ field: FormField, _ cells: [String: String], _ questions: Questions, text: String)
    throws
    -> String?
  {
    var text = text
    while true {
      let answer = try read("\(try question(field, cells, questions)): ", text, fitting(field))
      if try explain(field, answer) {
        text = ""
        continue
      }
      text = answer
      if answer.isEmpty, isMissing(field, cells) { continue }
      if answer == Self.takesBack, Self.sum.contains(field.name) { return answer }
      var attempt = cells
      attempt[field.name] = answer.isEmpty ? nil : answer
      guard let refusal = logging.refusal(of: attempt) else {
        if field.name == "actors" { for found in try logging.alike(attempt) { say(found.words) } }
        return attempt[field.name]
      }
      say("\(refusal.reason.withoutStop). \(refusal.hint)")
    }
  }

  private func read(_ prompt: String, _ text: String, _ known: @escaping (String) -> [String]) throws
    -> String
  {
    guard let answer = LineEditor(complete: known).read(prompt: prompt, text: text) else {
      throw PromptError.givenUp
    }
    return answer.trimmed
  }

  private func say(_ text: String) {
    for line in Page.wrapped(TerminalText.escaped(text), to: max(40, Terminal.width - 2)) {
      Talk.say("  \(line)")
    }
  }

  // MARK: Words

  private static let questions = [
    "event_date": "When (2019, 2019-06, 2019-06-05)", "title": "What, in one line",
    "due": "Due (target date)",
    "sectors": "Sectors (several with ;)", "actors": "Actors (several with ;)",
    "amount": "Amount, in full units",
    "source_url": "Address of the source", "source_date": "Published", "pressure_on": "Pressure on",
  ]

  private func question(_ field: FormField, _ cells: [String: String], _ questions: Questions) throws
    -> String
  {
    if field.name == "grade" {
      return try questions.letter(of: cells).map {
        "Number of the grade, 1 to 6 (\($0.outlet) is \($0.letter))"
      }
        ?? "Grade, as B2"
    }
    let plain = field.name.split(separator: "_").joined(separator: " ")
    return Self.questions[field.name] ?? plain.prefix(1).uppercased() + plain.dropFirst()
  }

  private func tellOutlet(of cells: [String: String], _ questions: Questions) throws {
    guard cells["outlet"] == nil, let outlet = try questions.outlet(of: cells) else { return }
    say("outlet: \(outlet)")
  }

  /// Answers ? with what belongs there, and ? CODE with what the code means.
  /// - Returns: false if nothing was asked.
  private func explain(_ field: FormField, _ answer: String) throws -> Bool {
    guard answer.hasPrefix("?") || (field.vocabulary != nil && answer.hasSuffix("?")) else { return false }
    let code = answer.filter { $0 != "?" }.trimmed
    guard let vocabulary = field.vocabulary else {
      say(
        ([field.explanation] + (field.words.isEmpty ? [] : [field.words.joined(separator: ", ") + "."]))
          .joined(separator: " "))
      return true
    }
    let glossary = try Glossary(vocabulary, in: connection)
    if let entry = glossary[code] {
      entry.lines.forEach(say)
    } else if glossary.entries.count > 30 {
      say("\(field.explanation) \(glossary.entries.map(\.code).joined(separator: ", ")).")
      say("? CODE tells what one means.")
    } else {
      say(field.explanation)
      for entry in glossary.entries { say("\(entry.code): \(entry.definition)") }
      if vocabulary == .mechanism { say("? CODE tells what belongs there and what does not.") }
    }
    return true
  }

  private func fitting(_ field: FormField) -> (String) -> [String] {
    switch field.name {
    case "actors": return actors
    case "outlet": return { (try? KnownNames.outlets(beginning: $0, limit: 40, in: connection)) ?? [] }
    default: return field.known(codes).fitting
    }
  }

  /// Names that begin so, else those that are near.
  private func actors(_ text: String) -> [String] {
    let begun = (try? KnownNames.actors(beginning: text, limit: 40, in: connection)) ?? []
    guard begun.isEmpty, !text.isEmpty else { return begun }
    return (try? KnownNames.nearest(to: text, in: connection)) ?? []
  }
}

extension [String] {
  /// Those that begin as the text does.
  fileprivate var fitting: (String) -> [String] {
    { prefix in filter { $0.hasPrefix(prefix) } }
  }
}

enum PromptError: Explained {
  case givenUp
  var sentence: String { "Given up; nothing was entered." }
  var hint: String? { nil }
}
