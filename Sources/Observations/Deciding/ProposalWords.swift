/// What the short names in a proposal mean.
enum ProposalWords {
  /// What a rule goes by; nil for one that is not described here.
  static func meaning(ofRule name: String) -> String? {
    switch name {
    case "act-with-date": "the sentence names the day of its act"
    case "act-with-earlier-date": "the day stands in an earlier sentence of the paragraph"
    case "act-on-publication": "the opening tells an act without a day: that of publication"
    case "instrument-with-date": "a date and an instrument, but no verb that is known"
    case "parties-with-date": "bodies of both sides and a day or month, whatever the verb"
    case "illicit-transfer": "secrets or technology of one side go to the other"
    case "pressure-on-both": "a third party restricts both sides"
    default: nil
    }
  }

  /// What a score says.
  static let meaningOfScore = "share of proposals like this one that were right on labelled texts"
}
