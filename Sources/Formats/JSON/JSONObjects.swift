/// Reads the objects of a JSON file one by one, in the memory of one: objects on lines or over several, the
/// elements of an array, and the messages in the exports of chats, each with what is said of its chat.
public struct JSONObjects {
  /// An object, or why there is none.
  public enum Item: Equatable, Sendable {
    /// The line it begins on; the first is 1. `frame` is what stands before the messages it is one of.
    case object(line: Int, JSONValue, frame: JSONValue?)
    /// What could not be read; reading goes on at the next line that begins an object.
    case refused(JSONLRefusal)
  }

  /// The largest object in bytes: 16 MiB.
  public static let limit = 16 << 20

  private let source: ByteSource
  private let limit: Int
  private var bytes: [UInt8] = []
  private var at = 0
  private var line = 1
  private var frame: JSONValue?
  private var isEnd = false
  private var isBegun = false
  /// Behind something broken: only a line that begins an object is read again.
  private var isLost = false

  /// Reads `source` from where it is.
  public init(_ source: ByteSource, limit: Int = JSONObjects.limit) {
    self.source = source
    self.limit = limit
  }

  /// How many bytes have been read.
  public var bytesRead: Int { source.bytesRead }

  /// The next object or refusal; nil at the end.
  /// - Throws: `ReadError`.
  public mutating func next() throws(ReadError) -> Item? {
    while try reach() {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "{"):
        if let item = try object() { return item }
      case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","): at += 1
      default:
        if isLost {
          try skipLine()
        } else if frame != nil {
          try skipMember()
        } else {
          defer { isLost = true }
          return .refused(JSONLRefusal(line: line, column: 1, reason: "no JSON object begins here"))
        }
      }
    }
    return nil
  }

  /// Moves to the next byte that is no blank; false at the end.
  private mutating func reach() throws(ReadError) -> Bool {
    if !isBegun {
      isBegun = true
      while bytes.count < 3, try fill() {}
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }
    while true {
      while at < bytes.count, bytes[at] <= 0x20 {
        if bytes[at] == 0x0A { line += 1 }
        at += 1
      }
      if at < bytes.count { return true }
      bytes.removeAll(keepingCapacity: true)
      at = 0
      guard try fill() else { return false }
    }
  }

  private mutating func fill() throws(ReadError) -> Bool {
    if isEnd { return false }
    isEnd = try source.append(to: &bytes) == 0
    return !isEnd
  }

  /// What stands behind the messages of a chat: a key or a value without braces.
  private mutating func skipMember() throws(ReadError) {
    let isString = bytes[at] == UInt8(ascii: "\"")
    at += 1
    guard isString else { return }
    while true {
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        at += bytes[at] == 0x5C ? 2 : 1
      }
      if at < bytes.count {
        at += 1
        return
      }
      guard try fill() else {
        at = bytes.count
        return
      }
    }
  }

  private mutating func skipLine() throws(ReadError) {
    while true {
      if let feed = bytes[at...].firstIndex(of: 0x0A) {
        at = feed
        return
      }
      bytes.removeAll(keepingCapacity: true)
      at = 0
      guard try fill() else { return }
    }
  }

  /// Reads the object at the position; nil where it turned out to be the frame of a list of messages.
  private mutating func object() throws(ReadError) -> Item? {
    if at > 1 << 20 {
      bytes.removeSubrange(..<at)
      at = 0
    }
    let began = line
    var scan = Scan(at: at)
    while true {
      switch bytes.withUnsafeBytes({ scan.run($0) }) {
      case .object:
        let text = bytes[at..<scan.at]
        line += scan.lines
        at = scan.at
        isLost = false
        return parsed(text, began)
      case .messages(let frame):
        let members = bytes[frame] + [UInt8(ascii: "}")]
        line += scan.lines
        at = scan.at
        isLost = false
        self.frame = try? JSONValue.parse(Array(members))
        return nil
      case .brokenLine:
        return refused(began, &scan, "a string is not closed on its line")
      case .more:
        if scan.at - at > limit { return refused(began, &scan, "an object of more than \(limit) bytes") }
        guard try fill() else { return refused(began, &scan, "the text ends inside an object") }
      }
    }
  }

  private mutating func refused(_ began: Int, _ scan: inout Scan, _ reason: String) -> Item {
    line += scan.lines
    at = scan.at
    isLost = true
    return .refused(JSONLRefusal(line: began, column: 1, reason: reason))
  }

  private func parsed(_ text: ArraySlice<UInt8>, _ began: Int) -> Item {
    do throws(JSONError) {
      return .object(line: began, try JSONValue.parse(Array(text)), frame: frame)
    } catch {
      return .refused(
        JSONLRefusal(line: began + error.line - 1, column: error.column, reason: error.reason))
    }
  }
}

/// Finds the end of an object without reading its values; goes on where it stopped when more bytes have come.
private struct Scan {
  enum Result {
    case object, more, brokenLine
    /// Where the members stand that come before the messages.
    case messages(Range<Int>)
  }

  var at: Int
  var lines = 0
  private var depth = 0
  private var isString = false
  private var isEscaped = false
  private var stringStart = 0
  /// Where the innermost objects begin; deeper ones are no chats.
  private var opened: [Int] = []
  /// A key "messages" was closed: then a colon, then a bracket have to follow.
  private var keyStart: Int?
  private var sawColon = false

  init(at: Int) { self.at = at }

  mutating func run(_ bytes: UnsafeRawBufferPointer) -> Result {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          endString(bytes)
        } else if byte == 0x0A {
          at -= 1
          return .brokenLine
        }
        continue
      }
      switch byte {
      case 0x0A: lines += 1
      case 0x20, 0x09, 0x0D: break
      case 0x22: (isString, stringStart, keyStart) = (true, at - 1, nil)
      case UInt8(ascii: ":"): sawColon = keyStart != nil
      case UInt8(ascii: "["):
        if let key = keyStart, sawColon, let start = opened.last {
          return .messages(start..<before(key, bytes))
        }
        keyStart = nil
      case UInt8(ascii: "{"):
        depth += 1
        if depth <= 6 { opened.append(at - 1) }
        keyStart = nil
      case UInt8(ascii: "}"):
        if depth == opened.count { opened.removeLast() }
        depth -= 1
        if depth == 0 { return .object }
        keyStart = nil
      default: keyStart = nil
      }
    }
    return .more
  }

  private mutating func endString(_ bytes: UnsafeRawBufferPointer) {
    isString = false
    sawColon = false
    let isKey =
      at - stringStart == 10 && depth == opened.count
      && bytes[(stringStart + 1)..<(at - 1)].elementsEqual("messages".utf8)
    keyStart = isKey ? stringStart : nil
  }

  /// The end of the members before the key: without their comma.
  private func before(_ key: Int, _ bytes: UnsafeRawBufferPointer) -> Int {
    var end = key
    while end > 0, bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    return end
  }
}
