internal import Calendar
internal import SQLite

/// Dates as precise as they are known. Other text than a date gives 0 or NULL, never an error, so that a query
/// over a column shows the bad rows instead of stopping at the first.
let dateFunctions: [ScalarFunction] = [
  ScalarFunction(
    "edtf_valid", arguments: 1, summary: "1 if the text is a date of EDTF level 1, else 0.",
    example: "SELECT edtf_valid('2019-06~') = 1"
  ) { try $0.unlessNull { .integer(date(try $0.text(0)) == nil ? 0 : 1) } },
  ScalarFunction(
    "edtf_earliest", arguments: 1,
    summary: "The first day the date allows, YYYY-MM-DD; NULL if it is open, or the text is no date.",
    example: "SELECT edtf_earliest('2019-06') = '2019-06-01'"
  ) { try $0.unlessNull { day(date(try $0.text(0))?.earliest) } },
  ScalarFunction(
    "edtf_latest", arguments: 1,
    summary: "The last day the date allows, YYYY-MM-DD; NULL if it is open, or the text is no date.",
    example: "SELECT edtf_latest('2019-06/2019-09') = '2019-09-30'"
  ) { try $0.unlessNull { day(date(try $0.text(0))?.latest) } },
  ScalarFunction(
    "edtf_precision", arguments: 1,
    summary: """
      How wide the date is written: day, month, season, year, decade, century, interval; NULL if it is no date.
      """,
    example: "SELECT edtf_precision('201X') = 'decade'"
  ) { try $0.unlessNull { date(try $0.text(0)).map { .text($0.precision.rawValue) } ?? .null } },
]

private func date(_ text: String) -> EDTF? { try? EDTF(text) }

private func day(_ day: Day?) -> Value { day.map { .text($0.description) } ?? .null }
