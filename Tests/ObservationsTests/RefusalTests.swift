import Observations
import Records
import SQLite
import TestSupport
import Testing

@Suite struct `Bad rows` {
  /// 1,000 good rows with 20 broken ones between them, as bytes.
  static func mixed() -> (bytes: [UInt8], broken: Int) {
    var bytes = Array("\(header)\n".utf8)
    var broken = 0
    for number in 1...1000 {
      bytes += Array("g\(number),2019-06-05,\"Title, number \(number)\",dialogue\n".utf8)
      guard number % 50 == 0 else { continue }
      broken += 1
      switch (number / 50) % 6 {
      case 0: bytes += Array("b\(number),2023-02-30,No such day,dialogue\n".utf8)
      case 1: bytes += Array("b\(number),2023-02-03,Unknown code,diplomacy\n".utf8)
      case 2: bytes += Array("b\(number),2023-02-03,\"Unclosed quote,dialogue\n".utf8)
      case 3: bytes += Array("b\(number),2023-02-03,A NUL ".utf8) + [0] + Array(" inside,dialogue\n".utf8)
      case 4:
        bytes += Array("b\(number),2023-02-03,Invalid ".utf8) + [0xFF, 0xFE] + Array(",dialogue\n".utf8)
      default:
        bytes +=
          Array("b\(number),2023-02-03,".utf8) + [UInt8](repeating: 0x61, count: 1 << 20)
          + Array(",dialogue\n".utf8)
      }
    }
    return (bytes, broken)
  }

  @Test func `are refused by themselves, each with its line, and the other thousand are loaded`() throws {
    let file = try seeded()
    let (bytes, broken) = Self.mixed()
    let summary = try file.ingest(bytes: bytes, as: "mixed.csv")
    #expect(broken == 20)
    #expect(summary.observations == 1000)
    #expect(summary.refused.count == 20)
    #expect(try file.count("SELECT count(*) FROM observation") == 1000)
    #expect(summary.refused.map(\.line) == (1...20).map { 51 * $0 + 1 })
    #expect(summary.refused.allSatisfy { !$0.reason.isEmpty && !$0.hint.isEmpty })
    let again = try file.ingest(bytes: bytes, as: "mixed.csv")
    #expect(again.observations == 0 && again.skipped == 1000 && again.refused.count == 20)
  }

  @Test(arguments: [
    ("2019-13", "commercial", "", "event_date"), ("05.06.2019", "commercial", "", "event_date"),
    ("2019", "comercial", "", "mechanism"),
  ])
  func `name the cell and say what would be right`(_ row: (String, String, String, String)) throws {
    let file = try seeded()
    let summary = try file.ingest(text: "\(header)\nx1,\(row.0),T,\(row.1)\n")
    let refusal = try #require(summary.refused.first)
    #expect(refusal.line == 2)
    #expect(refusal.column == (row.3 == "event_date" ? 4 : 4 + row.0.utf8.count + 3))
    #expect(!refusal.hint.isEmpty)
    if row.1 == "comercial" { #expect(refusal.hint.contains("commercial")) }
    if row.0 == "05.06.2019" { #expect(refusal.hint.contains("2019-06-05")) }
  }

  @Test(arguments: [
    "effect,advances,pressure", "effect,context,dialogue", "pressure_on,link,dialogue", "amount,-5,dialogue",
    "amount,5,dialogue", "currency,usd,dialogue", "country,China,dialogue", "umbrella,maybe,dialogue",
    "source_url,javascript:alert(1),dialogue", "sectors,5g;6g,dialogue", "stage,begun,dialogue",
    "tlp,PINK,dialogue",
    "military,civil,dialogue", "credibility,7,dialogue", "uid,abc,dialogue", "recorded,yesterday,dialogue",
    "due,soon,dialogue", "actors_cn,Huawei;Huawei,commercial",
  ])
  func `refuse what the model has no place for`(_ given: String) throws {
    let parts = given.split(separator: ",").map(String.init)
    let file = try seeded()
    let summary = try file.ingest(text: "\(header),\(parts[0])\nx1,2019,T,\(parts[2]),\(parts[1])\n")
    #expect(summary.refused.count == 1, "\(given)")
    #expect(summary.observations == 0)
    #expect(try file.count("SELECT count(*) FROM observation") == 0)
    #expect(try file.count("SELECT count(*) FROM actor WHERE provisional = 1") == 0)
  }

  @Test func `a table without its required columns says which are missing`() throws {
    let file = try seeded()
    let summary = try file.ingest(text: "event_date,title\n2019,T\n")
    #expect(summary.refused.map(\.reason) == ["observations need the column mechanism"])
  }

  @Test func `a file of another kind says what to do`() throws {
    let file = try seeded()
    let summary = try file.ingest(bytes: [0x89, 0x50, 0x4E, 0x47], as: "paper.png")
    #expect(summary.refused.count == 1)
    #expect(summary.refused[0].hint.contains(".txt"))
  }

  @Test func `a missing path is refused and the others are loaded`() throws {
    let file = try seeded()
    let summary = try file.ingest("/no/such/file.csv", "\(seeds)/initiatives.csv")
    #expect(summary.refused.count == 1)
    #expect(summary.tables["initiatives"] == 43)
  }
}
