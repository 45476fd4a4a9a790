import TestSupport
import Testing

/// A story written for these tests, the same event told by somebody else, and what is around texts on pages.
struct Story: Sendable, CustomTestStringConvertible {
  let language: String
  let title: String
  let newTitle: String
  let dateline: String
  let newDateline: String
  let paragraphs: [String]
  let otherTelling: String
  let banner: String
  let footer: String
  /// Put in place of words when a text is edited.
  let fillers: [String]

  var testDescription: String { language }
  var body: String { paragraphs.joined(separator: "\n\n") }
  var text: String { "\(title)\n\n\(dateline) \(body)\n" }
}

extension Story {
  static let all = [english, russian, chinese]

  static let english = Story(
    language: "en", title: "Optics institutes open shared test range near Kazan",
    newTitle: "What the new lidar range means for drivers",
    dateline: "KAZAN, March 12 (Volga Wire) --", newDateline: "BEIJING, March 13 (Eastern Desk) --",
    paragraphs: [
      """
      Two optics institutes opened a shared test range for lidar sensors outside Kazan on Tuesday, the Tatarstan \
      education ministry said. The range was built in fourteen months on land that once belonged to a sugar works, and \
      its first tenants are a start-up from Wuhan and the applied physics faculty of the local university.
      """,
      """
      “We wanted a place where fog, snow and dust are real,” said Marat Galiullin, who runs the faculty. His Chinese \
      partner, Lin Shuyun, told guests that 38 sensors had been ordered for the first season and that the road mock-up \
      alone had cost 260 million roubles, most of it paid by the regional development fund.
      """,
      """
      Under the agreement both sides own the measurements in equal parts, and neither may hand them to a third party \
      for five years. A winter school for sixty students is to begin in November. The ministry did not say whether the \
      range would be used by makers of military vehicles, as a local paper had written in January.
      """,
    ],
    otherTelling: """
      Lidar makers get a proving ground in Tatarstan

      A proving ground where laser sensors can be tried in bad weather has begun work close to Kazan. It belongs to the \
      university there and to a young company whose head office is in Wuhan. Marat Galiullin, the dean behind the idea, \
      says that artificial fog is no substitute for the fog of the Volga. According to Lin Shuyun, the firm has \
      ordered 38 sensors. Officials of the Tatarstan education ministry put the cost of the mock-up road at 260 million \
      roubles. Students will be taught on the spot each winter. Earlier reports that the army had shown an interest \
      were neither confirmed nor denied on Tuesday, and the partners share what they measure half and half.
      """,
    banner: """
      We value your privacy. This website and its partners store cookies on your device to measure traffic and to show \
      offers that may interest you. You can accept all, reject all, or change your choice at any time in the settings.
      """,
    footer: """
      Subscribe to our newsletter and never miss a story. All rights reserved. Reproduction is allowed only with an \
      active link. Editorial office: 14 Lenin Street, phone +7 800 555 35 35. Read also: ten cities to visit this spring.
      """,
    fillers: ["meadow", "lantern", "quietly", "harbour", "sixteen", "velvet", "orchard", "swift"])

  static let russian = Story(
    language: "ru", title: "Под Томском заработал общий центр испытаний катализаторов",
    newTitle: "Химики двух стран делят одну лабораторию",
    dateline: "ТОМСК, 4 октября. /Сибирская лента/.", newDateline: "ПЕКИН, 5 октября. /Восток/.",
    paragraphs: [
      """
      Центр испытаний катализаторов, который строили томский политехнический университет и институт химии из Даляня, \
      принял первые образцы в среду. Об этом сообщила пресс-служба университета. Здание площадью 3200 квадратных метров \
      возвели за полтора года на месте бывшего склада, а оборудование привезли двумя составами через Забайкальск.
      """,
      """
      «Мы ещё не видели установки, которая держала бы такое давление неделями», — сказал директор центра Олег Пахомов. \
      Его коллега Чжао Линь добавил, что в первый год здесь проверят 45 составов, а расходы на реактивы, около 70 миллионов \
      рублей, стороны поделят поровну.
      """,
      """
      По договору результаты остаются закрытыми три года, после чего их опубликуют на двух языках. Учиться работе на \
      стендах будут тридцать аспирантов, из них двенадцать приедут из Китая в феврале. В университете не ответили, \
      подпадает ли оборудование под ограничения, о которых летом писала городская газета.
      """,
    ],
    otherTelling: """
      Даляньские химики обосновались в Сибири

      В Томске появилась лаборатория, где катализаторы можно испытывать неделями без остановки. Её хозяева — \
      политехнический университет и химический институт из Даляня. По словам Чжао Линя, за год через стенды пройдут \
      45 составов. Траты на реактивы оценивают в 70 миллионов рублей, и платить за них будут вместе. Олег Пахомов, \
      возглавивший коллектив, обещает принять аспирантов обеих стран уже этой зимой. Про санкции и про то, как именно \
      ехало оборудование, в среду предпочли не говорить; известно лишь, что здание раньше занимал склад.
      """,
    banner: """
      Мы используем файлы cookie, чтобы сайт работал лучше и чтобы показывать вам подходящую рекламу. Оставаясь на сайте, \
      вы соглашаетесь с политикой обработки персональных данных. Изменить решение можно в настройках в любое время.
      """,
    footer: """
      Подписывайтесь на наш канал и первыми узнавайте новости. Все права защищены. Перепечатка только с активной ссылкой. \
      Адрес редакции: улица Гагарина, 8, телефон 8 800 200 10 20. Читайте также: где провести выходные с детьми.
      """,
    fillers: ["облако", "медленно", "фонарь", "пристань", "сорок", "бархат", "яблоня", "вдруг"])

  static let chinese = Story(
    language: "zh", title: "中俄联合冰区船舶实验室在哈尔滨揭牌", newTitle: "为什么这座水池要造冰",
    dateline: "北方社哈尔滨9月18日电", newDateline: "江海网上海9月19日讯",
    paragraphs: [
      """
      由哈尔滨一所工程大学与圣彼得堡造船研究所共同建设的冰区船舶联合实验室十八日正式揭牌。实验室负责人周启明说，冰水池长一百一十米，\
      可以把水温降到零下二度，一次试验最多同时拖曳三艘模型船。整个工程历时二十六个月，没有停过一天。
      """,
      """
      “以前我们的模型要用火车送到国外去做试验，来回就得两个月。”周启明告诉记者。俄方首席工程师安德烈·索科洛夫表示，第一年双方将完成45组\
      破冰阻力试验，费用约1.2亿元人民币，由两家单位各承担一半，所得数据归双方共有。
      """,
      """
      按照协议，未经另一方书面同意，任何一方不得在五年内把数据交给第三方使用。明年一月起，实验室还将接收三十名研究生，其中十人来自俄罗斯。\
      对于有媒体此前所说的设备可能受到出口限制一事，校方没有回应。
      """,
    ],
    otherTelling: """
      哈尔滨有了自己的冰水池

      船模不必再坐火车出国了。一座能够自己结冰的水池在哈尔滨投入使用，出钱的是当地一所大学和圣彼得堡的造船专家。据周启明介绍，池子长度超过百米，\
      几条模型船可以同时下水。安德烈·索科洛夫希望头一年就做满45组试验，为此要花掉1.2亿元，两家平分。研究生的招收工作也在准备之中，\
      俄罗斯学生会占到三分之一。至于外界关心的出口限制，学校不愿多谈，只说测得的结果属于两边，暂时不会给别人看。
      """,
    banner: "本网站使用浏览器缓存技术以改善您的阅读体验，并向您展示可能感兴趣的内容。继续浏览即表示您同意我们的隐私政策，您可以随时在设置页面中更改选择。",
    footer: "欢迎扫码关注我们的公众号，第一时间获取最新资讯。版权所有，未经授权不得转载。编辑部地址：人民路八号，电话400-820-1020。相关阅读：这个春天值得去的十座城市。",
    fillers: ["云", "灯", "慢", "港", "桃", "绒", "园", "快"])
}

/// One way a copy differs from its original.
enum Alteration: String, CaseIterable {
  case retitled, dateline, footer, banner, cut, edited, punctuation, dressed

  func apply(to story: Story, seed: UInt64) -> String {
    switch self {
    case .retitled: return "\(story.newTitle)\n\n\(story.dateline) \(story.body)\n"
    case .dateline: return "\(story.title)\n\n\(story.newDateline) \(story.body)\n"
    case .footer: return "\(story.text)\n\(story.footer)\n"
    case .banner: return "\(story.banner)\n\n\(story.text)"
    case .cut:
      let half = Array(story.body)
      return "\(story.title)\n\n\(story.dateline) \(String(half[..<(half.count / 2)]))…\n"
    case .edited:
      var random = SplitMix64(seed: seed)
      return "\(story.title)\n\n\(story.dateline) \(story.edited(using: &random))\n"
    case .punctuation:
      let signs: [Character: String] = [
        "“": "\"", "”": "\"", "«": "„", "»": "“", "—": "-", " ": "\u{A0} ", "，": ", ", "。": ". ",
        "\n": "\r\n\r\n",
      ]
      return story.text.map { signs[$0] ?? String($0) }.joined()
    case .dressed:
      let words = story.text.uppercased().split(separator: " ").enumerated()
      return words.map { $0.offset % 9 == 4 ? "**\($0.element)**" : String($0.element) }.joined(
        separator: " ")
        + "\nhttps://example.org/a?utm_source=feed #News #Новости\n"
    }
  }
}

extension Story {
  /// One word in ten is another: each tenth of a text has its edit, as an editor's hand would. Figures stay.
  func edited(using random: inout SplitMix64) -> String {
    var words = language == "zh" ? body.map(String.init) : body.split(separator: " ").map(String.init)
    for start in stride(from: 0, to: words.count, by: 10) {
      let places = (start..<min(start + 10, words.count)).filter { place in
        !words[place].contains { $0.isNumber || "一二三四五六七八九十百".contains($0) }
      }
      guard let place = places.randomElement(using: &random) else { continue }
      words[place] = fillers.randomElement(using: &random)!
    }
    return words.joined(separator: language == "zh" ? "" : " ")
  }
}

/// Texts that look alike and are none: two of each kind.
enum LookAlikes {
  static let yearly = [
    (
      """
      The 18th meeting of the subcommittee on standards was held in Harbin on 14 May 2014. The meeting was co-chaired by \
      Wang Defu and Pavel Ignatov. The sides reviewed the work of the past year, took note of 212 harmonised standards, \
      heard the reports of 9 working groups, and approved the plan for the coming period. A protocol was signed after the \
      meeting. The sides agreed to hold the next meeting in Russia at a date to be settled through diplomatic channels.
      """,
      """
      The 21st meeting of the subcommittee on standards was held in Perm on 3 June 2017. The meeting was co-chaired by \
      Luo Jian and Pavel Ignatov. The sides reviewed the work of the past year, took note of 307 harmonised standards, \
      heard the reports of 11 working groups, and approved the plan for the coming period. A protocol was signed after the \
      meeting. The sides agreed to hold the next meeting in China at a date to be settled through diplomatic channels.
      """
    ),
    (
      """
      14 мая 2014 года в Харбине состоялось 18-е заседание подкомиссии по стандартам. Сопредседателями выступили Ван Дэфу и \
      Павел Игнатов. Стороны рассмотрели итоги работы за прошедший год, приняли к сведению 212 согласованных стандартов, \
      заслушали доклады 9 рабочих групп и утвердили план на предстоящий период. По итогам заседания подписан протокол.
      """,
      """
      3 июня 2017 года в Перми состоялось 21-е заседание подкомиссии по стандартам. Сопредседателями выступили Ло Цзянь и \
      Павел Игнатов. Стороны рассмотрели итоги работы за прошедший год, приняли к сведению 307 согласованных стандартов, \
      заслушали доклады 11 рабочих групп и утвердили план на предстоящий период. По итогам заседания подписан протокол.
      """
    ),
    (
      """
      2014年5月14日，标准分委会第十八次会议在哈尔滨举行。会议由王德福和帕维尔·伊格纳托夫共同主持。双方回顾了过去一年的工作，\
      审议了212项协调标准，听取了9个工作组的报告，批准了下一阶段的工作计划，并签署了会议纪要。
      """,
      """
      2017年6月3日，标准分委会第二十一次会议在彼尔姆举行。会议由罗建和帕维尔·伊格纳托夫共同主持。双方回顾了过去一年的工作，\
      审议了307项协调标准，听取了11个工作组的报告，批准了下一阶段的工作计划，并签署了会议纪要。
      """
    ),
  ]

  /// Posts with the same line of labels, the same call to subscribe, and different news.
  static let posts = [
    (
      """
      A cargo drone from Chengdu made its first flight over the Amur this morning, carrying medical samples for a clinic.

      #China #Russia #technology #drones #news
      Subscribe to our channel: t.me/example_channel
      """,
      """
      Novosibirsk will host a contest for young chip designers in autumn; universities from six provinces have applied.

      #China #Russia #technology #drones #news
      Subscribe to our channel: t.me/example_channel
      """
    ),
    (
      """
      Грузовой дрон из Чэнду впервые перелетел Амур с медицинскими пробами на борту.

      #Китай #Россия #технологии #дроны #новости
      Подписаться на канал: t.me/example_channel
      """,
      """
      Новосибирск осенью примет конкурс молодых разработчиков микросхем, заявки подали вузы шести провинций.

      #Китай #Россия #технологии #дроны #новости
      Подписаться на канал: t.me/example_channel
      """
    ),
    (
      "成都一家公司的货运无人机今晨首次飞越阿穆尔河，机上载有一家诊所的化验样本。\n\n#中国 #俄罗斯 #科技 #无人机\n欢迎关注本频道",
      "新西伯利亚今秋将举办青年芯片设计大赛，六个省份的高校已经报名参加，优胜者可获奖学金。\n\n#中国 #俄罗斯 #科技 #无人机\n欢迎关注本频道"
    ),
  ]
}
