/// Tells the Cyrillic encodings apart by which letters stand beside each other.
///
/// They hold the same letters in other places, so that a text read in the wrong one is made of letters too. The
/// pairs that Russian is full of come out in the right one only.
enum CyrillicPairs {
  /// nil unless one encoding fits, and clearly better than the others.
  static func encoding(of bytes: [UInt8]) -> Encoding? {
    let scores = alphabets.map { (encoding: $0.encoding, score: score(bytes.prefix(1 << 20), $0.letters)) }
    let ranked = scores.sorted { $0.score > $1.score }
    guard ranked[0].score >= 0.3, ranked[0].score > ranked[1].score * 1.3 else { return nil }
    return ranked[0].encoding
  }

  /// The share of common pairs among all pairs of neighbours that are not ASCII.
  private static func score(_ bytes: ArraySlice<UInt8>, _ letters: [UInt8]) -> Double {
    var pairs = 0
    var found = 0
    var previous: UInt8?
    for byte in bytes {
      let letter = byte < 0x80 ? nil : letters[Int(byte) - 0x80]
      if let previous, let letter {
        pairs += 1
        if previous < 32, letter < 32, common[Int(previous) * 32 + Int(letter)] { found += 1 }
      }
      previous = letter
    }
    return pairs < 4 ? 0 : Double(found) / Double(pairs)
  }

  /// For each byte from 128 on its letter, capital or small, from 0 for а; 32 for what is none. The Macintosh's
  /// small letters stand where those of windows-1251 do, so that it is taken only where it is declared.
  private static let alphabets: [(encoding: Encoding, letters: [UInt8])] =
    [Encoding.windows1251, .koi8r, .ibm866, .iso88595].compactMap { encoding in
      guard case .text(let text, _)? = Iconv.decode(Array(128...255), from: encoding, replacing: true) else {
        return nil
      }
      let letters = String(decoding: text, as: UTF8.self).unicodeScalars.map { scalar -> UInt8 in
        switch scalar.value {
        case 0x410...0x42F: UInt8(scalar.value - 0x410)
        case 0x430...0x44F: UInt8(scalar.value - 0x430)
        case 0x401, 0x451: 5
        default: 32
        }
      }
      return letters.count == 128 ? (encoding, letters) : nil
    }

  private static let common: [Bool] = {
    var table = [Bool](repeating: false, count: 32 * 32)
    for pair in pairs.split(separator: " ") {
      let letters = pair.unicodeScalars.map { Int($0.value) - 0x430 }
      table[letters[0] * 32 + letters[1]] = true
    }
    return table
  }()

  private static let pairs = """
    ст но то на ен ов ни ра во ко по пр ре ро ли ос ер ет го ка ль ор ан де ны ол ло ри ес та не ва ла ит от \
    ом ел ти ин ий ая ле ал ск ди об со да ие ми ог ци ия аз ат тр мо ки ру те ме ке за ил св ся из ви ве им \
    ам че ых их ой ый ое сс ас си се нс нн ит иц чн ча ше щи бы уд ду ну ич ле лж кт
    """
}
