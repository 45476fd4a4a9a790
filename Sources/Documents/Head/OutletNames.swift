internal import Formats
internal import Records

/// The names of the outlets that the program starts with: what reading goes by. To which outlet of the file a name
/// belongs is decided when the document is entered.
enum OutletNames {
  /// The kind of cue by which the file keeps other names.
  static let kind = "outlet"

  /// True for a name of an outlet, or another name of one.
  static func isKnown(_ name: String) -> Bool {
    name.utf8.count <= longest && known.contains(NFC.normalized(name).lowercased())
  }

  private static let longest = known.reduce(0) { max($0, $1.utf8.count) }

  /// The longest Chinese name of an outlet with which a text begins.
  static func chinese(at start: Int, in bytes: [UInt8], to end: Int) -> Range<Int>? {
    let longest = chinese.filter { bytes[start..<end].starts(with: $0) }.max { $0.count < $1.count }
    return longest.map { start..<(start + $0.count) }
  }

  private static let known: Set<String> = {
    var names: Set<String> = []
    for file in Resources.files(in: "seeds/outlets.csv") {
      guard var table = try? TableReader(csv: file.source) else { continue }
      while let item = try? table.next() {
        guard case .row(let row) = item else { continue }
        for name in [row.text("outlet") ?? ""] + row.list("names") { names.insert(name.lowercased()) }
      }
    }
    names.remove("")
    return names
  }()

  private static let chinese = known.map { Array($0.utf8) }.filter { $0.count > 3 && $0[0] >= 0xE3 }
}
