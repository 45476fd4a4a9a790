/// Reading the comments of our own SQL, which is written one column a line.
extension SchemaPage {
  /// The comment over each table and view, line by line, and the object's place in the texts.
  static func headComments() -> [String: (position: Int, lines: [String])] {
    var heads: [String: (position: Int, lines: [String])] = [:]
    var comment: [String] = []
    // The views that people ask come before those that only the triggers use.
    let files = [Resources.derived] + Resources.files(in: "migrations/0")
    for line in files.flatMap({ $0.text.split(separator: "\n", omittingEmptySubsequences: false) }) {
      let words = line.split { " (".contains($0) }
      if line.hasPrefix("-- ---") {
        comment = []
      } else if line.hasPrefix("--") {
        comment.append(String(line.dropFirst(line.hasPrefix("-- ") ? 3 : 2)))
      } else if words.first == "CREATE", let kind = words.firstIndex(where: { $0 == "TABLE" || $0 == "VIEW" })
      {
        if kind + 1 < words.count { heads[String(words[kind + 1])] = (heads.count, comment) }
        comment = []
      } else if !line.hasPrefix("DROP ") {
        comment = []
      }
    }
    return heads
  }

  /// A comment as Markdown: indented lines keep their shape, the others flow.
  static func paragraphs(_ lines: [String]) -> String {
    guard !lines.isEmpty else { return "" }
    var text = ""
    var isFenced = false
    for line in lines {
      if line.hasPrefix(" ") != isFenced {
        text += isFenced ? "```\n" : "\n```text\n"
        isFenced.toggle()
      }
      text += line + "\n"
    }
    return text + (isFenced ? "```\n\n" : "\n")
  }

  /// One entry of a CREATE TABLE: a column, or a rule over the whole row.
  struct ColumnText {
    var definition = ""
    var comment = ""

    var name: String { String(definition.prefix { $0 != " " }) }
    var isRule: Bool { ["CHECK", "UNIQUE", "PRIMARY", "FOREIGN"].contains(name) }

    /// The column's own check in words.
    var check: String? {
      guard !isRule, let range = definition.firstRange(of: "CHECK (") else { return nil }
      let rule = definition[range.upperBound...].dropLast()
      guard let values = rule.firstRange(of: "\(name) IN ("), values.lowerBound == rule.startIndex else {
        return "`\(rule)`"
      }
      let codes = rule[values.upperBound...].dropLast().split(separator: ",")
      return "one of " + codes.map { "`\($0.filter { $0 != "'" }.trimmed)`" }.joined(separator: ", ")
    }

    mutating func add(comment text: String) { comment += comment.isEmpty ? text : " \(text)" }
  }

  /// The entries between the parentheses of a CREATE TABLE, each with the comment beside or above it.
  static func columnTexts(in sql: String) -> [ColumnText] {
    var rest = sql.drop { $0 != "(" }.dropFirst()
    var done: [ColumnText] = []
    var current = ColumnText()
    var depth = 0
    while let character = rest.popFirst() {
      switch character {
      case "-" where rest.first == "-":
        let text = String(rest.dropFirst().prefix { $0 != "\n" }).trimmed
        rest = rest.drop { $0 != "\n" }
        // Beside the column whose comma is just before it, else part of the entry that is being read.
        if current.definition.isEmpty, !done.isEmpty {
          done[done.count - 1].add(comment: text)
        } else {
          current.add(comment: text)
        }
      case "'":
        let text = rest.prefix { $0 != "'" }
        current.definition += "'\(text)'"
        rest = rest.dropFirst(text.count + 1)
      case "," where depth == 0:
        done.append(current)
        current = ColumnText()
      case ")" where depth == 0:
        if !current.definition.isEmpty { done.append(current) }
        return done.map(\.tidied)
      case " ", "\n":
        // A new line ends what a comment may belong to: from here on it speaks of the next entry.
        current.definition += character == "\n" || !current.definition.isEmpty ? " " : ""
      default:
        depth += character == "(" ? 1 : character == ")" ? -1 : 0
        current.definition.append(character)
      }
    }
    return done
  }
}

extension SchemaPage.ColumnText {
  /// With single blanks, none at the ends.
  fileprivate var tidied: Self {
    var copy = self
    copy.definition = definition.split(separator: " ").joined(separator: " ")
    return copy
  }
}
