/// Reads dates as people write them, only to name the EDTF form in a refusal: nothing is stored by guess.
enum HumanForms {
  /// The EDTF texts it may mean: none, one, or two when the day and the month may stand in either order.
  static func readings(of text: String) -> [String] {
    guard let (shape, numbers, words) = taken(apart: text) else { return [] }
    let candidates = byNumbers(shape, numbers) ?? byWords(shape, numbers, words) ?? []
    var readings: [String] = []
    for candidate in candidates.compactMap(\.self) where candidate != text && !readings.contains(candidate) {
      if EDTF(parsing: candidate) != nil { readings.append(candidate) }
    }
    return readings
  }

  /// `5 June, 2019` has the shape `nwn`: numbers, words and marks, without spaces and commas.
  private static func taken(apart text: String) -> (shape: String, numbers: [String], words: [String])? {
    guard text.utf8.count <= 60 else { return nil }
    var (shape, numbers, words): (String, [String], [String]) = ("", [], [])
    var kind: Character = " "
    for character in text {
      let previous = kind
      if character.isASCII, character.isNumber {
        kind = "n"
        if previous == kind {
          numbers[numbers.count - 1].append(character)
        } else {
          numbers.append(String(character))
        }
      } else if character.isLetter {
        kind = "w"
        if previous == kind {
          words[words.count - 1].append(character)
        } else {
          words.append(String(character))
        }
      } else if character.isWhitespace || character == "," || (character == "." && previous == "w") {
        kind = " "
        continue
      } else {
        kind = character
        shape.append(character)
        continue
      }
      if previous != kind { shape.append(kind) }
    }
    words = words.map { $0.lowercased() }
    // The endings of ordinal numbers and the Russian and Chinese words for year, month and day carry no meaning here.
    let dropped = words.map {
      ["st", "nd", "rd", "th", "of", "г", "года", "год", "年", "月", "日"].contains($0)
    }
    var index = -1
    shape = String(
      shape.filter { mark in
        if mark == "w" { index += 1 }
        return mark != "w" || !dropped[index]
      })
    words = zip(words, dropped).filter { !$1 }.map(\.0)
    return (shape, numbers, words)
  }

  private static func byNumbers(_ shape: String, _ numbers: [String]) -> [String?]? {
    switch shape {
    case "n.n.n", "n/n/n", "n-n-n", "nnn":
      if numbers[0].count == 4 { return [date(numbers[0], numbers[1], numbers[2])] }
      let dayFirst = date(numbers[2], numbers[1], numbers[0])
      // With dots and hyphens the day comes first nearly everywhere; with slashes nobody can tell.
      return shape == "n/n/n" ? [dayFirst, date(numbers[2], numbers[0], numbers[1])] : [dayFirst]
    case "n-n" where numbers[0].count == 4 && numbers[1].count == 4: return ["\(numbers[0])/\(numbers[1])"]
    case "n.n", "n/n", "n-n", "nn":
      return numbers[0].count == 4 ? [date(numbers[0], numbers[1])] : [date(numbers[1], numbers[0])]
    case "n" where numbers[0].count == 8:
      let digits = numbers[0]
      return [date(String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2)))]
    case "n" where numbers[0].count == 6:
      return [date(String(numbers[0].prefix(4)), String(numbers[0].suffix(2)))]
    case "n": return numbers
    default: return nil
    }
  }

  private static func byWords(_ shape: String, _ numbers: [String], _ words: [String]) -> [String?]? {
    guard words.count == 1, let word = words.first else { return nil }
    switch shape {
    case "nw" where word == "s": return [decade(numbers[0])]
    case "wn" where ["c", "ca", "circa", "about", "около"].contains(word): return ["\(numbers[0])~"]
    case "wn", "nw":
      return [month(word).flatMap { date(numbers[0], $0) } ?? season(word).map { "\(numbers[0])-\($0)" }]
    case "wnn", "nwn", "n-wn", "nnw":
      let year = numbers[0].count == 4 ? numbers[0] : numbers[1]
      let other = numbers[0].count == 4 ? numbers[1] : numbers[0]
      if let months = months(word, other) {
        return [months.map { "\(year)-\($0.padded(2))" }.joined(separator: "/")]
      }
      return [month(word).flatMap { date(year, $0, other) }]
    default: return nil
    }
  }

  private static func date(_ parts: String...) -> String? {
    let numbers = parts.compactMap(Int.init)
    guard numbers.count == parts.count, parts[0].count == 4 else { return nil }
    return ([parts[0]] + numbers.dropFirst().map { $0.padded(2) }).joined(separator: "-")
  }

  private static func month(_ word: String) -> String? { MonthName.number(word).map(String.init) }

  private static func decade(_ year: String) -> String? {
    guard year.last == "0", year.count == 4 else { return nil }
    return year.hasSuffix("00") ? year.prefix(2) + "XX" : year.prefix(3) + "X"
  }

  private static func season(_ word: String) -> Int? {
    ["spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24][word]
  }

  /// The first and the last month of a quarter (`Q2`) or a half (`H1`).
  private static func months(_ word: String, _ number: String) -> [Int]? {
    guard let count = ["q": 3, "h": 6][word], let number = Int(number), (1...(12 / count)).contains(number)
    else { return nil }
    return [(number - 1) * count + 1, number * count]
  }
}
