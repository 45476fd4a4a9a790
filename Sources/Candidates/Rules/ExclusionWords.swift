/// The words that speak against an act: the cues of kind `exclusion`, by their codes.
struct ExclusionWords: Sendable {
  /// A list by size or success.
  let ranking: Phrases
  /// What a third person expects.
  let forecast: Phrases
  /// What is done year after year.
  let habit: Phrases
  /// What somebody thinks.
  let opinion: Phrases
  /// What somebody is asked about: "you said".
  let question: Phrases
  /// Orders and medals for persons.
  let honour: Phrases
  /// Words of giving, which make an honour of what a leader gets.
  let award: Phrases
  /// Words that say of the verb behind them that it was not done.
  let negation: Phrases
  /// As above, where a noun stands between: "no agreement was signed".
  let nothing: Phrases
  /// "If": what stands behind it is no act.
  let condition: Phrases
  /// What is rejected by a denial: a report, a claim.
  let allegation: Phrases
  /// Words for the press, which tells and does not act.
  let reporter: Phrases
  /// Words for an agency, which is one of the press where its name is.
  let agency: Phrases
  /// What leads those who only look on.
  let onlooker: Phrases
  /// What they do.
  let looking: Phrases
  /// Words between two who are set against each other.
  let victory: Phrases

  /// Each phrase with its code.
  init(_ phrases: [(code: String, phrase: String)]) {
    func those(_ code: String) -> Phrases { Phrases(phrases.filter { $0.code == code }.map(\.phrase)) }
    (ranking, forecast, habit) = (those("ranking"), those("forecast"), those("habit"))
    (opinion, question) = (those("opinion"), those("question"))
    (honour, award) = (those("honour"), those("award"))
    (negation, nothing) = (those("negation"), those("nothing"))
    (reporter, agency, victory) = (those("reporter"), those("agency"), those("victory"))
    (onlooker, looking) = (those("onlooker"), those("looking"))
    (condition, allegation) = (those("condition"), those("allegation"))
  }
}
