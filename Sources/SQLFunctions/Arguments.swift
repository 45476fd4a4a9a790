internal import SQLite

/// What a function was given and cannot work with.
struct ArgumentError: Error, CustomStringConvertible {
  let description: String
}

extension [Value] {
  /// Calls `body` unless an argument is NULL; then the result is NULL, as with SQLite's own functions.
  func unlessNull(_ body: ([Value]) throws -> Value) rethrows -> Value {
    contains(.null) ? .null : try body(self)
  }

  /// The argument as text. A number is read as it is written: 2019 is a year.
  func text(_ index: Int) throws -> String {
    switch self[index] {
    case .text(let text): text
    case .integer(let number): String(number)
    default: throw refusal(index, "text")
    }
  }

  /// The argument as a whole number.
  func integer(_ index: Int) throws -> Int {
    if case .integer(let number) = self[index] { return Int(number) }
    throw refusal(index, "a whole number")
  }

  /// The argument as a number.
  func real(_ index: Int) throws -> Double {
    switch self[index] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: throw refusal(index, "a number")
    }
  }

  private func refusal(_ index: Int, _ wanted: String) -> ArgumentError {
    ArgumentError(description: "argument \(index + 1) is \(self[index].className), not \(wanted)")
  }
}
