internal import Records

/// The columns of a table of observations, in the order of export. Loading knows the same names.
public enum ObservationColumns {
  /// Columns that every table of observations has, and by which it is known.
  public static let required = ["event_date", "title", "mechanism"]

  /// Every column of an export, in its order.
  public static let all = [
    "uid", "dataset", "id", "event_date", "title", "summary", "mechanism", "instrument", "effect", "stage",
    "due",
    "flow", "military", "sectors", "actors_cn", "actors_ru", "actors_joint", "actors_other", "roles", "place",
    "country", "amount", "currency", "amount_kind", "initiative", "umbrella", "multilateral", "pressure_on",
    "source_url", "source_title", "outlet", "source_date", "language", "credibility", "attribution", "tags",
    "tlp",
    "recorded", "extras",
  ]

  /// Columns whose cells hold a list joined by `;`; JSON carries them as arrays.
  public static let lists: Set<String> = [
    "sectors", "actors_cn", "actors_ru", "actors_joint", "actors_other", "roles", "initiative", "tags",
  ]
  /// Columns whose cells hold a number.
  public static let numbers: Set<String> = ["amount", "umbrella", "multilateral", "credibility"]

  /// Columns that say who a row is and where it stands, not what happened: not compared to tell a repeat
  /// from a change.
  static let identity: Set<String> = ["uid", "dataset", "id", "recorded"]

  /// Columns that stand in the row of the observation itself.
  static let own: Set<String> = [
    "event_date", "title", "summary", "mechanism", "instrument", "effect", "stage", "due", "flow", "military",
    "place", "country", "amount", "currency", "amount_kind", "umbrella", "multilateral", "pressure_on", "tlp",
  ]
  /// Columns that cite its main source.
  static let source: Set<String> = [
    "source_url", "source_title", "outlet", "source_date", "language", "credibility", "attribution",
  ]
  /// Columns that name who took part, and what their parts follow from.
  static let cast: Set<String> = [
    "actors_cn", "actors_ru", "actors_joint", "actors_other", "roles", "mechanism",
  ]

  /// The columns that say something else in `new` than in `old`. A row without a label says nothing about the label.
  static func changed(from old: [String: String], to new: [String: String]) -> Set<String> {
    Set(
      new.keys.filter { name in
        !identity.contains(name) && !(name == "tlp" && (new[name] ?? "").trimmed.isEmpty)
          && !same(name, (new[name] ?? "").trimmed, old[name] ?? "")
      })
  }
}
