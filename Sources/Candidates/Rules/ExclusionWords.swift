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

  /// Each phrase with its code.
  init(_ phrases: [(code: String, phrase: String)]) {
    func those(_ code: String) -> Phrases { Phrases(phrases.filter { $0.code == code }.map(\.phrase)) }
    (ranking, forecast, habit) = (those("ranking"), those("forecast"), those("habit"))
    (opinion, question) = (those("opinion"), those("question"))
    (honour, award) = (those("honour"), those("award"))
  }
}
