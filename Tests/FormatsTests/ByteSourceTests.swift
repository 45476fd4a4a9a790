import Formats
import Testing

@Suite struct ByteSourceTests {
  @Test func `a file comes in the chunks asked for and in order`() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try withFile(bytes) { path in
      let source = try ByteSource(path: path)
      var got: [UInt8] = []
      while try source.append(to: &got, count: 1000) > 0 {}
      #expect(got == bytes)
      #expect(try source.append(to: &got) == 0)
    }
  }

  @Test func `a text is read whole up to the limit and refused above it`() throws {
    try withFile([1, 2, 3]) { path in
      #expect(try ByteSource(path: path).readAll(limit: 3) == [1, 2, 3])
      let error = try #require(throws: ReadError.self) { try ByteSource(path: path).readAll(limit: 2) }
      #expect(error.reason == "is larger than 2 bytes")
    }
    #expect(try ByteSource(bytes: [7]).readAll(limit: 1) == [7])
  }

  @Test func `a missing file is named with the reason and what to do`() throws {
    let error = try #require(throws: ReadError.self) { try ByteSource(path: "/no/such\u{202E}file") }
    #expect(
      error.description == "/no/such\\u{202E}file: No such file or directory (check the path)")
  }

  @Test func `a folder is no file and a path with a NUL is no path`() throws {
    let error = try #require(throws: ReadError.self) { try ByteSource(path: "/tmp").readAll(limit: 9) }
    #expect(error.hint == "give a file, not a folder")
    #expect(throws: ReadError.self) { try ByteSource(path: "/tmp\0x") }
  }
}
