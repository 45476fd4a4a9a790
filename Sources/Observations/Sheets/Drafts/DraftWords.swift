/// Words of headers by which a column of a sheet is taken for one of ours.
enum DraftWords {
  /// Our columns in the order in which they are looked for, with the words of their headers.
  static let all: [(column: String, words: [String])] = [
    (
      "event_date",
      ["date", "event date", "when", "day", "дата", "дата события", "когда", "日期", "时间", "事件日期"]
    ),
    (
      "title",
      [
        "title", "event", "project", "name", "headline", "название", "наименование", "событие", "проект",
        "мероприятие", "тема", "标题", "项目", "名称", "事件",
      ]
    ),
    (
      "summary",
      [
        "summary", "description", "details", "описание", "содержание", "суть", "подробности", "摘要", "描述",
        "内容",
      ]
    ),
    (
      "mechanism",
      [
        "mechanism", "type", "category", "form", "kind", "тип", "вид", "форма", "категория", "механизм", "类型",
        "形式",
        "合作形式",
      ]
    ),
    ("instrument", ["instrument", "document", "документ", "инструмент", "文件", "协议"]),
    ("stage", ["stage", "status", "phase", "стадия", "статус", "этап", "阶段", "状态"]),
    (
      "sectors",
      [
        "sector", "technology", "field", "industry", "area", "отрасль", "технология", "область", "сфера",
        "направление", "领域", "行业", "技术",
      ]
    ),
    (
      SheetActors.column,
      [
        "actors", "parties", "participants", "organisations", "organizations", "companies", "участники",
        "стороны",
        "организации", "компании", "参与方", "各方", "机构", "参与机构",
      ]
    ),
    (
      "actors_cn",
      [
        "chinese side", "chinese party", "chinese partner", "china", "китайская сторона", "китайский партнер",
        "китай",
        "кнр", "中方", "中国", "中方机构",
      ]
    ),
    (
      "actors_ru",
      [
        "russian side", "russian party", "russian partner", "russia", "российская сторона",
        "российский партнер",
        "россия", "рф", "俄方", "俄罗斯", "俄方机构",
      ]
    ),
    ("place", ["place", "city", "location", "место", "город", "地点", "城市"]),
    ("country", ["country", "страна", "国家"]),
    (
      "amount",
      [
        "amount", "sum", "value", "cost", "investment", "volume", "сумма", "стоимость", "объем", "инвестиции",
        "金额",
        "投资", "投资额",
      ]
    ),
    ("currency", ["currency", "валюта", "币种", "货币"]),
    ("due", ["due", "deadline", "target date", "срок", "期限", "完成时间"]),
    ("source_url", ["url", "link", "source url", "ссылка", "адрес", "链接", "网址"]),
    ("outlet", ["outlet", "source", "publisher", "источник", "издание", "сми", "来源", "媒体"]),
    (
      "source_date",
      ["published", "publication date", "source date", "дата публикации", "опубликовано", "发布日期"]
    ),
    ("id", ["id", "no", "no.", "nr", "number", "№", "номер", "编号", "序号"]),
    ("tags", ["tags", "labels", "теги", "метки", "标签"]),
    ("tlp", MarkingColumns.words),
  ]

  /// What stands before or behind names and tells their side.
  static let marks: [(text: String, side: String)] = [
    ("РФ:", "ru"), ("КНР:", "cn"), ("Россия:", "ru"), ("Китай:", "cn"), ("RU:", "ru"), ("CN:", "cn"),
    ("Russia:", "ru"),
    ("China:", "cn"), ("RF:", "ru"), ("PRC:", "cn"), ("中方：", "cn"), ("俄方：", "ru"), ("中方:", "cn"),
    ("俄方:", "ru"),
    ("(РФ)", "ru"), ("(КНР)", "cn"), ("(Россия)", "ru"), ("(Китай)", "cn"), ("(RU)", "ru"), ("(CN)", "cn"),
    ("(Russia)", "ru"), ("(China)", "cn"), ("(RF)", "ru"), ("(PRC)", "cn"), ("（中）", "cn"), ("（俄）", "ru"),
  ]

  /// Rows that sum up begin so.
  static let totals = ["итого", "всего", "total", "sum", "合计", "总计"]

  /// True of a header that names one of the two sides.
  static func isOfOneSide(_ header: String) -> Bool {
    all.contains { ["actors_cn", "actors_ru"].contains($0.column) && score(header, $0.words) > 1 }
  }

  /// 3 for a header that is the word, 2 for one that has it as a word, 1 for one that holds it; else 0.
  static func score(_ header: String, _ words: [String]) -> Int {
    let header = header.folded
    let parts = Set(header.split { !$0.isLetter && !$0.isNumber && $0 != "№" }.map(String.init))
    return words.map { word in
      if header == word { return 3 }
      if parts.contains(word) || (word.contains(" ") && header.contains(word)) { return 2 }
      return word.utf8.count > 5 && header.contains(word) ? 1 : 0
    }.max() ?? 0
  }
}
