internal import Names

/// Texts in which Chinese and Russian bodies bid against each other in a third country.
enum Rivals {
  private static let words = Stems([
    "rival", " bid ", " bids", "bidder", "bidding", "tender", "shortlist", "competing", "competitor",
    "compete ", " vie ", " vying", "спорят", "соперн",
    "конкурир", "конкурент", "тендер", "претенд", "предложени", "противосто", "竞标", "竞争", "投标", "对手", "角逐",
    "招标", "入围",
  ])

  /// The title or the first sentences name a third country and speak of rivalry.
  static func isTheme(_ title: Sentence?, _ sentences: [Sentence], _ bytes: [UInt8]) -> Bool {
    let opening = [title].compactMap(\.self) + sentences.prefix(3)
    let third = opening.contains { sentence in
      sentence.matches.contains { $0.kind == .place && !["CN", "RU", "US", "EU"].contains($0.code) }
    }
    guard third else { return false }
    return opening.contains { sentence in
      sentence.span.count <= Word.longestSentence && words.isIn(bytes, sentence.span)
    }
  }
}
