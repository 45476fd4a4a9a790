@testable import Statistics

// Some reference numbers carry the rounding of the program that printed them: R's uniroot stops at 1.2e-4 and
// MASS's theta.ml takes its standard error one step before the end. These repeat the steps, so that the numbers
// can be held to their tolerances; the methods themselves go on to the last digits.

/// The root between two ends by R. P. Brent's method (Algorithms for Minimization Without Derivatives, 1973,
/// chapter 4), to the tolerance of R's uniroot.
func rootAsInR(_ lower: Double, _ upper: Double, _ function: (Double) -> Double) -> Double {
  let tolerance = 1.220703125e-4
  var (last, best, opposite) = (lower, upper, lower)
  var (atLast, atBest) = (function(lower), function(upper))
  var atOpposite = atLast
  if atLast == 0 { return lower }
  if atBest == 0 { return upper }
  for _ in 0...1_000 {
    let previous = best - last
    if abs(atOpposite) < abs(atBest) {
      (last, best, opposite) = (best, opposite, best)
      (atLast, atBest, atOpposite) = (atBest, atOpposite, atBest)
    }
    let least = 2 * Double.ulpOfOne * abs(best) + tolerance / 2
    var step = (opposite - best) / 2
    if abs(step) <= least || atBest == 0 { return best }
    if abs(previous) >= least, abs(atLast) > abs(atBest) {
      let width = opposite - best
      var (p, q): (Double, Double)
      if last == opposite {
        let ratio = atBest / atLast
        (p, q) = (width * ratio, 1 - ratio)
      } else {
        let (r, s, t) = (atLast / atOpposite, atBest / atOpposite, atBest / atLast)
        p = t * (width * r * (r - s) - (best - last) * (s - 1))
        q = (r - 1) * (s - 1) * (t - 1)
      }
      if p > 0 { q = -q } else { p = -p }
      if p < 0.75 * width * q - abs(least * q) / 2, p < abs(previous * q / 2) { step = p / q }
    }
    if abs(step) < least { step = step > 0 ? least : -least }
    (last, atLast) = (best, atBest)
    best += step
    atBest = function(best)
    if atBest > 0 && atOpposite > 0 || atBest < 0 && atOpposite < 0 {
      (opposite, atOpposite) = (last, atLast)
    }
  }
  return best
}

/// The odds ratio where a function of it is 0, looked for below 1 or, by its reciprocal, above.
private func oddsAsInR(_ excess: (Double) -> Double, isBelowOne: Bool) -> Double {
  isBelowOne
    ? rootAsInR(0, 1) { excess($0 == 0 ? -.infinity : logarithm($0)) }
    : 1 / rootAsInR(.ulpOfOne, 1) { excess(-logarithm($0)) }
}

extension FisherExact {
  /// The conditional odds ratio as R's fisher.test prints it.
  var oddsRatioAsInR: Double? {
    guard let exact = oddsRatio, exact > 0, exact.isFinite else { return oddsRatio }
    let excess = { (logOdds: Double) -> Double in
      if logOdds == -.infinity { return -Double(place) }
      return law(logOdds).enumerated().reduce(0) { $0 + Double($1.offset) * $1.element } - Double(place)
    }
    return oddsAsInR(excess, isBelowOne: excess(0) > 0)
  }

  /// The interval of the odds ratio as R's fisher.test prints it.
  var intervalAsInR: Interval? {
    guard let exact = interval() else { return nil }
    let atLeast = { (odds: Double) -> Double in
      (odds == -.infinity ? 0 : law(odds)[place...].reduce(0, +)) - 0.025
    }
    let atMost = { (odds: Double) -> Double in
      (odds == -.infinity ? 1 : law(odds)[...place].reduce(0, +)) - 0.025
    }
    let lower = exact.lower == 0 ? 0 : oddsAsInR(atLeast, isBelowOne: atLeast(0) > 0)
    let upper = exact.upper.isInfinite ? exact.upper : oddsAsInR(atMost, isBelowOne: atMost(0) < 0)
    return Interval(lower: lower, upper: upper)
  }
}

extension NegativeBinomialTrend {
  /// The standard error of the size as MASS's glm.nb prints it: from the information before the last of Newton's
  /// steps, which end at 1.2e-4.
  var sizeStandardErrorAsInR: Double {
    let (counts, means) = (fit.model.counts, fit.means)
    var (size, information) = (Self.momentSize(counts, means, fit.residualDegrees) ?? self.size, 1.0)
    for _ in 1..<25 {
      let here = Self.derivatives(counts, means, abs(size))
      information = here.information
      size = abs(size) + here.score / information
      if abs(here.score / information) <= 1.220703125e-4 { break }
    }
    return 1 / information.squareRoot()
  }
}
