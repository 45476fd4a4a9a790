/// How alike two sequences are.
enum Likeness {
  /// One less the share of symbols that must be put in, left out or replaced (Levenshtein's distance by the longer
  /// length); 0 where it would be below `least`.
  static func of(_ left: [UInt8], _ right: [UInt8], least: Double) -> Double {
    let longer = max(left.count, right.count)
    guard longer > 0 else { return 0 }
    let allowed = Int(Double(longer) * (1 - least) + 1e-9)
    guard abs(left.count - right.count) <= allowed else { return 0 }
    let distance = distance(left, right, atMost: allowed)
    return distance > allowed ? 0 : 1 - Double(distance) / Double(longer)
  }

  /// One row of the table at a time; more than `limit` may be told as any number above it.
  private static func distance(_ left: [UInt8], _ right: [UInt8], atMost limit: Int) -> Int {
    if left == right { return 0 }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: right.count + 1) { row in
      for j in 0...right.count { row.initializeElement(at: j, to: j) }
      for i in left.indices {
        var diagonal = row[0]
        row[0] = i + 1
        var best = row[0]
        for j in right.indices {
          let value = min(row[j] + 1, row[j + 1] + 1, diagonal + (left[i] == right[j] ? 0 : 1))
          diagonal = row[j + 1]
          row[j + 1] = value
          best = min(best, value)
        }
        if best > limit { return best }
      }
      return row[right.count]
    }
  }
}
