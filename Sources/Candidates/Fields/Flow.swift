internal import Names

/// Who gives to whom, where words of giving stand beside the one that receives: "delivered to Russia", "поставки в
/// Китай", 向俄罗斯出口.
enum Flow {
  private static let giving = Stems([
    "deliver", "ship", "export", "suppl", "sold", "sell", "transfer", "hand", "sent", "send", "provid",
    "постав",
    "отгруз", "экспорт", "переда", "прода", "отправ", "交付", "出口", "供应", "提供", "移交", "出售", "供货", "发运", "转让",
  ])
  private static let taking = Stems([
    "bought", "buy", "purchas", "import", "receiv", "order", "acquir", "куп", "закуп", "импорт", "получ",
    "приобр",
    "采购", "购买", "进口", "接收", "引进", "订购",
  ])
  private static let to = [" to ", " в ", " for ", "向", "对", "给"].map { Array($0.utf8) }
  private static let from = [" from ", " из ", " у ", "从", "自", "向"].map { Array($0.utf8) }

  static func find(_ sentence: Sentence, _ bytes: [UInt8]) -> Candidate.Field<String>? {
    guard sentence.scope.count <= Word.longestSentence else { return nil }
    let gives = giving.isIn(bytes, sentence.scope)
    let takes = taking.isIn(bytes, sentence.scope)
    guard gives != takes else { return nil }
    for match in sentence.matches where match.kind == .state && !match.isWeak && match.code != "both" {
      let head = bytes[max(sentence.scope.lowerBound, match.start - 8)..<match.start].map {
        0x41...0x5A ~= $0 ? $0 | 0x20 : $0
      }
      if gives, to.contains(where: { head.suffix($0.count).elementsEqual($0) }) {
        return .init(match.code == "ru" ? "cn-to-ru" : "ru-to-cn", match.span)
      }
      if takes, from.contains(where: { head.suffix($0.count).elementsEqual($0) }) {
        return .init(match.code == "ru" ? "ru-to-cn" : "cn-to-ru", match.span)
      }
    }
    return nil
  }
}
