import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `An observation as a form` {
  private let cells = [
    "event_date": "2019-06-05", "title": "MTS and Huawei sign", "mechanism": "commercial",
    "actors_cn": "Huawei", "actors_ru": "MTS", "roles": "MTS=host", "sectors": "5g", "amount": "1000000",
    "currency": "USD", "summary": "Signed in Moscow.\n\nXi and Putin looked on.\n  An inset line.",
  ]

  private func form(_ cells: [String: String], in file: EntenteFile) throws -> ObservationForm {
    try ObservationForm(
      cells, fields: FormField.corrected, heading: ["o12: correct what is wrong."], Codes(file.connection))
  }

  private func filled(_ form: ObservationForm, _ text: String, in file: EntenteFile) throws
    -> ObservationForm.Filled?
  {
    switch try form.read(Array(text.utf8), in: file.connection) {
    case .filled(let filled): filled
    case .unchanged, .emptied: nil
    }
  }

  private func troubles(_ form: ObservationForm, _ text: String, in file: EntenteFile) -> [FormTrouble] {
    do {
      _ = try form.read(Array(text.utf8), in: file.connection)
      return []
    } catch {
      return (error as? FormRefusal)?.troubles ?? []
    }
  }

  @Test func `tells every field, its meaning and its codes, within 80 columns`() throws {
    let file = try seeded()
    let text = try form(cells, in: file).text
    for field in FormField.corrected { #expect(text.contains("\n\(field.name):"), "\(field.name)") }
    #expect(
      text.contains("pressure, illicit-transfer") && text.contains("\nactors: Huawei@cn; MTS@ru=host\n"))
    #expect(
      text.contains("\nsummary:\n  Signed in Moscow.\n\n  Xi and Putin looked on.\n    An inset line.\n"))
    for line in text.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
  }

  @Test func `left as it was or emptied it asks for nothing to be written`() throws {
    let file = try seeded()
    let form = try form(cells, in: file)
    for text in [
      form.text, form.text + "\n\n", "# only this\n", "",
      form.text.replacing("\n", with: "\r\n"),
    ] {
      #expect(try filled(form, text, in: file) == nil)
    }
  }

  @Test func `gives back what was changed as columns, and only that`() throws {
    let file = try seeded()
    let form = try form(cells, in: file)
    let text = form.text.replacing("event_date: 2019-06-05", with: "event_date: 2019-06")
      .replacing("actors: Huawei@cn; MTS@ru=host", with: "actors:\n  Huawei@cn\n  МГУ\n")
      .replacing("amount: 1000000", with: "amount:").replacing("currency: USD", with: "currency:")
    let changes = try #require(try filled(form, text, in: file)).changes
    #expect(changes["event_date"] == "2019-06" && changes["amount"] == "" && changes["currency"] == "")
    #expect(changes["actors_cn"] == nil && changes["actors_ru"]?.contains("MTS") == false)
    #expect(changes["roles"] == "" && changes.count == 5, "\(changes)")
  }

  @Test func `takes an actor that stands on an unusual side as it is`() throws {
    let file = try seeded()
    let form = try form(cells.merging(["actors_cn": "MTS", "actors_ru": "", "roles": ""]) { $1 }, in: file)
    let text = form.text.replacing("MTS and Huawei sign", with: "MTS and others sign")
    #expect(try filled(form, text, in: file)?.changes == ["title": "MTS and others sign"])
    let wrong = form.text.replacing("actors: MTS@cn", with: "actors: MTS@cn; Huawei@ru")
    #expect(troubles(form, wrong, in: file).first?.reason.contains("known on the side cn") == true)
  }

  @Test func `names every mistake by its line, with what would be right`() throws {
    let file = try seeded()
    let form = try form([:], in: file)
    let text = """
      event_date: 5 June 2019
      # a comment
      title: T
      mechanism: comercial
      colour: red
      title: again
      nothing at all
        goes on
      actors: Hauwei
      amount: much

      """
    let found = troubles(form, text, in: file)
    #expect(found.map(\.line) == [1, 4, 5, 6, 7, 9, 10], "\(found)")
    #expect(found[0].hint.contains("2019-06-05") && found[1].hint.contains("commercial"))
    #expect(found[3].reason.contains("line 3") && found[5].hint.contains("Huawei"))
    let empty = troubles(form, "title: T\nsummary: S\n", in: file)
    #expect(empty.map(\.field) == ["event_date", "mechanism"])
  }

  @Test func `names what does not go together, in a line of it`() throws {
    let file = try seeded()
    let form = try form([:], in: file)
    let text = "event_date: 2019\ntitle: T\nmechanism: fund\npressure_on: cn\n"
    #expect(troubles(form, text, in: file).map(\.line) == [4])
    #expect(
      troubles(form, "event_date: 2019\ntitle: T\nmechanism: fund\namount: 5\n", in: file).map(\.line) == [4])
  }

  @Test func `refuses bytes that are no text by their line`() throws {
    let file = try seeded()
    let form = try form([:], in: file)
    #expect {
      _ = try form.read(Array("title: T\n".utf8) + [0xD2, 0xFF, 0x0A], in: file.connection)
    } throws: {
      ($0 as? FormRefusal)?.troubles.contains { $0.line == 2 && $0.reason.contains("UTF-8") } == true
    }
  }

  private static let seed: UInt64 = 20_261_124

  @Test(.seed(seed)) func `keeps whatever texts stand in it`() throws {
    let file = try seeded()
    var random = SplitMix64(seed: Self.seed)
    let pieces = [
      "a", "中俄", "ё", " ", "\n", "\t", "#", ":", ";", "title: x", "\r\n", "\u{301}", "\u{202E}", "🛰",
    ]
    for _ in 0..<300 {
      let summary = random.text(0...12, of: pieces)
      let title = "T" + random.text(0...6, of: pieces)
      let form = try form(
        ["event_date": "2019", "title": title, "mechanism": "fund", "summary": summary], in: file)
      #expect(try filled(form, form.text, in: file) == nil)
      let changed = form.text.replacing("mechanism: fund", with: "mechanism: park")
      #expect(
        try filled(form, changed, in: file)?.changes == ["mechanism": "park"],
        "\(title.debugDescription) \(summary.debugDescription)")
    }
  }

  @Test(.seed(seed)) func `never crashes, whatever is saved`() throws {
    let file = try seeded()
    let form = try form([:], in: file)
    var random = SplitMix64(seed: Self.seed)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Array("\n\n:: ;#@=titlemechansmactors\u{0}".utf8).randomElement(using: &random)!
          | (Int.random(in: 0..<40, using: &random) == 0 ? 0x80 : 0)
      }
      do { _ = try form.read(bytes, in: file.connection) } catch is FormRefusal {}
    }
  }
}

@Suite struct `Questions for one observation` {
  private func asked(_ answers: [String: String]) throws -> [String] {
    let file = try seeded()
    var questions = Questions(file.connection)
    var (cells, names) = ([String: String](), [String]())
    while let field = try questions.next(after: cells) {
      names.append(field.name)
      cells[field.name] = answers[field.name]
    }
    return names
  }

  @Test func `are only those that follow from the answers`() throws {
    let pressure = try asked(["mechanism": "pressure"])
    #expect(pressure.contains("pressure_on") && !pressure.contains("effect") && !pressure.contains("flow"))
    let dialogue = try asked(["mechanism": "dialogue", "effect": "statement"])
    #expect(!dialogue.contains("pressure_on") && !dialogue.contains("stage") && !dialogue.contains("amount"))
    let pledge = try asked(["mechanism": "fund", "effect": "advances", "stage": "pledged", "amount": "5"])
    #expect(pledge.contains("due") && pledge.contains("currency") && !pledge.contains("grade"))
    #expect(pledge.count < FormField.entered.count)
  }

  @Test func `know the outlet from the address`() throws {
    let known = try asked(["source_url": "https://tass.com/economy/1"])
    #expect(!known.contains("outlet") && known.contains("grade"))
    let unknown = try asked(["source_url": "https://example.org/1"])
    #expect(unknown.contains("outlet"))
  }
}
