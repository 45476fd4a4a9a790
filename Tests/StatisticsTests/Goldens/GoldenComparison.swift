import Formats

@testable import Statistics

extension GoldenFile.Tolerance {
  /// Where `got` differs from what is wanted: a line for each place.
  func differences(_ want: JSONValue, _ got: JSONValue?, at path: String = "") -> [String] {
    guard let got else { return ["\(path): not computed"] }
    switch want {
    case .integer, .number:
      guard let wanted = want.double, let value = got.double, accepts(value, for: wanted) else {
        return ["\(path): \(got.short), not \(want.short)"]
      }
      return []
    case .array(let elements):
      guard let values = got.array, values.count == elements.count else {
        return ["\(path): \(got.short), not \(elements.count) values"]
      }
      return zip(elements.ordered, values.ordered).enumerated().flatMap { index, pair in
        differences(pair.0, pair.1, at: "\(path)[\(index)]")
      }
    case .object(let members):
      return members.flatMap { differences($0.value, got[$0.key], at: "\(path).\($0.key)") }
    case .string(let text):
      return text == got.string || fraction(text) != nil && fraction(text) == got.string.flatMap(fraction)
        ? [] : ["\(path): \(got.short), not \(want.short)"]
    case .null, .bool:
      return want == got ? [] : ["\(path): \(got.short), not \(want.short)"]
    }
  }

  /// The value of `3/4` or `2`.
  private func fraction(_ text: String) -> Fraction? {
    let parts = text.split(separator: "/").map { Int($0) }
    guard let above = parts.first ?? nil, parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return Fraction(above, over: 1) }
    guard let below = parts[1], below > 0 else { return nil }
    return Fraction(above, over: below).reduced
  }
}

extension JSONValue {
  var short: String {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let text): "\"\(text)\""
    case .null: "nothing"
    case .bool(let value): "\(value)"
    case .array(let values): "a list of \(values.count)"
    case .object: "an object"
    }
  }
}

extension [JSONValue] {
  /// Lists of names are sets of groups or ties: their order says nothing.
  fileprivate var ordered: [JSONValue] {
    let names = compactMap { $0.array?.compactMap(\.string) }
    guard names.count == count, names.allSatisfy({ !$0.isEmpty }), let first = names.first,
      !first[0].allSatisfy(\.isHexDigit) || first[0].count < 32
    else { return self }
    return names.map { $0.sorted() }.sorted { $0.lexicographicallyPrecedes($1) }.map { group in
      .array(group.map { .string($0) })
    }
  }
}

// What a method answers, as JSON.

func json(_ value: Double?) -> JSONValue {
  guard let value else { return .null }
  return value.isInfinite ? .string(value > 0 ? "inf" : "-inf") : .number(value)
}

func json(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }
func json(_ value: Bool) -> JSONValue { .integer(value ? 1 : 0) }
func json(_ value: Interval?) -> JSONValue { value.map { json([$0.lower, $0.upper]) } ?? .null }
func json(_ values: [Double?]) -> JSONValue { .array(values.map { json($0) }) }
func json(_ values: [Double]) -> JSONValue { .array(values.map { json($0) }) }
func json(_ values: [Int]) -> JSONValue { .array(values.map { json($0) }) }
func json(_ values: [Int?]) -> JSONValue { .array(values.map { json($0) }) }
func json(_ values: [Bool]) -> JSONValue { .array(values.map { json($0) }) }
