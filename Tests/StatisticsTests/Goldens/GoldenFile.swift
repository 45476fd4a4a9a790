import Formats
import Foundation
import TestSupport

/// Reference numbers computed elsewhere; they are not part of this project.
enum GoldenFile {
  struct Case {
    let id: String
    let method: String
    let input: JSONValue
    let expected: JSONValue
    let tolerance: Tolerance
  }

  /// |got - want| <= max(absolute, relative |want|)
  struct Tolerance {
    let relative: Double
    let absolute: Double

    func accepts(_ got: Double, for want: Double) -> Bool {
      abs(got - want) <= max(absolute, relative * abs(want))
    }
  }

  /// The file named by `ENTENTE_GOLDENS`, else the one beside the package; nil when there is none.
  static var path: String? {
    ProcessInfo.processInfo.environment["ENTENTE_GOLDENS"]
      ?? Shared.path("data/goldens_public.json", "Goldens")
  }

  static func cases(_ path: String) throws -> [Case] {
    let file = try JSONValue.parse([UInt8](Data(contentsOf: URL(filePath: path))))
    return try file.list("cases").map { entry in
      let tolerance = try entry.member("tol")
      return Case(
        id: try entry.text("id"), method: try entry.text("method"), input: try entry.member("input"),
        expected: try entry.member("expected"),
        tolerance: Tolerance(relative: try tolerance.real("rel"), absolute: try tolerance.real("abs")))
    }
  }
}

/// What a file of reference numbers lacks.
struct GoldenError: Error, CustomStringConvertible {
  let description: String
}

extension JSONValue {
  func member(_ key: String) throws -> JSONValue {
    guard let value = self[key] else { throw GoldenError(description: "no \"\(key)\" in the input") }
    return value
  }

  func list(_ key: String) throws -> [JSONValue] { try member(key).elements() }

  func elements() throws -> [JSONValue] {
    guard let array else { throw GoldenError(description: "\(self) is not a list") }
    return array
  }

  func text(_ key: String) throws -> String {
    guard let string = try member(key).string else { throw GoldenError(description: "\"\(key)\" is no text") }
    return string
  }

  func real(_ key: String) throws -> Double { try member(key).real() }

  func real() throws -> Double {
    guard let double else { throw GoldenError(description: "\(self) is no number") }
    return double
  }

  func whole(_ key: String) throws -> Int { try member(key).whole() }

  func whole() throws -> Int {
    guard let value = Int(exactly: try real()) else { throw GoldenError(description: "\(self) is not whole") }
    return value
  }

  func reals(_ key: String) throws -> [Double] { try list(key).map { try $0.real() } }
  func wholes(_ key: String) throws -> [Int] { try list(key).map { try $0.whole() } }

  /// Numbers, of which some may be missing.
  func optionals(_ key: String) throws -> [Double?] {
    try list(key).map { value in value == .null ? nil : try value.real() }
  }

  /// The member, unless it is missing or null.
  func optional(_ key: String) -> JSONValue? {
    guard let value = self[key], value != .null else { return nil }
    return value
  }

  /// The numbers written in a text, or the number itself: `37..96 (1-based)` has 37, 96 and 1.
  func numbers(_ key: String) throws -> [Double] {
    let value = try member(key)
    if let double = value.double { return [double] }
    return try Self.numbers(in: text(key))
  }

  static func numbers(in text: some StringProtocol) -> [Double] {
    text.split { !($0.isNumber || $0 == ".") }.flatMap { piece in
      piece.components(separatedBy: "..").compactMap { Double($0) }
    }
  }

  /// The number behind `name` in a text such as `Gamma(a=1, rate=0.2)`; nil when none follows at once.
  static func number(after name: String, in text: String) -> Double? {
    guard let found = text.range(of: name) else { return nil }
    let rest = text[found.upperBound...]
    return Double(rest.prefix { $0.isNumber || $0 == "." })
  }
}
