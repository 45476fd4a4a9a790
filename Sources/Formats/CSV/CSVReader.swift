/// Reads a CSV table (RFC 4180) row by row; the memory needed does not grow with the file.
///
/// Rows end with LF, CR LF or CR; a byte-order mark and empty lines are skipped. A row that cannot be read is
/// refused by itself and reading goes on at the next physical line, so that a quote left open costs one row.
/// A row with a quoted field that is too long but closed is refused whole, and none of its lines are read as
/// rows. To tell the two apart, up to 8 MiB are read ahead; a quote not closed by then is taken as left open.
public final class CSVReader {
  /// The names in the first row.
  public private(set) var header: [String] = []
  /// The name of the source, for messages.
  public let name: String

  private let source: ByteSource
  private var scanner: CSVScanner
  private var bytes: [UInt8] = []
  /// Where the next record begins in `bytes`, and its physical line.
  private var position = 0
  private var line = 1
  private var isEnd = false
  private var spans: [CSVScanner.Span] = []
  /// Bytes that were scanned in vain behind open quotes, up to the limit of a field and beyond it, and bytes
  /// passed. They bound the work a file can cause.
  private var wasted = 0
  private var wastedFar = 0
  /// Up to where in `passed` both readings of a record went well; not asked again before.
  private var undecided = 0
  private var passed = 0

  /// Reads the header of `source`.
  ///
  /// - Throws: ``CSVError`` when the file is empty or its header is not usable, ``ReadError``.
  public init(
    _ source: ByteSource, delimiter: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits()
  ) throws {
    precondition(delimiter < 0x80 && ![0, 0x22, 0x0A, 0x0D].contains(delimiter), "not a delimiter")
    self.source = source
    name = source.name
    let scanner = CSVScanner(delimiter: delimiter, limits: limits)
    self.scanner = scanner
    while bytes.count < 3, try source.append(to: &bytes) > 0 {}
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw CSVError(
        path: name, line: 1, column: 1, reason: "the file is UTF-16", hint: "save it as CSV in UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    switch try next() {
    case .row(let row): header = try CSVReader.names(in: row, path: name)
    case .refused(let refusal):
      throw CSVError(
        path: name, line: refusal.line, column: refusal.column, reason: "the header: \(refusal.reason)",
        hint: refusal.hint)
    case nil:
      throw CSVError(
        path: name, line: 1, column: 1, reason: "the file is empty",
        hint: "the first line must name the columns")
    }
    self.scanner.expected = header.count
  }

  /// Reads rows of any number of fields, the header among them, and leaves quotes alone that stand in pairs inside
  /// a field: a sheet as people make it.
  public init(
    rowsOf source: ByteSource, delimiter: UInt8 = UInt8(ascii: ","), limits: CSVLimits = CSVLimits()
  ) throws(ReadError) {
    self.source = source
    name = source.name
    scanner = CSVScanner(delimiter: delimiter, limits: limits)
    scanner.isLenient = true
    while bytes.count < 3, try source.append(to: &bytes) > 0 {}
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// Rows are of so many fields from here on. Of rows that are read leniently only one of several lines is refused
  /// when it has another number of them: a quote was left open there.
  public func expect(_ fields: Int) { scanner.expected = fields }

  /// The next row or refusal; nil at the end.
  ///
  /// - Throws: ``ReadError`` when the source cannot be read further.
  public func next() throws(ReadError) -> CSVRecord? {
    while true {
      if position == bytes.count {
        if isEnd { return nil }
        try fill()
        continue
      }
      switch scan() {
      case .more: try fill()
      case .refused(let trouble): return .refused(try refuse(trouble))
      case .over(var trouble, let end, let lines):
        if lines > 1, try isSwallowed(end) { return .refused(try refuse(.swallowed(reached: end))) }
        trouble.isClosed = true
        let refusal = refusal(trouble)
        advance(to: position + end, lines: lines)
        return .refused(refusal)
      case .row(let end, let lines):
        if scanner.isBlank(spans) {
          advance(to: position + end, lines: lines)
        } else if lines > 1, try isSwallowed(end) {
          return .refused(try refuse(.swallowed(reached: end)))
        } else {
          let record = take(end)
          advance(to: position + end, lines: lines)
          return record
        }
      }
    }
  }

  private func scan() -> CSVScanner.Outcome {
    bytes.withUnsafeBytes {
      scanner.scan(
        .init(rebasing: $0[position...]), isEnd: isEnd, quotedLimit: quotedLimit, far: far, spans: &spans)
    }
  }

  /// How much of a record is kept to find out whether a field that is too long is closed: 8 MiB, unless a file
  /// makes looking for the ends of such fields the main work.
  private var far: Int {
    guard scanner.expected != nil, quotedLimit == scanner.limits.field else { return 0 }
    return wastedFar > 64 << 20 && wastedFar > 4 * passed ? 0 : max(8 << 20, scanner.limits.row)
  }

  /// Text behind an open quote is read again line by line. When a file makes that the main work, quoted fields
  /// may only span 4 KiB.
  private var quotedLimit: Int {
    wasted > 8 << 20 && wasted > 4 * passed ? min(4096, scanner.limits.field) : scanner.limits.field
  }

  /// Adds as many bytes as are waiting, so that reading a long record again and again stays linear, but not
  /// many more than the longest record needs.
  private func fill() throws(ReadError) {
    bytes.removeSubrange(..<position)
    position = 0
    let most = max(8 << 20, scanner.limits.row + scanner.limits.field) + 2 * ByteSource.chunk
    var wanted = max(ByteSource.chunk, min(bytes.count, most - bytes.count))
    while wanted > 0, !isEnd {
      let count = try source.append(to: &bytes)
      isEnd = count == 0
      wanted -= count
    }
  }

  private func advance(to end: Int, lines: Int) {
    passed += end - position
    position = end
    line += lines
  }

  /// Whether a record of several lines, though well formed, comes from a quote left open in its first line.
  ///
  /// Left open, a quote turns inside and outside about, and such a reading goes wrong soon. So the record is
  /// read both ways, as it is and without its first line, and the reading that is refused first is the wrong
  /// one. In a well-formed file that is never the record as it is.
  private func isSwallowed(_ end: Int) throws(ReadError) -> Bool {
    guard scanner.expected != nil, passed >= undecided else { return false }
    let reach = end + min(quotedLimit, 64 << 10)
    var whole = end
    var parts = bytes.withUnsafeBytes { lineEnd($0[position...]) }.map { $0 - position } ?? end
    var others: [CSVScanner.Span] = []
    defer { wasted += max(whole, parts) - end }
    while true {
      let isWhole = whole < parts
      let at = min(whole, parts)
      let outcome = bytes.withUnsafeBytes {
        let stop = min($0.count, position + reach)
        return scanner.scan(
          .init(rebasing: $0[min(position + at, stop)..<stop]), isEnd: isEnd && stop == $0.count,
          quotedLimit: quotedLimit, spans: &others)
      }
      switch outcome {
      case .refused, .over: return isWhole
      case .row(let length, _):
        if length == 0 { return false }
        if isWhole { whole += length } else { parts += length }
      case .more:
        if isEnd || bytes.count - position >= reach {
          undecided = passed + whole
          return false
        }
        try fill()
      }
    }
  }

  /// The row that `spans` describe, if its text is text.
  private func take(_ end: Int) -> CSVRecord {
    bytes.withUnsafeBytes { all in
      let record = UnsafeRawBufferPointer(rebasing: all[position..<position + end])
      if let bad = UTF8Check.firstInvalid(in: record) {
        let hex = Hex.text([record[bad]])
        return refusal(
          record, bad, "not UTF-8 (byte 0x\(hex))", "save the file as UTF-8; it may be in a legacy encoding")
      }
      if let bad = record.firstIndex(of: 0) {
        return refusal(record, bad, "a NUL character", "save the file as UTF-8; it may be UTF-16 or damaged")
      }
      return .row(
        CSVRow(line: line, fields: spans.map { CSVField($0, in: record, line: line) }))
    }
  }

  private func refusal(
    _ record: UnsafeRawBufferPointer, _ offset: Int, _ reason: String, _ hint: String
  ) -> CSVRecord {
    var start = 0
    var passed = 0
    while let next = lineEnd(record[start...]), next <= offset {
      start = next
      passed += 1
    }
    return .refused(
      CSVRefusal(
        line: line + passed, column: offset - start + 1, value: excerpt(record[offset...]), reason: reason,
        hint: hint))
  }

  private func refusal(_ trouble: CSVScanner.Trouble) -> CSVRefusal {
    let (reason, hint) = trouble.words(line: line, expected: scanner.expected, limits: scanner.limits)
    let value = bytes.withUnsafeBytes { excerpt($0[(position + trouble.offset)...]) }
    return CSVRefusal(
      line: line + (trouble.isBelow ? 0 : trouble.line), column: trouble.column, value: value, reason: reason,
      hint: hint)
  }

  /// Refuses the record at `position` and passes its first physical line, keeping none of it.
  private func refuse(_ trouble: CSVScanner.Trouble) throws(ReadError) -> CSVRefusal {
    var trouble = trouble
    // In a record of several lines the field that spans the first line end is to be looked at first.
    if trouble.isBelow, let span = spans.last(where: { $0.line == 0 }) {
      trouble.offset = span.start - (span.isQuoted ? 1 : 0)
      trouble.column = span.column + 1
    }
    let refusal = refusal(trouble)
    let near = min(trouble.reached, scanner.limits.field)
    wasted += near
    wastedFar += trouble.reached - near
    while true {
      let end = bytes.withUnsafeBytes { lineEnd($0[position...]) }
      // A CR as the last byte may be half of a line end.
      if let end, end < bytes.count || isEnd || bytes[end - 1] == 0x0A {
        advance(to: end, lines: 1)
        return refusal
      }
      if end == nil { advance(to: bytes.count, lines: 0) }
      if isEnd { return refusal }
      try fill()
    }
  }

  private static func names(in row: CSVRow, path: String) throws(CSVError) -> [String] {
    var seen: Set<String> = []
    for field in row.fields where !seen.insert(field.value).inserted {
      throw CSVError(
        path: path, line: field.line, column: field.column,
        reason: "two columns are named \"\(TerminalText.escaped(field.value))\"", hint: "rename one of them")
    }
    return row.fields.map(\.value)
  }
}

/// The offset behind the first line end.
private func lineEnd(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
  guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
  let isPair = bytes[end] == 0x0D && end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A
  return end + (isPair ? 2 : 1)
}

/// The beginning of `bytes` for a message, to the end of the line.
private func excerpt(_ bytes: Slice<UnsafeRawBufferPointer>) -> String {
  let line = bytes.prefix(200).prefix { $0 != 0x0A && $0 != 0x0D }
  return TerminalText.truncated(TerminalText.escaped(String(decoding: line, as: UTF8.self)), to: 60)
}

extension CSVField {
  fileprivate init(_ span: CSVScanner.Span, in record: UnsafeRawBufferPointer, line: Int) {
    let raw = UnsafeRawBufferPointer(rebasing: record[span.start..<span.end])
    self.line = line + span.line
    column = span.column + 1
    guard span.hasDoubledQuotes else {
      value = String(decoding: raw, as: UTF8.self)
      return
    }
    value = String(unsafeUninitializedCapacity: raw.count) { out in
      var count = 0
      var i = 0
      while i < raw.count {
        out[count] = raw[i]
        count += 1
        i += raw[i] == 0x22 ? 2 : 1
      }
      return count
    }
  }
}
