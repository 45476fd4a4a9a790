public import Records

/// What is wrong in a line of a form.
public struct FormTrouble: Equatable, Sendable {
  /// 1-based; nil where a required field is not there at all.
  public var line: Int?
  /// The field it is about; nil for a line that is none.
  public var field: String?
  /// What was written; may be empty.
  public var value: String
  /// What is wrong, in a phrase.
  public var reason: String
  /// What would be right; may be empty.
  public var hint: String

  init(line: Int?, field: String? = nil, value: String = "", reason: String, hint: String = "") {
    self.line = line
    self.field = field
    self.value = value
    self.reason = reason
    self.hint = hint
  }

  init(_ refusal: RowRefusal, line: Int?) {
    self.init(
      line: line, field: refusal.column, value: refusal.value, reason: refusal.reason, hint: refusal.hint)
  }

  /// The trouble in a line, without its place: what, the value, what to do.
  public var words: String {
    let quoted = value.isEmpty || reason.contains(value) ? "" : ": \"\(value)\""
    return "\(reason.withoutStop)\(quoted). \(hint)".trimmed
  }
}

/// A form that cannot be taken.
public struct FormRefusal: Explained {
  /// Everything that is wrong with it, by line.
  public var troubles: [FormTrouble]

  /// The first trouble with its line, and how many more there are.
  public var sentence: String {
    let first = troubles.first.map { trouble in
      (trouble.line.map { "line \($0): " } ?? "") + trouble.words
    }
    let more = troubles.count > 1 ? " (\(troubles.count - 1) more)" : ""
    return "The form cannot be taken: \(first ?? "")\(more)"
  }
  /// The form with each trouble as a comment above its line, those of an earlier try taken out.
  /// - Parameter bytes: the form that was refused.
  /// - Returns: what is opened again.
  public func marked(_ bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var out: [[UInt8]] = troubles.filter { $0.line == nil }.map(Self.mark)
    for (index, line) in lines.enumerated() where !line.starts(with: Self.sign) {
      out += troubles.filter { $0.line == index + 1 }.map(Self.mark)
      out.append(Array(line))
    }
    return Array(out.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static let sign = Array("#! ".utf8)
  private static func mark(_ trouble: FormTrouble) -> [UInt8] {
    sign + trouble.words.utf8.map { $0 == UInt8(ascii: "\n") ? 0x20 : $0 }
  }

  /// nil: each trouble says what to do.
  public var hint: String? { nil }
}
