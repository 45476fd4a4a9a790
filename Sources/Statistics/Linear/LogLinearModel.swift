/// Counts whose mean is the exponential of a linear predictor: log E[y] = X b + offset.
///
/// Source: P. McCullagh and J. A. Nelder, Generalized Linear Models, 2nd ed. (1989), section 2.5: iteratively
/// reweighted least squares, started at y + 0.1.
struct LogLinearModel {
  /// How the variance of a count depends on its mean.
  enum Variance {
    /// The mean.
    case poisson
    /// mean + mean^2 / size.
    case negativeBinomial(size: Double)
  }

  /// When the steps of a fit end.
  enum Steps {
    /// When the deviance changes by less than 1e-12 of itself.
    case converged
    /// At 1e-8, with the weights that the last step began with in standard errors, leverages and dispersion: what
    /// R's glm does, whose published numbers it takes to meet.
    case asInR
  }

  /// X, row after row.
  var design: [Double]
  var columns: Int
  var counts: [Double]
  var offset: [Double]
  var priorWeights: [Double]?
  var variance = Variance.poisson

  init(rows: [[Double]], counts: [Double], offset: [Double]? = nil, priorWeights: [Double]? = nil) {
    design = rows.flatMap { $0 }
    columns = rows.first?.count ?? 0
    self.counts = counts
    self.offset = offset ?? [Double](repeating: 0, count: counts.count)
    self.priorWeights = priorWeights
  }

  /// The fit, from the linear predictor of another one if given.
  func fit(_ steps: Steps = .converged, predictor start: [Double]? = nil) throws(StatisticsError)
    -> LogLinearFit
  {
    guard counts.count >= columns, columns > 0 else { throw .tooFew(found: counts.count, needed: columns) }
    var predictor = start ?? counts.map { logarithm($0 + 0.1) }
    var previous = deviance(predictor)
    var coefficients: [Double]?
    for _ in 0..<100 {
      let weights = workingWeights(predictor)
      guard let factor = Cholesky(informationMatrix(weights), size: columns) else { throw .noEstimate }
      var next = factor.solve(workingRightSide(predictor, weights))
      var nextPredictor = linearPredictor(next)
      var current = deviance(nextPredictor)
      for _ in 0..<30 where !current.isFinite {
        guard let before = coefficients else { throw .noEstimate }
        next = zip(next, before).map { ($0 + $1) / 2 }
        nextPredictor = linearPredictor(next)
        current = deviance(nextPredictor)
      }
      guard current.isFinite else { throw .noEstimate }
      (coefficients, predictor) = (next, nextPredictor)
      if abs(current - previous) / (abs(current) + 0.1) < (steps == .asInR ? 1e-8 : 1e-12) {
        return try fitted(next, predictor, current, steps == .asInR ? weights : workingWeights(predictor))
      }
      previous = current
    }
    throw .noEstimate
  }

  private func fitted(
    _ coefficients: [Double], _ predictor: [Double], _ deviance: Double, _ weights: [Double]
  ) throws(StatisticsError) -> LogLinearFit {
    guard let factor = Cholesky(informationMatrix(weights), size: columns) else { throw .noEstimate }
    return LogLinearFit(
      model: self, coefficients: coefficients, predictor: predictor, deviance: deviance, weights: weights,
      covariance: factor.inverse)
  }

  /// W of a step: mean / (1 + mean / size) times the prior weight.
  private func workingWeights(_ predictor: [Double]) -> [Double] {
    predictor.indices.map { index in
      let mean = exponential(predictor[index])
      let prior = priorWeights?[index] ?? 1
      switch variance {
      case .poisson: return prior * mean
      case .negativeBinomial(let size): return prior * mean / (1 + mean / size)
      }
    }
  }

  private func informationMatrix(_ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: columns * columns)
    for (row, weight) in weights.enumerated() {
      for one in 0..<columns {
        let product = weight * design[row * columns + one]
        if product == 0 { continue }
        for other in 0...one { sums[one * columns + other] += product * design[row * columns + other] }
      }
    }
    for one in 0..<columns {
      for other in 0..<one { sums[other * columns + one] = sums[one * columns + other] }
    }
    return sums
  }

  /// X' W z with z = X b + (y - mean) / mean.
  private func workingRightSide(_ predictor: [Double], _ weights: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: columns)
    for row in counts.indices {
      let mean = exponential(predictor[row])
      let response = predictor[row] - offset[row] + (counts[row] - mean) / mean
      for column in 0..<columns { sums[column] += weights[row] * response * design[row * columns + column] }
    }
    return sums
  }

  func linearPredictor(_ coefficients: [Double]) -> [Double] {
    counts.indices.map { row in
      var sum = offset[row]
      for column in 0..<columns { sum += coefficients[column] * design[row * columns + column] }
      return sum
    }
  }

  /// Twice the distance of the log-likelihood from the best any means could reach.
  func deviance(_ predictor: [Double]) -> Double {
    var sum = 0.0
    for (index, count) in counts.enumerated() {
      let mean = exponential(predictor[index])
      var part = count > 0 ? count * (logarithm(count) - predictor[index]) : 0
      switch variance {
      case .poisson: part -= count - mean
      case .negativeBinomial(let size):
        part -= (count + size) * logarithm((count + size) / (mean + size))
      }
      sum += 2 * part * (priorWeights?[index] ?? 1)
    }
    return sum
  }
}
