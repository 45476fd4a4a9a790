/// A CSV file as people make it: in UTF-8, UTF-16 or an older encoding, parted by commas, semicolons or tabs, with a
/// line `sep=;`, rows of unlike length, lines above the header. Every line end is read.
public struct CSVSheet: SheetReader {
  private let reader: CSVReader
  private let source: ByteSource
  private let dialect: CSVDialect
  /// The encoding it was in.
  public let encoding: Encoding

  /// How much is looked at to tell encoding and delimiter.
  private static let sample = 1 << 20
  /// A file in another encoding is read whole.
  private static let largest = 512 << 20

  /// Opens a sheet; what the caller does not say is told by the beginning of the file.
  /// - Parameters:
  ///   - delimiter: the mark between cells.
  ///   - encoding: believed where the bytes agree.
  ///   - open: gives the file from its beginning; called twice.
  /// - Throws: ``CSVError`` for an encoding that cannot be read, ``ReadError``.
  public init(
    delimiter: UInt8? = nil, encoding: Encoding? = nil, open: () throws(ReadError) -> ByteSource
  ) throws {
    let first = try open()
    var head: [UInt8] = []
    while head.count < Self.sample, try first.append(to: &head) > 0 {}
    if encoding ?? .utf8 == .utf8, Self.isUTF8(head) {
      self.encoding = .utf8
      source = try open()
    } else {
      let text = try Self.decoded(try open(), encoding)
      self.encoding = text.encoding
      source = ByteSource(bytes: text.bytes, name: first.name)
      head = Array(text.bytes.prefix(Self.sample))
    }
    var dialect = CSVDialect(head: head)
    if let delimiter { dialect.delimiter = delimiter }
    self.dialect = dialect
    reader = try CSVReader(rowsOf: source, delimiter: dialect.delimiter)
  }

  /// True of UTF-8 without a NUL, also where the last character is cut off.
  private static func isUTF8(_ head: [UInt8]) -> Bool {
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.contains(0) {
      return false
    }
    guard let bad = UTF8Check.firstInvalid(in: head) else { return true }
    return head.count >= sample && head.count - bad < 4
  }

  private static func decoded(_ source: ByteSource, _ encoding: Encoding?) throws -> Decoded {
    let bytes = try source.readAll(limit: largest)
    do throws(EncodingRefusal) {
      return try Decoded(bytes, declared: encoding)
    } catch {
      throw CSVError(
        path: source.name, line: 1, column: 1, reason: error.phrase,
        hint: "save it as CSV in UTF-8, or say its encoding in the map")
    }
  }

  /// The mark between two cells.
  public var delimiter: UInt8 { dialect.delimiter }
  /// True if it is parted by commas, in UTF-8, and its first line is a row.
  public var isUsual: Bool { delimiter == 0x2C && encoding == .utf8 && !dialect.isDeclared }
  /// How many bytes have been read, in UTF-8.
  public var bytesRead: Int { source.bytesRead }

  /// From here on rows are expected to have about so many cells: a longer one is given whole.
  public func expect(cells: Int) { reader.expect(cells) }

  /// The next row or refusal; nil at the end.
  /// - Throws: ``ReadError``.
  public func next() throws -> SheetRecord? {
    while let record = try reader.next() {
      switch record {
      case .refused(let refusal): return .refused(refusal)
      case .row(let row):
        if dialect.isDeclared, row.line == 1 { continue }
        return .row(
          SheetRow(number: row.line, cells: row.fields.map { SheetCell($0.value, column: $0.column) }))
      }
    }
    return nil
  }
}

extension EncodingRefusal {
  /// What is wrong, in a phrase.
  fileprivate var phrase: String {
    switch self {
    case .notUTF8(let byte): "it is not UTF-8 at byte \(byte), and in no other encoding we know"
    case .invalid(let encoding, let byte): "it is \(encoding.rawValue), and broken at byte \(byte)"
    case .nul(let byte): "it holds a NUL at byte \(byte), which no text does"
    case .unknown(let encoding): "this system cannot convert \(encoding.rawValue)"
    }
  }
}
