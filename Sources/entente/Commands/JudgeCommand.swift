import ArgumentParser
import Formats
import Observations
import Records
import SQLite

struct JudgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge",
    abstract: "Write an assessment: a likelihood or a confidence, with its basis.",
    usage: "entente judge --basis <text> [options] <sentence>",
    discussion: """
      Words are those of ICD 203: almost no chance (1-5 %), very unlikely (5-20),
      unlikely (20-45), roughly even chance (45-55), likely (55-80), very likely
      (80-95), almost certain (95-99); the lower bound belongs to the word. A
      confidence is low, moderate or high and speaks of the basis. The two never
      stand in one sentence. Without a sentence, the judgements are listed.

      EXAMPLE
        entente judge "The fund will not be set up before 2027." --on tech-fund \\
          --likelihood "very likely" --basis "two lapsed dates, o120 and o166"
        entente judge --on Huawei
        entente judge --withdraw 3 --why "overtaken by o279"
      """)

  @OptionGroup var options: FileOptions
  @Argument(help: "What is judged.") var sentence: String?
  @Option(help: ArgumentHelp("An observation, an initiative or an actor.", valueName: "record")) var on:
    String?
  @Option(help: ArgumentHelp("How likely it is.", valueName: "words")) var likelihood: Judgement.Likelihood?
  @Option(help: ArgumentHelp("low, moderate or high.", valueName: "word")) var confidence:
    Judgement.Confidence?
  @Option(help: ArgumentHelp("What it rests on.", valueName: "text")) var basis: String?
  @Option(help: ArgumentHelp("Take back the judgement of this number.", valueName: "number")) var withdraw:
    Int?
  @Option(help: ArgumentHelp(valueName: "label")) var tlp: LabelArgument?
  @Option(help: ArgumentHelp("For the log of changes.", valueName: "text")) var why = "judge"
  @OptionGroup var rows: RowOptions
  @OptionGroup(title: "View") var view: ViewOptions

  func validate() throws {
    if withdraw != nil, sentence != nil {
      throw ValidationError("Give a sentence, or --withdraw with a number.")
    }
    guard sentence != nil || withdraw != nil else { return }
    if !view.lens.isClear { throw ValidationError("--as-of and --max-tlp go with the list of judgements.") }
    guard sentence != nil else { return }
    if likelihood != nil, confidence != nil {
      throw ValidationError(
        "A likelihood and a confidence never stand in one sentence (ICD 203). Make it two judgements.")
    }
    if likelihood == nil, confidence == nil {
      throw ValidationError("Give a judgement --likelihood or --confidence.")
    }
    if basis == nil { throw ValidationError("--basis is missing: say what the judgement rests on.") }
  }

  func run() throws {
    let isQuestion = sentence == nil && withdraw == nil
    let session = try isQuestion ? Session(options, through: view) : Session(options, .write)
    let db = session.file.connection
    if let withdraw {
      try session.change(why) { try Judgement.withdraw(withdraw, $0) }
      return Talk.say("entente: judgement \(withdraw) is withdrawn.")
    }
    let subject = try on.map { try Record(named: $0, preferring: Judgement.subjects, in: db) }
    guard let sentence else {
      try rows.print(Judgement.table(of: subject, in: db))
      return session.mark(try Markings.highest(ofJudgementsOn: subject, in: db))
    }
    let degree = likelihood.map(Judgement.Degree.likelihood) ?? .confidence(confidence!)
    let judgement = try Judgement(sentence, degree, basis: basis!)
    let number = try session.change(why) { try judgement.add(on: subject, label: tlp?.label, $0) }
    try Output.write("\(number)\n")
  }
}
