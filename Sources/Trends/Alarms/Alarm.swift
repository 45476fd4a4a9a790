public import Calendar
public import Records

/// Something new that is worth telling once.
public struct Alarm: Equatable, Sendable {
  /// What it is about: the same thing has the same key in a file, whatever it is called by then.
  public let key: String
  /// What sort of thing it is.
  public let kind: AlarmKind
  /// It in words.
  public let sentence: String
  /// EDTF: the act, the period, the date due, the last item.
  public let since: String
  /// The number of the act it is about; nil where it is about many or none.
  public var observation: Int?
  /// The numbers of the observations it rests on.
  public let evidence: [Int]
  /// What chance alone may do; nil for facts.
  public var chance: Chance?
  /// The highest label of all that went in.
  public let label: Label

  /// How often a statistical alarm is false, and what it finds.
  public struct Chance: Equatable, Sendable {
    /// False alarms a year at most, over all that was looked at, where nothing changes.
    public let rate: Double
    /// The probability of the alarm had the rate of the stratum doubled; of a silence, within a year had it halved. Nil where
    /// it is not known.
    public let power: Double?
    /// Method and settings.
    public let method: String
  }
}

/// What is looked at.
public struct AlarmSettings: Sendable {
  /// The day it is looked at; later acts do not count.
  public let today: Day
  /// First acts before this day are no news.
  public var firstsSince: Day { today.advanced(by: -newsDays) }
  /// Periods and silences that could be told before this day are no news: entries come late, so this reaches further.
  public var periodsSince: Day { today.advanced(by: -2 * newsDays) }
  /// How many days back an act is news.
  public let newsDays: Int
  /// False alarms a year to be expected of each statistical kind, over all strata together, where nothing changes.
  public let falseAlarms: Double

  /// The days and the rate that hold if nothing else is asked for.
  public static let usual = (newsDays: 90, falseAlarms: 1.0)

  /// Settings.
  public init(
    today: Day, newsDays: Int = AlarmSettings.usual.newsDays,
    falseAlarms: Double = AlarmSettings.usual.falseAlarms
  ) {
    self.today = today
    self.newsDays = newsDays
    self.falseAlarms = falseAlarms
  }
}
