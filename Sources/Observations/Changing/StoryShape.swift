internal import SQLite

/// Which tables tell of a record, and under which names their columns are shown.
struct StoryShape {
  /// A field of one row.
  struct Field {
    var name: String
    var column: String
    /// Where the column holds the id of another record: how that is named.
    var reference: Reference?
  }

  /// Ids are shown as people name what they stand for, numbers of days as days.
  enum Reference: String {
    case observation, actor, outlet, initiative, document, evidence, day
  }

  /// A list that belongs to the record: a row a value.
  struct List {
    var field: String
    var table: String
    var owner: String
    /// The columns that make the value, joined by the signs between.
    var columns: [Field]
    var signs: [String] = []
    /// True where each row is a field of its own, named by its first column.
    var isNamed = false
  }

  /// Records of their own that belong to it.
  struct Part {
    var table: String
    var owner: String
    var shape: StoryShape
  }

  var table: String
  var fields: [Field]
  var lists: [List] = []
  var parts: [Part] = []

  /// The tables that it tells of.
  var tables: [String] { [table] + lists.map(\.table) + parts.map(\.table) }
}

extension StoryShape {
  /// What is shown of a record of a kind, with what belongs to it.
  static func of(_ kind: Record.Kind) -> StoryShape {
    switch kind {
    case .observation: observation
    case .document: document
    case .evidence: evidence
    case .actor: actor
    case .outlet: outlet
    case .initiative: initiative
    }
  }

  /// What an alarm rests on.
  static let observationsOfAlarm = List(
    field: "observations", table: "alarm_observation", owner: "alarm",
    columns: [Field(name: "observation", column: "observation", reference: .observation)])

  private static func fields(_ names: String...) -> [Field] { names.map { Field(name: $0, column: $0) } }

  private static let observation = StoryShape(
    table: "observation",
    fields: [Field(name: "event_date", column: "occurred")]
      + fields(
        "title", "summary", "mechanism", "instrument", "effect", "stage", "due", "flow", "military", "place",
        "country", "amount", "currency", "amount_kind", "umbrella", "multilateral", "pressure_on", "tlp",
        "withdrawn"),
    lists: [
      List(field: "sectors", table: "observation_sector", owner: "observation", columns: fields("sector")),
      List(
        field: "actors", table: "participation", owner: "observation",
        columns: [
          Field(name: "actor", column: "actor", reference: .actor), Field(name: "side", column: "side"),
          Field(name: "role", column: "role"),
        ], signs: ["@", "="]),
      List(
        field: "initiative", table: "observation_initiative", owner: "observation",
        columns: [Field(name: "initiative", column: "initiative", reference: .initiative)]),
      List(field: "tags", table: "observation_tag", owner: "observation", columns: fields("tag")),
      List(
        field: "", table: "observation_extra", owner: "observation", columns: fields("name", "value"),
        isNamed: true),
    ],
    parts: [
      Part(table: "evidence", owner: "observation", shape: evidence),
      Part(table: "note", owner: "observation", shape: note),
      Part(table: "judgement", owner: "observation", shape: judgement),
    ])

  private static let evidence = StoryShape(
    table: "evidence",
    fields: [
      Field(name: "document", column: "document", reference: .document),
      Field(name: "supports", column: "stance"),
    ]
      + fields(
        "credibility", "attribution", "starts", "ends", "claim_date", "claim_amount", "claim_currency",
        "claim_amount_kind", "claim_stage", "cited_url", "cited_title", "cited_outlet", "cited_published",
        "cited_language", "quote", "translation", "translator", "note", "main", "tlp", "withdrawn"),
    parts: [Part(table: "note", owner: "evidence", shape: note)])

  private static let note = StoryShape(table: "note", fields: fields("body", "tlp", "withdrawn"))
  private static let judgement = StoryShape(
    table: "judgement", fields: fields("sentence", "likelihood", "confidence", "basis", "tlp", "withdrawn"))

  private static let document = StoryShape(
    table: "document",
    fields: fields("title") + [Field(name: "outlet", column: "outlet", reference: .outlet)]
      + fields(
        "published", "language", "url", "archived_url", "retrieved", "path", "sha256", "media", "tlp",
        "withdrawn"),
    lists: [
      List(field: "authors", table: "document_author", owner: "document", columns: fields("name")),
      List(field: "categories", table: "document_category", owner: "document", columns: fields("name")),
      List(
        field: "claims", table: "document_claim", owner: "document",
        columns: fields("field", "value", "origin"),
        signs: ["=", " by "]),
      List(
        field: "copy_of", table: "same_origin", owner: "document",
        columns: [Field(name: "original", column: "original", reference: .document)]),
    ], parts: [Part(table: "note", owner: "document", shape: note)])

  private static let actor = StoryShape(
    table: "actor",
    fields: fields("name", "kind", "side") + [Field(name: "parent", column: "parent", reference: .actor)]
      + fields("provisional", "note", "withdrawn"),
    lists: [
      List(
        field: "aliases", table: "actor_alias", owner: "actor", columns: fields("alias", "language"),
        signs: ["@"]),
      List(
        field: "merged_into", table: "actor_merge", owner: "actor",
        columns: [Field(name: "into_actor", column: "into_actor", reference: .actor)]),
    ],
    parts: [
      Part(
        table: "actor_tie", owner: "actor",
        shape: StoryShape(
          table: "actor_tie",
          fields: fields("kind") + [Field(name: "target", column: "target", reference: .actor)]
            + fields("list", "starts", "ends") + [
              Field(name: "document", column: "document", reference: .document)
            ]
            + fields("note", "withdrawn"))),
      Part(table: "note", owner: "actor", shape: note),
      Part(table: "judgement", owner: "actor", shape: judgement),
    ])

  private static let outlet = StoryShape(
    table: "outlet", fields: fields("name", "affiliation", "provisional", "withdrawn"),
    lists: [List(field: "hosts", table: "outlet_host", owner: "outlet", columns: fields("host"))],
    parts: [
      Part(
        table: "outlet_grade", owner: "outlet",
        shape: StoryShape(
          table: "outlet_grade",
          fields: fields("letter") + [Field(name: "since", column: "since", reference: .day)]
            + fields("why", "withdrawn"))),
      Part(table: "note", owner: "outlet", shape: note),
    ])

  private static let initiative = StoryShape(
    table: "initiative", fields: fields("code", "title", "note", "status", "tlp", "provisional", "withdrawn"),
    parts: [
      Part(table: "note", owner: "initiative", shape: note),
      Part(table: "judgement", owner: "initiative", shape: judgement),
    ])
}
