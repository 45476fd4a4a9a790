/// When the rate of a Poisson series changed, if it changed once: a probability for every place.
///
/// A segment of n periods with S events has the marginal likelihood a log b - lgamma(a) + lgamma(a + S) - (a
/// + S) log(b + n) under a gamma prior of shape a and rate b; the place has a uniform prior. Source: A. E.
/// Raftery and V. E. Akman, "Bayesian Analysis of a Poisson Process with a Change-Point", Biometrika 73
/// (1986), 85-89. Print it with a = 0.5 and 2 as well.
public struct SingleChangePoint: Hashable, Sendable {
  /// The probability of each place: the element at i is that of a change after i + 1 periods.
  public let posterior: [Double]
  /// The logarithm to base 10 of the Bayes factor of a change against none.
  public let log10BayesFactor: Double
  private let sums: [Int]
  private let shape: Double
  private let rate: Double

  /// The posterior; throws `nothingCounted` for zeros only.
  ///
  /// - Parameters:
  ///   - counts: At least two.
  ///   - shape: a.
  ///   - rate: b; nil for one over the mean count.
  /// - Throws: ``StatisticsError``.
  public init(_ counts: [Int], shape: Double = 1, rate: Double? = nil) throws(StatisticsError) {
    try Check.counts(counts, atLeast: 2)
    try Check.positive(shape, "The shape of the prior")
    let sums = counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let total = sums[counts.count]
    guard total > 0 else { throw .nothingCounted }
    let rate = rate ?? Double(counts.count) / Double(total)
    try Check.positive(rate, "The rate of the prior")
    let marginal = { (events: Int, length: Int) -> Double in
      let posterior = shape + Double(events)
      return shape * logarithm(rate) - (SpecialFunctions.logGamma(shape) ?? 0)
        + (SpecialFunctions.logGamma(posterior) ?? 0) - posterior * logarithm(rate + Double(length))
    }
    let logs = (1..<counts.count).map { place in
      marginal(sums[place], place) + marginal(total - sums[place], counts.count - place)
    }
    let norm = logSumOfExponentials(logs)
    posterior = logs.map { exponential($0 - norm) }
    let factor = norm - logarithm(Double(counts.count - 1)) - marginal(total, counts.count)
    log10BayesFactor = factor / logarithm(10)
    (self.sums, self.shape, self.rate) = (sums, shape, rate)
  }

  /// The probability of a change when it had this probability before.
  public func probability(prior: Double = 0.5) -> Double? {
    guard prior > 0, prior < 1 else { return nil }
    let odds = log10BayesFactor * logarithm(10) + logarithm(prior / (1 - prior))
    return odds > 0 ? 1 / (1 + exponential(-odds)) : exponential(odds) / (1 + exponential(odds))
  }

  /// The number of periods before the most probable place; the earliest of equally probable ones.
  public var mostProbable: Int {
    var best = 0
    for (index, probability) in posterior.enumerated() where probability > posterior[best] { best = index }
    return best + 1
  }

  /// The places that hold this probability together, the most probable first taken, in order.
  public func places(holding probability: Double = 0.9) -> [Int] {
    let order = posterior.indices.sorted { posterior[$0] > posterior[$1] }
    var (sum, places) = (0.0, [Int]())
    for index in order where sum < probability {
      sum += posterior[index]
      places.append(index + 1)
    }
    return places.sorted()
  }

  /// A quantile of the rate after over the rate before, if the change is at the most probable place.
  ///
  /// Both rates are gamma distributed, so their ratio is Fisher's F times a constant.
  public func ratioQuantile(_ probability: Double) -> Double? {
    let (place, total) = (mostProbable, sums[sums.count - 1])
    let before = shape + Double(sums[place])
    let after = shape + Double(total - sums[place])
    let scale =
      after / before * (rate + Double(place)) / (rate + Double(sums.count - 1 - place))
    return SpecialFunctions.fisherQuantile(probability, 2 * after, 2 * before).map { $0 * scale }
  }
}
