internal import Calendar
internal import Statistics

/// Where a series is cut by a date.
struct Cut {
  /// The first period after the date.
  let place: Int
  /// The first period that the date touches: equal to ``place``, or one less.
  let untouched: Int
  /// How many periods are compared on each side.
  let width: Int
  let months: Int

  init?(_ periods: [Period], _ day: Day) {
    guard let first = periods.first, let index = periods.lastIndex(where: { $0.first <= day }) else {
      return nil
    }
    months = first.kind.months
    // A year belongs to the time after the date if at least half of it does; a month or quarter is left out, unless the
    // date is its first day.
    let isFirstDay = periods[index].first == day
    let isAfter = isFirstDay || (first.kind == .year && day.month <= 6)
    (place, untouched) = isAfter ? (index, index) : (index + 1, index)
    width = min(periods.count - place, untouched, max(1, Impact.years * 12 / months))
    guard width >= 1 else { return nil }
  }

  private var gap: Int { place - untouched }

  func before(_ at: Int) -> Range<Int> { at - gap - width..<at - gap }
  func after(_ at: Int) -> Range<Int> { at..<at + width }

  /// Dates with as many periods on both sides, none of them touched by the declared one.
  var placebos: [Int] {
    let (first, last) = (width + gap, untouched - width)
    return first <= last ? Array(first...last) : []
  }

  func sums(_ counts: [Int], at: Int) -> (before: Int, after: Int) {
    (counts[before(at)].reduce(0, +), counts[after(at)].reduce(0, +))
  }

  /// How many of ``placebos`` have periods of their own.
  var apart: Int {
    let (all, each) = (placebos.count, 2 * width + gap)
    return all == 0 ? 0 : (all - 1) / each + 1
  }

  /// What is compared at a place.
  struct Figure {
    /// After over before; nil where nothing was counted on both sides.
    let ratio: Double?
    /// That over the control's; nil where there is no ratio, or nothing of the control on one side.
    let relative: Double?
    /// How far it is from no change, for the rank: the logarithm, 1/2 being added to each count so that a side without
    /// an act has its place.
    let distance: Double
  }

  /// The figure at a place.
  func figure(_ counts: [Int], _ control: [Int]?, at: Int) -> Figure {
    let own = sums(counts, at: at), other = control.map { sums($0, at: at) }
    let log = { (sums: (before: Int, after: Int)) in
      logarithm((Double(sums.after) + 0.5) / (Double(sums.before) + 0.5))
    }
    let ratio = own.before + own.after > 0 ? Double(own.after) / Double(own.before) : nil
    var relative = ratio
    if let other {
      let isCounted = other.before > 0 && other.after > 0
      relative = isCounted ? ratio.map { $0 * Double(other.before) / Double(other.after) } : nil
    }
    return Figure(
      ratio: ratio, relative: relative, distance: abs(log(own) - (other.map(log) ?? 0)))
  }
}
