/// Collects the paragraphs of word/document.xml: an empty line between two, the cells of a row on one line.
final class WordParagraphs: XMLListener {
  private(set) var text: [UInt8] = []
  private var isRun = false
  /// What Word keeps a second time for older programs.
  private var fallbacks = 0
  private var rows = 0
  /// A separator that is written before the next text.
  private var pending: [UInt8] = []

  func begin(_ name: String, _ attributes: Attributes) {
    switch name {
    case "mc:Fallback": fallbacks += 1
    case "w:tr": rows += 1
    case "w:t": isRun = true
    case "w:tab": add([0x09])
    case "w:br", "w:cr": add([0x0A])
    case "w:noBreakHyphen": add([0x2D])
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "mc:Fallback": fallbacks -= 1
    case "w:t": isRun = false
    case "w:p": if fallbacks == 0 { separate(rows > 0 ? [0x20] : [0x0A, 0x0A]) }
    case "w:tc": if rows > 0 { separate(Array(" | ".utf8)) }
    case "w:tr":
      rows -= 1
      separate(rows > 0 ? [0x20] : [0x0A])
    case "w:tbl": if rows == 0 { separate([0x0A, 0x0A]) }
    default: break
    }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) { if isRun { add(Array(bytes)) } }

  private func add(_ bytes: [UInt8]) {
    guard fallbacks == 0 else { return }
    if !text.isEmpty { text += pending }
    pending = []
    text += bytes
  }

  private func separate(_ bytes: [UInt8]) {
    guard fallbacks == 0 else { return }
    while let last = text.last, pending.isEmpty, last == 0x20 || last == 0x09 || last == 0x0A {
      text.removeLast()
    }
    if bytes == [0x20], !pending.isEmpty { return }
    pending = pending.count == 2 ? pending : bytes
  }
}
