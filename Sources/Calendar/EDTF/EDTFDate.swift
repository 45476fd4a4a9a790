/// One date of EDTF level 1 that is not an interval: what its bytes allow.
struct EDTFDate {
  let earliest: Day
  let latest: Day
  let precision: EDTF.Precision
  var qualifier: EDTF.Qualifier?

  init(_ earliest: Day, _ latest: Day, _ precision: EDTF.Precision) {
    self.earliest = earliest
    self.latest = latest
    self.precision = precision
  }

  /// Reads a date that is not part of an interval.
  static func standing(alone bytes: ArraySlice<UInt8>) -> EDTFDate? {
    if let letter = bytes.firstIndex(of: UInt8(ascii: "T")) {
      // The day of a date and time is the day of the place that the text speaks of.
      guard let date = plain(bytes[..<letter]), date.precision == .day,
        TimeOfDay(bytes[(letter + 1)...]) != nil
      else { return nil }
      return date
    }
    return qualified(bytes)
  }

  /// Reads a date that is the start or the end of an interval, where level 1 has no unspecified digits.
  static func end(ofInterval bytes: ArraySlice<UInt8>) -> EDTFDate? {
    bytes.contains(Ascii.unspecified) ? nil : qualified(bytes)
  }

  private static func qualified(_ bytes: ArraySlice<UInt8>) -> EDTFDate? {
    guard let qualifier = EDTF.Qualifier(bytes.last) else { return plain(bytes) }
    var date = plain(bytes.dropLast())
    date?.qualifier = qualifier
    return date
  }

  private static func plain(_ bytes: ArraySlice<UInt8>) -> EDTFDate? {
    if bytes.first == UInt8(ascii: "Y") { return longYear(bytes.dropFirst()) }
    let isNegative = bytes.first == Ascii.hyphen
    let unsigned = isNegative ? bytes.dropFirst() : bytes
    let (year, rest) = (unsigned.prefix(4), unsigned.dropFirst(4))
    if year.last == Ascii.unspecified {
      return rest.isEmpty ? years(unspecified: year, isNegative: isNegative) : nil
    }
    guard year.count == 4, let digits = Ascii.number(year), !(isNegative && digits == 0) else { return nil }
    let number = isNegative ? -digits : digits
    if rest.isEmpty { return EDTFDate(year: number) }
    let parts = rest.split(separator: Ascii.hyphen, omittingEmptySubsequences: false)
    guard parts[0].isEmpty, parts.dropFirst().allSatisfy({ $0.count == 2 }) else { return nil }
    switch parts.count {
    case 2: return month(parts[1], of: number)
    case 3: return day(parts[2], of: parts[1], year: number)
    default: return nil
    }
  }

  /// `17000` or `-17000` behind the letter Y, which is for years that four digits cannot hold.
  private static func longYear(_ bytes: ArraySlice<UInt8>) -> EDTFDate? {
    let digits = bytes.first == Ascii.hyphen ? bytes.dropFirst() : bytes
    guard let year = Ascii.number(digits), digits.first != Ascii.zero, year > 9999, year <= Day.lastYear
    else { return nil }
    return EDTFDate(year: digits.count == bytes.count ? year : -year)
  }

  /// `201X` or `20XX`.
  private static func years(unspecified bytes: ArraySlice<UInt8>, isNegative: Bool) -> EDTFDate? {
    let known = bytes.prefix { $0 != Ascii.unspecified }
    guard bytes.count == 4, known.count >= 2,
      bytes.dropFirst(known.count).allSatisfy({ $0 == Ascii.unspecified }),
      let digits = Ascii.number(known)
    else { return nil }
    let (width, precision): (Int, EDTF.Precision) = known.count == 3 ? (10, .decade) : (100, .century)
    let (low, high) = (digits * width, digits * width + width - 1)
    return isNegative
      ? EDTFDate(years: -high...(-low), precision) : EDTFDate(years: low...high, precision)
  }

  private static func month(_ bytes: ArraySlice<UInt8>, of year: Int) -> EDTFDate? {
    if isUnspecified(bytes) { return EDTFDate(year: year) }
    switch Ascii.number(bytes) {
    case let month? where (1...12).contains(month):
      return EDTFDate(month, month, of: year, .month)
    case let season? where (21...24).contains(season):
      let first = (season - 20) * 3
      return EDTFDate(first, first + 2, of: year, .season)
    default: return nil
    }
  }

  private static func day(_ bytes: ArraySlice<UInt8>, of month: ArraySlice<UInt8>, year: Int) -> EDTFDate? {
    if isUnspecified(bytes) {
      if isUnspecified(month) { return EDTFDate(year: year) }
      guard let number = Ascii.number(month), (1...12).contains(number) else { return nil }
      return EDTFDate(number, number, of: year, .month)
    }
    guard let month = Ascii.number(month), let day = Ascii.number(bytes),
      let date = Day(year: year, month: month, day: day)
    else { return nil }
    return EDTFDate(date, date, .day)
  }

  private static func isUnspecified(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.elementsEqual("XX".utf8) }
}

extension EDTFDate {
  /// The whole year.
  init(year: Int) {
    self.init(years: year...year, .year)
  }

  private init(years: ClosedRange<Int>, _ precision: EDTF.Precision) {
    self.init(
      Day(validYear: years.lowerBound, month: 1, day: 1),
      Day(validYear: years.upperBound, month: 12, day: 31), precision)
  }

  /// From the first to the last of the months; those above 12 are in the next year.
  private init(_ first: Int, _ last: Int, of year: Int, _ precision: EDTF.Precision) {
    let (lastYear, lastMonth) = last > 12 ? (year + 1, last - 12) : (year, last)
    self.init(
      Day(validYear: year, month: first, day: 1),
      Day(
        validYear: lastYear, month: lastMonth,
        day: Day.daysInMonth(year: lastYear, month: lastMonth)), precision)
  }
}
