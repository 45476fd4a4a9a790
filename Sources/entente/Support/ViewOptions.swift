import ArgumentParser
import Calendar
import Records

/// Through what a reading command looks at the file: every command that prints rows takes these two.
struct ViewOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The file as it stood at the end of this day, month or year (UTC).", valueName: "date"),
    transform: EDTF.init(argument:)) var asOf: EDTF?
  @Option(
    help: ArgumentHelp(
      "Leave out what is marked above this label, before anything is counted.", valueName: "label"))
  var maxTlp: LabelArgument?

  func validate() throws {
    if let asOf, asOf.latest == nil {
      throw ValidationError("--as-of \(asOf): name a day, a month or a year: 2019-06-05, 2019-06, 2019.")
    }
  }

  /// The day at whose end the file is looked at; nil: now.
  var day: Day? { asOf?.latest }

  var lens: Lens { Lens(asOf: day.map(Instant.endOf(day:)), maxLabel: maxTlp?.label) }
}
