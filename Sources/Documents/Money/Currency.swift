/// The currencies that the sums of texts come in; the value of ``Word/currency``.
enum Currency: Int, CaseIterable {
  case usd = 1, cny, rub, eur, gbp, hkd, jpy, inr, kzt, krw, chf

  /// The code of ISO 4217.
  var code: String {
    switch self {
    case .usd: "USD"
    case .cny: "CNY"
    case .rub: "RUB"
    case .eur: "EUR"
    case .gbp: "GBP"
    case .hkd: "HKD"
    case .jpy: "JPY"
    case .inr: "INR"
    case .kzt: "KZT"
    case .krw: "KRW"
    case .chf: "CHF"
    }
  }
}
