/// Finds the fields of one CSV record in bytes that begin with it. Keeps nothing between calls.
struct CSVScanner {
  /// Where a field stands; offsets count from the beginning of the record.
  struct Span {
    var start: Int
    var end: Int
    var isQuoted: Bool
    var hasDoubledQuotes: Bool
    /// Line ends of the record before the field, and bytes before it in its line.
    var line: Int
    var column: Int
  }

  enum Outcome {
    /// `end` is behind the line end; `lines` counts the physical lines of the record.
    case row(end: Int, lines: Int)
    case refused(Trouble)
    /// The bytes end before the record does.
    case more
  }

  let delimiter: UInt8
  let limits: CSVLimits
  /// The number of fields wanted; nil takes any.
  var expected: Int?
  /// Stops plain fields: the delimiter and line ends.
  private let stops: [Bool]

  init(delimiter: UInt8, limits: CSVLimits) {
    self.delimiter = delimiter
    self.limits = limits
    var stops = [Bool](repeating: false, count: 256)
    for byte in [delimiter, 0x0A, 0x0D] { stops[Int(byte)] = true }
    self.stops = stops
  }

  /// Scans the first record of `bytes`; `isEnd` says that no more bytes follow them.
  func scan(
    _ bytes: UnsafeRawBufferPointer, isEnd: Bool, quotedLimit: Int, spans: inout [Span]
  ) -> Outcome {
    spans.removeAll(keepingCapacity: true)
    return stops.withUnsafeBufferPointer { stops in
      var place = Place()
      while true {
        let start = place
        if spans.count == limits.columns { return refuse(.tooManyColumns, start, reached: place.offset) }
        var doubled = false
        let isQuoted = place.offset < bytes.count && bytes[place.offset] == 0x22
        if isQuoted {
          if let stop = quoted(bytes, isEnd, quotedLimit, &place, &doubled) { return stop }
        } else if let stop = plain(bytes, isEnd, stops, &place) {
          return stop
        }
        spans.append(
          Span(
            start: start.offset + (isQuoted ? 1 : 0), end: place.offset - (isQuoted ? 1 : 0),
            isQuoted: isQuoted, hasDoubledQuotes: doubled, line: start.line,
            column: start.offset - start.lineStart))
        if place.offset > limits.row { return refuse(.longRow, start, reached: place.offset) }
        if place.offset < bytes.count, bytes[place.offset] == delimiter {
          place.offset &+= 1
          continue
        }
        if place.offset < bytes.count, !place.passLineEnd(bytes, isEnd) { return .more }
        let endsInside = place.offset == place.lineStart && place.offset > 0
        let lines = place.line + (endsInside ? 0 : 1)
        if let expected, spans.count != expected, !isBlank(spans) {
          return refuse(
            .fieldCount(spans.count, isMultiline: lines > 1), Place(), reached: place.offset)
        }
        return .row(end: place.offset, lines: lines)
      }
    }
  }

  /// Whether the record is an empty line.
  func isBlank(_ spans: [Span]) -> Bool {
    spans.count == 1 && !spans[0].isQuoted && spans[0].start == spans[0].end
  }

  private func refuse(_ reason: Trouble.Reason, _ at: Place, reached: Int) -> Outcome {
    .refused(
      Trouble(
        reason: reason, offset: at.offset, line: at.line, column: at.offset - at.lineStart + 1,
        reached: reached))
  }

  /// Passes a field without quotes; nil when it ended at a delimiter, a line end or the end of all.
  @inline(__always) private func plain(
    _ bytes: UnsafeRawBufferPointer, _ isEnd: Bool, _ stops: UnsafeBufferPointer<Bool>, _ place: inout Place
  ) -> Outcome? {
    let start = place
    let limit = min(bytes.count, start.offset &+ limits.field &+ 1)
    var i = start.offset
    while i < limit, !stops[Int(bytes[i])] { i &+= 1 }
    place.offset = i
    if i &- start.offset > limits.field { return refuse(.longField, start, reached: place.offset) }
    if i == bytes.count, !isEnd { return .more }
    // A quote inside is text (an inch, a second of arc), but one at the end has lost its partner.
    if i > start.offset, bytes[i &- 1] == 0x22 { return refuse(.lateQuote, start, reached: place.offset) }
    return nil
  }

  /// Passes a quoted field; nil when it was closed.
  @inline(__always) private func quoted(
    _ bytes: UnsafeRawBufferPointer, _ isEnd: Bool, _ quotedLimit: Int, _ place: inout Place,
    _ doubled: inout Bool
  ) -> Outcome? {
    let start = place
    let limit = min(bytes.count, start.offset &+ 2 &+ quotedLimit)
    place.offset &+= 1
    while true {
      var i = place.offset
      while i < limit, bytes[i] > 0x22 || bytes[i] != 0x22 && bytes[i] != 0x0A && bytes[i] != 0x0D { i &+= 1 }
      place.offset = i
      // A doubled quote or CR LF may have led one beyond the limit.
      if i >= limit {
        if i < bytes.count {
          return refuse(place.line > start.line ? .openQuote : .longField, start, reached: i)
        }
        return isEnd ? refuse(.openQuote, start, reached: place.offset) : .more
      }
      if bytes[i] != 0x22 {
        if !place.passLineEnd(bytes, isEnd) { return .more }
        continue
      }
      if i &+ 1 == bytes.count, !isEnd { return .more }
      place.offset = i &+ 1
      guard i &+ 1 < bytes.count else { return nil }
      switch bytes[i &+ 1] {
      case 0x22:
        doubled = true
        place.offset = i &+ 2
      case delimiter, 0x0A, 0x0D: return nil
      default:
        return refuse(
          place.line > start.line ? .openQuote : .afterQuote(bytes[i &+ 1]), start, reached: place.offset)
      }
    }
  }
}

/// A position in a record: the offset, and the physical line it lies in.
private struct Place {
  var offset = 0
  var line = 0
  var lineStart = 0

  /// Passes LF, CR LF or CR; false when it takes more bytes to tell which.
  @inline(__always) mutating func passLineEnd(_ bytes: UnsafeRawBufferPointer, _ isEnd: Bool) -> Bool {
    if bytes[offset] == 0x0D {
      if offset &+ 1 == bytes.count, !isEnd { return false }
      if offset &+ 1 < bytes.count, bytes[offset &+ 1] == 0x0A { offset &+= 1 }
    }
    offset &+= 1
    line &+= 1
    lineStart = offset
    return true
  }
}
