internal import Documents
internal import Names

/// Chooses the sum of an act among those of its sentence, and says what it is.
enum Sums {
  private static let total = [
    "invested", "has put", "have put", "since put", "trade turnover", "trade reached", "turnover", "revenue",
    "portfolio",
    "worth of assets", "market value", "in assets", "total trade", "bilateral trade", "вложил",
    "товарооборот", "выручк", "оборот",
    "портфел", "объём торговли", "объем торговли", "贸易额", "累计投资", "营收", "市值", "已投资", "总投资",
  ].map { Array($0.utf8) }

  /// The first that is no total of something else.
  static func ofTheAct(_ part: Sentence, _ bytes: [UInt8]) -> Amounts.Found? {
    part.amounts.first { found in
      let head = bytes[max(part.scope.lowerBound, found.span.lowerBound - 60)..<found.span.lowerBound]
      return !total.contains { Array(head).contains($0) }
    }
  }

  static func amount(_ found: Amounts.Found, _ modality: Candidate.Modality) -> Candidate.Amount {
    let kind =
      found.kind.flatMap { Candidate.Amount.Kind(rawValue: $0.rawValue) }
      ?? (modality == .planned ? .target : .committed)
    return Candidate.Amount(value: found.value, currency: found.currency, kind: kind)
  }
}
