import Calendar
import Documents
import Testing

/// The opening of a text, and what it says of itself. Written for this test, after no page in particular.
struct HeadSample: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var title: String?
  var outlet: String?
  var published: String?
  var authors: [String] = []
  var language: String
  var first: String
  var testDescription: String { name }
}

@Suite("Openings of many kinds")
struct OpeningTests {
  @Test("Title, outlet, day, authors, language and first sentence", arguments: openings)
  func opening(_ opening: HeadSample) throws {
    let document = try read(opening.text)
    #expect(document.title == opening.title)
    #expect(document.outlet == opening.outlet)
    #expect(document.published?.description == opening.published)
    #expect(document.authors == opening.authors)
    #expect(document.language == opening.language)
    #expect(document.texts(.sentence).first == opening.first)
    for claim in document.claims
    where claim.field != .published && claim.span != nil && claim.field != .language {
      #expect(document.text(claim.span!) == claim.value)
    }
  }

  static let openings = english + russian + chinese

  static let english: [HeadSample] = [
    HeadSample(
      name: "wire with a dateline and a date above",
      text: """
        Russia, China to build joint neutron source
        Xinhua | Updated: 2019-06-05 21:14

        MOSCOW, June 5 (Xinhua) -- Scientists of the two countries will build a neutron source in Dubna. It starts in 2020.
        """,
      title: "Russia, China to build joint neutron source", outlet: "Xinhua", published: "2019-06-05",
      language: "en",
      first: "Scientists of the two countries will build a neutron source in Dubna."),
    HeadSample(
      name: "newspaper with byline, outlet and place",
      text: """
        Chip maker finds a new partner in Tomsk
        By Ann Smith and Bob Ivanov
        The Moscow Times
        March 3, 2021

        A Chinese chip maker has found a partner in Tomsk, it said. The sum was not named.
        """,
      title: "Chip maker finds a new partner in Tomsk", outlet: "The Moscow Times", published: "2021-03-03",
      authors: ["Ann Smith", "Bob Ivanov"], language: "en",
      first: "A Chinese chip maker has found a partner in Tomsk, it said."),
    HeadSample(
      name: "company press release",
      text: """
        PRESS RELEASE
        FOR IMMEDIATE RELEASE

        Acme Photonics opens a joint laboratory with ITMO

        [Shenzhen, China, May 12, 2020] Acme Photonics today opened a laboratory with ITMO University. It employs ten people.

        Media contact: press@example.com
        """,
      title: "Acme Photonics opens a joint laboratory with ITMO", outlet: nil, published: "2020-05-12",
      language: "en",
      first: "Acme Photonics today opened a laboratory with ITMO University."),
    HeadSample(
      name: "newswire release",
      text: """
        Acme Robotics Signs Agreement With Kazan Park

        SHENZHEN, China, Sept. 9, 2019 /PRNewswire/ -- Acme Robotics has signed an agreement with the park. It lasts a year.
        """,
      title: "Acme Robotics Signs Agreement With Kazan Park", outlet: "PRNewswire", published: "2019-09-09",
      language: "en",
      first: "Acme Robotics has signed an agreement with the park."),
    HeadSample(
      name: "ministry site",
      text: """
        Meeting of the working group on science
        5 November 2018, 18:45
        The Kremlin, Moscow

        The working group on science met in Moscow. Its chairmen signed the minutes.
        """,
      title: "Meeting of the working group on science", outlet: nil, published: "2018-11-05", language: "en",
      first: "The working group on science met in Moscow."),
    HeadSample(
      name: "university news",
      text: """
        University News

        Delegation from Harbin visits the Faculty of Physics

        Published: 14 Oct 2022, 10:00
        Category: International

        On 12 October a delegation from Harbin visited the faculty. The guests saw the laboratories.
        """,
      title: "University News", outlet: nil, published: "2022-10-14", language: "en",
      first: "Delegation from Harbin visits the Faculty of Physics"),
    HeadSample(
      name: "blog in Markdown",
      text: """
        # What the moon base deal means

        *Posted on June 17, 2021 by Ann Smith*

        The deal is short. It says little about money.
        """,
      title: "What the moon base deal means", outlet: nil, published: "2021-06-17", authors: ["Ann Smith"],
      language: "en",
      first: "The deal is short."),
    HeadSample(
      name: "forwarded e-mail",
      text: """
        ---------- Forwarded message ---------
        From: Ivan Petrov <petrov@example.org>
        Date: Wed, Jun 5, 2019 at 10:32 AM
        Subject: Joint fund signed today
        To: Ann <ann@example.org>

        The joint fund was signed today in Moscow. More tomorrow.
        """,
      title: "Joint fund signed today", outlet: nil, published: "2019-06-05", authors: ["Ivan Petrov"],
      language: "en",
      first: "The joint fund was signed today in Moscow."),
    HeadSample(
      name: "title with its site",
      text: """
        Russia delivers turbines to Tianwan - Xinhua | English.news.cn

        Source: Xinhua
        2022-03-30 16:20:11

        BEIJING, March 30 (Xinhua) -- Turbines were delivered to Tianwan on Wednesday.
        """,
      title: "Russia delivers turbines to Tianwan", outlet: "Xinhua", published: "2022-03-30", language: "en",
      first: "Turbines were delivered to Tianwan on Wednesday."),
    HeadSample(
      name: "summary between title and date",
      text: """
        Satellite makers agree on ground stations

        The stations will stand in Changchun and Shchelkovo

        Source: TASS
        Date: 2017-09-13

        BEIJING, September 13. /TASS/. The makers agreed on Wednesday to build ground stations. Each side builds three.
        """,
      title: "Satellite makers agree on ground stations", outlet: "TASS", published: "2017-09-13",
      language: "en",
      first: "The stations will stand in Changchun and Shchelkovo"),
    HeadSample(
      name: "agency alone above the title",
      text: """
        Reuters

        Chinese drone firm leaves Russia

        April 27, 2022

        SHANGHAI (Reuters) - The firm said it was leaving. Its shops closed.
        """,
      title: "Chinese drone firm leaves Russia", outlet: "Reuters", published: "2022-04-27", language: "en",
      first: "The firm said it was leaving."),
    HeadSample(
      name: "no head at all",
      text: """
        The two academies signed a five-year plan on Monday. It covers physics.

        A second plan will follow, the president of the academy said.
        """,
      title: nil, outlet: nil, published: nil, language: "en",
      first: "The two academies signed a five-year plan on Monday."),
  ]

  static let russian: [HeadSample] = [
    HeadSample(
      name: "interview with its outlet in quotes behind the byline",
      text: """
        Мерзлота тает у всех

        Дата: 14.11.2023
        Беседовала Анна Степанова, «Якутский вестник»

        Институт работает без западных партнёров. Рассказывает заместитель директора.
        """,
      title: "Мерзлота тает у всех", published: "2023-11-14", authors: ["Анна Степанова"], language: "ru",
      first: "Институт работает без западных партнёров."),
    HeadSample(
      name: "лента с датой",
      text: """
        Россия и Китай создадут центр квантовых вычислений
        10:32, 5 июня 2019

        МОСКВА, 5 июня. /ТАСС/. Россия и Китай создадут центр квантовых вычислений, сообщил министр. Его построят в Сочи.
        """,
      title: "Россия и Китай создадут центр квантовых вычислений", outlet: "ТАСС", published: "2019-06-05",
      language: "ru",
      first: "Россия и Китай создадут центр квантовых вычислений, сообщил министр."),
    HeadSample(
      name: "РИА",
      text: """
        Китай получил первую партию топлива

        МОСКВА, 28 сен 2022 — РИА Новости. Китай получил первую партию топлива. Вторая придёт в декабре.
        """,
      title: "Китай получил первую партию топлива", outlet: "РИА Новости", published: "2022-09-28",
      language: "ru",
      first: "Китай получил первую партию топлива."),
    HeadSample(
      name: "Интерфакс",
      text: """
        РФПИ и китайский фонд вложат средства в биотехнологии

        Москва. 17 ноября 2020. INTERFAX.RU - РФПИ и китайский фонд вложат средства в биотехнологии. Сумма не названа.
        """,
      title: "РФПИ и китайский фонд вложат средства в биотехнологии", outlet: "INTERFAX.RU",
      published: "2020-11-17",
      language: "ru", first: "РФПИ и китайский фонд вложат средства в биотехнологии."),
    HeadSample(
      name: "газета",
      text: """
        Завод в Туле будет собирать китайские станки

        Автор: Пётр Сидоров
        Источник: Коммерсантъ
        Дата публикации: 8 июня 2023 года, 09:15

        Завод в Туле начнёт собирать китайские станки. Об этом сообщил губернатор.
        """,
      title: "Завод в Туле будет собирать китайские станки", outlet: "Коммерсантъ", published: "2023-06-08",
      authors: ["Пётр Сидоров"], language: "ru", first: "Завод в Туле начнёт собирать китайские станки."),
    HeadSample(
      name: "сайт министерства",
      text: """
        Главная > Новости

        Состоялось заседание подкомиссии по космосу

        24.10.2019

        Заседание подкомиссии прошло в Пекине. Подписан протокол.
        """,
      title: "Состоялось заседание подкомиссии по космосу", outlet: nil, published: "2019-10-24",
      language: "ru",
      first: "Заседание подкомиссии прошло в Пекине."),
    HeadSample(
      name: "новость вуза",
      text: """
        Студенты Политеха победили на конкурсе в Харбине
        12 апреля 2024 г.
        Студенты Политеха заняли первое место на конкурсе инновационных проектов, который проходил в Харбине с 5 по 9 апреля и собрал более ста команд. Всего было 20 команд.
        """,
      title: "Студенты Политеха победили на конкурсе в Харбине", outlet: nil, published: "2024-04-12",
      language: "ru",
      first:
        "Студенты Политеха заняли первое место на конкурсе инновационных проектов, который проходил в Харбине с 5 по 9 апреля и собрал более ста команд."
    ),
    HeadSample(
      name: "пост в канале",
      text: """
        Космос сегодня, [16.06.2021 14:05]
        Роскосмос и КНКА представили дорожную карту лунной станции. Документ опубликован.
        """,
      title: nil, outlet: "Космос сегодня", published: "2021-06-16", language: "ru",
      first: "Роскосмос и КНКА представили дорожную карту лунной станции."),
    HeadSample(
      name: "пересланное письмо",
      text: """
        Начало переадресованного сообщения:

        От: Ли Вэй <li@example.org>
        Тема: Подписан меморандум о технопарке
        Дата: 3 марта 2018 г. 11:20
        Кому: Отдел

        Меморандум подписан сегодня утром. Текст пришлю позже.
        """,
      title: "Подписан меморандум о технопарке", outlet: nil, published: "2018-03-03", authors: ["Ли Вэй"],
      language: "ru",
      first: "Меморандум подписан сегодня утром."),
    HeadSample(
      name: "дата с чертой и изданием",
      text: """
        Спутники свяжут Владивосток и Далянь
        5 ноября 2019 | Ведомости

        Спутники свяжут два порта. Запуск назначен на май.
        """,
      title: "Спутники свяжут Владивосток и Далянь", outlet: "Ведомости", published: "2019-11-05",
      language: "ru",
      first: "Спутники свяжут два порта."),
  ]

  static let chinese: [HeadSample] = [
    HeadSample(
      name: "新华社",
      text: """
        中俄将合建月球科研站
        2021年03月09日 20:15:32 来源：新华社

        新华社莫斯科3月9日电（记者张三、李四）中俄两国航天部门9日签署备忘录。双方将合建月球科研站。
        """,
      title: "中俄将合建月球科研站", outlet: "新华社", published: "2021-03-09", authors: ["张三", "李四"], language: "zh",
      first: "中俄两国航天部门9日签署备忘录。"),
    HeadSample(
      name: "门户网站",
      text: """
        首页 > 新闻 > 正文
        华为与俄企签署协议_科技频道_环球网

        来源：环球网 作者：王五 发布时间：2019-06-06 08:30

        华为公司5日在莫斯科与一家俄罗斯企业签署协议。协议为期三年。
        """,
      title: "华为与俄企签署协议", outlet: "环球网", published: "2019-06-06", authors: ["王五"], language: "zh",
      first: "华为公司5日在莫斯科与一家俄罗斯企业签署协议。"),
    HeadSample(
      name: "高校新闻",
      text: """
        我校代表团访问鲍曼大学

        时间：2018年11月15日 10:32    点击：120

        11月12日，我校代表团访问鲍曼大学。双方签署备忘录。
        """,
      title: "我校代表团访问鲍曼大学", outlet: nil, published: "2018-11-15", language: "zh", first: "11月12日，我校代表团访问鲍曼大学。"
    ),
    HeadSample(
      name: "中新社",
      text: """
        中俄青年创业孵化器项目启动

        中新社北京2019年7月2日电 (记者 赵六)中俄青年创业孵化器项目2日在北京启动。项目为期一年。
        """,
      title: "中俄青年创业孵化器项目启动", outlet: "中新社", published: "2019-07-02", authors: ["赵六"], language: "zh",
      first: "中俄青年创业孵化器项目2日在北京启动。"),
    HeadSample(
      name: "本报讯",
      text: """
        黑龙江建成对俄科技园

        2020-08-11

        本报讯（记者 钱七）黑龙江对俄科技园日前建成。首批十家企业入驻。
        """,
      title: "黑龙江建成对俄科技园", outlet: nil, published: "2020-08-11", authors: ["钱七"], language: "zh",
      first: "黑龙江对俄科技园日前建成。"),
    HeadSample(
      name: "参考消息",
      text: """
        外媒：俄中将联合研制直升机
        参考消息网2021年6月28日报道 据俄罗斯媒体报道，俄中将联合研制重型直升机。合同已签署。
        """,
      title: "外媒：俄中将联合研制直升机", outlet: "参考消息网", published: "2021-06-28", language: "zh",
      first: "据俄罗斯媒体报道，俄中将联合研制重型直升机。"),
    HeadSample(
      name: "企业新闻稿",
      text: """
        新闻稿

        某光电公司与托木斯克大学共建实验室

        （2022年5月10日，深圳）某光电公司今日宣布与托木斯克大学共建实验室。实验室设在深圳。
        """,
      title: "某光电公司与托木斯克大学共建实验室", outlet: nil, published: nil, language: "zh",
      first: "（2022年5月10日，深圳）某光电公司今日宣布与托木斯克大学共建实验室。"),
    HeadSample(
      name: "转发的邮件",
      text: """
        发件人：孙八 <sun@example.org>
        发送时间：2023年4月20日 9:15
        收件人：情报组
        主题：中俄北斗合作会议纪要

        会议于今天上午召开。纪要见附件。
        """,
      title: "中俄北斗合作会议纪要", outlet: nil, published: "2023-04-20", authors: ["孙八"], language: "zh",
      first: "会议于今天上午召开。"),
    HeadSample(
      name: "繁體",
      text: """
        中俄合建大型客機
        2017-05-22 18:00
        記者 周九

        中國商飛與俄羅斯聯合航空製造集團22日在上海成立合資公司。公司將研製客機。
        """,
      title: "中俄合建大型客機", outlet: nil, published: "2017-05-22", authors: ["周九"], language: "zh",
      first: "中國商飛與俄羅斯聯合航空製造集團22日在上海成立合資公司。"),
    HeadSample(
      name: "文末来源",
      text: """
        中俄核电合作再上台阶

        中俄核电合作项目昨日开工。项目共有四台机组。

        2021年05月20日
        来源：科技日报
        责任编辑：吴十
        """,
      title: "中俄核电合作再上台阶", outlet: "科技日报", published: "2021-05-20", language: "zh",
      first: "中俄核电合作项目昨日开工。"),
  ]
}
