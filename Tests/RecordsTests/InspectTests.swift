import Records
import SQLite
import TestSupport
import Testing

@Suite struct `A file that was tampered with` {
  @Test func `is gone through all the same, and the row is named beside the trigger`() throws {
    try TestFile.temporary { path in
      var rows: [Int] = []
      do {
        let file = try EntenteFile(path: path, access: .create, now: TestFile.instant)
        let maker = RowMaker(file.connection)
        try file.write(TestFile.desk, why: "rows") { _ in
          for _ in 0..<3 { try maker.insert("outlet") }
        }
        rows = try file.connection.rows("SELECT id FROM outlet ORDER BY id") { try $0.get(0) }
        _ = try Sealing.run(file, TestFile.desk)
      }
      let bare = try Connection(path: path, mode: .existing)
      try bare.execute("DROP TRIGGER outlet_update")
      try bare.execute("DROP TRIGGER outlet_outside")
      try bare.execute("UPDATE outlet SET name = 'hack' WHERE id = \(rows[1])")
      #expect(throws: FileError.self) { try EntenteFile(path: path, access: .read, now: TestFile.instant) }
      let file = try EntenteFile(path: path, access: .inspect, now: TestFile.instant)
      #expect(Set(file.altered) == ["the trigger outlet_update", "the trigger outlet_outside"])
      let schema = Verification.ofSchema(file)
      #expect(schema.map(\.kind) == [.schema, .schema])
      let found = try Verification(file, against: nil).findings
      #expect(
        found.map(\.kind) == [.altered] && found.first?.table == "outlet" && found.first?.record == rows[1])
    }
  }

  @Test func `as one that was not it says nothing`() throws {
    try TestFile.temporary { path in
      _ = try EntenteFile(path: path, access: .create, now: TestFile.instant)
      let file = try EntenteFile(path: path, access: .inspect, now: TestFile.instant)
      #expect(file.altered.isEmpty)
    }
  }

  @Test func `nobody who is logged in is unknown`() throws {
    let desk = try Desk(environment: [:])
    #expect(desk.analyst != "unknown" && !desk.analyst.isEmpty)
    #expect(try Desk(environment: ["USER": "mei", "LOGNAME": ""]).analyst == "mei")
    #expect(try Desk(analyst: "wu", environment: ["USER": "mei"]).analyst == "wu")
  }
}
