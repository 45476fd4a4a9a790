import Formats
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

private let folder: String = {
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(4).joined(separator: "/") + "/shared/data/open/csv-spectrum"
}()

@Suite struct CSVConformanceTests {
  @Test(
    .enabled(if: access(folder, R_OK) == 0, "the csv-spectrum files are not in ../shared/data/open"),
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines",
      "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func `the conformance pairs of csv-spectrum are read as they should be`(name: String) throws {
    let reader = try CSVReader(ByteSource(path: "\(folder)/csvs/\(name).csv"))
    var rows: [JSONValue] = []
    while let record = try reader.next() {
      let values = try #require(record.values, "\(record)")
      rows.append(.object(zip(reader.header, values).map { JSONMember($0, .string(unixLines($1))) }))
    }
    let json = try ByteSource(path: "\(folder)/json/\(name).json").readAll(limit: 1 << 20)
    switch try JSONValue.parse(json) {
    case .array(let expected):
      let expected = expected.map { value in
        JSONValue.object(
          (value.object ?? []).map { JSONMember($0.key, .string(unixLines($0.value.string ?? ""))) })
      }
      #expect(rows == expected)
    case let expected:
      // This pair is one object, and its first values differ in the files themselves.
      #expect(rows.count == 1)
      #expect(rows.first?.object?.dropFirst() == expected.object?.dropFirst())
    }
  }
}

/// CR LF as LF: a checkout may have turned the line ends of the CSV files, but not the escapes of the JSON ones.
private func unixLines(_ text: String) -> String {
  text.split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n")
}
