extension Interval {
  /// The score of a central interval: its width, and 2 / alpha times what the observed value lies outside by.
  ///
  /// Source: Gneiting and Raftery (2007), section 6.2. Nil unless 0 < confidence < 1 and the limits are
  /// finite and in order.
  public func score(_ observed: Double, confidence: Double) -> Double? {
    guard confidence > 0, confidence < 1, observed.isFinite, lower <= upper else { return nil }
    let outside = max(0, lower - observed) + max(0, observed - upper)
    let score = upper - lower + 2 / (1 - confidence) * outside
    return score.isFinite ? score : nil
  }
}
