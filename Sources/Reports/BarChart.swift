internal import Formats

/// Charts as inline SVG: lengths along the page are percentages, so that a chart fits a phone and a page alike
/// while its letters keep their size. Every bar carries its number; nothing rests on colour.
struct BarChart {
  /// A bar: its name, its length, and how it is drawn.
  struct Bar {
    var name: String
    var value: Int
    /// A part of the bar before it: drawn lighter.
    var isPart = false
    /// Its period is not over, or not all of it is known yet: hatched, with a dashed edge.
    var isIncomplete = false
  }

  /// Unique in the page.
  let id: String
  let title: String
  /// What it shows, in words that replace it for those who do not see it.
  let description: String
  let bars: [Bar]

  private var most: Int { max(bars.map(\.value).max() ?? 0, 1) }

  /// One bar under the other, names on the left: for codes.
  var horizontal: String {
    let (names, step, height) = (nameColumn, 22, bars.count * 22 + 4)
    // What is left for the longest bar, with room for its number.
    let room = 92 - names
    var out = open(height: height, minimum: 0)
    for (index, bar) in bars.enumerated() {
      let y = index * step
      let name = HTMLText.escape(TerminalText.truncated(bar.name, to: Self.longestName))
      let end = percent(names * most + bar.value * room, most)
      out += "<text class=\"name\" x=\"\(names)%\" dx=\"-7\" y=\"\(y + 16)\">\(name)</text>"
      out += "<rect class=\"\(style(bar))\" x=\"\(names)%\" y=\"\(y + 4)\" "
      out += "width=\"\(percent(bar.value * room, most))%\" height=\"15\"/>"
      out += "<text x=\"\(end)%\" dx=\"5\" y=\"\(y + 16)\">\(bar.value)</text>\n"
    }
    return out + "<line class=\"axis\" x1=\"\(names)%\" x2=\"\(names)%\" y1=\"0\" y2=\"\(height)\"/></svg>"
  }

  /// Longer names are cut; the table beside has them whole.
  private static let longestName = 29

  /// Where the bars begin, in percent of the width: as wide as the longest name is on a phone.
  private var nameColumn: Int {
    let longest = bars.map { min(TerminalText.width($0.name), Self.longestName) }.max() ?? 0
    return longest * 165 / 100 + 5
  }

  /// One bar beside the other, rising from zero: for periods.
  var vertical: String {
    let (top, base, count) = (20, 150, max(bars.count, 1))
    var out = open(height: base + 24, minimum: count > 16 ? count * 18 : 0)
    // A letter takes 8 of the 18 or more that a bin has; counted from the end, so that the latest period is named.
    let every = max(2, ((bars.map(\.name.count).max() ?? 4) * 8 + 17) / 18)
    for (index, bar) in bars.enumerated() {
      let length = bar.value * (base - top) / most
      let middle = percent(100 * (2 * index + 1), 2 * count)
      let left = percent(1000 * index + 180, 10 * count)
      out += "<rect class=\"\(style(bar))\" x=\"\(left)%\" "
      out += "y=\"\(base - length)\" width=\"\(percent(640, 10 * count))%\" height=\"\(length)\"/>"
      if bar.isIncomplete {
        out += hatch(left, percent(1000 * index + 820, 10 * count), from: base - length, to: base)
      }
      let value = bar.value == 0 ? "zero" : "over"
      out += "<text class=\"\(value)\" x=\"\(middle)%\" y=\"\(base - length - 5)\">\(bar.value)</text>"
      if (count - 1 - index) % every == 0 {
        // The last name stands inside the chart even where it is wider than its bin.
        let isLast = index == count - 1 && bar.name.count > 4
        out +=
          "<text class=\"\(isLast ? "end" : "under")\" x=\"\(isLast ? "100" : middle)%\" y=\"\(base + 17)\">\(HTMLText.escape(bar.name))</text>"
      }
      out += "\n"
    }
    return out + "<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=\"\(base)\" y2=\"\(base)\"/></svg>"
  }

  private func open(height: Int, minimum: Int) -> String {
    let style = minimum > 0 ? " style=\"min-width:\(minimum)px\"" : ""
    return """
      <svg role="img" aria-labelledby="\(id)-t \(id)-d" width="100%" height="\(height)"\(style)>
      <title id="\(id)-t">\(HTMLText.escape(title))</title><desc id="\(id)-d">\(HTMLText.escape(description))</desc>

      """
  }

  private func style(_ bar: Bar) -> String { bar.isIncomplete ? "bar open" : bar.isPart ? "bar part" : "bar" }

  /// Lines across a bar between two percentages of the width; a pattern would have to be named by an address.
  private func hatch(_ left: String, _ right: String, from top: Int, to base: Int) -> String {
    stride(from: base - 4, to: top, by: -4).map { y in
      "<line class=\"hatch\" x1=\"\(left)%\" x2=\"\(right)%\" y1=\"\(y)\" y2=\"\(y)\"/>"
    }.joined()
  }

  /// `part / whole` with two decimals, written with whole numbers only, so that every machine writes the same.
  private func percent(_ part: Int, _ whole: Int) -> String {
    let hundredths = part * 100 / whole
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
