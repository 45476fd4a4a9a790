extension Day {
  /// The date as `YYYY-MM-DD`.
  ///
  /// A year before 0 has a minus sign, and one of more than four digits the letter Y, as in EDTF.
  public var description: String {
    "\(Self.text(ofYear: year))-\(month.padded(2))-\(day.padded(2))"
  }

  /// Reads `YYYY-MM-DD` with a year from 0000 to 9999, and nothing else.
  public init?(_ iso: String) {
    self.init(digits: Array(iso.utf8)[...])
  }

  /// Reads the ten bytes of `YYYY-MM-DD`.
  init?(digits: ArraySlice<UInt8>) {
    let bytes = Array(digits)
    guard bytes.count == 10, bytes[4] == Ascii.hyphen, bytes[7] == Ascii.hyphen,
      let year = Ascii.number(bytes[0..<4]), let month = Ascii.number(bytes[5..<7]),
      let day = Ascii.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The year as EDTF writes it: `2019`, `-0009`, `Y17000`.
  static func text(ofYear year: Int) -> String {
    (year.magnitude > 9999 ? "Y" : "") + year.padded(4)
  }
}
