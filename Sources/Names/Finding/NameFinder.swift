public import SQLite

/// Finds names and cues in texts: one pass, however many names there are.
public struct NameFinder: Sendable {
  /// For each name or cue what it says where it is found, without the place.
  private let saying: [Match]
  private let tables: NameTables

  /// Compiles the names and cues of a file.
  public init(_ connection: Connection) throws { try self.init(NameTable.all(in: connection)) }

  init(_ entries: [NameEntry]) {
    saying = entries.map(Match.init)
    tables = NameTables(entries)
  }

  /// What is named in `text`, in order of place.
  ///
  /// Of overlapping matches of one kind the leftmost stays, and of those the longest. A cue inside the name of a
  /// body is part of the name; only the name of a joint body shows a mechanism. An ambiguous name counts only
  /// in context. Cues are looked for in texts of their language only; nil looks for all.
  public func matches(in text: [UInt8], language: String?) -> [Match] {
    scan(text, language) { scan in
      let rules = tables.rules
      return Overlaps.resolve(Context.supported(scan.finds, rules), rules).map {
        var match = saying[$0.entry]
        match.start = $0.start
        match.end = scan.wholeEnd(of: $0)
        return match
      }
    }
  }

  /// Everything that is met, overlapping or not: for tests.
  func finds(in text: [UInt8], language: String?) -> [Find] { scan(text, language, \.finds) }

  private func scan<T>(_ text: [UInt8], _ language: String?, _ body: (NameScan) -> T) -> T {
    let languages = language.map { tables.languages[$0] ?? 0 } ?? .max
    return text.withUnsafeBufferPointer { text in
      Folding.shared.symbols.withUnsafeBufferPointer { symbols in
        withExtendedLifetime(tables) {
          var scan = NameScan(text: text, symbols: symbols, tables, languages: languages)
          scan.run()
          return body(scan)
        }
      }
    }
  }
}

extension Match {
  fileprivate init(_ entry: NameEntry) {
    self.init(
      kind: entry.kind, code: entry.code, actor: entry.actor, start: 0, end: 0, language: entry.language,
      isWeak: entry.isWeak)
    isProper = entry.isProper
    isJoint = entry.isJoint
  }
}
