/// The words by which a body is known that has no entry among the names: "Perm start-up Promobot",
/// «Новосибирский институт ...», 俄罗斯……公司.
enum BodyShape {
  /// Words that say what a body is, with the kind they say.
  static let nouns: [String: String] = [
    "company": "company", "companies": "company", "firm": "company", "firms": "company", "maker": "company",
    "manufacturer": "company", "producer": "company", "developer": "company", "startup": "company",
    "start-up": "company", "start-ups": "company", "startups": "company", "giant": "company",
    "operator": "company", "carrier": "company", "group": "company", "supplier": "company",
    "conglomerate": "company", "planemaker": "company", "shipbuilder": "company", "chipmaker": "company",
    "carmaker": "company", "automaker": "company", "retailer": "company", "provider": "company",
    "contractor": "company", "integrator": "company", "holding": "company", "vendor": "company",
    "concern": "company", "subsidiary": "company", "enterprise": "company", "corporation": "company",
    "corp": "company", "co": "company", "inc": "company", "ltd": "company", "llc": "company",
    "pjsc": "company", "jsc": "company", "technologies": "company", "electronics": "company",
    "microelectronics": "company", "healthcare": "company", "robotics": "company", "systems": "company",
    "airlines": "company", "telecom": "company", "software": "company", "shipyard": "company",
    "plant": "company", "works": "company", "marketplace": "company", "platform": "company",
    "bank": "company", "exchange": "company", "insurer": "company", "distributor": "company",
    "semiconductor": "company", "semiconductors": "company", "aerospace": "company", "motors": "company",
    "pharma": "company", "pharmaceuticals": "company", "biotech": "company", "energy": "company",
    "trader": "company", "exporter": "company", "importer": "company", "dealer": "company",
    "reseller": "company", "lender": "company", "builder": "company", "airline": "company",
    "brand": "company", "chain": "company", "unit": "company", "refiner": "company", "portal": "company",
    "utility": "company", "laboratories": "institute", "treasury": "ministry", "customs": "agency",
    "fund": "fund", "trust": "fund", "capital": "fund", "ventures": "fund", "investment": "fund",
    "investments": "fund", "foundation": "fund",
    "university": "university", "college": "university", "academy": "institute", "institute": "institute",
    "institutes": "institute", "laboratory": "institute", "lab": "institute",
    "observatory": "institute", "society": "other", "association": "other", "union": "other",
    "federation": "other", "council": "agency", "chamber": "other", "consortium": "other",
    "alliance": "other", "ministry": "ministry", "agency": "agency", "administration": "agency",
    "committee": "agency", "bureau": "agency", "commission": "agency", "department": "agency",
    "embassy": "ministry", "technopark": "park", "park": "park", "cluster": "park", "incubator": "park",
    "center": "institute", "centre": "institute", "school": "university", "hospital": "other",
    "museum": "other", "library": "other", "navy": "agency", "army": "agency",
  ]

  /// Beginnings of the Russian words, as they are inflected.
  static let russianNouns: [(stem: String, kind: String)] = [
    ("компани", "company"), ("корпораци", "company"), ("госкорпораци", "company"), ("концерн", "company"),
    ("холдинг", "company"), ("предприяти", "company"), ("завод", "company"), ("фирм", "company"),
    ("стартап", "company"), ("разработчик", "company"), ("производител", "company"), ("оператор", "company"),
    ("группа", "company"), ("группы", "company"), ("группой", "company"), ("группе", "company"),
    ("группу", "company"), ("ооо", "company"), ("оао", "company"), ("ао", "company"), ("пао", "company"),
    ("зао", "company"), ("фгуп", "company"), ("нпо", "company"), ("банк", "company"), ("верф", "company"),
    ("интегратор", "company"), ("поставщик", "company"), ("дистрибьютор", "company"), ("гигант", "company"),
    ("маркетплейс", "company"), ("авиакомпани", "company"), ("платформ", "company"), ("фонд", "fund"),
    ("университет", "university"), ("госуниверситет", "university"), ("вуз", "university"),
    ("институт", "institute"), ("нии", "institute"), ("академи", "institute"), ("лаборатори", "institute"),
    ("центр", "institute"), ("обсерватори", "institute"), ("министерств", "ministry"),
    ("агентств", "agency"), ("управлени", "agency"), ("администраци", "agency"), ("комитет", "agency"),
    ("комисси", "agency"), ("ведомств", "agency"), ("посольств", "ministry"), ("технопарк", "park"),
    ("кластер", "park"), ("ассоциаци", "other"), ("союз", "other"), ("общество", "other"),
    ("обществ", "other"), ("консорциум", "other"), ("палат", "other"),
  ]

  static func russianKind(_ word: String) -> String? {
    guard word.utf8.first ?? 0 >= 0xD0 else { return nil }
    for noun in russianNouns where word.utf8.starts(with: noun.stem.utf8) {
      // A short one has to be the word itself.
      if noun.stem.utf8.count <= 6 { if word == noun.stem { return noun.kind } else { continue } }
      if word.utf8.count <= noun.stem.utf8.count + 8 { return noun.kind }
    }
    return nil
  }

  static func kind(_ word: String) -> String? { nouns[word] ?? russianKind(word) }

  /// Endings of Chinese names, longest first.
  static let hanEndings: [(text: String, kind: String)] = [
    ("研究中心", "institute"), ("科学院", "institute"), ("工程院", "institute"), ("研究所", "institute"),
    ("研究院", "institute"), ("设计院", "institute"), ("实验室", "institute"), ("天文台", "institute"),
    ("大使馆", "ministry"), ("总领馆", "ministry"), ("委员会", "agency"), ("基金会", "fund"),
    ("国防部", "ministry"), ("外交部", "ministry"), ("科技部", "ministry"), ("商务部", "ministry"),
    ("教育部", "ministry"), ("发展部", "ministry"), ("贸易部", "ministry"), ("高教部", "ministry"),
    ("工信部", "ministry"), ("科技园", "park"), ("产业园", "park"), ("总公司", "company"),
    ("军队", "agency"), ("海军", "agency"), ("空军", "agency"), ("政府", "ministry"), ("分行", "company"),
    ("公司", "company"), ("集团", "company"), ("银行", "company"), ("大学", "university"),
    ("学院", "university"), ("联盟", "other"), ("协会", "other"), ("学会", "other"), ("商会", "other"),
    ("总局", "agency"), ("航天局", "agency"), ("人民政府", "ministry"), ("科技局", "agency"), ("科技厅", "agency"),
    ("商务厅", "agency"), ("商务局", "agency"), ("教育厅", "agency"), ("教育局", "agency"), ("民航局", "agency"),
    ("能源局", "agency"), ("地震局", "agency"), ("气象局", "agency"), ("管委会", "agency"), ("监督局", "agency"),
    ("办公室", "agency"), ("海关", "agency"), ("法院", "agency"), ("资本", "fund"), ("创投", "fund"),
    ("技术园", "park"), ("材料所", "institute"), ("物理所", "institute"), ("光机所", "institute"), ("化物所", "institute"),
    ("计算所", "institute"), ("自动化所", "institute"), ("航天局", "agency"), ("气动院", "institute"),
    ("总医院", "institute"), ("高新区", "park"), ("开发区", "park"), ("园区", "park"), ("孵化器", "park"),
    ("加速器", "park"), ("医院", "institute"), ("植物园", "institute"), ("博物馆", "other"), ("股份", "company"),
    ("航空", "company"), ("电力", "company"), ("造船厂", "company"), ("制药厂", "company"), ("交易所", "company"),
    ("支付", "company"), ("舰队", "agency"), ("能源部", "ministry"),
    ("卫生部", "ministry"), ("文化部", "ministry"), ("信息化部", "ministry"), ("财政部", "ministry"), ("工厂", "company"),
    ("基金", "fund"), ("集群", "park"),
  ]

  /// Words that do not stand inside a name.
  static let hanVerbs = [
    "合建", "共建", "合办", "合设", "主办", "承办", "宣布", "披露", "商定", "签约", "开设", "启用", "邀请", "聘请",
    "获得", "赢得", "接待", "拒绝", "取消", "暂停", "中止", "出资", "决定", "计划", "同意", "开始", "完成", "参加", "联合成", "联合建", "联合设",
    "联合举", "联合研", "举行", "举办", "签署", "签订", "成立", "设立", "企业",
  ]

  /// Chinese characters that do not stand inside a name.
  static let hanStops = Set(
    "和与同及跟、，。；：的在向对将是了于从为并把被也都又以由到就等其该这那年月日（）()“”《》「」！？".unicodeScalars)
}
