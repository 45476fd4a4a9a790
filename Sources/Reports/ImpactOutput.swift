internal import Calendar
internal import Formats
internal import Records
internal import Statistics
internal import TimeSeries
public import Trends

/// Writes what series do around a declared date.
public enum ImpactOutput {
  /// The whole output: `.table` and `.markdown` as sentences, `.csv` one row a series, `.json` everything.
  ///
  /// - Parameters:
  ///   - set: what to write.
  ///   - format: how.
  ///   - width: cells that a line of `.table` may take.
  ///   - explains: `.table` and `.markdown` go on with every placebo date and the statements; `.json` always has them.
  /// - Returns: the text, with a line end at its end.
  public static func render(
    _ set: ImpactSet, format: TrendFormat, width: Int = TrendOutput.usualWidth, explains: Bool = false
  ) -> String {
    let words = ImpactWords(set: set)
    switch format {
    case .table: return words.text(width: width, explains: explains)
    case .markdown: return words.markdown(explains: explains)
    case .csv: return words.table.csv()
    case .json: return String(decoding: JSONWriter.indented(ImpactJSON.value(set)), as: UTF8.self)
    }
  }
}

/// The sentences of an analysis.
struct ImpactWords {
  let set: ImpactSet

  var head: [String] {
    let day = set.declared
    return [
      "\(day.id): \(day.title), \(day.day). Declared \(day.declared)\(set.isDeclaredAfterwards ? ", after the data were seen: \(set.seen.before) of \(set.seen.of) values after the date were in the file" : "").",
      "As of \(set.question.asOf); periods: \(set.question.kind.rawValue)s. Marking: \(set.label.marking).",
    ] + [set.coverage?.line].compactMap { $0 }
  }

  var table: Table {
    let names = ["series", "before", "after", "ratio", "control", "relative", "rank", "of", "p", "verdict"]
    var table = Table(
      columns: names.enumerated().map {
        .init($0.element, alignment: (1...8).contains($0.offset) ? .right : .left)
      })
    for finding in set.findings {
      let impact = finding.impact
      let control = impact.controlCounts.map { Double($0.after) / Double($0.before) }
      table.append([
        .text(impact.target), .integer(impact.counts.before), .integer(impact.counts.after),
        .number(TrendNumber.ratio(impact.ratio)),
        control.map { .number(TrendNumber.ratio($0)) } ?? .empty,
        .number(TrendNumber.ratio(impact.relative)), .integer(impact.rank),
        .integer(impact.placebos.count + 1), finding.adjusted.map { .text(TrendNumber.p($0)) } ?? .empty,
        .text(word(finding.verdict)),
      ])
    }
    return table
  }

  private func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .rise, .fall: verdict.sentence
    case .noChangeDetected: "no change"
    case .withheld: "-"
    }
  }

  /// One series in full.
  func sentence(_ finding: ImpactSet.Finding) -> String {
    let impact = finding.impact
    let verdict = finding.verdict.sentence
    var out = "\(impact.target): \(verdict)\(verdict.hasSuffix(".") ? "" : ".") "
    out +=
      "\(impact.counts.before) in \(span(impact.before)), \(impact.counts.after) in \(span(impact.after))"
    if let control = impact.control { out += "; against \(control) x\(TrendNumber.ratio(impact.relative))" }
    out += ", 95 % interval \(VerdictWords.interval(impact.interval))" + placebos(finding)
    if finding.verdict == .noChangeDetected, let least = finding.detectable {
      out +=
        " A change smaller than x\(TrendNumber.ratio(least)) or x\(TrendNumber.ratio(1 / least)) could have been missed."
    }
    if let level = impact.level {
      out +=
        " Between two trends the level is multiplied by \(TrendNumber.ratio(level.ratio)), 95 % interval \(TrendNumber.ratio(level.interval.lower)) to \(TrendNumber.ratio(level.interval.upper)); rank \(level.rank) of \(level.dates)."
    }
    if impact.isTrending, let change = impact.change {
      out +=
        " A single change of level would be dated \(change.place): it misleads, as the series had a trend before."
    }
    return out
  }

  private func placebos(_ finding: ImpactSet.Finding) -> String {
    let dates = finding.impact.placebos.count
    let all = finding.impact.placebos.compactMap(\.relative).sorted()
    guard let least = all.first, let most = all.last else { return "; no placebo date." }
    let middle = all[all.count / 2]
    let empty = dates > all.count ? " (nothing to compare at \(dates - all.count) of them)" : ""
    let p = finding.adjusted.map { "; p \(TrendNumber.p($0)), adjusted over \(set.tests)" } ?? ""
    return
      ". At \(dates) placebo \(dates == 1 ? "date" : "dates")\(empty) x\(TrendNumber.ratio(least)) to x\(TrendNumber.ratio(most)), median x\(TrendNumber.ratio(middle)): rank \(finding.impact.rank) of \(dates + 1)\(p)."
  }

  private func span(_ periods: [Period]) -> String {
    guard let first = periods.first, let last = periods.last else { return "none" }
    return first == last ? first.label : "\(first) to \(last)"
  }

  var caveats: [String] {
    if let reason = set.withheld { return [Verdict.withheld(reason).sentence] }
    var out: [String] = []
    if set.isDeclaredAfterwards {
      out.append("The date was declared after the data were seen: nothing here was predicted.")
    }
    if set.hasFewPlacebos {
      let most = set.findings.map(\.impact.placebos.count).max() ?? 0
      let least = min(1, Double(set.tests) / Double(most + 1))
      out.append(
        "\(most) placebo dates for \(set.tests) series: a rank of 1 alone may reach no adjusted p below \(TrendNumber.p(least))."
      )
    }
    if !set.left.isEmpty {
      let why = set.isControlEmpty ? "Nothing of the control on one side" : "Nothing on both sides"
      out.append("\(why) of the date: \(set.left.joined(separator: ", ")).")
    }
    return out + [rule].compactMap { $0 }
  }

  /// What decides, and how far it is to be trusted.
  private var rule: String? {
    guard let impact = set.findings.max(by: { $0.impact.placebos.count < $1.impact.placebos.count })?.impact,
      !impact.placebos.isEmpty
    else { return nil }
    let apart = "\(impact.apart) of \(impact.placebos.count) \(impact.apart == 1 ? "has" : "have")"
    return
      "Placebo dates overlap: \(apart) periods of \(impact.apart == 1 ? "its" : "their") own. A verdict wants both a first rank among them and an interval without 1, and p is the greater of both. The interval is widened by how much neighbouring periods differ; of changes that last it knows nothing, of which the placebo dates tell."
  }

  /// Every placebo date, for `--explain`.
  var details: [String] {
    self.set.findings.map { finding in
      let list = finding.impact.placebos.map { date, relative in
        "\(date) \(relative.map { "x\(TrendNumber.ratio($0))" } ?? "nothing")"
      }
      return "\(finding.impact.target): \(list.joined(separator: ", "))."
    }
  }

  func text(width: Int, explains: Bool) -> String {
    var out = head.map { Wrap.lines($0, width: width) }.joined()
    if !set.findings.isEmpty { out += "\n" + table.text(width: width) + "\n" }
    out += set.findings.map { Wrap.lines(sentence($0), width: width, indent: "  ") }.joined()
    out += "\n" + caveats.map { Wrap.lines($0, width: width, indent: "  ") }.joined()
    guard explains else { return out }
    out += "\nPlacebo dates: the first period after, and the same figure\n"
    out += details.map { Wrap.lines($0, width: width, indent: "  ") }.joined()
    return out + "\n" + set.figures.map { "-- \($0.name)\n\($0.sql)\n" }.joined(separator: "\n")
  }

  func markdown(explains: Bool) -> String {
    var out = "# Around \(Markdown.escape(set.declared.title))\n\n"
    out += head.map { "\(Markdown.escape($0))\n" }.joined(separator: "\n") + "\n"
    if !set.findings.isEmpty { out += table.markdown + "\n" }
    out += (set.findings.map(sentence) + caveats).map { "- \(Markdown.escape($0))\n" }.joined()
    guard explains else { return out }
    out += "\n## Placebo dates\n\n" + details.map { "- \(Markdown.escape($0))\n" }.joined()
    return out + "\n## SQL\n"
      + set.figures.map { "\n\(Markdown.escape($0.name)):\n\n```sql\n\($0.sql)\n```\n" }.joined()
  }
}

/// An analysis as one object.
enum ImpactJSON {
  static func value(_ set: ImpactSet) -> JSONValue {
    let words = ImpactWords(set: set)
    return .members([
      "declared": .members([
        "id": .string(set.declared.id), "day": .string(set.declared.day),
        "title": .string(set.declared.title),
        "declared": .string(set.declared.declared.description),
        "values_after": .integer(Int64(set.seen.of)), "held_when_declared": .integer(Int64(set.seen.before)),
      ]),
      "as_of": .string(set.question.asOf.description), "period": .string(set.question.kind.rawValue),
      "label": .string(set.label.marking),
      "series": .array(set.findings.map { finding($0, words) }),
      "caveats": .array(words.caveats.map { .string($0) }),
      "sql": TrendJSON.figures(set.figures),
    ])
  }

  private static func finding(_ finding: ImpactSet.Finding, _ words: ImpactWords) -> JSONValue {
    let impact = finding.impact
    let placebos = impact.placebos.map { date, relative in
      JSONMember(date.label, VerdictJSON.number(relative))
    }
    return .object([
      JSONMember("series", .string(impact.target)), JSONMember("control", TrendJSON.text(impact.control)),
      JSONMember("verdict", .string(finding.verdict.code)),
      JSONMember("sentence", .string(words.sentence(finding))),
      JSONMember("before", .array(impact.before.map { .string($0.label) })),
      JSONMember("after", .array(impact.after.map { .string($0.label) })),
      JSONMember("count_before", .integer(Int64(impact.counts.before))),
      JSONMember("count_after", .integer(Int64(impact.counts.after))),
      JSONMember("ratio", VerdictJSON.number(impact.ratio)),
      JSONMember("relative", VerdictJSON.number(impact.relative)),
      JSONMember("interval", interval(impact.interval)), JSONMember("rank", .integer(Int64(impact.rank))),
      JSONMember("p_adjusted", VerdictJSON.number(finding.adjusted)),
      JSONMember("smallest_detectable_ratio", VerdictJSON.number(finding.detectable)),
      JSONMember("dispersion", VerdictJSON.number(impact.dispersion)),
      JSONMember("placebos_apart", .integer(Int64(impact.apart))),
      JSONMember("placebos", .object(placebos)),
      JSONMember("level_ratio", VerdictJSON.number(impact.level?.ratio)),
      JSONMember("level_interval", interval(impact.level?.interval)),
      JSONMember("single_change", TrendJSON.text(impact.change?.place.label)),
      JSONMember("has_trend_before", .bool(impact.isTrending)),
    ])
  }

  private static func interval(_ interval: Interval?) -> JSONValue {
    interval.map { .array([VerdictJSON.number($0.lower), VerdictJSON.number($0.upper)]) } ?? .null
  }
}
