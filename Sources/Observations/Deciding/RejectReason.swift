/// The common reasons for which a candidate is put aside, as they are kept with the decision.
public enum RejectReason: String, CaseIterable, Sendable {
  case oneSided = "only one side takes part"
  case offSubject = "not about technology"
  case wordsOnly = "words only: a hope or a general statement"
  case forecast = "a forecast, or an act without a day"
  case known = "known already"
  case misread = "misread: the text does not say this"
  case others = "an affair of other countries"
}
