import SQLite
import TestSupport
import Testing

@Suite struct AuthorizerTests {
  /// A connection that may write, with only the rules between the text and the file.
  private func guarded() throws -> Connection {
    let db = try memory(
      """
      CREATE TABLE t (v INTEGER PRIMARY KEY) STRICT;
      INSERT INTO t VALUES (1);
      CREATE VIEW w AS SELECT v FROM t;
      CREATE VIRTUAL TABLE search USING fts5(body);
      INSERT INTO search VALUES ('moon station');
      """)
    db.authorize(.readOnly)
    return db
  }

  @Test(arguments: [
    "INSERT INTO t VALUES (2)", "UPDATE t SET v = 2", "DELETE FROM t", "REPLACE INTO t VALUES (1)",
    "WITH x AS (SELECT 2) INSERT INTO t SELECT * FROM x", "INSERT INTO t VALUES (3) RETURNING v",
    "ATTACH ':memory:' AS other", "DETACH main", "VACUUM", "VACUUM INTO 'copy.db'", "PRAGMA user_version = 1",
    "PRAGMA query_only = 0", "PRAGMA query_only(0)", "PRAGMA recursive_triggers = 0",
    "PRAGMA journal_mode = WAL",
    "PRAGMA journal_mode(delete)", "PRAGMA writable_schema = 1", "PRAGMA main.user_version = 1",
    "CREATE TABLE u (v)",
    "CREATE TEMP TABLE u (v)", "CREATE TEMP VIEW u AS SELECT 1",
    "CREATE TEMP TRIGGER u AFTER INSERT ON t BEGIN SELECT 1; END",
    "CREATE VIRTUAL TABLE u USING fts5(v)", "DROP TABLE t", "DROP VIEW w", "ALTER TABLE t RENAME TO u",
    "REINDEX",
    "ANALYZE", "BEGIN", "COMMIT", "SAVEPOINT s", "SELECT load_extension('x.so')",
    "SELECT LOAD_EXTENSION('x.so', 'main')",
    "SELECT fts3_tokenizer('simple')", "EXPLAIN DELETE FROM t", "EXPLAIN QUERY PLAN DELETE FROM t",
    "INSERT INTO search(search) VALUES ('delete-all')", "UPDATE sqlite_schema SET sql = ''",
    "UPDATE sqlite_master SET sql = ''", "UPDATE sqlite_temp_master SET sql = ''",
  ])
  func `reading rules refuse`(text: String) throws {
    let db = try guarded()
    let error = sqliteError { try db.run(db.prepareOne(text)) { _ in } }
    let message = error?.message ?? "it was done"
    #expect(message.contains("authoriz") || message.contains("may not be modified"), "\(message)")
    db.authorize(nil)
    #expect(
      try db.texts("SELECT group_concat(name) FROM sqlite_schema WHERE name IN ('t', 'u', 'w')") == ["t,w"])
    #expect(try db.number("SELECT sum(v) FROM t") == 1)
    #expect(try db.number("SELECT recursive_triggers FROM pragma_recursive_triggers") == 1)
    #expect(!db.isInTransaction)
  }

  @Test(arguments: [
    "SELECT v FROM t", "SELECT v FROM w", "VALUES (1)", "SELECT upper('a') || date('now')",
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n",
    "SELECT name FROM pragma_table_info('t')", "SELECT value FROM json_each('[1]')", "PRAGMA table_info(t)",
    "PRAGMA table_list", "PRAGMA query_only",
    "PRAGMA foreign_key_check(t)", "PRAGMA integrity_check", "SELECT sql FROM sqlite_schema",
    "EXPLAIN QUERY PLAN SELECT v FROM t",
    "EXPLAIN SELECT v FROM t", "SELECT body FROM search WHERE search MATCH 'moon'",
    "SELECT snippet(search, 0, '[', ']', '', 5) FROM search('station') ORDER BY rank",
  ])
  func `reading rules allow`(text: String) throws {
    let db = try guarded()
    var count = 0
    try db.run(db.prepareOne(text)) { _ in count += 1 }
    // Only a check that found nothing has nothing to say.
    #expect(count > 0 || text.contains("foreign_key_check"))
  }

  @Test func `the search index answers on a connection that has the rules from the start`() throws {
    try TestFile.temporary { path in
      try Connection(path: path, mode: .create).run(
        script: "CREATE VIRTUAL TABLE search USING fts5(body); INSERT INTO search VALUES ('moon station')")
      let reader = try Connection(path: path, mode: .readOnly)
      reader.authorize(.readOnly)
      #expect(
        try reader.texts("SELECT highlight(search, 0, '[', ']') FROM search('moon')") == ["[moon] station"])
    }
  }

  @Test func `rules hold for statements compiled before they were set`() throws {
    let db = try memory("CREATE TABLE t (v INTEGER) STRICT")
    try db.execute("INSERT INTO t VALUES (1)")
    db.authorize(.readOnly)
    #expect(sqliteError { try db.execute("INSERT INTO t VALUES (1)") }?.code.primary == .authorization)
    db.authorize(nil)
    try db.execute("INSERT INTO t VALUES (1)")
  }

  @Test func `rules of one's own see action, table and column`() throws {
    let db = try memory("CREATE TABLE t (open TEXT, secret TEXT) STRICT")
    db.authorize(
      Authorizer { $0.action != .read || ($0.first, $0.second, $0.database) != ("t", "secret", "main") })
    try db.execute("SELECT open FROM t")
    #expect(sqliteError { try db.execute("SELECT * FROM t") }?.message == "access to t.secret is prohibited")
  }

  @Test func `a query without end is interrupted when asked to`() throws {
    let db = try memory()
    var asked = 0
    db.onProgress {
      asked += 1
      return asked < 50
    }
    let endless: SQL =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    #expect(sqliteError { try db.execute(endless) }?.code.primary == .interrupt)
    #expect(asked == 50)
    db.onProgress(nil)
    #expect(
      try db.number(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 90000) SELECT count(*) FROM n")
        == 90_000)
    #expect(asked == 50)
  }
}
