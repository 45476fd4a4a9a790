/// Bayesian online change point detection: after each count, how long ago the rate last changed.
///
/// The run length grows by one with probability 1 - hazard and falls to 0 with probability hazard; counts of
/// a run are Poisson with a gamma prior, so the next one is negative binomial. Source: R. P. Adams and D. J.
/// C. MacKay, "Bayesian Online Changepoint Detection", arXiv:0710.3742 (2007). A run length of 0 means a
/// change after this count; the first run length is 0. Over-dispersed counts look like constant change: use
/// it only with a dispersion near 1.
public struct BOCPD: Hashable, Sendable {
  /// After each count, the probabilities of the run lengths 0, 1, 2, ...
  public let posteriors: [[Double]]

  /// The probabilities for counts, the chance of a change after each of them, and the gamma prior of the
  /// rate.
  public init(_ counts: [Int], hazard: Double, shape: Double = 1, rate: Double) throws(StatisticsError) {
    try Check.counts(counts)
    try Check.probability(hazard, "The hazard")
    try Check.positive(shape, "The shape of the prior")
    try Check.positive(rate, "The rate of the prior")
    guard counts.count <= 5_000 else { throw .tooLarge }
    var (current, sums, posteriors) = ([1.0], [0], [[Double]]())
    for count in counts {
      var next = [0.0]
      for (length, probability) in current.enumerated() {
        let (size, periods) = (shape + Double(sums[length]), rate + Double(length))
        let law = CountDistribution.negativeBinomial(size: size, probability: periods / (periods + 1))
        let joint = probability * (law.density(count) ?? 0)
        next[0] += joint * hazard
        next.append(joint * (1 - hazard))
      }
      let total = next.sum
      guard total > 0 else { throw .noEstimate }
      current = next.map { $0 / total }
      sums = [0] + sums.map { $0 + count }
      posteriors.append(current)
    }
    self.posteriors = posteriors
  }

  /// The most probable run length after each count.
  public var mostProbable: [Int] {
    posteriors.map { probabilities in
      var best = 0
      for (length, probability) in probabilities.enumerated() where probability > probabilities[best] {
        best = length
      }
      return best
    }
  }

  /// The probability, after each count, that the rate changed within the last `periods`.
  public func probability(within periods: Int) -> [Double] {
    posteriors.map { $0.prefix(max(0, periods) + 1).reduce(0, +) }
  }
}
