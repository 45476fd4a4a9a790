import SQLite
import TestSupport
import Testing

@Suite struct RecipeTests {
  @Test func `every switch of a writing connection stands as the recipe has it`() throws {
    try TestFile.temporary { path in
      let settings = try Connection(path: path, mode: .create).settings()
      #expect(
        settings.map { "\($0.name) \($0.value)" } == [
          "defensive 1", "enable_fts3_tokenizer 0", "enable_load_extension 0", "trusted_schema 0",
          "writable_schema 0", "dqs_dml 0", "dqs_ddl 0", "enable_fkey 1", "journal_mode truncate",
          "synchronous 3",
          "recursive_triggers 1", "cell_size_check 1", "mmap_size 0", "busy_timeout 30000",
        ])
    }
  }

  @Test(arguments: [
    ("SELECT fts3_tokenizer('x', x'0000000000000000')", "fts3tokenize disabled"),
    ("SELECT \"abc\"", "no such column"),
    ("CREATE TABLE u (v TEXT DEFAULT \"abc\", CHECK (v <> \"abc\"))", "no such column"),
    ("SELECT load_extension('x')", "not authorized"), ("INSERT INTO child VALUES (9)", "FOREIGN KEY"),
    ("UPDATE sqlite_schema SET name = 'u'", "may not be modified"),
    ("UPDATE search_data SET id = 1", "may not be modified"),
  ])
  func `what the recipe forbids is refused`(text: String, because: String) throws {
    let db = try memory(
      """
      CREATE TABLE t (v INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE child (v INTEGER REFERENCES t (v)) STRICT;
      CREATE VIRTUAL TABLE search USING fts5(body);
      """)
    let error = sqliteError { try db.execute(SQL(trusting: text)) }
    #expect(error != nil, "it was done")
    #expect(error?.message.contains(because) == true, "\(error?.message ?? "")")
  }

  @Test func `the old tokenizer interface gives no pointer away`() throws {
    #expect(try memory().value("SELECT fts3_tokenizer('simple')", as: Value.self) == .null)
  }

  @Test func `a view cannot call a function that reaches outside`() throws {
    let db = try memory("CREATE VIEW v AS SELECT json('[1]')")
    #expect(sqliteError { try db.execute("SELECT * FROM v") }?.message == "unsafe use of json()")
  }

  @Test func `REPLACE does not slip past a trigger`() throws {
    let db = try memory(
      """
      CREATE TABLE t (v INTEGER PRIMARY KEY) STRICT;
      CREATE TRIGGER t_delete BEFORE DELETE ON t BEGIN SELECT RAISE(ABORT, 'kept'); END;
      INSERT INTO t VALUES (1);
      """)
    #expect(sqliteError { try db.execute("INSERT OR REPLACE INTO t VALUES (1)") }?.message == "kept")
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (2)", "CREATE TABLE u (v)", "CREATE TEMP TABLE u AS SELECT 1",
    "PRAGMA user_version = 5",
  ])
  func `a read-only connection changes nothing`(text: String) throws {
    try TestFile.temporary { path in
      try Connection(path: path, mode: .create).run(
        script: "CREATE TABLE t (v INTEGER); INSERT INTO t VALUES (1)")
      let reader = try Connection(path: path, mode: .readOnly)
      #expect(reader.isReadOnly)
      #expect(sqliteError { try reader.execute(SQL(trusting: text)) }?.code.primary == .readOnly)
      #expect(try reader.number("PRAGMA query_only") == 1)
      #expect(try reader.number("SELECT sum(v) FROM t") == 1)
    }
  }

  @Test func `a file locked by another program is an error with advice`() throws {
    try TestFile.temporary { path in
      let writer = try Connection(path: path, mode: .create)
      try writer.run(script: "CREATE TABLE t (v INTEGER)")
      try writer.transaction {
        try writer.execute("INSERT INTO t VALUES (1)")
        let second = try Connection(path: path, mode: .existing, patience: 0)
        let error = sqliteError { try second.execute("INSERT INTO t VALUES (2)") }
        #expect(error?.code.primary == .busy)
        #expect(error?.hint == "Another program is using the file; try again when it has finished.")
        #expect(try second.number("SELECT count(*) FROM t") == 0)
      }
    }
  }

  @Test func `a database is never opened without a name, which would be lost at the end`() {
    #expect(
      sqliteError { _ = try Connection(path: "", mode: .create) }?.message
        == "the path of the database is empty")
  }

  @Test func `the host's library can do what is asked of it`() throws {
    try Capabilities.check()
    #expect(Capabilities.compileOptions.contains("ENABLE_FTS5"))
    #expect(Capabilities.version.split(separator: ".").count >= 3)
  }
}
