internal import Calendar
internal import Statistics
internal import TimeSeries

/// What becomes of a verdict when the acts that are dated more widely than a period are placed at random within their
/// dates, again and again.
public struct RandomPlaces: Equatable, Sendable {
  /// Acts of wider dates.
  public let acts: Int
  /// How often another verdict came out.
  public let other: Int
  /// How often they were placed.
  public let rounds: Int
  /// What came out most often of the others.
  public let verdict: Verdict
  /// The lowest and the highest yearly ratio of all rounds.
  public let ratios: ClosedRange<Double>

  var sentence: String {
    let range = "x\(TrendNumber.ratio(ratios.lowerBound)) to x\(TrendNumber.ratio(ratios.upperBound)) a year"
    return
      "with its \(acts) widely dated acts placed at random in their dates, \(other) of \(rounds) times: \(verdict.sentence) (\(range))"
  }

  /// As often they are placed, at most and at least: less often where there are very many.
  static let most = 200
  static let least = 20
  /// One act in so many has to be dated widely; fewer do not move a verdict.
  static let share = 20
  /// One round in so many has to say something else.
  static let flips = 20
}

extension Doubts {
  /// Wider dates that make the verdict uncertain. The numbers are seeded: the same file gives the same caveat.
  var allocations: Caveat? {
    let spans = (frame.wide[subject.series] ?? []).filter { $0.code == subject.code }
    let acts = spans.map(\.count).reduce(0, +)
    guard acts > 0, acts * RandomPlaces.share >= acts + tested.events else { return nil }
    let rounds = max(RandomPlaces.least, min(RandomPlaces.most, 200_000 / acts))
    var random = SeededNumbers(seed: 1)
    var (ratios, others) = ([Double](), [Verdict]())
    for _ in 0..<rounds {
      guard let found = estimate(placed(spans, &random)) else { continue }
      ratios.append(found.ratio)
      if let flip = flip(found) { others.append(flip) }
    }
    guard others.count * RandomPlaces.flips >= rounds, let low = ratios.min(), let high = ratios.max(),
      let verdict = [Verdict.noChangeDetected, .rise, .fall].max(by: { one, other in
        others.count { $0 == one } < others.count { $0 == other }
      })
    else { return nil }
    return .flipsWithDates(
      RandomPlaces(acts: acts, other: others.count, rounds: rounds, verdict: verdict, ratios: low...high))
  }

  /// The counts with each act of a wider date on one of its days; those that fall outside what is tested are left out.
  private func placed(_ spans: [WideDates], _ random: inout SeededNumbers) -> [Int] {
    var counts = tested.counts
    for span in spans {
      for _ in 0..<span.count {
        let day = Day(number: Int.random(in: span.days, using: &random))
        if let place = place(of: day) { counts[place] += 1 }
      }
    }
    return counts
  }

  private func place(of day: Day) -> Int? {
    guard let first = tested.periods.first, let last = tested.periods.last, day >= first.first,
      day <= last.last
    else { return nil }
    let months = (day.year - first.first.year) * 12 + day.month - first.first.month
    return months / tested.months
  }
}
