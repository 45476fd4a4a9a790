/// The fit of a log-linear model of counts.
struct LogLinearFit {
  let model: LogLinearModel
  /// b.
  let coefficients: [Double]
  /// X b + offset.
  let predictor: [Double]
  let deviance: Double
  /// W at the fit, the prior weights included.
  let weights: [Double]
  /// The inverse of X' W X, by rows: the covariance of b at a dispersion of 1.
  let covariance: [Double]

  var means: [Double] { predictor.map(exponential) }

  var residualDegrees: Int { model.counts.count - model.columns }

  /// Standard errors at a dispersion of 1.
  var standardErrors: [Double] {
    coefficients.indices.map { covariance[$0 * model.columns + $0].squareRoot() }
  }

  /// (y - mean) / sqrt(mean).
  var pearsonResiduals: [Double] {
    zip(model.counts, predictor).map { count, predictor in
      let mean = exponential(predictor)
      return (count - mean) / mean.squareRoot()
    }
  }

  /// Of a Poisson fit, Pearson's chi-square: the sum of W ((y - mean) / mean)^2.
  var pearsonChiSquare: Double {
    zip(model.counts, means).enumerated().reduce(0) { sum, pair in
      let relative = (pair.element.0 - pair.element.1) / pair.element.1
      return sum + weights[pair.offset] * relative * relative
    }
  }

  /// Pearson's chi-square over its degrees of freedom; nil without any.
  var dispersion: Double? {
    residualDegrees > 0 ? pearsonChiSquare / Double(residualDegrees) : nil
  }

  /// The diagonal of the hat matrix.
  var leverages: [Double] {
    weights.indices.map { weights[$0] * quadraticForm(covariance, row($0), row($0)) }
  }

  /// The Poisson log-likelihood.
  var poissonLogLikelihood: Double {
    zip(model.counts, predictor).reduce(0) { sum, pair in
      let (count, predictor) = pair
      return sum + count * predictor - exponential(predictor)
        - (SpecialFunctions.logGamma(count + 1) ?? 0)
    }
  }

  func row(_ index: Int) -> [Double] {
    Array(model.design[index * model.columns..<(index + 1) * model.columns])
  }

  /// The linear predictor of a new row, and its variance at a dispersion of 1.
  func prediction(_ row: [Double]) -> (predictor: Double, variance: Double) {
    (zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }, quadraticForm(covariance, row, row))
  }
}
