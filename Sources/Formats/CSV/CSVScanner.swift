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
    /// A record that is well formed but too large; `end` and `lines` as for a row.
    case over(Trouble, end: Int, lines: Int)
    case refused(Trouble)
    /// The bytes end before the record does.
    case more
  }

  let delimiter: UInt8
  let limits: CSVLimits
  /// The number of fields wanted; nil takes any.
  var expected: Int?
  /// Takes rows of one line whatever their number of fields, and pairs of quotes inside a field.
  var isLenient = false
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
  ///
  /// Up to the offset `far`, a record with a quoted field that is too long, or with line ends inside and too
  /// large, is followed to see whether it comes to an end; with 0 it is refused where it goes over a limit.
  func scan(
    _ bytes: UnsafeRawBufferPointer, isEnd: Bool, quotedLimit: Int, far: Int = 0, spans: inout [Span]
  ) -> Outcome {
    spans.removeAll(keepingCapacity: true)
    return stops.withUnsafeBufferPointer { stops in
      var place = Place()
      var over: Trouble?
      while true {
        let start = place
        if spans.count == limits.columns { return refuse(.tooManyColumns, start, reached: place.offset) }
        var doubled = false
        let isQuoted = place.offset < bytes.count && bytes[place.offset] == 0x22
        if isQuoted {
          if let stop = quoted(bytes, isEnd, quotedLimit, far, &place, &doubled) { return stop }
        } else if let stop = plain(bytes, isEnd, stops, far, &place) {
          return stop
        }
        if place.offset &- start.offset > (isQuoted ? quotedLimit &+ 2 : limits.field), over == nil {
          over = trouble(.longField, start, reached: place.offset)
        }
        spans.append(
          Span(
            start: start.offset + (isQuoted ? 1 : 0), end: place.offset - (isQuoted ? 1 : 0),
            isQuoted: isQuoted, hasDoubledQuotes: doubled, line: start.line,
            column: start.offset - start.lineStart))
        if place.offset > limits.row {
          let long = trouble(.longRow, start, reached: place.offset)
          if over == nil, place.line > 0 { over = long }
          if over == nil || place.offset > far { return .refused(long) }
        }
        if place.offset < bytes.count, bytes[place.offset] == delimiter {
          place.offset &+= 1
          continue
        }
        if place.offset < bytes.count, !place.passLineEnd(bytes, isEnd) { return .more }
        let endsInside = place.offset == place.lineStart && place.offset > 0
        let lines = place.line + (endsInside ? 0 : 1)
        if let expected, spans.count != expected, !(isLenient && lines == 1), !isBlank(spans) {
          return refuse(
            .fieldCount(spans.count, isMultiline: lines > 1), Place(), reached: place.offset)
        }
        if let over { return .over(over, end: place.offset, lines: lines) }
        return .row(end: place.offset, lines: lines)
      }
    }
  }

  /// Whether the record is an empty line.
  func isBlank(_ spans: [Span]) -> Bool {
    spans.count == 1 && !spans[0].isQuoted && spans[0].start == spans[0].end
  }

  private func refuse(_ reason: Trouble.Reason, _ at: Place, reached: Int) -> Outcome {
    .refused(trouble(reason, at, reached: reached))
  }

  private func trouble(_ reason: Trouble.Reason, _ at: Place, reached: Int) -> Trouble {
    Trouble(
      reason: reason, offset: at.offset, line: at.line, column: at.offset - at.lineStart + 1,
      reached: reached)
  }

  /// Passes a field without quotes; nil when it ended at a delimiter, a line end or the end of all.
  @inline(__always) private func plain(
    _ bytes: UnsafeRawBufferPointer, _ isEnd: Bool, _ stops: UnsafeBufferPointer<Bool>, _ far: Int,
    _ place: inout Place
  ) -> Outcome? {
    let start = place
    let most = max(start.offset &+ limits.field, start.line > 0 ? far : 0)
    let limit = min(bytes.count, most &+ 1)
    var i = start.offset
    while i < limit, !stops[Int(bytes[i])] { i &+= 1 }
    place.offset = i
    if i > most { return refuse(.longField, start, reached: place.offset) }
    if i == bytes.count, !isEnd { return .more }
    // A quote inside is text (an inch, a second of arc), but one at the end has lost its partner.
    if i > start.offset, bytes[i &- 1] == 0x22, !(isLenient && isPaired(bytes, start.offset..<i)) {
      return refuse(.lateQuote, start, reached: place.offset)
    }
    return nil
  }

  /// True if quotes stand in pairs: the name of a company in the middle of a cell.
  private func isPaired(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    range.reduce(0) { $0 + (bytes[$1] == 0x22 ? 1 : 0) } % 2 == 0
  }

  /// Passes a quoted field; nil when it was closed.
  @inline(__always) private func quoted(
    _ bytes: UnsafeRawBufferPointer, _ isEnd: Bool, _ quotedLimit: Int, _ far: Int, _ place: inout Place,
    _ doubled: inout Bool
  ) -> Outcome? {
    let start = place
    let limit = min(bytes.count, max(start.offset &+ 2 &+ quotedLimit, far))
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
