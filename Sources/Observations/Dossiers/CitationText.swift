internal import Calendar
internal import Formats
internal import Names

extension Citation {
  /// The footnote in a style; `csl-json` is one object, to stand in an array.
  public func text(_ style: Style) -> String {
    switch style {
    case .plain: sentence { $0 }
    case .markdown: sentence(Self.escaped)
    case .bibtex: bibtex
    case .cslJSON: String(decoding: JSONWriter.compact(csl), as: UTF8.self)
    }
  }

  /// Authors, "Title" [Translation], Outlet, date, address, archive. What is not known is left out.
  private func sentence(_ show: (String) -> String) -> String {
    var parts: [String] = []
    if !authors.isEmpty { parts.append(show(authors.joined(separator: ", "))) }
    if let title {
      let english = (translation ?? romanized(title)).map { " [\(show($0))]" } ?? ""
      parts.append("\"\(show(title))\"\(english)")
    }
    if let outlet { parts.append(show(outlet)) }
    parts.append(published ?? "n.d.")
    if let url { parts.append(url + (retrieved.map { " (read \($0.prefix(10)))" } ?? "")) }
    if let archive { parts.append("archived at \(archive)") }
    let text = parts.joined(separator: ", ")
    return text.hasSuffix(".") ? text : text + "."
  }

  /// A title without a translation, in Latin letters.
  private func romanized(_ title: String) -> String? { Transliteration.latin(of: title) }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>#|".unicodeScalars.contains(scalar) { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  // MARK: BibTeX

  private var bibtex: String {
    let fields: [(String, String?)] = [
      ("author", authors.isEmpty ? nil : authors.joined(separator: " and ")),
      ("title", title.map { "{\($0)}" }),
      ("titleaddon", translation), ("journal", outlet), ("date", published), ("year", year), ("url", url),
      ("urldate", retrieved.map { String($0.prefix(10)) }), ("note", archive.map { "Archived at \($0)" }),
      ("langid", language),
    ]
    let lines = fields.compactMap { name, value in
      value.map { "  \(name) = {\(name == "url" ? $0 : Self.tex($0))}" }
    }
    return "@online{entente-\(key),\n" + lines.joined(separator: ",\n") + "\n}"
  }

  private static func tex(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%", "&", "#", "$", "_": result += "\\\(scalar)"
      case "\\": result += "\\textbackslash{}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private var year: String? {
    published.flatMap { $0.utf8.prefix(4).allSatisfy { 0x30...0x39 ~= $0 } ? String($0.prefix(4)) : nil }
  }

  // MARK: CSL-JSON

  private var csl: JSONValue {
    var members = [JSONMember("id", .string(key)), JSONMember("type", .string("webpage"))]
    let fields: [(String, String?)] = [
      ("title", title), ("original-title", translation == nil ? nil : title), ("container-title", outlet),
      ("URL", url),
      ("language", language), ("archive", archive),
    ]
    for (name, value) in fields { if let value { members.append(JSONMember(name, .string(value))) } }
    if let translation { members.append(JSONMember("title-short", .string(translation))) }
    if !authors.isEmpty {
      members.append(
        JSONMember("author", .array(authors.map { .object([JSONMember("literal", .string($0))]) })))
    }
    if let published { members.append(JSONMember("issued", date(published))) }
    if let retrieved { members.append(JSONMember("accessed", date(String(retrieved.prefix(10))))) }
    return .object(members)
  }

  /// Parts of a plain date as numbers; any other as EDTF, which processors print as it is.
  private func date(_ text: String) -> JSONValue {
    let parts = text.split(separator: "-").map { Int64($0) }
    guard !parts.isEmpty, parts.allSatisfy({ $0 != nil }) else {
      return .object([JSONMember("literal", .string(text))])
    }
    return .object([JSONMember("date-parts", .array([.array(parts.map { .integer($0!) })]))])
  }
}
