internal import Formats
public import Records

/// How the columns and values of somebody's own sheet become ours; written by hand, see docs/sheets.md.
public struct SheetMap: Sendable {
  /// Where in the sheet the rows are, and how they are written.
  public struct Layout: Sendable {
    /// Row of the header; nil: the first that is not blank.
    var header: Int?
    /// Sheet of a workbook; nil: the first.
    public var sheet: String?
    /// Mark between cells of a CSV file; nil: as its lines show.
    var delimiter: UInt8?
    /// Encoding of a CSV file; nil: as its bytes show.
    var encoding: Encoding?
    /// Rows that begin with one of these are passed over: totals, remarks.
    var skip: [String] = []
  }

  /// Which table of ours it makes.
  var table: String = ObservationLoader.name
  /// Data set its ids belong to; nil: the file's own name.
  var dataset: String?
  /// Where in the sheet the rows are.
  public var layout = Layout()
  /// How numbers and dates are written.
  var style = CellStyle()
  /// Columns that are not wanted.
  var ignore: [SheetColumnName] = []
  /// One for each column of ours that is made.
  var columns: [ColumnMap] = []
  /// Where the map stands, for messages.
  var path = ""

  /// A map that says nothing: columns that bear our names are ours, all others are kept as they are.
  public init() {}
}

/// A column of the sheet as the map names it.
struct SheetColumnName: Sendable {
  var name: String
  var line: Int
  var column: Int
}

/// How people write numbers and dates.
struct CellStyle: Equatable, Sendable {
  /// What `05/06/2019` begins with.
  enum Order: String, CaseIterable, Sendable {
    case day = "day-first"
    case month = "month-first"
    case year = "year-first"
  }

  /// The decimal mark; nil: as each number shows.
  var decimal: Character?
  /// nil: dates that can be read in two ways are refused.
  var order: Order?
  /// Days are counted from 1904.
  var is1904 = false
}

/// What one column of ours is made from.
struct ColumnMap: Sendable {
  /// Name of our column; `actors` stands for those of all sides.
  var target: String
  var from: [SheetColumnName] = []
  /// Between the cells of several columns.
  var join = " "
  /// Marks that part a cell into items.
  var split: [String] = []
  /// Which of the items is taken, from 1; nil: all.
  var part: Int?
  /// Their values, folded, and what they become.
  var values: [String: String] = [:]
  /// What every other value becomes; nil: it stays as it is.
  var other: String?
  /// What the column always holds.
  var constant: String?
  /// What an empty cell becomes.
  var fallback: String?
  /// What numbers are multiplied by: 1000000 where the header says "mln".
  var times: Double?
  /// The sheet's column is kept word for word besides.
  var keeps = false
  var style = CellStyle()
  var sides = SideMap()
  var line = 0
  var column = 0
}

/// How the side of an actor is told.
struct SideMap: Sendable {
  /// Sides by name, folded.
  var named: [String: String] = [:]
  /// Marks that stand at a name or before a group, and the side they tell.
  var marks: [(text: String, side: String)] = []
  /// The mark between groups of different sides.
  var between: [String] = []
  /// The sides of the groups in their order.
  var order: [String] = []
  /// The side of those that nothing tells of.
  var fallback: String?
}

/// Why a map cannot be used: where in it, and what would be right.
public struct SheetMapError: Explained {
  var path: String
  var line: Int
  var column: Int
  var reason: String
  var help: String

  init(path: String, line: Int, column: Int = 1, reason: String, hint: String = "") {
    (self.path, self.line, self.column) = (path, line, column)
    (self.reason, help) = (reason, hint)
  }

  /// `map.toml:3:1: there is no ...`
  public var sentence: String {
    "\(TerminalText.escaped(path)):\(line):\(column): \(reason.withoutStop)."
  }
  /// What would be right.
  public var hint: String? { help.isEmpty ? nil : help }
}

extension String {
  /// As names and values of sheets are compared: small letters, NFC, one blank for any run of blanks.
  var folded: String {
    let words = split(whereSeparator: \.isWhitespace)
    return NFC.normalized(words.joined(separator: " ").lowercased())
  }
}
