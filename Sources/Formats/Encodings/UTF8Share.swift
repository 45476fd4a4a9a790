/// How much of what is not ASCII is well-formed UTF-8.
struct UTF8Share {
  private(set) var good = 0
  private(set) var bad = 0

  /// Looks at the first megabyte.
  init(_ bytes: [UInt8]) {
    let count = min(bytes.count, 1 << 20)
    bytes.withUnsafeBytes { all in
      var at = 0
      while at < count {
        guard all[at] >= 0x80 else {
          at += 1
          continue
        }
        let length = all[at] >= 0xF0 ? 4 : all[at] >= 0xE0 ? 3 : all[at] >= 0xC2 ? 2 : 1
        let end = min(at + length, all.count)
        let isGood =
          length > 1 && UTF8Check.firstInvalid(in: UnsafeRawBufferPointer(rebasing: all[at..<end])) == nil
        if isGood { good += 1 } else { bad += 1 }
        at = isGood ? end : at + 1
      }
    }
  }

  /// A broken character seldom leaves more than three stray bytes.
  var isMostlyUTF8: Bool { good > bad * 2 }
}
