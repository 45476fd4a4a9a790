extension FarringtonFlexible {
  /// A period that the expected count is estimated from.
  struct Reference {
    let index: Int
    let count: Int
    /// For each block of the year but the window, whether the period lies in it.
    let factors: [Double]
  }

  static func reference(
    _ counts: [Int?], _ index: Int, _ settings: Settings
  ) throws(StatisticsError) -> [Reference] {
    try check(counts, index, settings)
    var blocks = [Int?](repeating: nil, count: counts.count)
    let (width, window) = (settings.halfWidth, settings.blocks)
    for place in index - width...index { blocks[place] = window }
    for year in 1...settings.years {
      let centre = index - year * settings.period
      for place in centre - width...centre + width where place < counts.count { blocks[place] = window }
      fill(&blocks, from: centre + width + 1, count: settings.period - 2 * width - 1, into: window - 1)
    }
    let past = settings.pastNotIncluded ?? width
    for place in max(0, index - past)...index { blocks[place] = nil }
    let chosen = blocks.indices.compactMap { place in
      if let block = blocks[place], let count = counts[place] { (place, block, count) } else { nil }
    }
    let levels = Set(chosen.map(\.1)).subtracting([window]).sorted()
    return chosen.map { place, block, count in
      Reference(index: place, count: count, factors: levels.map { $0 == block ? 1 : 0 })
    }
  }

  /// Numbers a stretch with near-equal blocks, the first ones the longer.
  private static func fill(_ blocks: inout [Int?], from start: Int, count: Int, into parts: Int) {
    guard parts > 0, count > 0 else { return }
    var place = start
    for part in 1...parts {
      for _ in 0..<count / parts + (part <= count % parts ? 1 : 0) {
        if place < blocks.count { blocks[place] = part }
        place += 1
      }
    }
  }

  private static func check(
    _ counts: [Int?], _ index: Int, _ settings: Settings
  ) throws(StatisticsError) {
    try Check.counts(counts.map { $0 ?? 0 })
    guard counts.indices.contains(index) else { throw .setting("The index", mustBe: "within the series") }
    try Check.atLeast(1, settings.period, "The period")
    try Check.atLeast(1, settings.years, "The number of years")
    try Check.atLeast(0, settings.halfWidth, "The half width")
    try Check.atLeast(1, settings.blocks, "The number of blocks")
    try Check.atLeast(0, settings.pastNotIncluded ?? 0, "The number of periods left out")
    try Check.atLeast(1, settings.leastEventsPeriods, "The number of periods looked at for events")
    try Check.probability(settings.significance, "The significance level")
    guard 2 * settings.halfWidth + 1 <= settings.period else {
      throw .setting("The half width", mustBe: "less than half of the period")
    }
    let needed = settings.years * settings.period + settings.halfWidth + 1
    guard index + 1 >= needed else { throw .tooFew(found: index + 1, needed: needed) }
  }
}
