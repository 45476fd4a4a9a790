/// The deviance of a log-linear model as a function of one coefficient, the others fitted anew.
///
/// Sources: the interval by inversion of the likelihood ratio test, D. R. Cox and D. V. Hinkley, Theoretical
/// Statistics (1974), section 7.2; the interpolated variant is that of W. N. Venables and B. D. Ripley,
/// Modern Applied Statistics with S, 4th ed. (2002), section 8.4, and agrees with the exact one to about
/// three digits.
struct ProfileLikelihood {
  let fit: LogLinearFit
  let coefficient: Int
  private let reduced: LogLinearModel
  private let column: [Double]

  init(_ fit: LogLinearFit, coefficient: Int) {
    self.fit = fit
    self.coefficient = coefficient
    let model = fit.model
    column = model.counts.indices.map { model.design[$0 * model.columns + coefficient] }
    let rows = model.counts.indices.map { index in
      var row = fit.row(index)
      row.remove(at: coefficient)
      return row
    }
    var reduced = LogLinearModel(rows: rows, counts: model.counts, priorWeights: model.priorWeights)
    reduced.variance = model.variance
    self.reduced = reduced
  }

  /// The fit with the coefficient held at `value`.
  func constrained(to value: Double, predictor: [Double]? = nil) throws(StatisticsError) -> LogLinearFit {
    var model = reduced
    model.offset = zip(fit.model.offset, column).map { $0 + value * $1 }
    return try model.fit(predictor: predictor ?? fit.predictor)
  }

  /// The values whose likelihood ratio test at 1 - confidence does not refuse them; nil where they have no
  /// end.
  func interval(confidence: Double) -> Interval? {
    guard let z = SpecialFunctions.normalQuantile((1 + confidence) / 2) else { return nil }
    let (estimate, error) = (fit.coefficients[coefficient], fit.standardErrors[coefficient])
    let excess = { (value: Double) -> Double in
      guard let other = try? constrained(to: value) else { return .nan }
      return max(0, other.deviance - fit.deviance).squareRoot() - z
    }
    guard let lower = root(from: estimate, step: -z * error, of: excess),
      let upper = root(from: estimate, step: z * error, of: excess)
    else { return nil }
    return Interval(lower: lower, upper: upper)
  }

  /// The interval read off a spline through the signed root of the likelihood ratio at steps of half a
  /// standard error.
  ///
  /// The steps go as far as the normal quantile of a quarter of what is left out, for a negative binomial as
  /// far as that of Student's t.
  func interpolatedInterval(confidence: Double) -> Interval? {
    let tail = (1 - confidence) / 2
    guard let z = SpecialFunctions.normalQuantile(1 - tail), let farthest = farthest(tail / 4) else {
      return nil
    }
    let below = points(direction: -1, until: farthest)
    let above = points(direction: 1, until: farthest)
    let all = below.reversed() + [(fit.coefficients[coefficient], 0.0)] + above
    guard let spline = CubicSpline(all.map(\.0), all.map(\.1)) else { return nil }
    let (first, last, count) = (all[0].0, all[all.count - 1].0, 3 * all.count)
    let grid = (0..<count).map { first + (last - first) * Double($0) / Double(count - 1) }
    let values = grid.map { spline($0) }
    guard let lower = Self.crossing(grid, values, -z), let upper = Self.crossing(grid, values, z) else {
      return nil
    }
    return Interval(lower: lower, upper: upper)
  }

  private func farthest(_ tail: Double) -> Double? {
    switch fit.model.variance {
    case .poisson: SpecialFunctions.normalQuantile(1 - tail)
    case .negativeBinomial:
      SpecialFunctions.studentQuantile(1 - tail, degreesOfFreedom: Double(fit.residualDegrees))
    }
  }

  private func points(direction: Double, until farthest: Double) -> [(Double, Double)] {
    var (points, predictor) = ([(Double, Double)](), fit.predictor)
    let step = farthest / 5 * fit.standardErrors[coefficient]
    for index in 1..<10 {
      let value = fit.coefficients[coefficient] + direction * Double(index) * step
      guard let other = try? constrained(to: value, predictor: predictor) else { break }
      predictor = other.predictor
      let z = max(0, other.deviance - fit.deviance).squareRoot()
      points.append((value, direction * z))
      if z >= farthest { break }
    }
    return points
  }

  /// The x where the line through the points first passes `level`.
  private static func crossing(_ x: [Double], _ y: [Double], _ level: Double) -> Double? {
    for index in 1..<x.count where y[index - 1] <= level && level <= y[index] {
      if y[index] == y[index - 1] { return x[index] }
      return x[index - 1] + (x[index] - x[index - 1]) * (level - y[index - 1]) / (y[index] - y[index - 1])
    }
    return nil
  }
}
