import Foundation
import Testing

/// Reference numbers computed elsewhere; they are not part of this project.
enum Goldens {
  static let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "../shared/data/goldens_public.json").standardized

  static let arePresent: Bool = {
    let isPresent = FileManager.default.fileExists(atPath: url.path)
    if !isPresent { print("SKIPPED: the reference numbers are not at \(url.path)") }
    return isPresent
  }()

  struct Case {
    let id: String
    let input: Any
    let expected: Any
    let tolerance: Tolerance
  }

  /// |got - want| <= max(absolute, relative |want|)
  struct Tolerance {
    let relative: Double
    let absolute: Double

    func accepts(_ got: Double?, for want: Double) -> Bool {
      guard let got else { return false }
      return abs(got - want) <= max(absolute, relative * abs(want))
    }
  }

  static func cases(_ prefix: String) throws -> [Case] {
    let file = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any]
    let cases = try #require(file?["cases"] as? [[String: Any]])
    return try cases.filter { ($0["id"] as? String)?.hasPrefix(prefix) == true }.map { entry in
      let tolerance = try #require(entry["tol"] as? [String: Double])
      return Case(
        id: try #require(entry["id"] as? String), input: try #require(entry["input"]),
        expected: try #require(entry["expected"]),
        tolerance: Tolerance(
          relative: try #require(tolerance["rel"]), absolute: try #require(tolerance["abs"])))
    }
  }
}
