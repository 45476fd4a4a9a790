internal import Formats

/// The encoding that a page names in its head.
enum DeclaredEncoding {
  /// `<meta charset=...>`, `<meta ... content="text/html; charset=...">` or `<?xml encoding="..."?>`.
  static func html(_ bytes: [UInt8]) -> Encoding? {
    let head = bytes.prefix(8192).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if head.starts(with: "<?xml".utf8), let place = head.prefix(200).firstRange(of: "encoding"),
      let name = value(head, from: place.upperBound)
    {
      return Encoding(label: name)
    }
    var at = 0
    while let place = head[at...].firstRange(of: "charset") {
      if let name = value(head, from: place.upperBound), let encoding = Encoding(label: name) {
        return encoding
      }
      at = place.upperBound
    }
    return nil
  }

  /// What stands behind `=`, with or without quotes.
  private static func value(_ head: [UInt8], from start: Int) -> String? {
    let rest = head[start...].drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    let name = rest.dropFirst().drop { [0x20, 0x22, 0x27].contains($0) }.prefix(40)
      .prefix { $0 > 0x20 && !"\"';/>?".utf8.contains($0) }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }
}
