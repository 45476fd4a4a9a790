internal import Calendar
internal import Formats
internal import TimeSeries
internal import Trends

/// Trends in long form: one row a code and period, zeros included, and one for what is not placed.
enum TrendCSV {
  static func text(_ trends: TrendSet, excel: Bool) -> String {
    let table = trends.table
    var out = Table(columns: ["series", "by", "code", "label", "period", "count"].map { .init($0) })
    for block in table.blocks {
      for row in block.rows {
        let names = [block.series.rawValue, table.question.dimension.rawValue, row.code, row.label]
        let head = names.map(Cell.text)
        for (period, count) in zip(table.periods, row.counts.placed) {
          out.append(head + [.text(period.label), .integer(count)])
        }
        out.append(head + [.text("not placed"), .integer(row.counts.notPlaced)])
      }
    }
    return out.csv(excel: excel)
  }
}
