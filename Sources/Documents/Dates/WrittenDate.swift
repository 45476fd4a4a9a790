public import Calendar

/// A date as a text writes it: the parts it names, and where.
public struct WrittenDate: Hashable, Sendable {
  /// The year, if it is written.
  public var year: Int?
  /// The month, 1 to 12, if it is written.
  public var month: Int?
  /// The day, 1 to 31, if it is written.
  public var day: Int?
  /// The last day of a range such as `13-14 June`.
  public var lastDay: Int?
  /// Byte offsets in the text.
  public var span: Range<Int>
  /// The other reading of figures that nobody can tell apart: `07/11/2018` is in November or in July.
  public var other: MonthAndDay?

  /// A month and a day of it.
  public struct MonthAndDay: Hashable, Sendable {
    /// 1 to 12.
    public var month: Int
    /// 1 to 31.
    public var day: Int
  }

  /// A date of the given parts.
  public init(year: Int? = nil, month: Int? = nil, day: Int? = nil, lastDay: Int? = nil, span: Range<Int>) {
    self.year = year
    self.month = month
    self.day = day
    self.lastDay = lastDay
    self.span = span
  }

  /// The date in full. A year that is not written is the one that brings the date nearest to `reference`, a
  /// month that is not written is that of the last such day before it; without a reference the date stays open.
  /// Of two readings the one within a month of the reference counts, if only one lies there; else there is no telling.
  public func resolved(near reference: Day?) -> EDTF? {
    guard let other else { return resolvedAlone(near: reference) }
    var swapped = self
    (swapped.month, swapped.day, swapped.other) = (other.month, other.day, nil)
    guard let reference else { return nil }
    let near = [resolvedAlone(near: reference), swapped.resolvedAlone(near: reference)].compactMap { $0 }
      .filter {
        $0.latest.map { abs($0.distance(to: reference)) <= 31 } ?? false
      }
    return near.count == 1 ? near[0] : nil
  }

  /// Both readings of figures that nobody can tell apart, as they are written first; nothing for other dates.
  var readings: [EDTF] {
    guard let other, let year else { return [] }
    var swapped = self
    (swapped.month, swapped.day) = (other.month, other.day)
    return [self, swapped].compactMap { $0.edtf(year: year, month: $0.month) }
  }

  private func resolvedAlone(near reference: Day?) -> EDTF? {
    if let year { return edtf(year: year, month: month) }
    guard let reference else { return nil }
    guard let month else {
      guard let day else { return nil }
      // "24日": this month's, or last month's where this month's has not come yet.
      let (year, month) = Resolver.month(reference, day <= reference.day ? 0 : -1)
      return edtf(year: year, month: month)
    }
    let years = [reference.year, reference.year - 1, reference.year + 1]
    let best = years.compactMap { year in
      Day(year: year, month: month, day: min(day ?? 15, 28)).map { (year, abs($0.distance(to: reference))) }
    }.min { $0.1 < $1.1 }
    return best.flatMap { edtf(year: $0.0, month: month) }
  }

  private func edtf(year: Int, month: Int?) -> EDTF? {
    guard let first = Resolver.stretch(year, month, month == nil ? nil : day) else { return nil }
    guard let lastDay, let last = Resolver.stretch(year, month, lastDay) else { return first.edtf }
    return Stretch(first.from, last.to).edtf
  }
}
