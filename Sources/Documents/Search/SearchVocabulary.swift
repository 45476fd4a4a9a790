internal import SQLite

/// The words of the index, in which the forms of a word that is asked for are looked up.
struct SearchVocabulary {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// True if something in the file has the term.
  func has(_ term: String) throws -> Bool {
    try connection.value("SELECT 1 FROM search_terms WHERE term = \(term)", as: Int.self) != nil
  }

  /// The forms of a folded word that occur, itself among them if it does. Words of other than Latin and Russian
  /// letters have no forms.
  func forms(of word: String) throws -> [String] {
    let hypotheses: [WordForms] =
      switch word.utf8.first {
      case 0xD0?, 0xD1?: RussianForms.hypotheses(word)
      case (0x61...0x7A)?: EnglishForms.hypotheses(word)
      default: []
      }
    let counted = try hypotheses.map { guess in (guess: guess, count: try guess.forms.filter(has).count) }
    var believed = try counted.filter { try $0.guess.isLemma || has($0.guess.lemma) }
    // Where the file never has the lemma, the guess that explains more of its words is the better one.
    let explained = believed.map(\.count).max() ?? 0
    let most = counted.map(\.count).max() ?? 0
    if most > explained { believed += counted.filter { $0.count == most } }
    return try Set(believed.flatMap(\.guess.forms) + [word]).filter(has).sorted()
  }
}

/// A guess of what a word is a form of: the forms it would have then.
struct WordForms: Hashable {
  /// The form that dictionaries list.
  var lemma: String
  /// True if the word that was asked for is its own lemma by this guess.
  var isLemma: Bool
  var forms: Set<String>
}
