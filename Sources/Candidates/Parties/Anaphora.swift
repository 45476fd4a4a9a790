/// Words that stand for somebody or something named before: "the two sides", «компания», 双方, "under the deal".
enum Anaphora {
  enum Meaning: Equatable {
    /// Both bodies of a pair.
    case pair
    /// Both states.
    case states
    /// One body of a kind; any where it is nil.
    case one(String?)
    /// The deal, programme or document between the two of whom the text spoke.
    case deal
  }

  struct Found {
    var meaning: Meaning
    var span: Range<Int>
  }

  private struct Phrase {
    var words: [String]
    var meaning: Meaning
  }

  /// What a sentence has of them, in order of place.
  static func all(in words: [Word]) -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < words.count {
      let phrase = table[words[at].text]?.first { phrase in
        // "An agreement was signed": only as the subject does it go on with what was told.
        at + phrase.words.count <= words.count
          && (at == 0 || (words[at].text != "a" && words[at].text != "an"))
          && zip(words[at...], phrase.words).allSatisfy { $0.text == $1 }
      }
      guard let phrase else {
        at += 1
        continue
      }
      let last = at + phrase.words.count - 1
      found.append(
        Found(meaning: phrase.meaning, span: words[at].span.lowerBound..<words[last].span.upperBound))
      at = last + 1
    }
    return found
  }

  private static let table: [String: [Phrase]] = {
    var table: [String: [Phrase]] = [:]
    func add(_ meaning: Meaning, _ phrases: [String]) {
      for phrase in phrases {
        let isHan = phrase.utf8.first.map { 0xE4...0xE9 ~= $0 } ?? false
        let words = isHan ? phrase.map { String($0) } : phrase.split(separator: " ").map(String.init)
        table[words[0], default: []].append(Phrase(words: words, meaning: meaning))
      }
    }
    add(
      .pair,
      [
        "the chinese side", "the russian side", "chinese partners", "russian partners", "its chinese partner",
        "its russian partner", "китайская сторона", "российская сторона", "китайские партнёры",
        "китайские партнеры",
        "российские партнёры", "российские партнеры", "俄方", "中方",
        "the two sides", "both sides", "the same two companies", "the same two", "the same pair",
        "the two banks",
        "both banks", "the two institutes", "both institutes", "both ministries", "both corporations",
        "the two makers",
        "both teams", "the two teams", "the two laboratories", "the two schools", "both schools",
        "the two plants",
        "обе команды", "оба института", "институты", "обе фирмы", "оба министерства", "обе корпорации",
        "оба завода",
        "обоих вузов", "обоих институтов", "обеими сторонами", "обеих сторон", "два вуза", "две компании",
        "двух компаний", "两所高校", "两所", "两单位", "两国企业", "两部", "两局", "中俄双方", "两个团队", "两团队", "the two parties",
        "both parties", "the two companies",
        "both companies", "the two firms", "both firms", "the two groups", "the two partners",
        "both partners", "the partners", "the parties", "the sides", "the two universities",
        "both universities", "the two institutions", "both institutions", "the two agencies",
        "both agencies", "the agencies", "the two funds", "the two academies", "the academies",
        "the two corporations", "the two organisations", "the two organizations", "the two ministries",
        "the two parks", "the pair", "the duo", "the companies", "the universities", "the corporations",
        "they", "стороны", "сторонами", "сторон", "обе стороны", "партнёры", "партнеры", "партнёрами",
        "компании", "обе компании", "обеих компаний", "вузы", "оба вуза", "университеты", "корпорации",
        "ведомства", "они", "双方", "两家公司", "两公司", "两家企业", "两校", "两所大学", "两机构", "两家机构",
        "两部门", "两集团", "两园区", "双方企业", "两院", "两家",
      ])
    add(
      .states,
      [
        "the two countries", "both countries", "the two nations", "both nations", "the two states",
        "the two governments", "the two neighbours", "the two neighbors", "the two presidents",
        "the two leaders", "both leaders", "the two premiers", "обе страны", "двух стран", "две страны",
        "обеих стран", "двумя странами", "двух государств", "оба государства", "главы государств",
        "президенты двух стран", "两国", "两国元首", "两国总理", "两国政府",
      ])
    add(
      .one("company"),
      [
        "the company", "the firm", "the group", "the corporation", "the maker", "the operator",
        "the startup", "the start-up", "the manufacturer", "the developer", "the carrier", "the giant",
        "the holding", "the concern", "the bank", "компания", "компанией", "корпорация", "концерн",
        "холдинг", "госкорпорация", "предприятие", "банк", "该公司", "该集团", "该企业", "该行", "公司", "集团",
      ])
    add(.one("fund"), ["the fund", "фонд", "该基金"])
    add(
      .one("university"),
      [
        "the university", "the institute", "the academy", "университет", "вуз", "институт", "该校", "学校", "该所",
        "校方",
      ])
    add(
      .one("agency"),
      ["the agency", "the ministry", "министерство", "ведомство", "агентство", "该部", "使馆", "大使馆"])
    add(.one(nil), ["it", "она", "оно"])
    add(
      .deal,
      [
        "the work", "the cooperation", "the partnership", "работа", "сотрудничество", "партнёрство",
        "совместная работа",
        "合作始于", "合作开始", "under the deal", "under the agreement", "under the contract", "under the memorandum",
        "under the terms", "under the accord", "under the arrangement", "under the project",
        "under the plan", "under the programme", "under the program", "the deal", "the agreement",
        "the contract", "the memorandum", "the document", "the accord", "the pact", "the joint venture",
        "the venture", "the project", "the programme", "the program", "the joint project",
        "this agreement", "this contract", "an agreement", "a contract", "a memorandum", "по соглашению",
        "по договору", "по контракту",
        "по условиям", "согласно договору", "согласно соглашению", "в рамках соглашения",
        "в рамках договора", "в рамках контракта", "в рамках проекта", "соглашение", "контракт", "договор",
        "меморандум", "документ", "проект", "根据协议", "根据合同", "按照协议", "按照合同", "根据约定", "该项目", "该协议",
        "该合同", "该协定", "这份协定", "这份协议", "这份合同", "这份文件", "这一协议", "这一项目", "协议", "项目", "这一奖项",
      ])
    for key in table.keys { table[key]!.sort { $0.words.count > $1.words.count } }
    return table
  }()
}
