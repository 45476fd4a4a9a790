internal import Records

extension FormField {
  /// The fields of an observation that is entered, in the order of asking.
  public static let entered: [FormField] =
    act + [source[0], source[1], source[2], source[3], source[4], grade]
    + [source[5], tags, label]

  /// The fields of an observation that is there, or proposed: the number of the grade stands by itself, for the
  /// letter belongs to the outlet.
  public static let corrected: [FormField] =
    act + [source[0], source[1], source[2], source[3], source[4], number]
    + [source[5], tags, label]

  /// The fields of a proposal: its source is the text that it stands in.
  public static let proposed: [FormField] = act + [number, source[5], tags, label]

  /// The fields that two who code the same texts are held against each other by.
  public static let coded: [FormField] = [
    "event_date", "mechanism", "effect", "stage", "instrument", "flow", "military", "sectors", "multilateral",
    "umbrella", "pressure_on",
  ].compactMap(named)

  /// The field of that name.
  public static func named(_ name: String) -> FormField? {
    (entered + [number]).first { $0.name == name }
  }

  private static let act: [FormField] = [
    FormField(
      "event_date",
      "When it occurred, as precisely as known: 2019-06-05, 2019-06, 2019, 2019-06/2019-09, 201X; ? behind it for in doubt, ~ for about. There is no default."
    ),
    FormField("title", "What happened, in one line."),
    FormField(
      "mechanism", "The form of cooperation: the first that fits, in this order.", of: .mechanism),
    FormField("effect", "What the act does to the link; of pressure always context.", of: .effect),
    FormField("stage", "How far the undertaking had come by this act.", of: .stage),
    FormField("due", "Target date of a promise, written as the date above."),
    FormField("instrument", "How it was sealed.", of: .instrument),
    FormField(
      "sectors", "The technologies, the most specific code of each, several with ;", .list, of: .sector),
    FormField(
      "actors",
      "Who took part, several with ; or one a line. A known name in any script; a new one with its side, NAME@cn (cn, ru, joint, intl, other). NAME=host says its part (party, host, target, sanctioner).",
      .list),
    FormField("flow", "Who gives to whom.", of: .flow),
    FormField("military", "Military body, use or weapon.", words: ObservationReading.military),
    FormField("amount", "Money of the act in full units, as 1500000."),
    FormField("currency", "Three letters, as USD, CNY, RUB."),
    FormField("amount_kind", "What the amount is.", words: ObservationReading.amountKinds),
    FormField("place", "City."),
    FormField("country", "Two letters, as CN or RU; several with ;", .list),
    FormField("initiative", "Codes of the undertakings it is a stage of, several with ;", .list),
    FormField("umbrella", "1: it sums up parts that are observations of their own.", words: ["0", "1"]),
    FormField("multilateral", "1: others took part.", words: ["0", "1"]),
    FormField("pressure_on", "Of pressure only: whom it bears on.", words: ObservationReading.pressed),
    FormField("summary", "What happened, in a few sentences.", .text),
  ]

  private static let source: [FormField] = [
    FormField("source_url", "Address of the source, http:// or https://."),
    FormField("source_title", "Title of the source."),
    FormField("outlet", "Who published it."),
    FormField("source_date", "When it was published."),
    FormField("language", "Its language: en, ru, zh."),
    FormField("attribution", "Whom the text has it from.", words: SourceReading.attributions),
  ]

  private static let grade = FormField(
    "grade",
    "Admiralty grade, as B2: the letter A-F for an outlet that has none yet, the number 1-6 for this item; 2 alone grades the item. F and 6: cannot be judged."
  )
  private static let number = FormField(
    "credibility", "Admiralty number of this item, 1 to 6; 6: cannot be judged.",
    words: (1...6).map(String.init))
  private static let tags = FormField("tags", "Free labels, several with ;", .list)
  private static let label = FormField(
    "tlp", "Marking of TLP 2.0; empty: the file's default.", words: Label.allCases.map(\.rawValue))
}
