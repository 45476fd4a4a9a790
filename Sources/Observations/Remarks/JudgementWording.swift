/// What ICD 203 asks of the wording of a judgement: one row of likelihood words, and never a likelihood and a
/// confidence in one sentence.
enum JudgementWording {
  /// - Throws: ``RemarkError`` naming the word that does not go.
  static func check(_ sentence: String, _ degree: Judgement.Degree) throws(RemarkError) {
    let words = Self.words(of: sentence)
    if let other = first(of: otherRow, in: words) {
      throw .wording(
        "\"\(other.phrase)\" is of the other row of likelihood words; rows are not mixed.",
        hint: isConfidence(degree)
          ? "A confidence goes without a likelihood: leave the word out, or give --likelihood."
          : "Write \"\(other.use)\".")
    }
    let said = likelihoods(in: words)
    switch degree {
    case .likelihood(let word):
      if let phrase = first(of: confidenceWords, in: words) {
        throw .wording(
          "The sentence speaks of confidence (\"\(phrase)\") and is given a likelihood: never both in one sentence.",
          hint: "Make it two judgements: one with --likelihood, one with --confidence.")
      }
      if let other = said.first(where: { $0 != word }) {
        throw .wording(
          "The sentence says \"\(other.rawValue)\" and is given \"\(word.rawValue)\".",
          hint: "Say the likelihood once, with --likelihood.")
      }
    case .confidence:
      if let word = said.first {
        throw .wording(
          "The sentence says \"\(word.rawValue)\" and is given a confidence: never both in one sentence.",
          hint: "Make it two judgements: one with --likelihood, one with --confidence.")
      }
      if let phrase = first(of: confidenceWords, in: words) {
        throw .wording(
          "The sentence says its confidence itself (\"\(phrase)\").", hint: "Say it once, with --confidence.")
      }
    }
  }

  private static func isConfidence(_ degree: Judgement.Degree) -> Bool {
    if case .confidence = degree { return true }
    return false
  }

  /// The likelihood words of the sentence, the longest first: "very likely" is not "likely".
  private static func likelihoods(in words: [String]) -> [Judgement.Likelihood] {
    var rest = words
    var found: [Judgement.Likelihood] = []
    for word in Judgement.Likelihood.allCases.sorted(by: { $0.rawValue.utf8.count > $1.rawValue.utf8.count })
    {
      let spellings = word == .almostCertain ? ["almost certain", "almost certainly"] : [word.rawValue]
      for spelling in spellings {
        let parts = spelling.split(separator: " ").map(String.init)
        while let place = place(of: parts, in: rest) {
          found.append(word)
          rest.replaceSubrange(place..<place + parts.count, with: ["-"])
        }
      }
    }
    return found
  }

  private static let otherRow: [(phrase: String, use: String)] = [
    ("remote", "almost no chance"), ("highly improbable", "very unlikely"), ("improbable", "unlikely"),
    ("roughly even odds", "roughly even chance"), ("even odds", "roughly even chance"),
    ("probable", "likely"),
    ("probably", "likely"), ("highly probable", "very likely"), ("nearly certain", "almost certain"),
  ]

  private static let confidenceWords = ["confidence", "confident", "confidently"]

  private static func first(of rows: [(phrase: String, use: String)], in words: [String]) -> (
    phrase: String, use: String
  )? {
    rows.sorted { $0.phrase.utf8.count > $1.phrase.utf8.count }.first {
      place(of: $0.phrase.split(separator: " ").map(String.init), in: words) != nil
    }
  }

  private static func first(of phrases: [String], in words: [String]) -> String? {
    phrases.first(where: words.contains)
  }

  private static func place(of parts: [String], in words: [String]) -> Int? {
    words.indices.first { words[$0...].starts(with: parts) }
  }

  private static func words(of sentence: String) -> [String] {
    sentence.lowercased().unicodeScalars.split { !$0.properties.isAlphabetic }.map { String($0) }
  }
}
