public import SQLite

/// Names that are not what they look like: letters of two alphabets in one word, or a name that looks like
/// another actor's but is written with other letters.
///
/// Greek and Cyrillic letters that have a Latin double are those of Unicode's list of confusables (UTS 39) that
/// common fonts draw alike.
public enum LookAlike {
  /// A name to look at.
  public struct Finding: Sendable {
    /// The actor's number.
    public var actor: Int
    /// The name.
    public var name: String
    /// What is odd about it.
    public var sentence: String
  }

  /// What is odd about a name by itself; nil if nothing is.
  public static func remark(on name: String) -> String? {
    for word in words(of: name) {
      let alphabets = Set(word.compactMap(Alphabet.init))
      guard alphabets.count > 1, let odd = minority(word) else { continue }
      let text = String(String.UnicodeScalarView(word))
      return "\"\(text)\" mixes \(Alphabet.named(alphabets)) letters: "
        + "\(odd) is U+\(hex(odd.value)), \(Alphabet(odd)!.rawValue)"
    }
    return nil
  }

  /// Names of actors to look at: those that mix alphabets, and those that look like another actor's name.
  /// - Parameters:
  ///   - change: only names entered in this change or later; nil: all.
  ///   - connection: to the file.
  /// - Returns: each name with what is odd about it.
  /// - Throws: `SQLiteError`.
  public static func findings(since change: Int? = nil, in connection: Connection) throws -> [Finding] {
    if let change, try !hasNames(since: change, connection) { return [] }
    var known: [(actor: Int, name: String, canonical: Int, isNew: Bool)] = []
    try connection.forEach(
      """
      SELECT a.id, a.name, k.canonical, coalesce(a.change, 0) FROM actor AS a
      JOIN actor_canonical AS k ON k.actor = a.id WHERE a.withdrawn = 0
      UNION ALL
      SELECT a.id, l.alias, k.canonical, coalesce(l.change, 0) FROM actor_alias AS l JOIN actor AS a ON a.id = l.actor
      JOIN actor_canonical AS k ON k.actor = a.id WHERE a.withdrawn = 0 AND l.withdrawn = 0
      """
    ) { row in
      known.append(
        (try row.get(0), try row.get(1), try row.get(2), try row.get(3, as: Int.self) >= change ?? 0))
    }
    var byLooks: [String: [(name: String, canonical: Int)]] = [:]
    for entry in known { byLooks[looks(entry.name), default: []].append((entry.name, entry.canonical)) }
    return known.filter(\.isNew).compactMap { entry in
      // Of two in a whole file the one in other letters is the odd one; of a new one, either.
      let isOdd = change != nil || looks(entry.name) != entry.name.lowercased()
      let double =
        !isOdd
        ? nil
        : byLooks[looks(entry.name)]?.first {
          $0.canonical != entry.canonical && $0.name.lowercased() != entry.name.lowercased()
        }
      let remark = double.map { "it looks like \"\($0.name)\", another actor's name, in other letters" }
      return (self.remark(on: entry.name) ?? remark).map {
        Finding(actor: entry.actor, name: entry.name, sentence: $0)
      }
    }
  }

  private static func hasNames(since change: Int, _ connection: Connection) throws -> Bool {
    try connection.value(
      """
      SELECT 1 WHERE EXISTS (SELECT 1 FROM actor WHERE change >= \(change))
        OR EXISTS (SELECT 1 FROM actor_alias WHERE change >= \(change))
      """, as: Int.self) != nil
  }

  // MARK: Letters

  enum Alphabet: String {
    case latin = "Latin"
    case cyrillic = "Cyrillic"
    case greek = "Greek"

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
      case 0xB5: return nil
      default:
        switch Script(letter: scalar) {
        case .latin: self = .latin
        case .cyrillic: self = .cyrillic
        default: return nil
        }
      }
    }

    static func named(_ alphabets: Set<Alphabet>) -> String {
      [Alphabet.latin, .cyrillic, .greek].filter(alphabets.contains).map(\.rawValue).joined(
        separator: " and ")
    }
  }

  /// Runs of letters; digits and hyphens part them (СПбГУ-MIT is two words).
  private static func words(of name: String) -> [[Unicode.Scalar]] {
    name.unicodeScalars.split { !$0.properties.isAlphabetic }.map(Array.init)
  }

  /// The first letter of the alphabet that has fewest letters in the word.
  private static func minority(_ word: [Unicode.Scalar]) -> Unicode.Scalar? {
    var counts: [Alphabet: Int] = [:]
    for letter in word { Alphabet(letter).map { counts[$0, default: 0] += 1 } }
    let fewest = counts.min { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }?.key
    return word.first { Alphabet($0) == fewest }
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// The name with every letter that has a Latin double as that one, in small letters.
  static func looks(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars { text.unicodeScalars.append(doubles[scalar] ?? scalar) }
    return text.lowercased()
  }

  private static let doubles: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = [
      ("АВЕЅІЈКМНОРСТХУԚԜаеѕіјорсхуԛԝһ", "ABESIJKMHOPCTXYQWaesijopcxyqwh"),
      ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναιρυ", "ABEZHIKMNOPTYXovaipu"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (from, to) in pairs { for (a, b) in zip(from.unicodeScalars, to.unicodeScalars) { table[a] = b } }
    return table
  }()
}
