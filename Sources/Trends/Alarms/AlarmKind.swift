/// What an alarm may be about.
public enum AlarmKind: String, CaseIterable, Sendable {
  /// More acts of one stratum in a month than its past leads to expect.
  case unusualPeriod = "unusual-period"
  /// A Chinese and a Russian actor in one act, for the first time.
  case firstPair = "first-pair"
  /// An actor in an act of a sector, for the first time.
  case firstActorInSector = "first-actor-in-sector"
  /// A form of cooperation in a sector, for the first time.
  case firstMechanismInSector = "first-mechanism-in-sector"
  /// A promise past its due date, without a later act of its initiative.
  case overduePromise = "overdue-promise"
  /// No text of a watched outlet for longer than its rhythm leads to expect.
  case silentSource = "silent-source"
  /// No act of a stratum for longer than its rhythm leads to expect.
  case silentCategory = "silent-category"

  /// True where chance alone raises some: those have a rate of false alarms, and want coverage.
  public var isStatistical: Bool {
    switch self {
    case .unusualPeriod, .silentSource, .silentCategory: true
    case .firstPair, .firstActorInSector, .firstMechanismInSector, .overduePromise: false
    }
  }
}
