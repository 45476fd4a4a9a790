internal import Calendar
public import Documents
internal import Names

/// The step from a text to proposed observations.
///
/// A sentence becomes a candidate when it has a party on each side (or a joint body, or a third party that
/// restricts both), a cue of an act, and a date. What is missing makes it silent: one-sided acts, hopes, lists.
public enum Propose {
  /// The candidates of a text, in order of place; none where its language is not read.
  public static func candidates(in text: StoredText, _ rulebook: Rulebook) -> [Candidate] {
    guard isRead(text) else { return [] }
    let matches = rulebook.finder.matches(in: text.bytes, language: text.language)
    return candidates(in: text, matches, Figures(of: text), rulebook)
  }

  private static func isRead(_ text: StoredText) -> Bool {
    text.language.map(Language.read.contains) ?? false
  }

  /// As above, where names, dates and sums have been found already.
  static func candidates(in text: StoredText, _ matches: [Match], _ figures: Figures, _ rulebook: Rulebook)
    -> [Candidate]
  {
    // Who takes part is named somewhere, if only by the word for its state.
    guard isRead(text), Story.mayHavePair(matches, rulebook, beside: text) else { return [] }
    let story = Story(text, matches, figures, rulebook)
    let proposing = Proposing(story: story)
    return Retelling.merged(story.sentences.indices.flatMap(proposing.candidates))
  }

  /// Why each part of a sentence that dates or shows an act becomes none: for tests, and for whoever mends a rule.
  static func silences(in text: StoredText, _ rulebook: Rulebook) -> [Exclusion] {
    let story = Story(
      text, rulebook.finder.matches(in: text.bytes, language: text.language), Figures(of: text),
      rulebook)
    let proposing = Proposing(story: story)
    return story.sentences.indices.flatMap { index in
      Clauses.parts(of: story.sentences[index], text.bytes).compactMap { part in
        do throws(Exclusion) {
          _ = try proposing.act(part, story.sentences[index], index)
          return nil
        } catch { return error }
      }
    }
  }
}
