/// Listens to xl/workbook.xml: which sheets there are, and from which day it counts.
final class WorkbookOutline: XMLListener {
  struct Sheet {
    var name: String
    var link: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  private(set) var is1904 = false
  var targets: [String: String] = [:]

  func begin(_ name: String, _ attributes: Attributes) {
    switch name.local {
    case "workbookPr": is1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    case "sheet":
      sheets.append(
        Sheet(
          name: attributes["name"] ?? "", link: attributes["r:id"] ?? "",
          isHidden: attributes["state"].map { $0 != "visible" } ?? false))
    default: break
    }
  }

  func end(_ name: String) {}
  func add(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Where the sheet lies in the archive.
  func path(of sheet: Sheet) -> String {
    guard let target = targets[sheet.link] else {
      let number = (sheets.firstIndex { $0.link == sheet.link } ?? 0) + 1
      return "xl/worksheets/sheet\(number).xml"
    }
    return target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)"
  }
}

/// Listens to xl/_rels/workbook.xml.rels.
final class WorkbookLinks: XMLListener {
  private(set) var targets: [String: String] = [:]

  func begin(_ name: String, _ attributes: Attributes) {
    if let id = attributes["Id"], let target = attributes["Target"] { targets[id] = target }
  }
  func end(_ name: String) {}
  func add(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Listens to xl/sharedStrings.xml: the texts that cells name by number.
final class WorkbookTexts: XMLListener {
  private(set) var texts: [String] = []
  private var text: [UInt8] = []
  private var isText = false
  /// How to read Chinese or Japanese aloud: no part of the text.
  private var isPhonetic = false

  func begin(_ name: String, _ attributes: Attributes) {
    switch name.local {
    case "si": text = []
    case "t": isText = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: String) {
    switch name.local {
    case "si": texts.append(WorkbookEscapes.undone(String(decoding: text, as: UTF8.self)))
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func add(_ bytes: UnsafeBufferPointer<UInt8>) { if isText, !isPhonetic { text.append(contentsOf: bytes) } }
}

/// Listens to xl/styles.xml: what each style shows of a date.
final class WorkbookStyles: XMLListener {
  private var formats: [Int: String] = [:]
  private var numbers: [Int] = []
  private var isCells = false

  func begin(_ name: String, _ attributes: Attributes) {
    let number = attributes["numFmtId"].flatMap { Int($0) }
    switch name.local {
    case "numFmt": if let number { formats[number] = attributes["formatCode"] }
    case "cellXfs": isCells = true
    case "xf": if isCells { numbers.append(number ?? 0) }
    default: break
    }
  }
  func end(_ name: String) { if name.local == "cellXfs" { isCells = false } }
  func add(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// What a cell of this style shows of a date; nil where it shows a number.
  func dateParts(ofStyle style: Int) -> DateFormat? {
    guard numbers.indices.contains(style) else { return nil }
    let number = numbers[style]
    return formats[number].map(DateFormat.init(code:)) ?? DateFormat(builtIn: number)
  }
}

/// `_x000D_` in a text stands for the character of that number.
enum WorkbookEscapes {
  static func undone(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    var result = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "_", let scalar = escape(rest) {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }

  private static func escape(_ text: Substring) -> Unicode.Scalar? {
    let mark = text.prefix(7)
    guard mark.count == 7, mark.hasPrefix("_x"), mark.hasSuffix("_") else { return nil }
    return UInt32(mark.dropFirst(2).dropLast(), radix: 16).flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }
  }
}

extension String {
  /// Without the prefix of a namespace.
  var local: Substring { firstIndex(of: ":").map { self[index(after: $0)...] } ?? self[...] }
}
