/// A line that could not be read. Reading goes on at the next.
public struct JSONLRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line; the first is 1.
  public var line: Int
  /// Where in the line, in bytes; the first is 1.
  public var column: Int
  /// Why the line is refused.
  public var reason: String

  /// A refusal at a place.
  public init(line: Int, column: Int, reason: String) {
    self.line = line
    self.column = column
    self.reason = reason
  }

  /// The place and what is wrong.
  public var description: String { "\(line):\(column): \(reason)" }
}

/// What a ``JSONLReader`` finds on a line.
public enum JSONLRecord: Equatable, Sendable {
  /// A value; the first line is 1.
  case value(line: Int, JSONValue)
  /// A line that is not one.
  case refused(JSONLRefusal)
}

/// Reads JSON Lines: one value on each line; empty lines and a byte-order mark are skipped.
public final class JSONLReader {
  /// The largest line in bytes: 4 MiB.
  public static let lineLimit = 4 << 20

  /// The name of the source, for messages.
  public let name: String

  private let source: ByteSource
  private let limits: JSONLimits
  private let longest: Int
  private var bytes: [UInt8] = []
  private var position = 0
  /// How far behind `position` was searched for a line end.
  private var searched = 0
  private var line = 0
  private var isEnd = false

  /// A reader of `source`.
  /// - Parameters:
  ///   - source: the lines.
  ///   - limits: of the values.
  ///   - longest: the largest line in bytes.
  public init(_ source: ByteSource, limits: JSONLimits = JSONLimits(), longest: Int = JSONLReader.lineLimit) {
    self.source = source
    self.longest = longest
    self.limits = limits
    name = source.name
  }

  /// The next value or refusal; nil at the end.
  ///
  /// - Throws: ``ReadError`` when the source cannot be read further.
  public func next() throws(ReadError) -> JSONLRecord? {
    while let (text, isTooLong) = try nextLine() {
      var text = text
      if isTooLong { return refused(1, "a line of more than \(longest) bytes") }
      let hasMark = line == 1 && text.starts(with: [0xEF, 0xBB, 0xBF])
      if hasMark { text = text.dropFirst(3) }
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
      do throws(JSONError) {
        var parser = JSONParser(bytes: text, limits: limits)
        return .value(line: line, try parser.parse())
      } catch {
        return refused(error.column + (hasMark ? 3 : 0), error.reason)
      }
    }
    return nil
  }

  private func refused(_ column: Int, _ reason: String) -> JSONLRecord {
    .refused(JSONLRefusal(line: line, column: column, reason: reason))
  }

  /// The next line without its LF. Of one that is too long only the beginning.
  private func nextLine() throws(ReadError) -> (ArraySlice<UInt8>, isTooLong: Bool)? {
    var isTooLong = false
    while true {
      if let end = bytes[(position + searched)...].firstIndex(of: 0x0A) {
        return pass(end, next: end + 1, isTooLong)
      }
      if isEnd {
        return position < bytes.count || isTooLong ? pass(bytes.count, next: bytes.count, isTooLong) : nil
      }
      if bytes.count - position > longest {
        isTooLong = true
        position = bytes.count
      }
      bytes.removeSubrange(..<position)
      position = 0
      searched = bytes.count
      isEnd = try source.append(to: &bytes) == 0
    }
  }

  private func pass(_ end: Int, next: Int, _ isTooLong: Bool) -> (ArraySlice<UInt8>, isTooLong: Bool) {
    let text = bytes[position..<end]
    position = next
    searched = 0
    line += 1
    return (text, isTooLong || text.count > longest)
  }
}
