/// The words of sums of money. Of two lines with the same word the first counts, those of dates before these.
enum MoneyWords {
  static let english: [Lexicon.Line] = [
    (.currency, 1, "dollar dollars usd greenback"), (.currency, 2, "yuan renminbi rmb cny"),
    (.currency, 3, "ruble rubles rouble roubles rub rur"), (.currency, 4, "euro euros eur"),
    (.currency, 5, "pound pounds sterling gbp"), (.currency, 6, "hkd"), (.currency, 7, "yen jpy"),
    (.currency, 8, "rupee rupees inr"), (.currency, 9, "tenge kzt"), (.currency, 10, "won krw"),
    (.currency, 11, "franc francs chf"), (.us, 1, "us u"), (.us, 6, "hk"),
    (.scale, 3, "thousand k*"), (.scale, 6, "million millions mln mn mio m*"),
    (.scale, 9, "billion billions bln bn b*"), (.scale, 12, "trillion trillions trn tn tln"),
    (.over, 0, "exceeding exceeds exceeded"), (.upTo, 0, "up maximum"),
    (.about, 0, "about around approximately roughly nearly almost some estimated circa"),
    (.atLeast, 0, "least minimum"), (.annual, 0, "annual annually yearly"), (.per, 0, "per every each"),
    (.valued, 0, "worth valued"), (.valuation, 0, "valuation valuing capitalization capitalisation"),
    (.total, 0, "totaling totalling total"), (.target, 0, "target targeted raise aims aim"),
    (.more, 0, "more"), (.less, 0, "less"),
  ]

  static let russian: [Lexicon.Line] = [
    (.currency, 1, "доллар доллара долларов долларах доллары долл"),
    (.currency, 2, "юань юаня юаней юанях юани"),
    (.currency, 3, "рубль рубля рублей рублях рубли руб р*"), (.currency, 4, "евро"),
    (.currency, 5, "фунт фунта фунтов"), (.currency, 7, "иена иены иен йена йены йен"),
    (.currency, 8, "рупия рупий"),
    (.currency, 9, "тенге"), (.scale, 3, "тыс тысяча тысячи тысяч тысячу"),
    (.scale, 6, "млн миллион миллиона миллионов миллиону миллионах"),
    (.scale, 9, "млрд миллиард миллиарда миллиардов миллиарду миллиардах"),
    (.scale, 12, "трлн триллион триллиона триллионов"),
    (.over, 0, "свыше более больше"), (.upTo, 0, "максимум"),
    (.about, 0, "около примерно порядка приблизительно почти"),
    (.atLeast, 0, "минимум"), (.less, 0, "менее меньше"),
    (.annual, 0, "ежегодно ежегодный ежегодных годовой годовых"),
    (.per, 0, "каждый"), (.valued, 0, "стоимостью стоимость"),
    (.valuation, 0, "капитализация капитализацией"),
    (.oneAndHalf, 0, "полтора полторы"), (.halfOf, 6, "полмиллиона"), (.halfOf, 9, "полмиллиарда"),
  ]

  static let chinese: [Lexicon.Line] = [
    (.currency, 1, "美元 美金"), (.currency, 2, "元 人民币 人民幣 元人民币 元人民幣"), (.currency, 3, "卢布 盧布"),
    (.currency, 4, "欧元 歐元"), (.currency, 5, "英镑 英鎊"), (.currency, 6, "港元 港币"), (.currency, 7, "日元 日圆"),
    (.scale, 4, "万 萬"), (.scale, 8, "亿 億"), (.scale, 12, "万亿 萬億"),
    (.over, 0, "超过 超過 逾 高于 多达"), (.upTo, 0, "最多 不超过 至多 最高"), (.about, 0, "约 約 大约 将近"),
    (.atLeast, 0, "至少 不少于 不低于"), (.annual, 0, "每年 年均"), (.valued, 0, "价值 總值 总值 价值约"),
    (.valuation, 0, "估值 市值"),
  ]
}
