public import ArgumentParser
public import Calendar
public import Formats
public import Names
public import Observations
internal import Records
public import Reports
public import TimeSeries
public import Trends

// The types of other modules that stand on the command line as they are.

extension RowFormat: ExpressibleByArgument {}
extension Dimension: ExpressibleByArgument {}
extension PeriodKind: ExpressibleByArgument {}
extension ActorTie.Kind: ExpressibleByArgument {}
extension Citation.Style: ExpressibleByArgument {}
extension Judgement.Likelihood: ExpressibleByArgument {}
extension Judgement.Confidence: ExpressibleByArgument {}
extension TrendFormat: ExpressibleByArgument {}
extension TrendMethod: ExpressibleByArgument {}
extension NetworkFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
extension Sample.Stratum: ExpressibleByArgument {}
extension ReviewFilter.Order: ExpressibleByArgument {}
extension InitiativeRows.State: ExpressibleByArgument {}
extension Clock: ExpressibleByArgument {}
extension SourceView: ExpressibleByArgument {}
extension GradeView: ExpressibleByArgument {
  /// As its name, in any case: b3 is B3.
  public init?(argument: String) {
    guard let view = Self.allCases.first(where: { $0.rawValue.lowercased() == argument.lowercased() }) else {
      return nil
    }
    self = view
  }
}
extension CompletionShell: @retroactive ExpressibleByArgument {}

extension EDTF {
  /// A date on the command line; what is wrong with one is said in full.
  init(argument: String) throws {
    do {
      self = try EDTF(argument)
    } catch {
      throw ValidationError("\(argument): \(error)")
    }
  }
}

/// A label on the command line.
struct LabelArgument: ExpressibleByArgument {
  let label: Label

  init?(argument: String) {
    guard let label = Label(argument) else { return nil }
    self.label = label
  }

  static var allValueStrings: [String] { Label.allCases.map(\.rawValue) }
}
