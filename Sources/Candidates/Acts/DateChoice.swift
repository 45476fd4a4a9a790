internal import Calendar
internal import Documents

/// Chooses the date of an act among those of its sentence.
enum DateChoice {
  /// The date that stands nearest to the act: a coarser one counts as farther away, one that opens the sentence
  /// as near. Of a plan its target.
  static func nearest(_ dates: [Dates.Found], _ act: Act, _ sentence: Sentence, _ text: StoredText) -> Dates
    .Found?
  {
    let own = dates.filter { !$0.isBound && isClose($0.date) && !isTerm($0, text.bytes) }
    guard own.count > 1 else { return own.first }
    if act.modality == .planned, let day = text.published?.latest {
      let targets = own.filter { ($0.date.latest ?? day) > day }
      if let target = targets.min(by: { cost($0, act, sentence, text) < cost($1, act, sentence, text) }) {
        return target
      }
    }
    return own.min { cost($0, act, sentence, text) < cost($1, act, sentence, text) }
  }

  private static let terms = ["covering ", "for ", "на ", "период ", "period of ", "the years ", "through "]
    .map {
      Array($0.utf8)
    }

  /// "A programme for 2025 to 2027": years that something is to hold for.
  static func isTerm(_ found: Dates.Found, _ bytes: [UInt8]) -> Bool {
    guard let first = found.date.earliest, let last = found.date.latest, first.distance(to: last) > 400 else {
      return false
    }
    let head = bytes[max(0, found.span.lowerBound - 20)..<found.span.lowerBound]
    return terms.contains { head.suffix($0.count).elementsEqual($0) }
  }

  /// A century or a decade dates nothing.
  private static func isClose(_ date: EDTF) -> Bool {
    date.precision != .century && date.precision != .decade
  }

  private static func cost(_ found: Dates.Found, _ act: Act, _ sentence: Sentence, _ text: StoredText) -> Int
  {
    var cost = distance(found.span, act.anchor, text.bytes)
    if found.span.lowerBound - sentence.scope.lowerBound < 12 { cost = min(cost, 12) }
    switch found.date.precision {
    case .day, .interval: break
    case .month: cost += 12
    case .season: cost += 30
    default: cost += 60
    }
    return cost
  }

  /// In letters, roughly: those of Russian and Chinese take two and three bytes.
  private static func distance(_ a: Range<Int>, _ b: Range<Int>?, _ bytes: [UInt8]) -> Int {
    guard let b, !a.overlaps(b) else { return 0 }
    let gap = a.upperBound <= b.lowerBound ? a.upperBound..<b.lowerBound : b.upperBound..<a.lowerBound
    let lead = gap.isEmpty ? 0 : bytes[b.lowerBound]
    return lead >= 0xE0 ? gap.count : lead >= 0xC0 ? gap.count / 2 : gap.count
  }
}
