import SQLite
import TestSupport
import Testing

@Suite struct TransactionTests {
  struct Stop: Error {}
  let db: Connection

  init() throws { db = try memory("CREATE TABLE t (v INTEGER PRIMARY KEY) STRICT") }

  @Test func `what the body wrote is there when it returns`() throws {
    let count = try db.transaction {
      try db.execute("INSERT INTO t VALUES (1)")
      #expect(db.isInTransaction)
      return db.changes
    }
    #expect(count == 1 && !db.isInTransaction)
    #expect(try db.number("SELECT count(*) FROM t") == 1)
  }

  @Test func `nothing of the body is there when it throws`() throws {
    #expect(throws: Stop.self) {
      try db.transaction {
        try db.execute("INSERT INTO t VALUES (1)")
        throw Stop()
      }
    }
    #expect(!db.isInTransaction)
    #expect(try db.number("SELECT count(*) FROM t") == 0)
  }

  @Test func `a transaction inside a transaction is refused and the outer one goes on`() throws {
    try db.transaction {
      try db.execute("INSERT INTO t VALUES (1)")
      #expect(
        sqliteError { try db.transaction {} }?.message == "a transaction is already open on this connection")
    }
    #expect(try db.number("SELECT count(*) FROM t") == 1)
  }

  @Test func `it holds the right to write from its first moment`() throws {
    try TestFile.temporary { path in
      let one = try Connection(path: path, mode: .create)
      try one.run(script: "CREATE TABLE t (v INTEGER) STRICT")
      let two = try Connection(path: path, mode: .existing, patience: 0)
      try one.transaction {
        #expect(sqliteError { try two.transaction {} }?.code.primary == .busy)
      }
      try two.transaction {}
    }
  }

  @Test func `the first error is told even when SQLite has rolled back by itself`() throws {
    try db.execute("INSERT INTO t VALUES (1)")
    let error = sqliteError {
      try db.transaction { try db.execute("INSERT OR ROLLBACK INTO t VALUES (1)") }
    }
    #expect(error?.message == "UNIQUE constraint failed: t.v")
    #expect(!db.isInTransaction)
    try db.transaction { try db.execute("INSERT INTO t VALUES (2)") }
  }

  @Test func `a commit that fails leaves nothing open and nothing written`() throws {
    try db.run(script: "CREATE TABLE child (v INTEGER REFERENCES t (v) DEFERRABLE INITIALLY DEFERRED) STRICT")
    let error = sqliteError { try db.transaction { try db.execute("INSERT INTO child VALUES (9)") } }
    #expect(error?.code.primary == .constraint)
    #expect(!db.isInTransaction)
    #expect(try db.number("SELECT count(*) FROM child") == 0)
  }

  @Test func `a savepoint undoes its own step only`() throws {
    try db.transaction {
      try db.execute("INSERT INTO t VALUES (1)")
      #expect(throws: Stop.self) {
        try db.savepoint {
          try db.execute("INSERT INTO t VALUES (2)")
          throw Stop()
        }
      }
      try db.savepoint { try db.execute("INSERT INTO t VALUES (3)") }
    }
    #expect(try db.rows("SELECT v FROM t ORDER BY v") { try $0.get(0, as: Int.self) } == [1, 3])
  }

  @Test func `savepoints nest, and the inner one falls with the outer one`() throws {
    try db.transaction {
      #expect(throws: Stop.self) {
        try db.savepoint {
          try db.savepoint { try db.execute("INSERT INTO t VALUES (1)") }
          throw Stop()
        }
      }
      try db.savepoint {
        try db.execute("INSERT INTO t VALUES (2)")
        #expect(throws: Stop.self) {
          try db.savepoint {
            try db.execute("INSERT INTO t VALUES (3)")
            throw Stop()
          }
        }
      }
    }
    #expect(try db.rows("SELECT v FROM t") { try $0.get(0, as: Int.self) } == [2])
  }

  @Test func `a savepoint without a transaction is refused`() {
    #expect(sqliteError { try db.savepoint {} }?.message == "a savepoint needs an open transaction")
  }
}
