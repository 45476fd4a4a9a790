/// The attributes of one element, as libxml2 hands them over: names and values by turns.
struct Attributes {
  let pairs: UnsafePointer<UnsafePointer<CChar>?>?

  /// The value of an attribute; empty if it has none, nil if it is not there.
  subscript(_ name: StaticString) -> String? {
    pointer(name).map { $0.map { String(cString: $0) } ?? "" }
  }

  /// Whether there is such an attribute.
  func has(_ name: StaticString) -> Bool { pointer(name) != nil }

  /// Its value without making a String of it.
  func pointer(_ name: StaticString) -> UnsafePointer<CChar>?? {
    guard let pairs else { return nil }
    var at = 0
    while let found = pairs[at] {
      if Self.isEqual(found, name) { return .some(pairs[at + 1]) }
      at += 2
    }
    return nil
  }

  private static func isEqual(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let wanted = name.utf8Start
    for at in 0..<name.utf8CodeUnitCount where UInt8(bitPattern: text[at]) != wanted[at] { return false }
    return text[name.utf8CodeUnitCount] == 0
  }
}
