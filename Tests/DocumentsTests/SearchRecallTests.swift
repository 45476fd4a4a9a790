import Documents
import Names
import SQLite
import TestSupport
import Testing

/// Searches beside plain scans of the same texts: every row that the scan finds is found, and no other.
@Suite("Search against a scan")
struct SearchRecallTests {
  let bench: Bench

  init() throws { bench = try Bench() }

  func fill(_ texts: [String]) throws {
    for (number, text) in texts.enumerated() {
      try SearchIndex.add(
        kind: "note", record: number, title: "", body: Array(text.utf8), in: bench.db)
    }
  }

  func found(_ query: String) throws -> Set<Int> {
    let hits = try SearchIndex.query(
      SearchQuery(query, in: bench.db), limit: .max, in: bench.db)
    return Set(hits.map(\.record))
  }

  /// Short texts made of the query itself, of its parts, and of parts with something between them.
  private func chinese(_ queries: [String], _ random: inout SplitMix64) -> [String] {
    let filler = Array("的一在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可")
    let breaks = ["，", "。", " ", "\n", "（", "5G", "AI", "“", "·", ""]
    return (0..<3_000).map { _ in
      (0..<Int.random(in: 2...6, using: &random)).map { _ in
        let word = Array(queries.randomElement(using: &random)!)
        let start = Int.random(in: 0..<word.count, using: &random)
        let piece = Bool.random(using: &random) ? word[...] : word[start...]
        return String(piece) + breaks.randomElement(using: &random)!
          + String(filler[Int.random(in: 0..<filler.count, using: &random)])
      }.joined()
    }
  }

  @Test("Fifty Chinese queries find what a scan for the characters finds, and no more")
  func chineseQueries() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix64(seed: seed)
    let queries = """
      华为 中俄 俄罗斯 中国 俄 华 斯科尔科沃 北斗 格洛纳斯 人工智能 量子通信 核电 田湾核电站 徐大堡 国家原子能公司 月球科研站 嫦娥 \
      航天 宽体客机 深圳北理莫斯科大学 哈工大 莫斯科大学 科技创新年 直接投资基金 中兴 百度 腾讯 无人机 芯片 半导体 制裁 出口管制 \
      实体清单 谅解备忘录 联合声明 总理 定期会晤 委员会 分委会 科技园 孵化器 创新大赛 联合实验室 中科院 俄科学院 数字经济 \
      网络安全 超级计算机 生物医药 疫苗
      """.split(separator: " ").map(String.init)
    #expect(queries.count == 50)
    let texts = chinese(queries, &random)
    try fill(texts)
    for query in queries {
      let scanned = Set(texts.indices.filter { texts[$0].contains(query) })
      #expect(try found(query) == scanned, "\(query), seed \(seed)")
    }
  }

  @Test("Fifty Russian words are found in each of their forms, and nothing else is")
  func russianQueries() throws {
    let lines = Self.lexemes.split(separator: "\n")
    #expect(lines.count == 50)
    let forms = lines.map { $0.split(separator: " ").map(String.init) }
    let strangers = Self.strangers.split(whereSeparator: \.isWhitespace).map(String.init)
    // Every form in a text of its own, between words that look like some of them.
    let texts = (forms.flatMap(\.self) + strangers).enumerated().map { index, form in
      "Вчера \(index % 3 == 0 ? form.uppercased() : form), как сообщалось, \(strangers[index % strangers.count])."
    }
    try fill(texts)
    let words = texts.map { text in
      Set(text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    }
    for lexeme in forms {
      let listed = Set(lexeme.map { $0.lowercased() })
      let scanned = Set(texts.indices.filter { !words[$0].isDisjoint(with: listed) })
      let hits = try found(lexeme[0])
      #expect(
        hits == scanned,
        "\(lexeme[0]): missed \(scanned.subtracting(hits).map { texts[$0] }), extra \(hits.subtracting(scanned).map { texts[$0] })"
      )
    }
  }

  @Test(
    "A word typed in another form than its first finds the others too",
    arguments: [
      ("договора", "договором"), ("соглашениями", "соглашение"), ("сделок", "сделка"), ("рынка", "рынок"),
      ("Сколкове", "Сколково"), ("поставках", "поставок"), ("российской", "российские"),
      ("подписали", "подписано"), ("университетов", "университете"), ("компаний", "компания"),
    ])
  func otherForms(query: String, wanted: String) throws {
    try fill(["\(wanted)", "\(query)", "совсем другое"])
    #expect(try found(query) == [0, 1])
  }

  /// A line a word: the query, then all its forms.
  private static let lexemes = """
    соглашение соглашения соглашению соглашением соглашении соглашений соглашениям соглашениями соглашениях
    договор договора договору договором договоре договоры договоров договорам договорами договорах
    меморандум меморандума меморандуму меморандумом меморандуме меморандумы меморандумов меморандумам
    Сколково Сколкова Сколкову Сколковом Сколкове
    Роскосмос Роскосмоса Роскосмосу Роскосмосом Роскосмосе
    Росатом Росатома Росатому Росатомом Росатоме
    Китай Китая Китаю Китаем Китае
    Россия России Россию Россией
    Москва Москвы Москве Москву Москвой
    Пекин Пекина Пекину Пекином Пекине
    Хуавэй Хуавэя Хуавэю Хуавэем Хуавэе
    РФ
    КНР
    рынок рынка рынку рынком рынке рынки рынков рынкам рынками рынках
    сделка сделки сделке сделку сделкой сделок сделкам сделками сделках
    поставка поставки поставке поставку поставкой поставок поставкам поставками поставках
    разработка разработки разработке разработку разработкой разработок разработкам разработками разработках
    станок станка станку станком станке станки станков станкам станками станках
    день дня дню днем днём дне дни дней дням днями днях
    год года году годом годе годы годов лет годам годами годах
    лаборатория лаборатории лабораторию лабораторией лабораторий лабораториям лабораториями лабораториях
    технология технологии технологию технологией технологий технологиям технологиями технологиях
    станция станции станцию станцией станций станциям станциями станциях
    академия академии академию академией академий академиям академиями академиях
    университет университета университету университетом университете университеты университетов университетам
    институт института институту институтом институте институты институтов институтам институтами институтах
    спутник спутника спутнику спутником спутнике спутники спутников спутникам спутниками спутниках
    двигатель двигателя двигателю двигателем двигателе двигатели двигателей двигателям двигателями двигателях
    связь связи связью связей связям связями связях
    сеть сети сетью сетей сетям сетями сетях
    область области областью областей областям областями областях
    уровень уровня уровню уровнем уровне уровни уровней уровням уровнями уровнях
    право права праву правом праве правам правами правах
    санкции санкция санкцию санкцией санкций санкциям санкциями санкциях
    переговоры переговоров переговорам переговорами переговорах
    деньги денег деньгам деньгами деньгах
    учёный ученый ученого учёного учёному ученому учёным ученым учёном учёная учёной учёную учёное учёные учёных учеными
    российский российского российскому российским российском российская российской российскую российское российские российских
    китайский китайского китайскому китайским китайском китайская китайской китайскую китайское китайские китайских
    совместный совместного совместному совместным совместном совместная совместной совместную совместное совместные совместных
    общий общего общему общим общем общая общей общую общее общие общих общими
    китаец китайца китайцу китайцем китайце китайцы китайцев китайцам китайцами китайцах
    россиянин россиянина россиянину россиянином россияне россиян россиянам россиянами
    судно судна судну судном судне суда судов судам судами судах
    время времени временем времена времен времён временам временами
    завод завода заводу заводом заводе заводы заводов заводам заводами заводах
    подписать подписал подписала подписали подписано подписан подписаны подписанный подписанное подписав
    поставить поставил поставила поставили поставит поставлен поставлено поставлены поставят
    запустить запустил запустила запустили запустит запущен запущена запущено запустят
    Путин Путина Путину Путиным Путине
    """

  /// Words that begin like some of the above and are others.
  private static let strangers = """
    соглашатель технолог технологический правый правило правительство сетка связной станционный китаевед академик
    двигаться суданский общество общежитие договорный москвич пекинес рыночный годный денежный времянка заводской
    """
}
