/// How a word in Latin letters sounds, roughly: spellings of one name meet in it. Symbols are bytes; where a sound
/// has two letters, a capital stands for both (S for sh).
struct Sound: Hashable {
  var symbols: [UInt8]
  /// Which symbols occur, a bit each: tells quickly that two cannot be alike.
  var mask: UInt32

  private init(_ symbols: [UInt8]) {
    self.symbols = symbols
    mask = symbols.reduce(0) { $0 | 1 << UInt32($1 & 31) }
  }

  /// The sound of a word in small Latin letters, as languages in general write them.
  init(latin word: String) { self.init(Self.general.read(Array(word.utf8))) }

  /// The sound of a word in small Latin letters, as pinyin writes them; n and ng are one.
  init(pinyin word: String) { self.init(Self.chinese.read(Array(word.utf8))) }

  /// The consonants by the place where they are spoken: what is left of a foreign name written in Chinese.
  var skeleton: Sound {
    var found: [UInt8] = []
    for symbol in symbols {
      let place = Self.places[Int(symbol)]
      if place != 0, place != found.last { found.append(place) }
    }
    return Sound(found)
  }

  /// Consonants spoken in one place made one, vowels kept.
  var softened: Sound { Sound(symbols.map { Self.places[Int($0)] == 0 ? $0 : Self.places[Int($0)] }) }

  /// The same for letters spoken in one place; 0 for those that are left out.
  private static let places: [UInt8] = {
    var places = [UInt8](repeating: 0, count: 256)
    for group in ["pb", "td", "kg", "h", "lr", "m", "n", "fv", "szcSCJ"] {
      for letter in group.utf8 { places[Int(letter)] = group.utf8.first! }
    }
    return places
  }()

  private static let general = Spelling(
    """
    shch=S sch=S sh=S tch=C ch=C zh=J kh=h gh=g ph=f th=t ck=k qu=kv ts=c tz=c dz=z x=ks w=v q=k j=i y=i ye=e ce=se \
    ci=si cy=si c=k iy=i yi=i yy=i ie=e oo=u ou=u ee=i ae=e z=s
    """)
  private static let chinese = Spelling(
    "zh=J j=J ch=C q=C sh=S x=S ng=n w=v y=i yu=iu ui=uei un=uen iu=iou z=z c=c kh=h ts=c uo=o")
}

/// How letters are read: rules by their first letter, the longest first.
private struct Spelling: Sendable {
  private var rules: [[(from: [UInt8], to: [UInt8])]]

  init(_ text: String) {
    rules = Array(repeating: [], count: 256)
    for rule in text.split(separator: " ") {
      let sides = rule.split(separator: "=").map { Array($0.utf8) }
      rules[Int(sides[0][0])].append((sides[0], sides[1]))
    }
    for letter in rules.indices { rules[letter].sort { $0.from.count > $1.from.count } }
  }

  /// Letters without a rule stand for themselves; doubled sounds are one.
  func read(_ word: [UInt8]) -> [UInt8] {
    var sound: [UInt8] = []
    sound.reserveCapacity(word.count)
    var index = 0
    while index < word.count {
      let rule = rules[Int(word[index])].first { word[index...].starts(with: $0.from) }
      if let rule {
        for symbol in rule.to where symbol != sound.last { sound.append(symbol) }
      } else if word[index] != sound.last {
        sound.append(word[index])
      }
      index += rule?.from.count ?? 1
    }
    return sound
  }
}

extension Sound {
  /// How alike two sounds are, from `least` on; 0 below. See ``Likeness``.
  func likeness(to other: Sound, least: Double) -> Double {
    let longer = max(symbols.count, other.symbols.count)
    let allowed = Int(Double(longer) * (1 - least) + 1e-9)
    // A replaced symbol changes two bits at most.
    guard longer > 0, abs(symbols.count - other.symbols.count) <= allowed,
      (mask ^ other.mask).nonzeroBitCount <= 2 * allowed
    else { return 0 }
    return Likeness.of(symbols, other.symbols, least: least)
  }
}
