import Formats
import Records
import SQLite
import TestSupport
import Testing

private let seed: UInt64 = 20_261_142

/// Alterations tried: some dozen, because each reads the whole history; `ALTERATIONS=10000 swift test -c release` is
/// what docs/sealing.md tells of.
private let tries = rounds("ALTERATIONS", usually: 40)

/// A file with a history of every table, and a bare connection to it that no trigger stands in the way of.
private struct SealedFile {
  let file: EntenteFile
  var db: Connection { file.connection }
  let triggers: [(name: String, sql: String)]

  /// Rows of every table of truth, some with several versions, in a few dozen changes.
  init(seed: UInt64, changes: Int = 40) throws {
    file = try TestFile.memory()
    let db = file.connection
    var random = SplitMix64(seed: seed)
    let maker = RowMaker(db)
    for round in 0..<changes {
      let batch = round % 3 == 0 ? Batch(kind: .live, source: "file \(round)") : nil
      try file.write(TestFile.desk, why: "round \(round)", beginning: batch) { _ in
        for table in TruthTable.all.shuffled(using: &random).prefix(4) {
          try maker.insert(table)
        }
        for table in TruthTable.all.shuffled(using: &random).prefix(12) {
          try db.execute(
            "UPDATE \(identifier: table) SET withdrawn = 1 - withdrawn WHERE id = (SELECT max(id) FROM \(identifier: table))"
          )
        }
      }
    }
    try db.execute("UPDATE setting SET value = 'by hand'")
    triggers = try db.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
      (try $0.get(0), try $0.get(1))
    }
  }

  /// Without triggers and references, as somebody with any tool can write.
  func open() throws {
    try db.run(script: "PRAGMA foreign_keys = 0; PRAGMA ignore_check_constraints = 1;")
    for trigger in triggers { try db.execute("DROP TRIGGER \(identifier: trigger.name)") }
  }
}

@Suite struct `Seals` {
  private func findings(_ file: EntenteFile, _ head: Head? = nil) throws -> [SealFinding] {
    try Verification(file, against: head).findings
  }

  @Test func `a sealed history verifies, with what came since, and sealing again changes nothing sealed`()
    throws
  {
    let sealed = try SealedFile(seed: seed)
    #expect(throws: SealError.self) { try findings(sealed.file) }
    let first = try Sealing.run(sealed.file, TestFile.desk)
    #expect(first.isNew)
    #expect(try findings(sealed.file, first.head) == [])
    let again = try Sealing.run(sealed.file, TestFile.desk)
    #expect(!again.isNew && again.head == first.head)
    try sealed.db.execute("UPDATE setting SET value = 'later'")
    #expect(try findings(sealed.file, first.head) == [])
    #expect(try Verification(sealed.file, against: nil).unsealed > 0)
    let second = try Sealing.run(sealed.file, TestFile.desk)
    #expect(second.head.entries > first.head.entries && second.head.file == first.head.file)
    for head in [first.head, second.head, nil] { #expect(try findings(sealed.file, head) == []) }
    let read = try Head(second.head.text + "— signer abc\n", name: "x")
    #expect(read == second.head)
  }

  @Test(.seed(seed)) func `random alterations of a sealed history are all found, and the place named`() throws
  {
    let sealed = try SealedFile(seed: seed, changes: tries > 1_000 ? 25 : 12)
    let db = sealed.db
    _ = try Sealing.run(sealed.file, TestFile.desk)
    try db.execute("UPDATE setting SET value = 'between'")
    let head = try Sealing.run(sealed.file, TestFile.desk).head
    try sealed.open()
    var random = SplitMix64(seed: seed)
    let alterations = try Alterations(db)
    var kinds: [String: Int] = [:]
    for round in 0..<tries {
      try db.execute("BEGIN")
      let done = try alterations.alter(db, &random)
      // Verification has a transaction of its own: the alteration is a step that is undone.
      try db.execute("COMMIT")
      let result = try Verification(sealed.file, against: round % 2 == 0 ? head : nil)
      let first = result.findings.first
      #expect(first != nil, "\(round): \(done)")
      if let first {
        #expect(done.isNamed(by: first), "\(round): \(done): \(first)")
        kinds[first.kind.rawValue, default: 0] += 1
      }
      try done.undo(db)
      if round % 100 == 0 { #expect(try findings(sealed.file, head) == []) }
    }
    #expect(kinds.count >= 5, "\(kinds)")
  }

  @Test(.seed(seed)) func `a byte altered on its page is found, past the index that does not know of it`()
    throws
  {
    try TestFile.temporary { path in
      var random = SplitMix64(seed: seed)
      let head = try {
        let file = try EntenteFile(path: path, access: .create, now: TestFile.instant)
        for round in 0..<30 {
          try file.write(TestFile.desk, why: "round \(round)") {
            try file.connection.setSetting("name \(round % 10)", to: "word\(round)word", $0)
          }
        }
        return try Sealing.run(file, TestFile.desk).head
      }()
      let bytes = try TestFile.bytes(of: path)
      for round in 0..<30 {
        let word = Array("word\(round)word".utf8)
        let places = bytes.indices.dropLast(word.count).filter {
          bytes[$0] == word[0] && bytes[$0..<($0 + word.count)].elementsEqual(word)
        }
        let place = try #require(places.count == 1 ? places.first : nil)
        var altered = bytes
        altered[place + Int.random(in: 0..<word.count, using: &random)] ^= UInt8.random(
          in: 1...0x7f, using: &random)
        try TestFile.write(altered, to: path)
        let file = try EntenteFile(path: path, access: .read, now: TestFile.instant)
        let found = try findings(file, head)
        #expect(
          found.count == 1 && found.first?.table == "setting" && found.first?.record == round % 10 + 1,
          "\(found)")
        #expect(found.first?.change == round + 1)
      }
    }
  }

  @Test func `the list written anew with the history is found by a head kept elsewhere, and only by it`()
    throws
  {
    let sealed = try SealedFile(seed: seed, changes: 5)
    let db = sealed.db
    let head = try Sealing.run(sealed.file, TestFile.desk).head
    try sealed.open()
    try db.execute("UPDATE setting SET value = 'forged'")
    #expect(try findings(sealed.file).first?.table == "setting")
    try db.run(script: "DELETE FROM seal; DELETE FROM seal_entry; DELETE FROM change WHERE why = 'seal'")
    for trigger in sealed.triggers { try db.run(script: trigger.sql) }
    _ = try Sealing.run(sealed.file, TestFile.desk)
    #expect(try findings(sealed.file) == [])
    #expect(try findings(sealed.file, head).isEmpty == false)
  }

  @Test func `a history cut short is found by a head, a seal over an altered one refused`() throws {
    let sealed = try SealedFile(seed: seed, changes: 8)
    let db = sealed.db
    let head = try Sealing.run(sealed.file, TestFile.desk).head
    try sealed.open()
    let last = try db.number("SELECT max(change) FROM seal_entry")
    try db.run(script: "DELETE FROM seal; DELETE FROM seal_entry;")
    #expect(try findings(sealed.file, head) == [], "the history itself still leads to the head")
    try db.execute("DELETE FROM change WHERE id >= \(last)")
    #expect(try findings(sealed.file, head).contains { $0.kind == .seal })

    let other = try SealedFile(seed: seed, changes: 8)
    _ = try Sealing.run(other.file, TestFile.desk)
    try other.db.execute("UPDATE setting SET value = 'more'")
    try other.open()
    try other.db.execute("UPDATE change SET why = 'another' WHERE id = 3")
    #expect { try Sealing.run(other.file, TestFile.desk) } throws: { "\($0)".contains("change 3") }
  }

  @Test func `what the law made us erase leaves a tombstone that verifies, before and after it is sealed`()
    throws
  {
    let sealed = try SealedFile(seed: seed)
    let db = sealed.db
    let head = try Sealing.run(sealed.file, TestFile.desk).head
    let row = try #require(
      try db.first("SELECT n.id FROM note AS n JOIN note_history AS h ON h.id = n.id ORDER BY n.id LIMIT 1") {
        try $0.get(0, as: Int.self)
      })
    try sealed.file.write(TestFile.desk, why: "a court order") { change in
      try db.execute(
        "INSERT INTO erasure (record_table, record, why, change) VALUES ('note', \(row), 'a court order', \(change.id))"
      )
      try db.execute("DELETE FROM note_history WHERE id = \(row)")
    }
    var result = try Verification(sealed.file, against: head)
    #expect(result.findings == [] && result.erased >= 2)
    let second = try Sealing.run(sealed.file, TestFile.desk).head
    #expect(try findings(sealed.file, second) == [])
    try sealed.file.write(TestFile.desk, why: "all of it") { change in
      try db.execute(
        "INSERT INTO erasure (record_table, record, why, change) VALUES ('note', \(row), 'all of it', \(change.id))"
      )
      try db.execute("DELETE FROM note WHERE id = \(row)")
    }
    for head in [head, second] { #expect(try findings(sealed.file, head) == []) }
    _ = try Sealing.run(sealed.file, TestFile.desk)
    result = try Verification(sealed.file, against: second)
    #expect(result.findings == [])
    // The erasure of one row is no cover for another.
    try sealed.open()
    try db.execute("DELETE FROM note WHERE id = (SELECT min(id) FROM note)")
    #expect(try findings(sealed.file, second).first?.kind == .missing)
  }

  @Test func `a column added later alters nothing that was sealed`() throws {
    let sealed = try SealedFile(seed: seed, changes: 6)
    let head = try Sealing.run(sealed.file, TestFile.desk).head
    try sealed.db.run(
      script: "ALTER TABLE note ADD COLUMN mood TEXT; ALTER TABLE note_history ADD COLUMN mood TEXT;")
    #expect(try findings(sealed.file, head) == [])
  }
}

@Suite struct `Heads` {
  @Test(arguments: [
    "", "x\n1\n", "entente history v1 a\n0\nAAAA\nchange 1\nat 2026-11-24T08:00:00Z\n\n",
    "entente history v1 a\n5\nAAAA\nchange 1\nat 2026-11-24T08:00:00Z\n\n",
  ])
  func `what is no head is refused`(_ text: String) {
    #expect(throws: SealError.self) { try Head(text, name: "x") }
  }
}
