/// A pattern of inflection: the endings that take the place of the lemma's own.
struct RussianParadigm {
  var lemma: String
  var endings: [String]
  /// Letters a stem may end in; empty: any consonant or vowel.
  var last = ""
  /// Ends of stems, where a letter says too little.
  var tails: [String] = []
  /// Further forms that people type as if they were lemmas, such as the plural of a word without a singular.
  var alsoLemmas: Set<String> = []
  /// True if the lemma may have a vowel that the other forms lose: рынок, рынка.
  var hasFleetingLemma = false
  /// True for verbs whose last consonant changes: поставить, поставлен; запустить, запущен.
  var mutates = false

  func allows(_ stem: String) -> Bool {
    if !tails.isEmpty { return tails.contains(where: stem.hasSuffix) }
    return last.isEmpty || stem.last.map(last.contains) ?? false
  }

  /// The stem with its last consonant changed.
  func mutated(_ stem: String) -> [String] {
    guard mutates else { return [] }
    for (plain, others) in Self.mutations where stem.hasSuffix(plain) {
      return others.map { stem.dropLast(plain.count) + $0 }
    }
    return []
  }

  private static let mutations: [(String, [String])] = [
    ("ст", ["щ"]), ("ск", ["щ"]), ("т", ["ч", "щ"]), ("д", ["ж", "жд"]), ("с", ["ш"]), ("з", ["ж"]),
    ("б", ["бл"]), ("в", ["вл"]), ("м", ["мл"]), ("п", ["пл"]), ("ф", ["фл"]), ("к", ["ч"]), ("г", ["ж"]),
  ]
}

/// The paradigms of nouns, adjectives and verbs; ё is written е. A. A. Zaliznyak's dictionary orders them more
/// finely; here forms that no one writes do no harm.
enum RussianParadigms {
  static let all: [RussianParadigm] = nouns + adjectives + verbs

  private static let hard = "бвдзлмнпрстф"
  private static let any = "бвгджзклмнпрстфхцчшщ"

  private static func list(_ endings: String) -> [String] {
    endings.split(separator: " ").map { $0 == "-" ? "" : String($0) }
  }

  private static func noun(
    _ lemma: String, _ endings: String, _ last: String = "", also: Set<String> = [], fleeting: Bool = false
  ) -> RussianParadigm {
    RussianParadigm(
      lemma: lemma, endings: list(endings), last: last, alsoLemmas: also, hasFleetingLemma: fleeting)
  }

  private static let nouns: [RussianParadigm] = [
    noun("", "- а у ом е ы ов ам ами ах", hard, also: ["ы"], fleeting: true),
    noun("", "- а у ом е и ов ам ами ах", "гкх", also: ["и"], fleeting: true),
    noun("", "- а у ем ом е и ей ам ами ах", "жчшщ", also: ["и"], fleeting: true),
    noun("", "- а у ем ом е ы ев ов ам ами ах", "ц", also: ["ы"], fleeting: true),
    noun("й", "я ю ем е и ев ям ями ях", "аеиоуыэюя"),
    noun("ь", "я ю ем е и ей ям ями ях", any, also: ["и"], fleeting: true),
    noun("ь", "и ью ей ям ями ях ам ами ах", any, also: ["и"]),
    noun("а", "ы е у ой ою - ам ами ах", hard, also: ["ы"]),
    noun("а", "и е у ой ою - ам ами ах", "гкх", also: ["и"]),
    noun("а", "и е у ей ею ой ою - ам ами ах", "жчшщ", also: ["и"]),
    noun("а", "ы е у ей ею - ам ами ах", "ц", also: ["ы"]),
    noun("я", "и е ю ей ею ь - ям ями ях", any, also: ["и"]),
    noun("я", "и е ю ей ею й ям ями ях", "аеоуыэюя"),
    noun("ья", "ьи ье ью ьей ьею ей ьям ьями ьях", any),
    noun("ия", "ии ию ией иею ий иям иями иях", any, also: ["ии"]),
    noun("о", "а у ом е - ам ами ах", any),
    noun("е", "а у ем - ам ами ах", "жчшщц"),
    noun("е", "я ю ем ей ям ями ях", "рл"),
    noun("ие", "ия ию ием ии ий иям иями иях", any, also: ["ия"]),
    noun("ье", "ья ью ьем ьи ий ьев ьям ьями ьях", any),
    noun("мя", "мени менем мена мен менам менами менах"),
    noun("анин", "анина анину анином анине ане ан анам анами анах"),
    noun("янин", "янина янину янином янине яне ян янам янами янах"),
    // Surnames.
    RussianParadigm(
      lemma: "", endings: list("а у ым ом е ы ых ыми ой"), tails: ["ов", "ев", "ин", "ын"]),
  ]

  private static func adjective(_ lemma: String, _ endings: String, _ last: String) -> RussianParadigm {
    // These endings are adjectives' own: what has one needs no other proof.
    RussianParadigm(
      lemma: lemma, endings: list(endings), last: last,
      alsoLemmas: ["ая", "яя", "ое", "ее", "ые", "ого", "его", "ому", "ему", "ыми", "ую", "юю"])
  }

  private static let adjectives: [RussianParadigm] = [
    adjective("ый", "ого ому ым ом ая ой ую ою ое ые ых ыми", hard),
    adjective("ый", "его ему ым ем ая ей ую ею ее ые ых ыми", "ц"),
    adjective("ой", "ого ому ым ом ая ой ую ою ое ые ых ыми", hard),
    adjective("ий", "ого ому им ом ая ой ую ою ое ие их ими", "гкх"),
    adjective("ой", "ого ому им ом ая ую ою ое ие их ими", "гкхжш"),
    adjective("ий", "его ему им ем ая ей ую ею ее ие их ими", "жчшщ"),
    adjective("ий", "его ему им ем яя ей юю ею ее ие их ими", "н"),
  ]

  private static let past = "л ла ло ли в вши вший вшего вшему вшим вшем вшая вшей вшую вшее вшие вших вшими"
  private static let passive =
    "н на но ны нный нного нному нным нном нная нной нную нное нные нных нными"

  private static func verb(_ theme: String, _ present: String, mutates: Bool = false) -> [RussianParadigm] {
    let perfect = (past + " " + passive).split(separator: " ").map { theme + $0 }
    let active = RussianParadigm(
      lemma: theme + "ть", endings: perfect + list(present),
      alsoLemmas: Set(["л", "ла", "ло", "ли", "н", "на", "но", "ны"].map { theme + $0 }), mutates: mutates)
    let reflexive = RussianParadigm(
      lemma: theme + "ться",
      endings: ["лся", "лась", "лось", "лись", "вшись"].map { theme + $0 }
        + list(present).map { $0 + (RussianForms.isVowel($0.last!) ? "сь" : "ся") },
      alsoLemmas: Set(["лся", "лась", "лось", "лись"].map { theme + $0 }), mutates: mutates)
    return [active, reflexive]
  }

  private static let verbs: [RussianParadigm] =
    verb("а", "аю аешь ает аем аете ают ай айте ающий ающего ающие ающих")
    + verb("а", "у ешь ет ем ете ут и ите", mutates: true)
    + verb("я", "яю яешь яет яем яете яют яй яйте яющий яющие")
    + verb("е", "ею еешь еет еем еете еют")
    + verb(
      "и",
      "ю у ишь ит им ите ят ат и ен ена ено ены енный енного енному енным енном енная енной енную енное енные енных енными",
      mutates: true)
    + verb("ова", "ую уешь ует уем уете уют уй уйте ующий ующие")
    + verb("ева", "юю юешь юет юем юете юют ую ует уют")
    + verb("ну", "ну нешь нет нем нете нут нут нули")

  /// What no pattern gives; the lemma first.
  static let irregular: [[String]] = [
    "год года году годом годе годы годов годам годами годах лет летам летами летах",
    "день дня дню днем дне дни дней дням днями днях",
    "человек человека человеку человеком человеке люди людей людям людьми людях",
    "ребенок ребенка ребенку ребенком ребенке дети детей детям детьми детях",
    "судно судна судну судном судне суда судов судам судами судах",
    "путь пути путем путей путям путями путях",
    "друг друга другу другом друге друзья друзей друзьям друзьями друзьях",
    "брат брата брату братом брате братья братьев братьям братьями братьях",
    "крыло крыла крылу крылом крыле крылья крыльев крыльям крыльями крыльях",
    "звено звена звену звеном звене звенья звеньев звеньям звеньями звеньях",
    "лев льва льву львом льве львы львов львам львами львах",
    "лед льда льду льдом льде льды льдов льдам льдами льдах",
    "сон сна сну сном сне сны снов снам снами снах",
    "церковь церкви церковью церквей церквям церквями церквях церквам церквами церквах",
    "любовь любви любовью", "ложь лжи ложью",
    "провести провел провела провело провели проведу проведет проведем проведут проведен проведена проведено проведены проведенный проведенная проведенное проведенные проведенных проведенной проведенного проведя",
    "ввести ввел ввела ввело ввели введу введет введем введут введен введена введено введены введенный введенные введенных введя",
    "открыть открыл открыла открыло открыли открою откроет откроем откроют открыт открыта открыто открыты открытый открытая открытое открытые открытых открытой открытого открыв",
    "создать создал создала создало создали создам создаст создадим создадут создан создана создано созданы созданный созданная созданное созданные созданных созданной созданного создав",
    "начать начал начала начало начали начну начнет начнем начнут начат начата начато начаты начав",
    "принять принял приняла приняло приняли приму примет примем примут принят принята принято приняты принятый принятые принятых приняв",
    "быть был была было были буду будет будем будут",
    "мочь мог могла могло могли могу может можем могут",
  ].map { $0.split(separator: " ").map(String.init) }
}
