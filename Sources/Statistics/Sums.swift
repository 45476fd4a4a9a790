extension Array where Element == Double {
  var sum: Double { reduce(0, +) }

  var mean: Double { sum / Double(count) }

  /// The sum of the squared distances from the mean.
  var squaredDeviations: Double {
    let centre = mean
    return reduce(0) { $0 + ($1 - centre) * ($1 - centre) }
  }

  /// The middle value, or the mean of the two middle ones; the array must not be empty.
  var median: Double {
    let sorted = sorted()
    let middle = count / 2
    return count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
  }
}
