internal import SQLite
internal import Statistics

/// What a function was given and cannot work with.
struct ArgumentError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

extension [Value] {
  /// The argument as text. A number is read as it is written: 2019 is a year.
  func text(_ index: Int) throws -> String {
    switch self[index] {
    case .text(let text): text
    case .integer(let number): String(number)
    default: throw refusal(index, "text")
    }
  }

  /// The argument as a whole number; 3.0, as sums of numbers with a point give it, is one.
  func integer(_ index: Int) throws -> Int {
    switch self[index] {
    case .integer(let number): return Int(number)
    case .real(let number):
      if let whole = Int(exactly: number) { return whole }
      throw ArgumentError("argument \(index + 1) is \(number), not a whole number")
    default: throw refusal(index, "a whole number")
    }
  }

  /// The argument as a number.
  func real(_ index: Int) throws -> Double {
    switch self[index] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: throw refusal(index, "a number")
    }
  }

  /// The confidence level at the end, where one is given.
  func level(_ index: Int) throws -> Double { index < count ? try real(index) : 0.95 }

  private func refusal(_ index: Int, _ wanted: String) -> ArgumentError {
    ArgumentError("argument \(index + 1) is \(self[index].className), not \(wanted)")
  }
}

extension Value {
  /// A number; NULL where there is none, and never NaN.
  init(_ number: Double?) {
    self = number.flatMap { $0.isNaN ? nil : .real($0) } ?? .null
  }

  /// NULL where the numbers have no such statistic: too few, none counted, no single estimate. Numbers that cannot be
  /// right, and work that would take too long, stay errors.
  static func orUndefined(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as StatisticsError {
      switch error {
      case .tooFew, .nothingCounted, .noEstimate: return .null
      case .count, .exposure, .value, .lengths, .setting, .tooLarge: throw error
      }
    }
  }

  /// As ``orUndefined(_:)``, and NULL also for numbers that cannot be right, as with SQLite's own sqrt(-1).
  static func orNull(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as StatisticsError {
      if case .tooLarge = error { throw error }
      return .null
    }
  }
}
