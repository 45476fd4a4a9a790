internal import Calendar
internal import Formats
internal import TimeSeries
internal import Trends

/// Trends in long form: one row a code and period, zeros included, and one for what is not placed.
enum TrendCSV {
  static func text(_ trends: TrendSet, excel: Bool) -> String {
    let table = trends.table
    var out = Table(
      columns: ["series", "by", "code", "label", "period", "count", "expected", "possible"].map { .init($0) })
    for block in table.blocks {
      for row in block.rows {
        let names = [block.series.rawValue, table.question.dimension.rawValue, row.code, row.label]
        let head = names.map(Cell.text)
        let counts = row.counts
        for (place, period) in table.periods.enumerated() {
          out.append(
            head + [
              .text(period.label), .integer(counts.placed[place]),
              .number(TrendNumber.fixed(counts.expected[place], 3)), .integer(counts.possible[place]),
            ])
        }
        out.append(head + [.text("not placed"), .integer(counts.notPlaced), .empty, .empty])
      }
    }
    return out.csv(excel: excel)
  }
}
