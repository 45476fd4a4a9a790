import Formats
import TestSupport
import Testing

@Suite struct `Files of every kind` {
  private static let page = """
    <!doctype html><html><head><title>A plant is opened</title><meta property="article:published_time" content="2019-06-05">
    </head><body><p>The plant, which is large, was opened on Wednesday in Moscow.</p></body></html>
    """

  private static func fill(_ folder: String) throws {
    let files: [(String, String)] = [
      ("a.html", page), ("wrong.doc", page.replacing("large", with: "small")),
      ("plain.txt", "A plant\n\nIt was opened on Wednesday, 5 June 2019, in Moscow.\n"),
      ("noending", "Another plant\n\nIt was opened on Thursday in Harbin.\n"),
      (
        "m.eml",
        "From: Ann <a@example.org>\nTo: b@example.org\nSubject: A mail\nDate: Wed, 5 Jun 2019 10:00:00 +0300\n\nIts text.\n"
      ),
      (
        "r.jsonl",
        "{\"id\": 1, \"date\": \"2019-06-05\", \"title\": \"R\", \"text\": \"A record.\"}\n{\"id\": 2, \"text\": \"broken\n{\"id\": 3, \"text\": \"Another record.\"}\n"
      ),
      (
        "result.json",
        "{\"name\": \"C\", \"type\": \"public_channel\", \"messages\": [{\"id\": 5, \"type\": \"message\", \"date\": \"2019-06-05T10:00:00\", \"text\": \"A message.\"}]}"
      ),
      (
        "b.txt",
        "Title: One\nDate: 2019-06-05\n\nThe first of two texts stands here, in full.\n\n=====\nTitle: Two\nDate: 2019-06-06\n\nThe second of two texts stands here, in full.\n"
      ),
      ("nul.txt", "a\0b"), ("x.png", "\u{89}PNG"),
    ]
    for (name, text) in files { try TestFile.write(Array(text.utf8), to: "\(folder)/\(name)") }
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in "Завод открыт.\n".utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
    try TestFile.write(wide, to: "\(folder)/wide.txt")
    try TestFile.write(Array("Broken \u{434}".utf8.dropLast()), to: "\(folder)/broken.txt")
  }

  @Test func `a folder of them is loaded with what each says, and the rest is refused by itself`() throws {
    try TestFile.folder { folder in
      try Self.fill(folder)
      let db = "\(folder)-db"
      defer { _ = try? Tool.run("/bin/rm", ["-f", db]) }
      let outcome = try Program.run(["ingest", folder, "--format", "json"], db: db)
      #expect(outcome.code == 2, "\(outcome.errors)")
      let summary = try JSONValue.parse(outcome.output)
      #expect(summary["documents"]?.integer == 11, "\(outcome.text)")
      let refused = (summary["refused"]?.array ?? []).compactMap {
        $0["file"]?.string?.split(separator: "/").last
      }
      #expect(Set(refused) == ["nul.txt", "x.png", "broken.txt", "r.jsonl"], "\(outcome.text)")
      let again = try Program.run(["ingest", folder], db: db)
      #expect(again.text.contains("0 documents") && again.text.contains("11 skipped"))
      let rows = try Program.run(
        [
          "sql", "SELECT media, encoding, part, published FROM document ORDER BY path, id", "--format", "csv",
        ], db: db)
      for row in [
        "text/html,,,2019-06-05", "message/rfc822,,,2019-06-05", "application/json,,1,2019-06-05",
        "application/json,,3,", "application/json,,5,2019-06-05", "text/plain,,\"2, line 7\",2019-06-06",
        "text/plain,UTF-16LE,,",
      ] { #expect(rows.text.contains(row), "\(row)\n\(rows.text)") }
      let repaired = try Program.run(["ingest", "--replace-invalid", "\(folder)/broken.txt"], db: db)
      #expect(repaired.code == 0 && repaired.errors.contains("U+FFFD"))
    }
  }

  @Test func `the bytes received are kept beside what is read from them, and spans count in the reading`()
    throws
  {
    try TestFile.folder { folder in
      try TestFile.write(Array(Self.page.utf8), to: "\(folder)/a.html")
      let db = "\(folder)/test.db"
      #expect(
        try Program.run(["ingest", "\(folder)/a.html", "--url", "https://example.org/a"], db: db).code == 0)
      let query = """
        SELECT length(t.original), d.sha256, d.url, substr(t.reading, p.starts + 1, p.ends - p.starts)
        FROM document d JOIN document_text t ON t.id = d.id JOIN passage p ON p.document = d.id WHERE p.kind = 'sentence'
        """
      let rows = try Program.run(["sql", query, "--format", "csv"], db: db)
      let bytes = Array(Self.page.utf8)
      #expect(
        rows.text.contains(
          "\(bytes.count),\(SHA256.hex(of: bytes)),https://example.org/a,\"The plant, which is large, was opened on Wednesday in Moscow.\""
        ), "\(rows.text)")
    }
  }

  @Test func `a folder within itself is gone through once, and a pipe in a folder is not waited for`() throws
  {
    try TestFile.folder { folder in
      let made = try Program.shell(
        "mkdir in && ln -s . in/a && ln -s ../in in/b && mkfifo in/pipe.txt && ln -s nowhere in/gone.txt && echo a > in/$(printf '\\377').txt",
        in: folder)
      #expect(made.code == 0)
      try TestFile.write(Array("A plant was opened in Harbin.\n".utf8), to: "\(folder)/in/t.txt")
      let outcome = try Program.run(["ingest", "\(folder)/in"], db: "\(folder)/test.db")
      #expect(outcome.code == 2 && outcome.text.contains("1 documents"))
      #expect(outcome.text.contains("0 skipped, 3 refused"))
      #expect(outcome.errors.contains("in/pipe.txt: it is a pipe or a device, not a file"))
      #expect(outcome.errors.contains("its name is not UTF-8"))
    }
  }

  @Test func `lines of JSON that cannot be read are refused for what is wrong with them`() throws {
    try TestFile.folder { folder in
      let long = "{\"text\": \"\(String(repeating: "China and Russia. ", count: 1_000_000))\"}\n"
      try TestFile.write(Array(long.utf8), to: "\(folder)/long.jsonl")
      try TestFile.write(Array("{\"text\": \"not closed\n".utf8), to: "\(folder)/open.jsonl")
      let outcome = try Program.run(
        ["ingest", "\(folder)/long.jsonl", "\(folder)/open.jsonl"], db: "\(folder)/test.db")
      #expect(outcome.code == 2)
      #expect(outcome.errors.contains("long.jsonl:1: an object of more than 16777216 bytes"))
      #expect(outcome.errors.contains("open.jsonl:1: a string is not closed on its line"))
    }
  }

  @Test func `a text of nothing but marks that combine comes to an end`() throws {
    try TestFile.folder { folder in
      let marks = String(repeating: "\u{301}\u{327}", count: 1_000_000)
      try TestFile.write(Array(marks.utf8), to: "\(folder)/marks.txt")
      let page = "<html><head><title>\(marks)</title></head><body><p>\(marks)</p></body></html>"
      try TestFile.write(Array(page.utf8), to: "\(folder)/marks.html")
      let outcome = try Program.run(["ingest", folder], db: "\(folder)-db")
      defer { _ = try? Tool.run("/bin/rm", ["-f", "\(folder)-db"]) }
      #expect(outcome.code == 0 || outcome.code == 2, "\(outcome.errors)")
    }
  }

  @Test func `where the database may not grow, the load ends in an error, and goes on when it may`() throws {
    try TestFile.folder { folder in
      let text = String(
        repeating: "The plant stands in a quiet town by the river.\n\n", count: 20_000)
      try TestFile.write(Array(text.utf8), to: "\(folder)/t.txt")
      let line =
        "entente init --db x.db && ulimit -f $(($(stat -c %s x.db) / 512 + 200)) && entente ingest --db x.db t.txt"
      let stopped = try Program.shell(line, in: folder)
      #expect(stopped.code == 1, "\(stopped.text)")
      let again = try Program.run(["ingest", "\(folder)/t.txt"], db: "\(folder)/x.db")
      #expect(again.code == 0 && again.text.contains("1 documents"))
    }
  }

  @Test func `a file over the limit and an address typed as a path are refused with what to do`() throws {
    let typed = try Program.run(["ingest", "https://example.org/a"])
    #expect(typed.code == 64 && typed.errors.contains("ingest page.html --url https://example.org/a"))
    try TestFile.folder { folder in
      let made = try Program.shell("truncate -s 70M long.txt", in: folder)
      #expect(made.code == 0)
      let outcome = try Program.run(["ingest", "\(folder)/long.txt"], db: "\(folder)/test.db")
      #expect(outcome.code == 2 && outcome.errors.contains("larger than"))
      #expect(
        try Program.run(["sql", "SELECT count(*) FROM document", "--format", "csv"], db: "\(folder)/test.db")
          .text.contains("\n0"))
    }
  }
}
