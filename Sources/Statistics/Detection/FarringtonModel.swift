/// The reweighted quasi-Poisson model behind both Farrington methods.
struct FarringtonModel {
  /// How the standard errors of the weighted fit are scaled.
  enum Scale {
    /// Pearson's dispersion of the weighted fit, without a floor.
    case pearson
    /// The sum of weight ((y - mean) / mean)^2 over the degrees of freedom, as R's surveillance does by
    /// mistake.
    case surveillance
  }

  let fit: LogLinearFit
  /// The dispersion, at least 1.
  let dispersion: Double
  /// What the covariance is multiplied with.
  let scale: Double

  /// The fit of counts on rows, then again with past outliers weighted down by their Anscombe residuals s:
  /// gamma s^-2 above the threshold and gamma below, the weights having mean 1.
  init(
    rows: [[Double]], counts: [Double], reweightsAbove threshold: Double?, scale kind: Scale,
    steps: LogLinearModel.Steps
  ) throws(StatisticsError) {
    guard counts.contains(where: { $0 > 0 }) else { throw .nothingCounted }
    var model = LogLinearModel(rows: rows, counts: counts)
    var fit = try model.fit(steps)
    guard var dispersion = fit.dispersion else {
      throw .tooFew(found: counts.count, needed: model.columns + 1)
    }
    var weights: [Double]?
    if let threshold {
      let residuals = Self.anscombeResiduals(fit, dispersion: max(1, dispersion))
      weights = Self.weights(residuals, threshold: threshold)
      model.priorWeights = weights
      fit = try model.fit(steps)
      dispersion = fit.dispersion ?? 1
    }
    self.fit = fit
    self.dispersion = max(1, dispersion)
    switch kind {
    case .pearson: scale = dispersion
    case .surveillance:
      let relative = zip(counts, fit.means).map { ($0 - $1) / $1 }
      let sum = relative.enumerated().reduce(0) { $0 + $1.element * $1.element * (weights?[$1.offset] ?? 1) }
      scale = weights == nil ? dispersion : sum / Double(fit.residualDegrees)
    }
  }

  /// 3/2 (y^(2/3) mean^(-1/6) - mean^(1/2)) / sqrt(phi (1 - h)).
  private static func anscombeResiduals(_ fit: LogLinearFit, dispersion: Double) -> [Double] {
    let (counts, means, leverages) = (fit.model.counts, fit.means, fit.leverages)
    return counts.indices.map { index in
      let raw = power(counts[index], 2.0 / 3) * power(means[index], -1.0 / 6) - means[index].squareRoot()
      return 1.5 * raw / (dispersion * max(1e-12, 1 - leverages[index])).squareRoot()
    }
  }

  private static func weights(_ residuals: [Double], threshold: Double) -> [Double] {
    let raw = residuals.map { $0 > threshold ? 1 / ($0 * $0) : 1 }
    let factor = Double(raw.count) / raw.sum
    return raw.map { $0 * factor }
  }

  /// The two-sided p of a coefficient, by Student's t.
  func p(_ coefficient: Int) -> Double {
    let error = fit.standardErrors[coefficient] * scale.squareRoot()
    return SpecialFunctions.studentTwoSidedTail(
      fit.coefficients[coefficient] / error, degreesOfFreedom: Double(fit.residualDegrees)) ?? 1
  }

  /// The logarithm of the expected count at a row and its standard error, scaled with ``scale`` unless told
  /// otherwise.
  func prediction(_ row: [Double], scale other: Double? = nil) -> (logMean: Double, standardError: Double) {
    let prediction = fit.prediction(row)
    return (prediction.predictor, (prediction.variance * (other ?? scale)).squareRoot())
  }
}

/// The scale on which a Farrington bound takes a count as normal.
public enum PowerTransformation: String, CaseIterable, Sendable {
  /// The count itself.
  case none
  /// Its square root.
  case squareRoot = "1/2"
  /// Its power 2/3, which is nearly symmetric.
  case twoThirds = "2/3"

  var exponent: Double {
    switch self {
    case .none: 1
    case .squareRoot: 0.5
    case .twoThirds: 2.0 / 3
    }
  }

  /// The centre and the standard deviation of a count on the scale.
  func normal(mean: Double, standardError: Double, dispersion: Double) -> (centre: Double, deviation: Double)
  {
    let variance = dispersion + standardError * standardError / mean
    let deviation =
      switch self {
      case .none: (mean * variance).squareRoot()
      case .squareRoot: (variance / 4).squareRoot()
      case .twoThirds: (4.0 / 9 * power(mean, 1.0 / 3) * variance).squareRoot()
      }
    return (power(mean, exponent), deviation)
  }
}
