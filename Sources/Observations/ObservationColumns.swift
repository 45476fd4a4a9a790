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
}
