/// Numbers of trends in words: rounded half up, alike on every machine.
public enum TrendNumber {
  /// A ratio with two decimals, three where it is below 0.1; without limit: `inf`.
  public static func ratio(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value > 0 ? "inf" : "-inf" }
    return fixed(value, abs(value) > 0 && abs(value) < 0.1 ? 3 : 2)
  }

  /// A p: `<0.001`, else three decimals.
  public static func p(_ value: Double) -> String { value < 0.001 ? "<0.001" : fixed(value, 3) }

  /// A small probability with two digits that say something: 0.028, 0.00042.
  public static func small(_ value: Double) -> String {
    var (digits, scaled) = (2, value * 10)
    while scaled > 0, scaled < 1, digits < 12 { (digits, scaled) = (digits + 1, scaled * 10) }
    return fixed(value, digits)
  }

  /// A number of `digits` decimals.
  public static func fixed(_ value: Double, _ digits: Int) -> String {
    let scale = (0..<digits).reduce(1) { product, _ in product * 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return "\(sign)\(scaled)" }
    let rest = String(scaled % scale)
    return "\(sign)\(scaled / scale).\(String(repeating: "0", count: digits - rest.count))\(rest)"
  }
}
